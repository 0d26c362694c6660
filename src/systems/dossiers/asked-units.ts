/** Units that may be asked for an opinion: the others of the same place, and the departments of the province. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { DossierState } from './dossier-state.ts';

export interface AskableUnit {
  readonly id: string;
  readonly name: LocalText;
  /** Of the place of the office that decides; else of the province. */
  readonly near: boolean;
}

/** One-stop offices receive and return; they have no opinion of their own. */
export async function listAskable(
  db: QueryExecutorProvider,
  { competentUnit, holdingUnit }: Pick<DossierState, 'competentUnit' | 'holdingUnit'>,
  day: Day,
): Promise<AskableUnit[]> {
  const found = await sql<AskableUnit>`
    select u.id, u.name, u.area_id = here.area_id as near
    from organisation.unit u join organisation.area a on a.id = u.area_id
      cross join (select area_id from organisation.unit where id = ${competentUnit}) here
    where u.kind <> 'one-stop' and u.id is distinct from ${holdingUnit}
      and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date
      and (u.area_id = here.area_id or a.level = 'province' and u.kind <> 'section')
      and exists (select 1 from organisation.position p where p.unit_id = u.id)
    order by near desc, (u.name ->> 'vi') collate text.vi, u.id limit 100
  `.execute(db);
  return found.rows;
}
