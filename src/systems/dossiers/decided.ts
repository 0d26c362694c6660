/** Decided dossiers, as other systems may ask about them: whose, by whom, and whether there is a result to judge. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';

export interface DecidedDossier {
  readonly caseId: string;
  readonly code: string;
  readonly procedure: string;
  readonly procedureCode: string;
  readonly competentUnit: string;
  readonly receivingUnit: string;
  /** It was answered: approved, refused with reasons, or allowed by silence. */
  readonly isDecided: boolean;
  readonly simulated: boolean;
}

/** The applicant's own; undefined for another's as for one that is not there. */
export async function findOwnDossier(
  db: QueryExecutorProvider,
  { code, accountId }: { readonly code: string; readonly accountId: string },
): Promise<DecidedDossier | undefined> {
  const found = await sql<DecidedDossier>`
    select c.id as "caseId", c.code, c.title as procedure, d.procedure_code as "procedureCode", c.competent_unit as "competentUnit",
      c.receiving_unit as "receivingUnit", c.simulated,
      c.status in ('decided', 'closed') and coalesce(c.outcome in ('approved', 'rejected', 'silence'), false) as "isDecided"
    from cases.case c join dossiers.dossier d on d.case_id = c.id where c.code = ${code} and c.applicant_id = ${accountId}
  `.execute(db);
  return found.rows[0];
}

/** How many dossiers each unit has answered since then: what a share is a share of. */
export async function countDecided(db: QueryExecutorProvider, since: Instant): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ unit: string; count: number }>`
    select c.competent_unit as unit, count(*)::integer as count from cases.case c
    where c.kind = 'dossier' and c.status in ('decided', 'closed') and c.outcome in ('approved', 'rejected', 'silence')
      and c.changed_at >= to_timestamp(${since / 1000}) and c.competent_unit is not null
    group by c.competent_unit
  `.execute(db);
  return new Map(found.rows.map((row) => [row.unit, row.count]));
}
