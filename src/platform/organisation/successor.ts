/** Legal succession: which unit answers on a day for what an earlier unit began. What is not written down is unknown, and an administrator then names it. */
import { sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { platformPart } from '../db/platform-part.ts';
import { type FoundUnit, findUnit } from './find-units.ts';

export type Successor =
  /** `path` are the units passed on the way, oldest first; empty when the unit itself still exists. */
  | { readonly kind: 'unit'; readonly unitId: string; readonly path: readonly string[] }
  /** The commune of the place concerned decides: ask again with `place`. */
  | { readonly kind: 'by-place'; readonly of: string }
  /** The subject of the matter decides between these: not exactly one of their areas holds the place. */
  | { readonly kind: 'by-subject'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown'; readonly of: string };

/** Successions in a row: a unit that was split, merged and renamed in one decade is still found; a circle in the data is not followed for ever. */
const MOST_STEPS = 10;

/**
 * `place` is the area, valid on the day, of the residence, plot or business concerned: with it a district's matter finds
 * the present commune's unit. Undefined when there is no such unit.
 */
export async function successorOf<T>(
  db: Db<T>,
  unitId: string,
  day: Day,
  place?: string,
): Promise<Successor | undefined> {
  let unit = await findUnit(db, unitId);
  if (!unit) return undefined;
  const path: string[] = [];
  while (unit.valid_to !== null && unit.valid_to < day && path.length < MOST_STEPS) {
    const of: FoundUnit = unit;
    const next = await stepFrom(db, of, day, place);
    if (next.kind !== 'unit') return next;
    path.push(of.id);
    unit = (await findUnit(db, next.unitId)) as FoundUnit;
  }
  return path.length === MOST_STEPS ? { kind: 'unknown', of: unitId } : { kind: 'unit', unitId: unit.id, path };
}

async function stepFrom<T>(db: Db<T>, unit: FoundUnit, day: Day, place: string | undefined): Promise<Successor> {
  const rows = await platformPart(db)
    .selectFrom('organisation.unit_successor')
    .select(['to_id', 'manner'])
    .where('from_id', '=', unit.id)
    .execute();
  const to = rows.flatMap((row) => row.to_id ?? []);
  const manner = rows[0]?.manner ?? 'unknown';
  if (manner === 'one') return { kind: 'unit', unitId: to[0] as string, path: [] };
  if (manner === 'by-subject') {
    const only = place === undefined ? undefined : await onlyFor(db, to, place);
    return only === undefined ? { kind: 'by-subject', candidates: to } : { kind: 'unit', unitId: only, path: [] };
  }
  if (manner === 'unknown') return { kind: 'unknown', of: unit.id };
  if (!place) return { kind: 'by-place', of: unit.id };
  const counterpart = await counterpartIn(db, unit, place, day);
  return counterpart ? { kind: 'unit', unitId: counterpart, path: [] } : { kind: 'unknown', of: unit.id };
}

/** The unit of the same kind and field of work in an area; where there is none, the area's people's committee. */
async function counterpartIn<T>(db: Db<T>, unit: FoundUnit, areaId: string, day: Day): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select id from organisation.unit
    where area_id = ${areaId} and daterange(valid_from, valid_to, '[]') @> ${day}::date
      and ((kind = ${unit.kind} and section is not distinct from ${unit.section}) or kind = 'people-committee')
    order by kind <> ${unit.kind}, id limit 1
  `.execute(db);
  return found.rows[0]?.id;
}

/** The one of these units whose area is the place or holds it. A wider area beside it may mean another field of work, so two decide nothing. */
async function onlyFor<T>(db: Db<T>, units: readonly string[], place: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    with recursive up as (
      select id, parent_id from organisation.area where id = ${place}
      union all
      select a.id, a.parent_id from up join organisation.area a on a.id = up.parent_id
    ) select u.id from up join organisation.unit u on u.area_id = up.id where u.id = any(${units})
  `.execute(db);
  return found.rows.length === 1 ? found.rows[0]?.id : undefined;
}
