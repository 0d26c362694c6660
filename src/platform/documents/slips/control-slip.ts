/** Phiếu kiểm soát quá trình giải quyết hồ sơ: the dossier's way from hand to hand, with the times. */
import type { Instant } from '../../calendar/instant.ts';
import { formTime } from '../paper/form-time.ts';
import { named, type SlipFields } from './slip-field.ts';

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

export const CONTROL_FIELDS: SlipFields<ControlSlip> = {
  fields: {
    dossier_code: { label: named('Mã hồ sơ', 'Code of the dossier'), read: ({ dossierCode }) => dossierCode },
    handling_body: {
      label: named('Cơ quan giải quyết', 'Body that decides'),
      read: ({ handlingBody }) => handlingBody,
    },
    consulted: { label: named('Cơ quan phối hợp', 'Bodies consulted'), read: ({ consulted }) => consulted?.join('; ') },
  },
  rows: {
    handovers: {
      label: named('Các lần giao nhận', 'Handings over'),
      read: ({ handovers }) =>
        handovers.map(({ from, to, giver, taker, at, outcome, note }) => ({
          from,
          to,
          giver,
          taker,
          at: formTime(at),
          outcome: outcome && OUTCOMES[outcome],
          note,
        })),
      values: {
        from: { label: named('Bên giao', 'From') },
        to: { label: named('Bên nhận', 'To') },
        giver: { label: named('Người giao', 'Who gives') },
        taker: { label: named('Người nhận', 'Who takes') },
        at: { label: named('Giờ, ngày giao nhận', 'When') },
        outcome: { label: named('Sớm, đúng hay quá hạn', 'Early, in time or late') },
        note: { label: named('Ghi chú', 'Note'), optional: true },
      },
    },
  },
};
