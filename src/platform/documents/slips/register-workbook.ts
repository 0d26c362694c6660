/** Sổ theo dõi hồ sơ as a workbook, for offices that keep the register on a computer: written as it is read, whatever its length. */
import type { Readable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { streamWorkbook } from '../workbook.ts';
import { dayOf } from '../../calendar/instant.ts';
import { printable } from '../paper/sheet.ts';
import { REGISTER_COLUMNS, type RegisterRow, type RegisterSpan, registerSpan } from './register.ts';
import type { SlipContext } from './slip-context.ts';
import { type FormHead, registerFormOn } from './slip-forms.ts';

export interface RegisterBook extends RegisterSpan {
  readonly rows: AsyncIterable<RegisterRow>;
}

const HEADING_ROW = 5;

/** The same rows and columns as the printed register, as XLSX. Every cell is text: a code never turns into a number or a formula. */
export function streamRegisterWorkbook(book: RegisterBook, context: SlipContext): Readable {
  const form = registerFormOn(dayOf(context.at));
  return streamWorkbook({ at: context.at, title: form.title }, async (workbook, isWanted) => {
    const sheet = addSheet(workbook, form);
    addHeads(sheet, book, { context, form });
    let index = 0;
    for await (const row of book.rows) {
      const line = sheet.addRow(REGISTER_COLUMNS.map((column) => printable(column.cell(row, index))));
      line.alignment = { wrapText: true, vertical: 'top' };
      line.eachCell((cell) => (cell.numFmt = '@'));
      line.commit();
      index += 1;
      if (!(await isWanted())) return;
    }
    if (book.totals !== undefined) {
      const line = sheet.addRow([printable(book.totals)]);
      line.font = { bold: true };
      line.commit();
    }
    sheet.commit();
  });
}

function addSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, form: FormHead): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(form.title, {
    views: [{ state: 'frozen', ySplit: HEADING_ROW }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADING_ROW}:${HEADING_ROW}`,
    },
  });
  Object.assign(sheet.pageSetup, { paperSize: 9 }); // A4
  sheet.columns = REGISTER_COLUMNS.map((column) => ({ width: column.weight * 1.6 }));
  return sheet;
}

function addHeads(
  sheet: ExcelJS.Worksheet,
  book: RegisterBook,
  { context, form }: { readonly context: SlipContext; readonly form: FormHead },
): void {
  const add = (text: string, font?: Partial<ExcelJS.Font>): void => {
    const line = sheet.addRow([text]);
    if (font) line.font = font;
    line.commit();
  };
  add(context.office.agency);
  add(context.office.oneStop, { bold: true });
  add(form.title.toUpperCase(), { bold: true, size: 14 });
  add(context.simulated ? `${registerSpan(book)} – DỮ LIỆU MÔ PHỎNG` : registerSpan(book));
  const headings = sheet.addRow(REGISTER_COLUMNS.map((column) => column.heading));
  headings.font = { bold: true };
  headings.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  headings.commit();
}
