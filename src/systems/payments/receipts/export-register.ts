/** The register of receipts as files, in Vietnamese as an office keeps it: every number of a series as a workbook, a book of them as a paper to sign. */
import type { Readable } from 'node:stream';
import { dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import { formDay } from '../../../platform/documents/paper/form-time.ts';
import { printPaper } from '../../../platform/documents/paper/print-paper.ts';
import { printable } from '../../../platform/documents/paper/sheet.ts';
import { streamWorkbook } from '../../../platform/documents/workbook.ts';
import { groupedNumber, moneyText } from '../../../platform/text/money.ts';
import { timeInTable } from '../../../platform/text/vietnamese-date.ts';
import type { NumberLine, NumberedReceipt } from './read-numbers.ts';
import { paidByTexts, voidReasonTexts } from './receipt-words.ts';
import type { Series } from './register.ts';

/** Numbers in one printed book: a row takes a millisecond to draw, and drawing waits for nobody. */
const BOOK = 1000;

export interface Book {
  readonly book: number;
  readonly from: number;
  readonly to: number;
}

export const listBooks = (last: number): Book[] =>
  Array.from({ length: Math.ceil(last / BOOK) }, (_, place) => ({
    book: place + 1,
    from: place * BOOK + 1,
    to: Math.min(last, (place + 1) * BOOK),
  }));

export interface RegisterExport {
  readonly series: Series;
  readonly lines: AsyncIterable<readonly NumberLine[]>;
  readonly at: Instant;
  readonly simulated: boolean;
}

const SIMULATED = 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ';
const COLUMNS = [
  { heading: 'Số', weight: 9 },
  { heading: 'Lập lúc', weight: 13 },
  { heading: 'Mã hồ sơ', weight: 21 },
  { heading: 'Người nộp', weight: 18 },
  { heading: 'Số tiền (đồng)', weight: 12 },
  { heading: 'Hình thức', weight: 15 },
  { heading: 'Người lập', weight: 16 },
  { heading: 'Tình trạng, lý do hủy', weight: 30 },
] as const;
const AMOUNT = 4;

type Cells = readonly (string | number)[];

function cellsOf({ number, receipt }: NumberLine): Cells {
  const name = padded(number);
  if (!receipt) return [name, '', '', '', '', '', '', 'THIẾU: không có biên lai nào mang số này'];
  const { issuedAt, caseCode, payer, amount, by, transaction, officer } = receipt;
  return [
    name,
    timeInTable(issuedAt),
    caseCode,
    payer ?? '',
    amount,
    `${paidByTexts('vi')[by]}${transaction === null ? '' : ` (${transaction})`}`,
    officer ?? 'Hệ thống',
    stateOf(receipt),
  ];
}

function stateOf({ voidReason, voidedAt, voidedBy, note, replacedBy, replaces }: NumberedReceipt): string {
  const place = replaces === null ? '' : `, thay cho số ${padded(replaces)}`;
  if (voidReason === null || voidedAt === null) return `Đã dùng${place}`;
  return [
    `Đã hủy ${timeInTable(voidedAt)}${voidedBy === null ? '' : ` (${voidedBy})`}${place}`,
    `${voidReasonTexts('vi')[voidReason]}${note === null ? '' : `: ${note}`}`,
    ...(replacedBy === null ? [] : [`thay bằng số ${padded(replacedBy)}`]),
  ].join('; ');
}

const padded = (number: number): string => String(number).padStart(7, '0');

const summaryOf = ({ last, used, voided, missing, amount }: Series): readonly string[] => [
  `Số 1 đến ${groupedNumber(last, 'vi')}: ${groupedNumber(used, 'vi')} số đã dùng, ${groupedNumber(voided, 'vi')} số đã hủy có lý do, ${
    missing === 0 ? 'không thiếu số nào' : `THIẾU ${groupedNumber(missing, 'vi')} SỐ`
  }.`,
  `Tổng tiền của biên lai còn giá trị: ${moneyText(amount)}.`,
];

const titleOf = ({ series }: Series): string => `Sổ biên lai điện tử, ký hiệu ${series}`;
const formOf = ({ form }: Series): string => (form === null ? '' : `Mẫu số: ${form} (chờ xác nhận)`);

/** Written as it is read. Amounts stay numbers; words stay text, so that nothing turns into a formula. */
export const streamReceiptWorkbook = ({ series, lines, at, simulated }: RegisterExport): Readable =>
  streamWorkbook({ at, title: titleOf(series) }, async (workbook, isWanted) => {
    const heads = [
      titleOf(series),
      series.unit?.vi ?? '',
      simulated ? `${formOf(series)} – ${SIMULATED}` : formOf(series),
      ...summaryOf(series),
    ];
    const sheet = workbook.addWorksheet('Sổ biên lai', {
      views: [{ state: 'frozen', ySplit: heads.length + 1 }],
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    sheet.columns = COLUMNS.map(({ weight }) => ({ width: weight * 1.3 }));
    heads.forEach((text, place) => {
      const row = sheet.addRow([printable(text)]);
      if (place === 0) row.font = { bold: true, size: 14 };
      row.commit();
    });
    const headings = sheet.addRow(COLUMNS.map(({ heading }) => heading));
    headings.font = { bold: true };
    headings.commit();
    for await (const batch of lines) {
      for (const line of batch) {
        const row = sheet.addRow(cellsOf(line).map((cell) => (typeof cell === 'string' ? printable(cell) : cell)));
        row.alignment = { wrapText: true, vertical: 'top' };
        row.eachCell((cell) => (cell.numFmt = typeof cell.value === 'number' ? '#,##0' : '@'));
        row.commit();
      }
      if (!(await isWanted())) return;
    }
    sheet.commit();
  });

/** One book of the series. */
export async function printReceiptBook({ series, lines, at, simulated }: RegisterExport): Promise<Uint8Array> {
  const rows: string[][] = [];
  for await (const batch of lines)
    for (const line of batch)
      rows.push(cellsOf(line).map((cell) => (typeof cell === 'number' ? groupedNumber(cell, 'vi') : cell)));
  return printPaper(
    {
      title: titleOf(series),
      format: 'A4-landscape',
      ...(series.form === null ? {} : { formName: formOf(series) }),
      ...(simulated ? { warning: SIMULATED } : {}),
      letterhead: {
        body: series.unit?.vi ?? 'Cơ quan thu phí, lệ phí',
        placeAndDate: { text: formDay(dayOf(at)) },
      },
      blocks: [
        { kind: 'title', text: 'SỔ BIÊN LAI ĐIỆN TỬ', under: `Ký hiệu: ${series.series}` },
        ...summaryOf(series).map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] })),
        {
          kind: 'table',
          columns: COLUMNS.map((column, place) => ({
            ...column,
            align: place === AMOUNT ? ('right' as const) : ('left' as const),
          })),
          rows,
        },
        {
          kind: 'signatures',
          signers: [
            { title: ['NGƯỜI LẬP SỔ'], note: '(Ký và ghi rõ họ tên)' },
            { title: ['THỦ TRƯỞNG ĐƠN VỊ'], note: '(Ký và ghi rõ họ tên)' },
          ],
        },
      ],
    },
    at,
  );
}
