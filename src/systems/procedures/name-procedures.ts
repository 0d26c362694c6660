/** Names of procedures by the codes that others have kept of them, those of before too. */
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { ProcedureTables } from './tables.ts';

/** A code that nothing has is left out. A code in force wins over an old one. */
export async function nameProcedures(
  db: Db<ProcedureTables>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, LocalText>> {
  if (codes.length === 0) return new Map();
  const found = await sql<{ code: string; name: LocalText }>`
    select a.code, p.name from procedures.alias a join procedures.procedure p on p.id = a.procedure_id where a.code = any(${codes}::text[])
    union all select code, name from procedures.procedure where code = any(${codes}::text[])
  `.execute(db);
  return new Map(found.rows.map(({ code, name }) => [code, name]));
}
