/** Dossier of a ticket: what was opened for the person at the place; found among the hall's own, in the table that every queue reads. */
import type { CounterDb } from './hall-act.ts';

export const findDossierOf = (
  db: CounterDb,
  { unitId, dossier }: { readonly unitId: string; readonly dossier: string },
) =>
  db
    .selectFrom('cases.case')
    .select('code')
    .where('kind', '=', 'dossier')
    .where('code', '=', dossier)
    .where((where) =>
      where.or([
        where('receiving_unit', '=', unitId),
        where('returning_unit', '=', unitId),
        where('holding_unit', '=', unitId),
      ]),
    )
    .executeTakeFirst();
