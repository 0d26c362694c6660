/** Catalogue lines: one row of procedures-catalog.csv becomes an imported record, or the reason why not. */
import { isNationalCode } from '../code.ts';
import type { ImportedRecord, ImportFlag, ImportRefusal } from './imported-record.ts';

export const CATALOGUE_COLUMNS = [
  'code',
  'name',
  'category',
  'departments',
  'promulgated_by',
  'type',
  'state',
] as const;

export type ReadRecord =
  | { readonly record: ImportedRecord; readonly flags: readonly ImportFlag[]; readonly refusal?: undefined }
  | { readonly refusal: ImportRefusal; readonly code: string | null; readonly record?: undefined };

/** The header of the file tells its kind. Columns may come in any order. */
export function columnOrder(header: readonly string[]): readonly number[] | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  const order = CATALOGUE_COLUMNS.map((column) => names.indexOf(column));
  return order.includes(-1) ? undefined : order;
}

export function readCatalogueRow(fields: readonly string[], order: readonly number[], width: number): ReadRecord {
  const [code = '', ...rest] = order.map((column) => fields[column] ?? '');
  if (fields.length !== width) return { refusal: 'procedures.column-count', code: code || null };
  if (!isNationalCode(code)) return { refusal: 'procedures.code-irregular', code };
  const tidied = rest.map(tidy);
  const [name = '', field = '', executedBy = '', promulgatedBy = '', type = '', state = ''] = tidied;
  if (name === '') return { refusal: 'procedures.name-empty', code };
  const flags: ImportFlag[] = [];
  if (field === '') flags.push('procedures.field-missing');
  if (executedBy === '') flags.push('procedures.authority-missing');
  if (promulgatedBy === '') flags.push('procedures.promulgator-missing');
  if (rest.some((text) => text.normalize('NFC') !== text)) flags.push('procedures.decomposed');
  const record: ImportedRecord = {
    kind: 'catalogue',
    code,
    name,
    field: { name: field },
    type,
    state,
    promulgatedBy,
    executedBy,
  };
  return { record, flags };
}

/** Composed letters, one line, single spaces. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
