/** The order of a workload: by any of its columns, from either end; what is late first unless asked otherwise. */
import { compareNames } from '../../platform/text/collation.ts';
import type { OfficerLoad } from './workload.ts';

export const LOAD_COLUMNS = ['name', 'open', 'soon', 'late', 'waiting', 'done'] as const;
export type LoadColumn = (typeof LOAD_COLUMNS)[number];

export interface LoadOrder {
  readonly column: LoadColumn;
  readonly descending: boolean;
}

export const LOAD_SLUGS: Readonly<Record<LoadColumn, string>> = {
  name: 'ten',
  open: 'dang-giu',
  soon: 'sap-han',
  late: 'qua-han',
  waiting: 'cho',
  done: 'da-lam',
};

export function readLoadOrder(text: string): LoadOrder {
  const column = LOAD_COLUMNS.find((one) => LOAD_SLUGS[one] === text.replace(/^-/, ''));
  return column ? { column, descending: text.startsWith('-') } : { column: 'late', descending: true };
}

export const loadOrderSlug = ({ column, descending }: LoadOrder): string =>
  `${descending ? '-' : ''}${LOAD_SLUGS[column]}`;

/** Equal ones by what is open, then by name. */
export function sortOfficers(
  officers: readonly OfficerLoad[],
  { column, descending }: LoadOrder,
): readonly OfficerLoad[] {
  const by = (a: OfficerLoad, b: OfficerLoad): number =>
    column === 'name' ? compareNames(a.name, b.name) : a[column] - b[column];
  return officers.toSorted(
    (a, b) => (descending ? by(b, a) : by(a, b)) || b.open - a.open || compareNames(a.name, b.name),
  );
}
