/** Sổ theo dõi hồ sơ: the dossiers an office received in a span of days, as a book to print. */
import type { Day, Instant } from '../../calendar/instant.ts';
import { dayText, timeInTable } from '../../text/vietnamese-date.ts';
import type { Block } from '../paper/paper.ts';
import type { FormHead } from './slip-forms.ts';

export interface RegisterSlip extends RegisterSpan {
  readonly book?: string;
  readonly rows: readonly RegisterRow[];
}

export interface RegisterSpan {
  readonly from: Day;
  readonly to: Day;
  /** Stands at the foot: how many there are, of which kinds. */
  readonly totals?: string;
}

export interface RegisterRow {
  readonly dossierCode: string;
  readonly procedure: string;
  readonly sets: number;
  readonly applicant: string;
  readonly contact?: string;
  readonly handlingBody: string;
  readonly receivedAt: Instant;
  readonly dueAt?: Instant;
  readonly returnedAt?: Instant;
  readonly resultBy?: string;
}

/** Columns of TT 01/2018 form 06 and TT 03/2025 form 07 [M]; widths for paper and for a sheet of a workbook. */
export const REGISTER_COLUMNS = [
  { heading: 'STT', weight: 3, align: 'center', cell: (_row: RegisterRow, index: number) => String(index + 1) },
  { heading: 'Mã hồ sơ', weight: 14, align: 'left', cell: (row: RegisterRow) => row.dossierCode },
  { heading: 'Tên thủ tục hành chính', weight: 14, align: 'left', cell: (row: RegisterRow) => row.procedure },
  { heading: 'Số lượng hồ sơ (bộ)', weight: 5, align: 'center', cell: (row: RegisterRow) => String(row.sets) },
  { heading: 'Tên cá nhân, tổ chức', weight: 11, align: 'left', cell: (row: RegisterRow) => row.applicant },
  { heading: 'Địa chỉ, số điện thoại', weight: 13, align: 'left', cell: (row: RegisterRow) => row.contact ?? '' },
  { heading: 'Cơ quan chủ trì giải quyết', weight: 11, align: 'left', cell: (row: RegisterRow) => row.handlingBody },
  { heading: 'Nhận hồ sơ', weight: 8, align: 'center', cell: (row: RegisterRow) => timeInTable(row.receivedAt) },
  {
    heading: 'Hẹn trả kết quả',
    weight: 8,
    align: 'center',
    cell: (row: RegisterRow) => (row.dueAt === undefined ? '' : timeInTable(row.dueAt)),
  },
  {
    heading: 'Trả kết quả',
    weight: 8,
    align: 'center',
    cell: (row: RegisterRow) => (row.returnedAt === undefined ? '' : timeInTable(row.returnedAt)),
  },
  { heading: 'Phương thức nhận kết quả', weight: 8, align: 'left', cell: (row: RegisterRow) => row.resultBy ?? '' },
  { heading: 'Ký nhận', weight: 6, align: 'left', cell: () => '' },
] as const;

export const registerSpan = (data: RegisterSpan): string =>
  `Từ ngày ${dayText(data.from)} đến ngày ${dayText(data.to)}`;

export function registerBlocks(data: RegisterSlip, form: FormHead): Block[] {
  const book = data.book === undefined ? '' : ` – Quyển số: ${data.book}`;
  return [
    { kind: 'title', text: form.title.toUpperCase(), under: `${registerSpan(data)}${book}` },
    {
      kind: 'table',
      columns: REGISTER_COLUMNS,
      rows: data.rows.map((row, index) => REGISTER_COLUMNS.map((column) => column.cell(row, index))),
    },
    ...(data.totals === undefined ? [] : [{ kind: 'paragraph' as const, runs: [{ text: data.totals, bold: true }] }]),
  ];
}
