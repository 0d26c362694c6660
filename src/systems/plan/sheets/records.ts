/** Records of sheets: the last version of each that was not removed. */
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import type { PlanTables } from '../tables.ts';
import type { Cells, KnownCodes } from './read-record.ts';
import { APPROVED_SHEETS } from './sheet.ts';

export interface PlanRecord {
  readonly sheet: string;
  readonly code: string;
  readonly version: number;
  readonly cells: Cells;
  readonly amount: number | null;
  readonly removed: boolean;
  readonly invented: boolean;
}

/** Removed ones too: a code that comes again goes on from its last version. */
export async function listLast(db: Db<PlanTables>, sheet?: string): Promise<readonly PlanRecord[]> {
  const found = await sql<PlanRecord>`
    select distinct on (sheet, code) sheet, code, version, cells, amount, removed, invented from plan.record
    where ${sheet === undefined ? sql`true` : sql`sheet = ${sheet}`} order by sheet, code, version desc
  `.execute(db);
  return found.rows;
}

export async function listRecords(db: Db<PlanTables>, sheet?: string): Promise<readonly PlanRecord[]> {
  return (await listLast(db, sheet)).filter(({ removed }) => !removed);
}

/** What counts: of a sheet whose lines are approved, the last version of each that was; what is invented for a demonstration counts as it is. */
export async function listCounting(db: Db<PlanTables>): Promise<readonly PlanRecord[]> {
  const found = await sql<PlanRecord>`
    select distinct on (sheet, code) sheet, code, version, cells, amount, removed, invented from plan.record r
    where not sheet = any(${APPROVED_SHEETS}::text[]) or invented or exists (
      select from plan.approval a where a.sheet = r.sheet and a.code = r.code and a.version = r.version)
    order by sheet, code, version desc
  `.execute(db);
  return found.rows.filter(({ removed }) => !removed);
}

export function knownCodes(
  records: readonly Pick<PlanRecord, 'sheet' | 'code'>[],
  targets: readonly { readonly id: string }[],
): KnownCodes {
  const known = new Map<string, Set<string>>([['target', new Set(targets.map(({ id }) => id))]]);
  for (const { sheet, code } of records) {
    const codes = known.get(sheet) ?? new Set();
    known.set(sheet, codes.add(code));
  }
  return known;
}
