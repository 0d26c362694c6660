/** Units and areas as they stood on a day. */
import { type Selectable, sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { platformPart } from '../db/platform-part.ts';
import type { UnitKind } from './definition.ts';
import type { AreaLevel, AreaRow, UnitRow } from './tables.ts';

export type FoundArea = Selectable<AreaRow>;
export type FoundUnit = Selectable<UnitRow>;

/** The unit that bore this code (mã định danh) on the day. */
export async function unitAt<T>(db: Db<T>, code: string, day: Day): Promise<FoundUnit | undefined> {
  return units(db, day).where('code', '=', code).executeTakeFirst();
}

/** Whatever its days: what an old case points to is still named. */
export async function findUnit<T>(db: Db<T>, id: string): Promise<FoundUnit | undefined> {
  return platformPart(db).selectFrom('organisation.unit').selectAll().where('id', '=', id).executeTakeFirst();
}

export interface UnitFilter {
  readonly day: Day;
  readonly kind?: UnitKind;
  readonly areaId?: string;
  readonly parentId?: string;
}

/** In the order of their codes' numbers (H53.2 before H53.10), then of the Vietnamese alphabet. */
export async function listUnits<T>(db: Db<T>, filter: UnitFilter): Promise<FoundUnit[]> {
  let query = units(db, filter.day);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.areaId) query = query.where('area_id', '=', filter.areaId);
  if (filter.parentId) query = query.where('parent_id', '=', filter.parentId);
  return query
    .orderBy(sql`string_to_array(regexp_replace(code, '[^0-9.]', '', 'g'), '.')::integer[]`, (by) =>
      by.asc().nullsLast(),
    )
    .orderBy(sql`(name ->> 'vi') collate text.vi`)
    .orderBy('id')
    .execute();
}

/** The unit itself and every unit under it on the day, by id. */
export async function unitsUnder<T>(db: Db<T>, unitId: string, day: Day): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive under as (
      select id from organisation.unit where id = ${unitId}
      union
      select u.id from organisation.unit u join under on u.parent_id = under.id
      where daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date
    ) select id from under
  `.execute(db);
  return found.rows.map((row) => row.id);
}

/** Where a unit receives people: itself when it is a one-stop office, else the one beside or above it that is nearest. */
export async function oneStopOf<T>(db: Db<T>, unitId: string, day: Day): Promise<FoundUnit | undefined> {
  const found = await sql<FoundUnit>`
    with recursive above as (
      select id, parent_id, 0 as height from organisation.unit where id = ${unitId}
      union all
      select u.id, u.parent_id, height + 1 from organisation.unit u join above on u.id = above.parent_id where height < 10
    )
    select u.* from above join organisation.unit u on (u.id = above.id or u.parent_id = above.id) and u.kind = 'one-stop'
    where daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date
    order by above.height, u.id limit 1
  `.execute(db);
  return found.rows[0];
}

/** GSO codes were given again on 2025-07-01: a code names an area only together with a day. */
export async function areaAt<T>(db: Db<T>, code: string, day: Day): Promise<FoundArea | undefined> {
  return areas(db, day).where('code', '=', code).executeTakeFirst();
}

/** In the order of the Vietnamese alphabet. */
export async function listAreas<T>(
  db: Db<T>,
  filter: { readonly day: Day; readonly level: AreaLevel; readonly parentId?: string },
): Promise<FoundArea[]> {
  let query = areas(db, filter.day).where('level', '=', filter.level);
  if (filter.parentId) query = query.where('parent_id', '=', filter.parentId);
  return query.orderBy(sql`proper collate text.vi`).orderBy('code').execute();
}

const units = <T>(db: Db<T>, day: Day) =>
  platformPart(db).selectFrom('organisation.unit').selectAll().where(holdsOnDay(day));

const areas = <T>(db: Db<T>, day: Day) =>
  platformPart(db).selectFrom('organisation.area').selectAll().where(holdsOnDay(day));

/** Both days included; a missing one is endless. */
const holdsOnDay = (day: Day) => sql<boolean>`daterange(valid_from, valid_to, '[]') @> ${day}::date`;
