/** A sheet of figures as a workbook and as a paper: the tables of the page, with period, "as of", source and what is simulated. */
import type ExcelJS from 'exceljs';
import { loadExcel } from '../../platform/documents/load-excel.ts';
import { asDate, type Instant } from '../../platform/calendar/instant.ts';
import { printPaper } from '../../platform/documents/paper/print-paper.ts';
import { printable } from '../../platform/documents/paper/sheet.ts';
import type { Cell, FigureSheet, FigureTable } from './figure-table.ts';

const SIMULATED = 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ';

/** Numbers stay numbers; words stay text, so that nothing turns into a formula. */
export async function writeWorkbook(sheet: FigureSheet, at: Instant): Promise<Uint8Array> {
  const workbook = new (await loadExcel()).Workbook();
  workbook.creator = 'Vàm Cỏ';
  workbook.created = asDate(at);
  workbook.modified = asDate(at);
  workbook.title = sheet.title;
  shownTables(sheet).forEach((table, index) => addTable(workbook, sheet, table, index));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const shownTables = ({ tables }: FigureSheet): readonly FigureTable[] => tables.filter(({ rows }) => rows.length > 0);

const FORMATS: Readonly<Record<NonNullable<Cell['format']>, string>> = {
  count: '#,##0',
  share: '0.0%',
  points: '0.0#',
};

function addTable(workbook: ExcelJS.Workbook, sheet: FigureSheet, table: FigureTable, index: number): void {
  const page = workbook.addWorksheet(sheetName(table.title, index), {
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  Object.assign(page.pageSetup, { paperSize: 9 }); // A4
  page.columns = table.columns.map(({ words }, place) => ({ width: place === 0 ? 48 : words ? 40 : 14 }));
  page.addRow([printable(table.title)]).font = { bold: true, size: 14 };
  page.addRow([printable(sheet.whose)]).font = { bold: true };
  if (sheet.simulated) page.addRow([SIMULATED]).font = { bold: true, color: { argb: 'FFB3261E' } };
  for (const line of sheet.about) page.addRow([printable(line)]);
  page.addRow([]);
  const heads = page.addRow(table.columns.map(({ head }) => printable(head)));
  heads.font = { bold: true };
  heads.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  for (const { cells, total } of table.rows) {
    const row = page.addRow(cells.map(({ number, text }) => number ?? printable(text)));
    if (total) row.font = { bold: true };
    cells.forEach(({ number, format = 'count' }, place) => {
      row.getCell(place + 1).numFmt = number === undefined ? '@' : FORMATS[format];
    });
  }
}

/** At most 31 letters, none of `*?:\/[]`. */
const sheetName = (title: string, index: number): string =>
  `${index + 1}. ${title.replaceAll(/[*?:\\/[\]]/g, ' ')}`.slice(0, 31);

export interface PaperOf {
  /** The body whose figures they are. */
  readonly body: string;
  readonly at: Instant;
}

export function printSheet(sheet: FigureSheet, { body, at }: PaperOf): Promise<Uint8Array> {
  return printPaper(
    {
      title: sheet.title,
      format: 'A4-landscape',
      ...(sheet.simulated ? { warning: SIMULATED } : {}),
      letterhead: { body },
      blocks: [
        { kind: 'title', text: sheet.title.toUpperCase(), under: sheet.whose },
        ...shownTables(sheet).flatMap((table, index) => [
          ...(index === 0 ? [] : [{ kind: 'heading' as const, text: table.title }]),
          {
            kind: 'table' as const,
            columns: table.columns.map(({ head, words }, place) => ({
              heading: head,
              weight: place === 0 ? 24 : words ? 16 : 8,
              align: words ? ('left' as const) : ('right' as const),
            })),
            rows: table.rows.map(({ cells }) => cells.map(({ text }) => text)),
          },
        ]),
        { kind: 'paragraph', runs: [{ text: sheet.about.join(' '), italic: true }] },
      ],
    },
    at,
  );
}
