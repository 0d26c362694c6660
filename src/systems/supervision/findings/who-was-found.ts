/** Who was found: the units and the officers that a list of findings can be narrowed to. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Scope } from '../../../platform/permissions/permissions.ts';

/** Each by one look into an index. */
export async function listUnitsFound(
  db: QueryExecutorProvider,
  units: Scope,
): Promise<readonly { readonly id: string; readonly name: LocalText }[]> {
  if (units === 'none') return [];
  const found = await sql<{ id: string; name: LocalText }>`
    select u.id, u.name from organisation.unit u where ${within(units)}
      and exists (select 1 from supervision.finding f where f.unit_id = u.id)
    order by (u.name ->> 'vi') collate text.vi
  `.execute(db);
  return found.rows;
}

export interface Narrowed {
  readonly unit: string;
  readonly officer: string;
}

/**
 * Of the unit that the list is narrowed to; of a whole province they are thousands. From one officer to the next in finding_unit_officer_index, however
 * many findings each has. Who is asked for is among them.
 */
export async function listOfficersFound(
  db: QueryExecutorProvider,
  units: Scope,
  { unit, officer }: Narrowed,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  if (units === 'none' || (unit === '' && officer === '')) return [];
  const found = await sql<{ id: string; name: string }>`
    with recursive named (unit, officer) as (
      select u.id, null::uuid from organisation.unit u where u.id = ${unit || null}::uuid and ${within(units)}
      union all
      select n.unit, o.id from named n cross join lateral (
        select f.officer_id as id from supervision.finding f
        where f.unit_id = n.unit and f.officer_id > coalesce(n.officer, '00000000-0000-0000-0000-000000000000')
        order by f.officer_id limit 1) o
    ), asked as (
      select ${officer || null}::uuid as officer where exists (
        select 1 from supervision.finding f join organisation.unit u on u.id = f.unit_id
        where f.officer_id = ${officer || null}::uuid and ${within(units)})
    )
    select a.id, a.name from identity.account a
    where a.id in (select officer from named where officer is not null union select officer from asked)
    order by a.name collate text.vi
  `.execute(db);
  return found.rows;
}

const within = (units: Exclude<Scope, 'none'>) =>
  units === 'all' ? sql`true` : sql`u.id = any(${units.units}::uuid[])`;
