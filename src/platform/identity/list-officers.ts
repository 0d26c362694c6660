/** Officers as the administrator sees them: found by name or login, with the positions they hold today. */
import { sql } from 'kysely';
import type { Day, Instant } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { fold } from '../text/fold.ts';

export interface OfficerPosition {
  readonly id: string;
  readonly title: LocalText;
  readonly unit: LocalText;
}

export interface ListedOfficer {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly administrator: boolean;
  readonly demo: boolean;
  readonly disabled_at: Instant | null;
  readonly positions: readonly OfficerPosition[];
}

const PAGE = 50;

export interface OfficerQuestion {
  /** Part of a name, without marks if need be, or the beginning of a login. */
  readonly query: string;
  /** Login of the last one of the page before. */
  readonly after: string;
  readonly day: Day;
}

/** By login; `more` when there are further ones. A few thousand officers: read through, not indexed. */
export async function listOfficers(
  db: Db,
  { query, after, day }: OfficerQuestion,
): Promise<{ readonly officers: readonly ListedOfficer[]; readonly more: boolean }> {
  const wanted = fold(query);
  const rows = await sql<ListedOfficer>`
    select a.id, a.login, a.name, a.administrator, a.demo, a.disabled_at, ${positionsOf(day)} as positions
    from identity.account a
    where a.kind = 'officer' and a.login > ${after}
      and (${wanted} = '' or starts_with(a.login, ${wanted}) or strpos(text.fold(a.name), ${wanted}) > 0)
    order by a.login limit ${PAGE + 1}
  `.execute(db);
  return { officers: rows.rows.slice(0, PAGE), more: rows.rows.length > PAGE };
}

export async function findOfficer(db: Db, id: string, day: Day): Promise<ListedOfficer | undefined> {
  const found = await sql<ListedOfficer>`
    select a.id, a.login, a.name, a.administrator, a.demo, a.disabled_at, ${positionsOf(day)} as positions
    from identity.account a where a.id = ${id} and a.kind = 'officer'
  `.execute(db);
  return found.rows[0];
}

const positionsOf = (day: Day) => sql`coalesce((
  select json_agg(json_build_object('id', p.id, 'title', p.title, 'unit', u.name) order by h.id)
  from organisation.holding h
  join organisation.position p on p.id = h.position_id
  join organisation.unit u on u.id = p.unit_id
  where h.account_id = a.id and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date), '[]'::json)`;
