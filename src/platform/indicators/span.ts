/** A span of days and whose facts are counted in it: units and areas of one era, resolved before the query. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { addDays, type Clock, type Day, dayOf, type Instant, instantAt } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { type CountedUnit, type Era, listCounted } from '../organisation/counted-units.ts';
import { unitsUnder } from '../organisation/find-units.ts';
import type { Scope } from '../permissions/permissions.ts';

export interface Span {
  readonly from: Day;
  /** The first day after it. */
  readonly to: Day;
  /** Left out: all, those without a unit too. */
  readonly units?: readonly CountedUnit[];
  /** Ids of areas; left out: all. */
  readonly areas?: readonly string[];
  /** A unit or an area was asked for: what belongs to none is not meant. */
  readonly narrowed?: boolean;
}

export interface AskedSpan {
  readonly from: Day;
  readonly to: Day;
  /** A unit with those under it. */
  readonly unit?: string;
  /** An area with those in it, or several with those in each. */
  readonly area?: string | readonly string[];
  /** `now`: with what a unit or an area has taken over; `then`, which is meant where nothing is said: as they were. */
  readonly era?: Era;
  /** What somebody may see; left out: everything. */
  readonly reach?: Scope;
}

/** `day`: on which the organisation is looked at. */
export async function resolveSpan(
  db: Db,
  { from, to, unit, area, era = 'then', reach = 'all' }: AskedSpan,
  day: Day,
): Promise<Span> {
  const [units, areas] = await Promise.all([
    unit === undefined && reach === 'all' ? undefined : listAskedUnits(db, { unit, era, reach, day }),
    area === undefined ? undefined : areasUnder(db, area, era),
  ]);
  const narrowed = unit !== undefined || area !== undefined;
  return { from, to, ...(units && { units }), ...(areas && { areas }), narrowed };
}

/** Whoever answers for a unit answers for what it took over; beyond the reach there is nothing. */
async function listAskedUnits(
  db: Db,
  { unit, era, reach, day }: { unit: string | undefined; era: Era; reach: Scope; day: Day },
): Promise<CountedUnit[]> {
  const all = await listCounted(db, reach, { era, day });
  if (unit === undefined) return all;
  const under = await unitsUnder(db, unit, day);
  const wanted =
    era === 'now' ? await listCounted(db, { units: under }, { era, day }) : under.map((id) => ({ id, line: id }));
  const within = new Set(all.map(({ id }) => id));
  return wanted.filter(({ id }) => within.has(id));
}

/** The areas with those in them; read today, with those whose single successor is one of them. */
async function areasUnder(db: QueryExecutorProvider, area: string | readonly string[], era: Era): Promise<string[]> {
  const before =
    era === 'now'
      ? sql`union select s.from_id from organisation.area_successor s join under on s.to_id = under.id where s.manner = 'one'`
      : sql``;
  const found = await sql<{ id: string }>`
    with recursive inside (id) as (
      select id from organisation.area where id = any(${typeof area === 'string' ? [area] : area}::uuid[])
      union select a.id from organisation.area a join inside on a.parent_id = inside.id
    ), under (id) as (select id from inside ${before})
    select id from under
  `.execute(db);
  return found.rows.map(({ id }) => id);
}

/** The last day of the span, or today while it runs. */
export function lastDayOf({ clock }: { readonly clock: Clock }, { to }: Pick<Span, 'to'>): Day {
  const [today, last] = [dayOf(clock()), addDays(to, -1)];
  return last < today ? last : today;
}

export const instantsOf = ({
  from,
  to,
}: Pick<Span, 'from' | 'to'>): { readonly from: Instant; readonly to: Instant } => ({
  from: instantAt(from, 0),
  to: instantAt(to, 0),
});

/** On the columns `unit_id` and `area_id` of a table. */
export const withinSpan = (table: string, { units, areas }: Span): RawBuilder<unknown> => sql`(
  ${units ? sql`${sql.ref(`${table}.unit_id`)} = any(${units.map(({ id }) => id)}::uuid[])` : sql`true`}
  and ${areas ? sql`${sql.ref(`${table}.area_id`)} = any(${areas}::uuid[])` : sql`true`})`;
