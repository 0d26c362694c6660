/** Empty seats of a process: steps whose position is there and nobody holds it in some unit, so that dossiers would lie there until somebody does. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { processOf } from '../general-process.ts';
import { isAt, type Seat } from './check-seats.ts';

/** A role in the units of one kind: how many have a position of it, and in how many of these nobody sits. */
interface SeatGroup extends Seat {
  readonly units: number;
  readonly empty: number;
  /** The first few without anybody. */
  readonly names: readonly LocalText[];
}

export interface EmptySeat extends Pick<SeatGroup, 'role' | 'units' | 'empty' | 'names'> {
  readonly step: LocalText;
}

const NAMED = 5;

export async function listSeatGroups(db: QueryExecutorProvider, day: Day): Promise<readonly SeatGroup[]> {
  const found = await sql<SeatGroup>`
    with seat as (
      select p.role, u.id, u.key, u.name, u.kind, u.section, a.level, exists (
          select 1 from organisation.holding o join organisation.position q on q.id = o.position_id
          where q.unit_id = u.id and q.role = p.role and daterange(o.valid_from, o.valid_to, '[]') @> ${day}::date) as held
      from organisation.position p join organisation.unit u on u.id = p.unit_id left join organisation.area a on a.id = u.area_id
      where p.valid_to is null and u.valid_to is null group by p.role, u.id, a.level
    )
    select role, case when level = 'commune' then '' else key end as unit, kind, section, level,
      count(*)::integer as units, count(*) filter (where not held)::integer as empty,
      coalesce((array_agg(name order by key) filter (where not held))[1:${sql.lit(NAMED)}], '{}') as names
    from seat group by 1, 2, 3, 4, 5
  `.execute(db);
  return found.rows;
}

/** Pure. A section does its step where an authority has one, else the authority itself. */
export function emptySeatsOf(definition: ProcedureDefinition, groups: readonly SeatGroup[]): EmptySeat[] {
  const authority = definition.levels.at(-1)?.authority;
  if (authority === undefined) return [];
  return processOf(definition).steps.flatMap(({ role, unit, name }) => {
    const here = groups.filter((group) => group.role === role && isAt(group, unit, authority));
    const sections = here.filter(({ section }) => section !== null && unit === `section:${section}`);
    const [most] = (sections.length > 0 ? sections : here).toSorted((one, other) => other.units - one.units);
    return most && most.empty > 0
      ? [{ step: name, role, units: most.units, empty: most.empty, names: most.names }]
      : [];
  });
}
