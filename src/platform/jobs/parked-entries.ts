/** Parked entries: what a subscriber could not handle in five tries. Later entries of the same subject wait behind each. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

export interface ParkedEntry {
  readonly subscriber: string;
  readonly position: number;
  readonly type: string;
  readonly subjectId: string;
  readonly lastError: string;
  /** How many entries of the subject wait behind it. */
  readonly behind: number;
}

export async function listParked(db: Db, limit: number): Promise<ParkedEntry[]> {
  const rows = await sql<ParkedEntry>`
    select k.subscriber, k.position, e.type, k.subject_id as "subjectId", k.last_error as "lastError",
      (select count(*)::integer from journal.parked b
       where b.subscriber = k.subscriber and b.subject_id = k.subject_id and b.position > k.position) as behind
    from journal.parked k join journal.position p on p.position = k.position join journal.entry e on e.id = p.entry_id
    where k.retry_at is null order by k.position desc limit ${limit}
  `.execute(db);
  return rows.rows;
}
