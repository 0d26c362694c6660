/** A day of reconciliation as a workbook and as a paper to sign. In Vietnamese: what an office files. */
import { loadExcel } from '../../../platform/documents/load-excel.ts';
import { asDate, dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import { formDay } from '../../../platform/documents/paper/form-time.ts';
import { printPaper } from '../../../platform/documents/paper/print-paper.ts';
import { printable } from '../../../platform/documents/paper/sheet.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { dayText, timeInTable } from '../../../platform/text/vietnamese-date.ts';
import type { Movement } from './compare.ts';
import type { ReconciledDay } from './read-day.ts';
import { differenceTexts, settleReasonTexts } from './statement-words.ts';

export interface DayExport {
  readonly reconciled: ReconciledDay;
  readonly at: Instant;
  /** Who keeps the account. */
  readonly body: string;
  readonly simulated: boolean;
}

const SIMULATED = 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ';
const HEADS = ['Chênh lệch', 'Số giao dịch', 'Nội dung', 'Sổ của tỉnh (đồng)', 'Sao kê (đồng)', 'Giải trình'];

const titleOf = ({ day }: ReconciledDay): string => `Đối soát phí, lệ phí ngày ${dayText(day)}`;
const signed = (movement: Movement | undefined): number | undefined =>
  movement && (movement.direction === 'in' ? movement.amount : -movement.amount);

function rowsOf({ differences }: ReconciledDay): readonly (readonly (string | number | undefined)[])[] {
  return differences.map(({ kind, ours, bank, settled }) => [
    differenceTexts('vi')[kind],
    bank?.transaction ?? ours?.transaction ?? '',
    bank?.reference ?? ours?.reference ?? '',
    signed(ours),
    signed(bank),
    settled
      ? `${settleReasonTexts('vi')[settled.reason as keyof ReturnType<typeof settleReasonTexts>]}${settled.note === null ? '' : `: ${settled.note}`}`
      : 'Chưa giải trình',
  ]);
}

const summaryOf = ({ ours, bank, open, closing, leftOut }: ReconciledDay): readonly string[] => [
  `Sổ của tỉnh: ${ours.count} khoản, ${moneyText(ours.sum)}.`,
  `Sao kê ngân hàng: ${bank.count} khoản, ${moneyText(bank.sum)}.`,
  open === 0 ? 'Mọi chênh lệch đã giải trình.' : `Còn ${open} chênh lệch chưa giải trình.`,
  closing ? `Đã chốt lần ${closing.round}: ${closing.by ?? ''}, ${timeInTable(closing.at)}.` : 'Chưa chốt.',
  ...(leftOut > 0 ? [`Không tính ${leftOut} khoản mô phỏng không qua ngân hàng.`] : []),
];

/** Numbers stay numbers; words stay text, so that nothing turns into a formula. */
export async function writeDayWorkbook({ reconciled, at, simulated }: DayExport): Promise<Uint8Array> {
  const workbook = new (await loadExcel()).Workbook();
  workbook.creator = 'Vàm Cỏ';
  workbook.created = asDate(at);
  workbook.modified = asDate(at);
  workbook.title = titleOf(reconciled);
  const sheet = workbook.addWorksheet('Đối soát', {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = [34, 24, 28, 18, 18, 48].map((width) => ({ width }));
  sheet.addRow([titleOf(reconciled)]).font = { bold: true, size: 14 };
  if (simulated) sheet.addRow([SIMULATED]).font = { bold: true };
  for (const line of summaryOf(reconciled)) sheet.addRow([printable(line)]);
  sheet.addRow([]);
  sheet.addRow(HEADS).font = { bold: true };
  for (const cells of rowsOf(reconciled)) {
    const row = sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? printable(cell) : (cell ?? ''))));
    cells.forEach((cell, place) => (row.getCell(place + 1).numFmt = typeof cell === 'number' ? '#,##0' : '@'));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export function printDay({ reconciled, at, body, simulated }: DayExport): Promise<Uint8Array> {
  const rows = rowsOf(reconciled);
  return printPaper(
    {
      title: titleOf(reconciled),
      format: 'A4-landscape',
      ...(simulated ? { warning: SIMULATED } : {}),
      letterhead: { body, placeAndDate: { text: formDay(dayOf(at)) } },
      blocks: [
        { kind: 'title', text: titleOf(reconciled).toUpperCase() },
        ...summaryOf(reconciled).map((text) => ({ kind: 'paragraph' as const, runs: [{ text }] })),
        ...(rows.length === 0
          ? [{ kind: 'paragraph' as const, runs: [{ text: 'Không có chênh lệch.', bold: true }] }]
          : [
              {
                kind: 'table' as const,
                columns: HEADS.map((heading, place) => ({
                  heading,
                  weight: [18, 14, 16, 12, 12, 24][place] ?? 12,
                  align: place === 3 || place === 4 ? ('right' as const) : ('left' as const),
                })),
                rows: rows.map((cells) =>
                  cells.map((cell) => (typeof cell === 'number' ? moneyText(cell) : (cell ?? '—'))),
                ),
              },
            ]),
        {
          kind: 'signatures',
          signers: [
            { title: ['NGƯỜI ĐỐI SOÁT'], note: '(Ký và ghi rõ họ tên)' },
            { title: ['PHỤ TRÁCH KẾ TOÁN'], note: '(Ký và ghi rõ họ tên)' },
          ],
        },
      ],
    },
    at,
  );
}
