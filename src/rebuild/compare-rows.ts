/** Comparing rows: what the tables hold of a case against what the journal says it must be. Pure. */
import { findInstant } from '../platform/calendar/instant.ts';
import type { Row } from '../platform/cases/rebuild-case.ts';
import type { Json } from '../platform/db/json.ts';

export interface Difference {
  readonly case: string;
  readonly table: string;
  /** What names the row within its case. */
  readonly row: string;
  /** `*`: the row is missing in the tables, or is not in the journal. */
  readonly column: string;
  readonly stored: Json;
  readonly rebuilt: Json;
}

export interface Compared {
  readonly table: string;
  readonly columns: Iterable<string>;
  readonly stored: ReadonlyMap<string, Row>;
  readonly rebuilt: ReadonlyMap<string, Row>;
}

export function compareRows(caseId: string, { table, columns, stored, rebuilt }: Compared): Difference[] {
  const found: Difference[] = [];
  const tell = (row: string, column: string, one: Json, other: Json): void => {
    found.push({ case: caseId, table, row, column, stored: one, rebuilt: other });
  };
  for (const [name, row] of rebuilt) {
    const held = stored.get(name);
    if (!held) tell(name, '*', null, row as Json);
    else
      for (const column of columns) {
        const [one, other] = [held[column] ?? null, row[column] ?? null];
        if (!isSame(one, other)) tell(name, column, one, other);
      }
  }
  for (const [name, row] of stored) if (!rebuilt.has(name)) tell(name, '*', row as Json, null);
  return found;
}

/** Times are the same when they are the same moment, however they are written; lists when all in them is. */
export function isSame(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (typeof one === 'string' && typeof other === 'string') {
    const [first, second] = [findInstant(one), findInstant(other)];
    return first !== undefined && first === second;
  }
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item: Json, at) => isSame(item, other[at] as Json));
  return false;
}
