/** Candidates: who holds a step's role in the unit that holds a dossier, so that it may be given to them. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import { currentStep, type DossierState } from './dossier-state.ts';

export interface Candidate {
  readonly id: string;
  readonly name: string;
}

export async function listCandidates(
  db: QueryExecutorProvider,
  dossier: DossierState,
  at: Instant,
): Promise<Candidate[]> {
  const role = currentStep(dossier)?.role ?? null;
  const rows = await sql<Candidate>`
    select distinct a.id, a.name from organisation.position p
      join organisation.holding h on h.position_id = p.id and daterange(h.valid_from, h.valid_to, '[]') @> ${dayOf(at)}::date
      join identity.account a on a.id = h.account_id and a.disabled_at is null
    where p.unit_id = ${dossier.holdingUnit} and p.role = ${role} order by a.name, a.id
  `.execute(db);
  return rows.rows;
}
