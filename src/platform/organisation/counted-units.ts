/** Counted units: whose dossiers stand in a table and on which line, read in the era they were decided in or under today's successors. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { Scope } from '../permissions/permissions.ts';

/** `then`: under the unit that decided; `now`: under the one unit that has taken its place, where the law names one. */
export type Era = 'then' | 'now';

export interface CountedUnit {
  readonly id: string;
  /** The unit on whose line it is counted. */
  readonly line: string;
}

/** Units within reach and all whose single legal successor is one of them. Whoever answers for a unit answers for what it took over. */
export async function listCounted(
  db: QueryExecutorProvider,
  reach: Scope,
  { era, day }: { readonly era: Era; readonly day: Day },
): Promise<CountedUnit[]> {
  if (reach === 'none') return [];
  const heads =
    reach === 'all'
      ? sql`daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date`
      : sql`u.id = any(${reach.units}::uuid[])`;
  const orphans = reach === 'all' ? sql`true` : sql`false`;
  const found = await sql<CountedUnit>`
    with recursive follows (id, line) as (
      select u.id, u.id from organisation.unit u where ${heads}
      union
      select s.from_id, f.line from organisation.unit_successor s join follows f on s.to_id = f.id where s.manner = 'one'
    ), counted as (
      select distinct on (id) id, line from follows order by id, line = id desc
    )
    select id, ${era === 'now' ? sql`line` : sql`id`} as line from counted
    union all
    select u.id, u.id from organisation.unit u where ${orphans} and not exists (select 1 from counted c where c.id = u.id)
  `.execute(db);
  return found.rows;
}

export interface UnitName {
  readonly name: LocalText;
  readonly code: string | null;
  /** Ended; shown with the day. */
  readonly until: Day | null;
}

export async function nameUnits(
  db: QueryExecutorProvider,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UnitName>> {
  const found = await sql<UnitName & { id: string }>`
    select id, name, code, valid_to as until from organisation.unit where id = any(${ids}::uuid[]) order by (name ->> 'vi') collate text.vi, valid_to
  `.execute(db);
  return new Map(found.rows.map(({ id, ...unit }) => [id, unit]));
}
