/** Names of procedures by their codes: what a definition that names other procedures is checked and shown with. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export interface NamedProcedure {
  /** As it was asked for: a code the procedure had before keeps its form. */
  readonly code: string;
  readonly name: LocalText;
}

export async function listNamed(
  db: QueryExecutorProvider,
  codes: readonly string[],
): Promise<readonly NamedProcedure[]> {
  if (codes.length === 0) return [];
  const found = await sql<NamedProcedure>`
    select code, name from procedures.procedure where code = any(${codes})
    union
    select a.code, p.name from procedures.alias a join procedures.procedure p on p.id = a.procedure_id where a.code = any(${codes})
  `.execute(db);
  return found.rows;
}
