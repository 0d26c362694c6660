/** Readings: who has read personal data of which dossiers, and what for, written down before it is shown. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { newId } from '../../platform/db/ids.ts';

export interface Reading {
  readonly accountId: string;
  /** Case ids. */
  readonly subjects: readonly string[];
  readonly what: string;
}

export async function noteReadings(db: QueryExecutorProvider, { accountId, subjects, what }: Reading): Promise<void> {
  if (subjects.length === 0) return;
  await sql`
    insert into journal.reading (id, account_id, subject_id, what)
    select r.id, ${accountId}, r.subject, ${what}
    from unnest(${subjects.map(() => newId())}::uuid[], ${subjects}::uuid[]) as r (id, subject)
  `.execute(db);
}
