/** Candidates: who does a step's role in the unit that holds a dossier, by their own right or by delegation, and is there today; so that it may be given to them. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
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
  const seated = await listSeated(db, { unit: dossier.holdingUnit, role, at });
  return seated.filter(({ away }) => !away).map(({ id, name }) => ({ id, name }));
}

export interface Seated extends Candidate {
  /** By their own right; else by delegation alone. */
  readonly own: boolean;
  readonly away: boolean;
  /** Stands in for them while they are away. */
  readonly substitute: string | null;
}

/** Everybody who may do the role's work in the unit today, those who are away with it said. */
export async function listSeated(
  db: QueryExecutorProvider,
  { unit, role, at }: { readonly unit: string | null; readonly role: string | null; readonly at: Instant },
): Promise<Seated[]> {
  const day = dayOf(at);
  const rows = await sql<Seated>`
    select a.id, a.name, seat.own, b.id is not null as away, b.substitute_id as substitute
    from (select account_id, bool_or(own) as own from (
      select h.account_id, true as own from organisation.position p join organisation.holding h on h.position_id = p.id
        where p.unit_id = ${unit} and p.role = ${role} and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date
      union
      select d.to_account, false from organisation.position p join organisation.delegation d on d.position_id = p.id
        where p.unit_id = ${unit} and p.role = ${role} and daterange(d.valid_from, d.valid_to, '[]') @> ${day}::date
          and (d.ended_at is null or d.ended_at > ${isoOf(at)}::timestamptz)
          and exists (select 1 from organisation.holding o where o.account_id = d.from_account and o.position_id = d.position_id
            and daterange(o.valid_from, o.valid_to, '[]') @> ${day}::date)
    ) held group by account_id) seat join identity.account a on a.id = seat.account_id and a.disabled_at is null
      left join organisation.absence b on b.account_id = a.id and daterange(b.valid_from, b.valid_to, '[]') @> ${day}::date
        and (b.ended_at is null or b.ended_at > ${isoOf(at)}::timestamptz)
    order by a.name, a.id
  `.execute(db);
  return rows.rows;
}
