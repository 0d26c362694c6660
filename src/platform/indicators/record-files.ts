/** Files of indicators: the course and the lines of a value, or every record behind a part of it, as CSV or as a workbook, written as it is read. */
import { Readable } from 'node:stream';
import { streamWorkbook } from '../documents/workbook.ts';
import type { Instant } from '../calendar/instant.ts';
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

export const streamRecords = ({ title, about, heads, rows }: Table, at: Instant): Readable =>
  streamWorkbook({ at }, async (workbook, isWanted) => {
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
      if (!(await isWanted())) return;
    }
    sheet.commit();
  });
