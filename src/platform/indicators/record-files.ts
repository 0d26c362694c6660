/** Files of indicators: the course and the lines of a value, or every record behind a part of it, as CSV or as a workbook, written as it is read. */
import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { loadExcel } from '../documents/load-excel.ts';
import { asDate, type Instant } from '../calendar/instant.ts';
import { csvText } from '../text/csv.ts';

export interface Table {
  readonly title: string;
  /** What stands above the table in a workbook, a sentence each. */
  readonly about: readonly string[];
  readonly heads: readonly string[];
  /** Some rows at a time; numbers stay numbers. */
  readonly rows: AsyncIterable<readonly (readonly (string | number)[])[]>;
}

export function streamCsv({ heads, rows }: Table): Readable {
  async function* lines(): AsyncGenerator<string> {
    yield csvText([heads]);
    for await (const some of rows) yield csvText(some.map((row) => row.map(String))).slice(1);
  }
  return Readable.from(lines());
}

export function streamWorkbook(table: Table, at: Instant): Readable {
  const out = new PassThrough();
  writeBook(out, table, at).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function writeBook(out: PassThrough, { title, about, heads, rows }: Table, at: Instant): Promise<void> {
  const workbook = new (await loadExcel()).stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  workbook.creator = 'Vàm Cỏ';
  workbook.created = asDate(at);
  workbook.modified = asDate(at);
  const sheet = workbook.addWorksheet('1');
  sheet.columns = heads.map((_, index) => ({ width: index === 0 ? 48 : 20 }));
  const top = sheet.addRow([title]);
  top.font = { bold: true, size: 14 };
  top.commit();
  for (const line of [...about, '']) sheet.addRow([line]).commit();
  const names = sheet.addRow([...heads]);
  names.font = { bold: true };
  names.commit();
  for await (const some of rows) {
    for (const row of some) sheet.addRow([...row]).commit();
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    if (out.destroyed) return;
  }
  sheet.commit();
  await workbook.commit();
}
