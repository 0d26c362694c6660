/** Workbooks (bảng tính): written while they are read and sent, whatever their length. */
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { asDate, type Instant } from '../calendar/instant.ts';
import { loadExcel } from './load-excel.ts';

interface Book {
  readonly at: Instant;
  readonly title?: string;
}

/** Adds sheets and commits each. `isWanted` waits while the reader is slower than we are, and is false once it has gone: what is left need not be read. */
type Fill = (workbook: ExcelJS.stream.xlsx.WorkbookWriter, isWanted: () => Promise<boolean>) => Promise<void>;

export function streamWorkbook(book: Book, fill: Fill): Readable {
  const out = new PassThrough();
  writeBook(out, book, fill).catch((error: unknown) => out.destroy(error as Error));
  return out;
}

async function writeBook(out: PassThrough, { at, title }: Book, fill: Fill): Promise<void> {
  const workbook = new (await loadExcel()).stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  Object.assign(workbook, { creator: 'Vàm Cỏ', created: asDate(at), modified: asDate(at), ...(title && { title }) });
  await fill(workbook, async () => {
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    return !out.destroyed;
  });
  if (!out.destroyed) await workbook.commit();
}
