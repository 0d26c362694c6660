/** Absences as they stand: who is away now, until when, and who stands in for them. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';

export interface FoundAbsence {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly substituteId: string | null;
  readonly substitute: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly endedAt: Instant | null;
  readonly entryId: string;
}

/** In force at the moment; of these accounts, or of everybody. */
export async function listAway<T>(db: Db<T>, at: Instant, accounts?: readonly string[]): Promise<FoundAbsence[]> {
  const day = dayOf(at);
  const found = await sql<FoundAbsence>`
    select ${COLUMNS} where daterange(b.valid_from, b.valid_to, '[]') @> ${day}::date and (b.ended_at is null or b.ended_at > ${isoOf(at)}::timestamptz)
      and ${accounts ? sql`b.account_id = any(${accounts}::uuid[])` : sql`true`}
    order by b.id
  `.execute(db);
  return found.rows;
}

/** Somebody's own, the newest first. */
export async function listAbsences<T>(db: Db<T>, accountId: string, limit: number): Promise<FoundAbsence[]> {
  const found = await sql<FoundAbsence>`
    select ${COLUMNS} where b.account_id = ${accountId} order by b.id desc limit ${limit}
  `.execute(db);
  return found.rows;
}

const COLUMNS = sql`b.id, b.account_id as "accountId", a.name, b.substitute_id as "substituteId", s.name as substitute,
  b.valid_from as "from", b.valid_to as "to", b.ended_at as "endedAt", b.entry_id as "entryId"
  from organisation.absence b join identity.account a on a.id = b.account_id left join identity.account s on s.id = b.substitute_id`;
