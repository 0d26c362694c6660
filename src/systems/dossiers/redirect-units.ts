/** Redirect units: the units of the same place where somebody has the role of the dossier's present step. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { currentStep, type DossierState } from './dossier-state.ts';

export interface RedirectUnit {
  readonly id: string;
  readonly name: LocalText;
}

export async function listRedirectUnits(
  db: QueryExecutorProvider,
  dossier: DossierState,
  day: Day,
): Promise<RedirectUnit[]> {
  const found = await sql<RedirectUnit>`
    select u.id, u.name from organisation.unit u join organisation.unit here on here.id = ${dossier.holdingUnit} and here.area_id = u.area_id
    where u.id <> here.id and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date and exists (
      select 1 from organisation.position p join organisation.holding h on h.position_id = p.id
      where p.unit_id = u.id and p.role = ${currentStep(dossier)?.role ?? null} and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date)
    order by (u.name ->> 'vi') collate text.vi, u.id limit 100
  `.execute(db);
  return found.rows;
}
