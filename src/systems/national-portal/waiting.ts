/** Waiting: which dossiers the national portal does not know as they are, since when and why, and how many in whose units. */
import { sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { isId } from '../../platform/db/ids.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Scope } from '../../platform/permissions/permissions.ts';
import type { NationalStatus } from '../dossiers/index.ts';
import type { MessageFault, NationalPortalTables } from './tables.ts';

export interface WaitingDossier {
  /** Of its first message that is not sent. */
  readonly id: string;
  readonly code: string;
  readonly since: Instant;
  readonly status: NationalStatus;
  readonly messages: number;
  readonly attempts: number;
  /** Null before the first try, and while it is being sent. */
  readonly fault: MessageFault | null;
  readonly said: string | null;
  readonly nextAt: Instant;
}

export interface WaitingList {
  readonly dossiers: readonly WaitingDossier[];
  readonly next?: string;
}

/** Who waits longest first, by key. */
export async function listWaiting(
  db: Db<NationalPortalTables>,
  { failed, after, limit }: { readonly failed: boolean; readonly after: string; readonly limit: number },
): Promise<WaitingList> {
  const rows = await sql<WaitingDossier>`
    select m.id, c.code, m.at as since, m.status, m.attempts, m.fault, m.said, m.next_at as "nextAt",
      (select count(*)::integer from national_portal.message w where w.case_id = m.case_id and w.sent_at is null) as messages
    from national_portal.message m join cases.case c on c.id = m.case_id
    where m.next_at is not null and (m.fault is not null or ${!failed})
      and ${isId(after) ? sql`(m.at, m.id) > (select a.at, a.id from national_portal.message a where a.id = ${after})` : sql`true`}
    order by m.at, m.id limit ${limit + 1}
  `.execute(db);
  const dossiers = rows.rows.slice(0, limit);
  const last = rows.rows.length > limit ? dossiers.at(-1) : undefined;
  return { dossiers, ...(last && { next: last.id }) };
}

export interface WaitingCount {
  /** Up to 1000. */
  readonly dossiers: number;
  readonly failed: number;
  readonly since: Instant | null;
}

const COUNTED = 1000;

export async function countWaiting(db: Db<NationalPortalTables>): Promise<WaitingCount> {
  const rows = await sql<WaitingCount>`
    select count(*)::integer as dossiers, count(fault)::integer as failed, min(at) as since
    from (select at, fault from national_portal.message where next_at is not null order by at, id limit ${COUNTED}) w
  `.execute(db);
  return rows.rows[0] ?? { dossiers: 0, failed: 0, since: null };
}

export interface UnitCount extends WaitingCount {
  readonly unit: string;
  readonly name: LocalText;
}

/** By the unit that decides, who waits longest first. */
export async function countByUnit(db: Db<NationalPortalTables>, reach: Scope): Promise<UnitCount[]> {
  if (reach === 'none') return [];
  const within = reach === 'all' ? sql`true` : sql`c.competent_unit = any(${reach.units}::uuid[])`;
  const rows = await sql<UnitCount>`
    select u.id as unit, u.name, count(*)::integer as dossiers, count(m.fault)::integer as failed, min(m.at) as since
    from national_portal.message m join cases.case c on c.id = m.case_id join organisation.unit u on u.id = c.competent_unit
    where m.next_at is not null and ${within}
    group by u.id, u.name order by min(m.at), u.id
  `.execute(db);
  return rows.rows;
}
