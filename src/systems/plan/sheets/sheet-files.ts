/** A sheet as a file: the heading row in both languages and, unless it is the empty form, its records; what is exported can be imported. */
import { loadExcel } from '../../../platform/documents/load-excel.ts';
import { asDate, type Instant } from '../../../platform/calendar/instant.ts';
import { printable } from '../../../platform/documents/paper/sheet.ts';
import { csvText } from '../../../platform/text/csv.ts';
import { typedText } from './cell-text.ts';
import type { PlanRecord } from './records.ts';
import { CODE_HEAD, type Sheet } from './sheet.ts';

const headsOf = ({ columns }: Sheet): string[] =>
  [CODE_HEAD, ...columns.map(({ head }) => head)].map(({ vi, en }) => `${vi} / ${en}`);

const linesOf = ({ columns }: Sheet, records: readonly PlanRecord[]): string[][] =>
  records.map(({ code, cells }) => [code, ...columns.map((column) => typedText(column, cells[column.key]))]);

export const sheetCsv = (sheet: Sheet, records: readonly PlanRecord[]): string =>
  csvText([headsOf(sheet), ...linesOf(sheet, records)]);

/** Everything is text, so that a code keeps its noughts; amounts are read as people type them. */
export async function sheetWorkbook(sheet: Sheet, records: readonly PlanRecord[], at: Instant): Promise<Uint8Array> {
  const workbook = new (await loadExcel()).Workbook();
  workbook.creator = 'Vàm Cỏ';
  workbook.created = asDate(at);
  workbook.modified = asDate(at);
  const page = workbook.addWorksheet(sheet.title.vi.replaceAll(/[*?:\\/[\]]/g, ' ').slice(0, 31));
  page.columns = headsOf(sheet).map(() => ({ width: 24, style: { numFmt: '@' } }));
  page.addRow(headsOf(sheet)).font = { bold: true };
  for (const line of linesOf(sheet, records)) page.addRow(line.map(printable));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
