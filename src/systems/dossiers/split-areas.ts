/** Areas of a split unit's open dossiers (chia hồ sơ theo địa bàn): how many concern each, and which of the units it was split into answers for it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { successorOf } from '../../platform/organisation/successor.ts';
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
  readonly name: LocalText | null;
  readonly count: number;
  /** The part that answers for the place; undefined where nothing says which. */
  readonly part: string | undefined;
}

/** Units that a unit was split into; none where one goes on alone, or nobody knows. */
export async function listParts(db: QueryExecutorProvider, unit: string): Promise<readonly SplitPart[]> {
  const found = await sql<SplitPart>`
    select u.id, u.code, u.name from organisation.unit_successor s join organisation.unit u on u.id = s.to_id
    where s.from_id = ${unit} and s.manner = 'by-subject' order by (u.name ->> 'vi') collate text.vi, u.id
  `.execute(db);
  return found.rows;
}

/** One statement counts them all, and each area is looked up once, however many dossiers concern it. */
export async function listSplitAreas(
  db: Db<DossierTables>,
  { unit, day }: { readonly unit: string; readonly day: Day },
): Promise<readonly SplitArea[]> {
  const found = await sql<{ code: string; name: LocalText | null; count: number; openedAt: Instant }>`
    with placed as (
      select c.opened_at, coalesce((
          select e.sealed::jsonb #>> '{dims,area}' from journal.entry e
          where e.subject_id = c.id and e.type = 'dossiers.dossier-submitted' order by e.recorded_at limit 1), '') as code
      from cases.case c
      where c.kind = 'dossier' and c.closed_at is null and (c.competent_unit = ${unit} or (c.holding_unit = ${unit} and not exists (
          select 1 from organisation.unit u where u.id = c.competent_unit and u.valid_to < ${day}::date)))
    ), counted as (
      select code, count(*)::integer as count, min(opened_at) as opened_at from placed group by code
    )
    select p.code, p.count, p.opened_at as "openedAt", (
        select a.name from organisation.area a where a.code = p.code order by a.valid_from desc nulls last limit 1) as name
    from counted p order by p.count desc, p.code
  `.execute(db);
  const areas: SplitArea[] = [];
  for (const { openedAt, ...area } of found.rows) {
    const place = await presentPlace(db, area.code, dayOf(openedAt));
    const successor = place === undefined ? undefined : await successorOf(db, unit, day, place);
    areas.push({ ...area, part: successor?.kind === 'unit' ? successor.unitId : undefined });
  }
  return areas;
}
