/** Loading a case for an act: its row, its clock and how often it was assigned, in one statement with what its own system keeps of it. */
import { type QueryExecutorProvider, type RawBuilder, type Selectable, sql } from 'kysely';
import { instant } from '../calendar/instant.ts';
import type { ClockEvent } from './act.ts';
import type { CaseRow, ClockEventKind } from './tables.ts';

export interface LoadedCase extends Selectable<CaseRow> {
  readonly clock: readonly ClockEvent[];
  readonly assignments: number;
}

/** Which cases an actor may see: by id lists resolved before the query, so the same answer checks one row and filters a list. */
export type CaseScope =
  | {
      readonly units: readonly string[];
      /** Also what these units are asked about and have not answered. */
      readonly consulted?: boolean;
      /** Also what these units have received for another authority or return for it: to look at and to follow, not to act on. */
      readonly taken?: boolean;
    }
  | { readonly applicant: string }
  /** The program's own acts, and public tracking by code, which shows no personal data. */
  | 'all';

/** `own` is a system's further column (`(select …) as name`, the case being `c`): a round trip less for every act. */
export async function loadCase<Own = unknown>(
  db: QueryExecutorProvider,
  by: { id: string } | { code: string },
  scope: CaseScope,
  own?: RawBuilder<Own>,
): Promise<(LoadedCase & Own) | undefined> {
  const key = 'id' in by ? sql`c.id = ${by.id}` : sql`c.code = ${by.code}`;
  const rows = await sql<Selectable<CaseRow> & { clock: StoredEvent[]; assignments: number } & Own>`
    select c.*,
      (select coalesce(json_agg(json_build_object('kind', e.kind, 'at', e.at, 'reason', e.reason, 'term', e.term, 'until', e.until) order by e.seq), '[]')
       from cases.clock_event e where e.case_id = c.id) as clock,
      (select count(*)::integer from cases.assignment a where a.case_id = c.id) as assignments
      ${own ? sql`, ${own}` : sql``}
    from cases.case c where ${key} and ${within(scope)}
  `.execute(db);
  const row = rows.rows[0];
  return row && { ...row, clock: clockOf(row.clock) };
}

export async function isWithin(db: QueryExecutorProvider, id: string, scope: CaseScope): Promise<boolean> {
  const rows = await sql`select 1 from cases.case c where c.id = ${id} and ${within(scope)}`.execute(db);
  return rows.rows.length > 0;
}

export const within = (scope: CaseScope) =>
  scope === 'all'
    ? sql`true`
    : 'applicant' in scope
      ? sql`c.applicant_id = ${scope.applicant}`
      : sql`(c.holding_unit = any(${scope.units}) or c.competent_unit = any(${scope.units})
          or (c.receiving_unit = any(${scope.units}) and ${scope.taken ? sql`true` : sql`not 'received-elsewhere' = any(c.flags)`})
          ${scope.taken ? sql`or c.returning_unit = any(${scope.units})` : sql``}
          ${scope.consulted ? sql`or ${isAsked(scope.units)}` : sql``})`;

const isAsked = (units: readonly string[]) => sql`(c.closed_at is null and exists (
  select 1 from cases.consultation q where q.case_id = c.id and q.unit_id = any(${units}) and q.answered_at is null))`;

/** The events of a clock as JSON gives them. */
export const clockOf = (events: readonly StoredEvent[]): ClockEvent[] => events.map(readEvent);

interface StoredEvent {
  kind: ClockEventKind;
  at: string;
  reason: string | null;
  term: string | null;
  until: string | null;
}

const readEvent = (event: StoredEvent): ClockEvent => ({
  kind: event.kind,
  at: instant(event.at),
  ...(event.reason === null ? {} : { reason: event.reason }),
  ...(event.term === null ? {} : { term: event.term }),
  ...(event.until === null ? {} : { until: instant(event.until) }),
});
