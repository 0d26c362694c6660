/** Phiếu kiểm soát quá trình giải quyết hồ sơ: the dossier's way from hand to hand, with the times. */
import type { Instant } from '../../calendar/instant.ts';
import { formTime } from '../paper/form-time.ts';
import { BLANK, type Block } from '../paper/paper.ts';
import type { SlipContext } from './slip-context.ts';
import type { SlipForm } from './slip-forms.ts';

export interface ControlSlip {
  readonly dossierCode: string;
  /** Cơ quan (bộ phận) giải quyết hồ sơ. */
  readonly handlingBody: string;
  /** Cơ quan phối hợp giải quyết hồ sơ. */
  readonly consulted?: readonly string[];
  readonly handovers: readonly Handover[];
}

/** From one hand to the next. */
export interface Handover {
  readonly from: string;
  readonly to: string;
  readonly giver?: string;
  readonly taker?: string;
  readonly at: Instant | undefined;
  /** How the giver's step ended against its time. */
  readonly outcome?: 'early' | 'on-time' | 'late';
  readonly note?: string;
}

const OUTCOMES = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' } as const;

/** TT 01/2018 form 05, TT 03/2025 form 06 [M]. */
export function controlBlocks(data: ControlSlip, form: SlipForm, _context: SlipContext): Block[] {
  return [
    { kind: 'title', text: form.title.toUpperCase(), under: `Mã hồ sơ: ${data.dossierCode}` },
    { kind: 'fields', fields: [{ label: 'Cơ quan (bộ phận) giải quyết hồ sơ', value: data.handlingBody }] },
    { kind: 'fields', fields: [{ label: 'Cơ quan phối hợp giải quyết hồ sơ', value: data.consulted?.join('; ') }] },
    {
      kind: 'table',
      columns: [
        { heading: 'Tên cơ quan, bộ phận', weight: 30 },
        { heading: 'Thời gian giao, nhận hồ sơ', weight: 36 },
        { heading: 'Kết quả giải quyết hồ sơ', weight: 16, align: 'center' },
        { heading: 'Ghi chú', weight: 18 },
      ],
      rows: data.handovers.map((handover, index) => [
        `${index + 1}. Giao: ${handover.from}\nNhận: ${handover.to}`,
        `${formTime(handover.at)}\nNgười giao: ${handover.giver ?? BLANK}\nNgười nhận: ${handover.taker ?? BLANK}`,
        handover.outcome === undefined ? BLANK : OUTCOMES[handover.outcome],
        handover.note ?? '',
      ]),
    },
  ];
}
