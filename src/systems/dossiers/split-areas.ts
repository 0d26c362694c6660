/** Areas of a split unit's open dossiers (chia hồ sơ theo địa bàn): how many concern each, and which of the units it was split into answers for it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { successorOf } from '../../platform/organisation/successor.ts';
import { ofEndedUnit } from './orphans.ts';
import { presentPlace } from './succession.ts';
import type { DossierTables } from './tables.ts';

export interface SplitPart {
  readonly id: string;
  readonly code: string | null;
  readonly name: LocalText;
}

export interface SplitArea {
  /** Of the commune as it was named when they were handed in; empty where none was. */
  readonly code: string;
  /** As it was called then, oldest first: a code that was given again has two, and nobody knows which of them a choice would mean. */
  readonly names: readonly LocalText[];
  readonly count: number;
  /** The part that answers for the place; undefined where nothing says which. */
  readonly part: string | undefined;
}

/** Units that go on with what a unit was split into: where a part has ended too, whoever took over from it. */
export async function listParts(
  db: QueryExecutorProvider,
  { unit, day }: { readonly unit: string; readonly day: Day },
): Promise<readonly SplitPart[]> {
  const found = await sql<SplitPart>`
    with recursive onward as (
      select to_id as id, 0 as steps from organisation.unit_successor where from_id = ${unit} and manner = 'by-subject'
      union
      select s.to_id, steps + 1 from onward join organisation.unit u on u.id = onward.id and u.valid_to < ${day}::date
        join organisation.unit_successor s on s.from_id = u.id where s.to_id is not null and steps < 10
    ) select u.id, u.code, u.name from organisation.unit u
    where u.id in (select id from onward) and (u.valid_to is null or u.valid_to >= ${day}::date)
    order by (u.name ->> 'vi') collate text.vi, u.id
  `.execute(db);
  return found.rows;
}

/** One statement counts them all, and each area is looked up once, however many dossiers concern it. */
export async function listSplitAreas(
  db: Db<DossierTables>,
  { unit, day }: { readonly unit: string; readonly day: Day },
): Promise<readonly SplitArea[]> {
  const found = await sql<{ code: string; names: LocalText[]; count: number; openedAt: Instant; eras: number }>`
    with placed as (
      select c.opened_at, coalesce((
          select e.sealed::jsonb #>> '{dims,area}' from journal.entry e
          where e.subject_id = c.id and e.type = 'dossiers.dossier-submitted' order by e.recorded_at limit 1), '') as code
      from cases.case c where ${ofEndedUnit(unit, day)}
    ), counted as (
      select p.code, a.name, a.valid_from, count(*) as count, min(p.opened_at) as opened_at
      from placed p left join organisation.area a on a.code = p.code
        and daterange(a.valid_from, a.valid_to, '[]') @> (p.opened_at at time zone 'Asia/Ho_Chi_Minh')::date
      group by p.code, a.id
    )
    select code, sum(count)::integer as count, min(opened_at) as "openedAt", count(*)::integer as eras,
      coalesce(json_agg(name order by valid_from nulls first) filter (where name is not null), '[]') as names
    from counted group by code order by count desc, code
  `.execute(db);
  const areas: SplitArea[] = [];
  for (const { openedAt, eras, ...area } of found.rows) {
    const place = eras > 1 ? undefined : await presentPlace(db, area.code, dayOf(openedAt));
    const successor = place === undefined ? undefined : await successorOf(db, unit, day, place);
    areas.push({ ...area, part: successor?.kind === 'unit' ? successor.unitId : undefined });
  }
  return areas;
}
