/** Drafted letters: apologies that the program has written for dossiers nearly late, and nobody has sent. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';

export interface DraftedLetter {
  readonly code: string;
  readonly title: string;
  readonly person: string;
  readonly dueAt: Instant;
}

/** Of dossiers that these units decide, soonest due first. One whose due time has moved since is left out. */
export async function listDraftedLetters(
  db: QueryExecutorProvider,
  { units, limit }: { readonly units: readonly string[]; readonly limit: number },
): Promise<DraftedLetter[]> {
  const found = await sql<DraftedLetter>`
    select c.code, c.title, c.person_name as person, c.due_at as "dueAt"
    from dossiers.dossier d join cases.case c on c.id = d.case_id
    where d.apology_for is not null and d.apologies = 0 and d.apology_for = c.due_at and c.status = 'open'
      and c.competent_unit = any(${units})
    order by c.due_at, c.id limit ${limit}
  `.execute(db);
  return found.rows;
}
