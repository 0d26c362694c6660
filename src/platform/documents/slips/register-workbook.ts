/** Sổ theo dõi hồ sơ as a workbook, for offices that keep the register on a computer. */
import ExcelJS from 'exceljs';
import { asDate, dayOf } from '../../calendar/instant.ts';
import { printable } from '../paper/sheet.ts';
import { REGISTER_COLUMNS, registerSpan, type RegisterSlip } from './register.ts';
import type { SlipContext } from './slip-context.ts';
import { slipFormOn } from './slip-forms.ts';

const HEADING_ROW = 5;

/** The same rows and columns as the printed register, as XLSX. Every cell is text: a code never turns into a number or a formula. */
export async function renderRegisterWorkbook(data: RegisterSlip, context: SlipContext): Promise<Uint8Array> {
  const form = slipFormOn('register', 'one-stop', dayOf(context.at));
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Vàm Cỏ';
  workbook.created = asDate(context.at);
  workbook.modified = asDate(context.at);
  workbook.title = form.title;
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
  sheet.addRow([context.office.agency]);
  sheet.addRow([context.office.oneStop]).font = { bold: true };
  sheet.addRow([form.title.toUpperCase()]).font = { bold: true, size: 14 };
  sheet.addRow([context.simulated ? `${registerSpan(data)} – DỮ LIỆU MÔ PHỎNG` : registerSpan(data)]);
  addTable(sheet, data);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addTable(sheet: ExcelJS.Worksheet, data: RegisterSlip): void {
  const headings = sheet.addRow(REGISTER_COLUMNS.map((column) => column.heading));
  headings.font = { bold: true };
  headings.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  data.rows.forEach((row, index) => {
    const line = sheet.addRow(REGISTER_COLUMNS.map((column) => printable(column.cell(row, index))));
    line.alignment = { wrapText: true, vertical: 'top' };
    line.eachCell((cell) => (cell.numFmt = '@'));
  });
}
