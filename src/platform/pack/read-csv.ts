/** CSV tables of the province pack: a header, then rows by column name; a broken file or a missing column is a fault. */
import { CsvError, parse } from 'csv-parse/sync';
import { type Fault, fault } from './fault.ts';

export type ReadCsv<C extends string> =
  | { readonly rows: Record<C, string>[]; readonly faults?: undefined }
  | { readonly rows?: undefined; readonly faults: Fault[] };

/** Spreadsheets of some countries put semicolons between fields. */
export function readCsv<const C extends string>(text: string, columns: readonly C[], delimiter = ','): ReadCsv<C> {
  try {
    const rows = parse<Record<C, string>>(text, { columns: true, skip_empty_lines: true, bom: true, delimiter });
    const missing = columns.filter((column) => rows[0]?.[column] === undefined);
    if (missing.length === 0) return { rows };
    const names = missing.join(', ');
    return {
      faults: [
        fault('pack.csv', '', `Bảng trống hoặc thiếu cột: ${names}.`, `The table is empty or lacks columns: ${names}.`),
      ],
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error['lines'] === 'number' ? `dòng ${error['lines']}` : '';
    return { faults: [fault('pack.csv', at, 'Không đọc được bảng CSV.', `Not CSV: ${error.code}.`)] };
  }
}
