/** Register units: the offices whose register somebody may read, with those of the units they took over. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { Scope } from '../../platform/permissions/permissions.ts';

export interface RegisterUnit {
  readonly id: string;
  readonly name: LocalText;
  /** The body it belongs to: "Ủy ban nhân dân xã Tân Biên". */
  readonly body: LocalText | null;
  /** Where papers are dated: "Tân Biên". */
  readonly place: string | null;
}

/** Those that have ever received a dossier, by name. Who answers for a unit keeps the books of what it took over. */
export async function listRegisterUnits(db: QueryExecutorProvider, reach: Scope): Promise<RegisterUnit[]> {
  if (reach === 'none') return [];
  const held = reach === 'all' ? sql`true` : sql`u.id = any(${reach.units}::uuid[])`;
  const found = await sql<RegisterUnit>`
    with recursive kept (id) as (
      select u.id from organisation.unit u where ${held}
      union
      select s.from_id from organisation.unit_successor s join kept k on s.to_id = k.id where s.manner = 'one'
    )
    select u.id, u.name, b.name as body, a.proper as place from kept k
    join organisation.unit u on u.id = k.id
    left join organisation.unit b on b.id = u.parent_id
    left join organisation.area a on a.id = coalesce(u.area_id, b.area_id)
    where exists (select 1 from cases.case c where c.receiving_unit = u.id and c.received_at is not null)
    order by coalesce(b.name ->> 'vi', '') collate text.vi, (u.name ->> 'vi') collate text.vi, u.id
  `.execute(db);
  return found.rows;
}
