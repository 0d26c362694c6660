/** Reading a table file (CSV, XLSX): its heading row and its lines as text, found by the heads of the sheet in either language. */
import { CsvError, parse } from 'csv-parse/sync';
import type ExcelJS from 'exceljs';
import { loadExcel } from '../../../platform/documents/load-excel.ts';
import { unpacksWithin } from '../../../platform/files/unpacked-size.ts';
import { fold } from '../../../platform/text/fold.ts';
import { CODE_HEAD, type Sheet } from './sheet.ts';

export interface TableLine {
  /** As the file counts: the heading is line 1. */
  readonly line: number;
  readonly code: string;
  readonly cells: Readonly<Record<string, string>>;
}

export type ReadTable =
  | { readonly lines: readonly TableLine[]; readonly refused?: undefined }
  | {
      readonly refused: 'not-a-table' | 'headings' | 'empty' | 'too-long' | 'unpacks-too-large';
      readonly lines?: undefined;
    };

const MOST_LINES = 5000;
/** More than a sheet has; a cell far to the right would make each line as wide. */
const MOST_COLUMNS = 200;
/** As the refusal says. Five thousand lines of the widest sheet take a quarter of it. */
const MOST_UNPACKED = 32 * 1024 * 1024;
/** The library makes a cell for each that these name, and one name may say a million. */
const IGNORED = ['dataValidations', 'mergeCells', 'conditionalFormatting'];

export async function readTable(sheet: Sheet, bytes: Uint8Array): Promise<ReadTable> {
  const rows = bytes[0] === 0x50 && bytes[1] === 0x4b ? await readWorkbook(bytes) : readCsv(bytes);
  if (!rows) return { refused: 'not-a-table' };
  if (!Array.isArray(rows)) return { refused: rows };
  const place = rows.findIndex((row) => row.some((cell) => isHead(cell, CODE_HEAD)));
  const heads = rows[place];
  if (!heads) return { refused: 'headings' };
  const at = (head: { readonly vi: string; readonly en: string }) => heads.findIndex((cell) => isHead(cell, head));
  const code = at(CODE_HEAD);
  const columns = sheet.columns.map((column) => ({ ...column, place: at(column.head) }));
  if (columns.some(({ place: found, optional }) => found === -1 && !optional)) return { refused: 'headings' };
  const lines = rows
    .map((row, index) => ({ row, line: index + 1 }))
    .slice(place + 1)
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''))
    .map(({ row, line }) => ({
      line,
      code: row[code] ?? '',
      cells: Object.fromEntries(columns.map(({ key, place: found }) => [key, found === -1 ? '' : (row[found] ?? '')])),
    }));
  if (lines.length === 0) return { refused: 'empty' };
  return lines.length > MOST_LINES ? { refused: 'too-long' } : { lines };
}

/** `Tên / Name`, `Tên` or `Name`, with any marks and case. */
function isHead(cell: string, { vi, en }: { readonly vi: string; readonly en: string }): boolean {
  const said = fold(cell).replaceAll(/\s+/g, ' ').trim();
  return [vi, en, `${vi} / ${en}`].some((one) => fold(one) === said);
}

function readCsv(bytes: Uint8Array): string[][] | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
    const [head = ''] = text.split('\n', 1);
    const delimiter = head.split(';').length > head.split(',').length ? ';' : ',';
    const rows = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false });
    return rows.length > 0 ? rows : undefined;
  } catch (error) {
    if (error instanceof CsvError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The first sheet. Undefined for a ZIP that is no workbook. */
async function readWorkbook(bytes: Uint8Array): Promise<string[][] | 'too-long' | 'unpacks-too-large' | undefined> {
  const unpacking = unpacksWithin(bytes, MOST_UNPACKED);
  if (unpacking !== 'within') return unpacking === 'too-large' ? 'unpacks-too-large' : undefined;
  const workbook = new (await loadExcel()).Workbook();
  // nor the cells of named ranges, which no option ignores
  Object.defineProperty(workbook.definedNames, 'model', { value: [], writable: true });
  try {
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer, { ignoreNodes: IGNORED });
  } catch (error) {
    // the library throws whatever its ZIP reader throws: none of it is ours to tell apart
    if (error instanceof Error) return undefined;
    throw error;
  }
  const sheet = workbook.worksheets[0];
  if (!sheet) return undefined;
  // with room for what stands above the heading
  if (sheet.rowCount > MOST_LINES + 100) return 'too-long';
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    row.eachCell((cell, place) => {
      if (place <= MOST_COLUMNS) cells[place - 1] = textOf(cell.value);
    });
    rows.push(Array.from(cells, (cell) => cell ?? ''));
  });
  return rows;
}

/** A formula counts by its last result. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(value).replace('.', ',');
  if (typeof value !== 'object') return String(value);
  if ('toISOString' in value) return value.toISOString().slice(0, 10);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return textOf(value.result as ExcelJS.CellValue);
  return 'text' in value ? textOf(value.text as ExcelJS.CellValue) : '';
}
