/** A finding as acts read it: who it is about, where it stands, within what the reader may see. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { CaseState } from '../../../platform/cases/act.ts';
import type { CaseStatus } from '../../../platform/cases/tables.ts';
import type { Clause } from '../../../platform/conditions/explain.ts';
import type { Scope } from '../../../platform/permissions/permissions.ts';
import type { Severity } from '../scenario.ts';
import type { Conclusion } from '../tables.ts';

/** Who looks: their own findings, and with the permission those of units. */
export interface FindingReach {
  readonly accountId: string;
  /** Units of the positions held: what nobody in particular is answerable for there. */
  readonly seats: readonly string[];
  readonly units: Scope;
}

export interface FindingState extends CaseState {
  readonly code: string;
  readonly status: CaseStatus;
  readonly title: string;
  readonly scenario: string;
  readonly scenarioVersion: number;
  readonly severity: Severity;
  readonly subjectId: string;
  readonly subjectKind: string;
  readonly subjectCode: string;
  readonly entryId: string | null;
  readonly act: string;
  readonly procedure: string | null;
  readonly unit: string | null;
  readonly officer: string | null;
  readonly foundAt: Instant;
  readonly dueAt: Instant | null;
  readonly message: { readonly vi: string; readonly en: string };
  readonly clauses: Clause | null;
  readonly answeredAt: Instant | null;
  readonly concludedAt: Instant | null;
  /** Also `withdrawn`, with its rule. */
  readonly outcome: string | null;
  readonly conclusion: Conclusion | null;
  readonly escalations: number;
  readonly simulated: boolean;
}

/** Of rows `f` of supervision.finding. */
export function withinReach({ accountId, seats, units }: FindingReach): RawBuilder<unknown> {
  if (units === 'all') return sql`true`;
  const of = units === 'none' ? sql`false` : sql`f.unit_id = any(${units.units}::uuid[])`;
  return sql`(f.officer_id = ${accountId} or (f.officer_id is null and f.unit_id = any(${seats}::uuid[])) or ${of})`;
}

/** `reach` left out: the program itself. */
export async function findFinding(
  db: QueryExecutorProvider,
  asked: { readonly id: string } | { readonly code: string },
  reach?: FindingReach,
): Promise<FindingState | undefined> {
  const found = await sql<Omit<FindingState, 'kind' | 'clock' | 'assignments'>>`
    select c.id, c.version, c.competent_unit, c.code, c.status, c.title, c.due_at as "dueAt", c.outcome, c.simulated,
      f.scenario, f.scenario_version as "scenarioVersion", f.severity, f.subject_id as "subjectId", f.subject_kind as "subjectKind",
      f.subject_code as "subjectCode", f.entry_id as "entryId", f.act, f.procedure_code as procedure, f.unit_id as unit,
      f.officer_id as officer, f.found_at as "foundAt", f.message, f.clauses, f.answered_at as "answeredAt",
      f.concluded_at as "concludedAt", f.conclusion, f.escalations
    from cases.case c join supervision.finding f on f.case_id = c.id
    where ${'id' in asked ? sql`c.id = ${asked.id}` : sql`c.code = ${asked.code}`} and ${reach ? withinReach(reach) : sql`true`}
  `.execute(db);
  const row = found.rows[0];
  return row && { ...row, kind: 'finding', clock: [], assignments: 0 };
}

/** Answerable: the officer, or whoever sits in the unit where nobody in particular is. */
export const isAnswerable = (
  { officer, unit }: Pick<FindingState, 'officer' | 'unit'>,
  who: { readonly account?: string | undefined; readonly for?: string | undefined; readonly seats: readonly string[] },
): boolean =>
  officer === null ? unit !== null && who.seats.includes(unit) : officer === who.account || officer === who.for;
