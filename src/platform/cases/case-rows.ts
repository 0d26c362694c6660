/** Case rows: what a decision changes in the case engine's tables, as rows of one act. */
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Json } from '../db/json.ts';
import type { CaseState } from './act.ts';
import type { CaseChange, ClockEventDraft, Decision, RowChange } from './decision.ts';
import type { LegalClock } from './legal-clock.ts';

interface CaseWriting {
  readonly state: CaseState;
  readonly decision: Decision;
  readonly at: Instant;
  readonly version: number;
  readonly raises: boolean;
}

/** The rows of the case itself, its clock, timers and assignment; the system's own rows stand beside them. */
export function caseRows(legal: LegalClock, writing: CaseWriting, entryId: string): RowChange[] {
  const { state, decision, at, version, raises } = writing;
  const rows: RowChange[] = [];
  if (raises) {
    const clock = [...state.clock, ...decision.clock];
    const due: Record<string, Json> =
      decision.clock.length === 0 && !decision.reckonsAgain
        ? {}
        : { due_at: isoOrNull(legal.caseDue(clock, decision.change.competent_unit ?? state.competent_unit)) };
    const values = { ...changeToJson(decision.change), ...due, version, changed_at: isoOf(at) };
    rows.push({ table: 'cases.case', op: 'update', key: { id: state.id }, version: state.version, values });
  }
  rows.push(
    ...clockRows(state.id, state.clock.length, decision.clock, entryId),
    ...timerRows(state.id, decision.timers),
  );
  if (decision.change.assignee_id) rows.push(assignmentRow(state, decision.change, at));
  return rows;
}

export function clockRows(
  caseId: string,
  from: number,
  events: readonly ClockEventDraft[],
  entryId: string,
): RowChange[] {
  return events.map((event, index) => ({
    table: 'cases.clock_event',
    op: 'insert',
    values: {
      case_id: caseId,
      seq: from + index + 1,
      kind: event.kind,
      at: isoOf(event.at),
      reason: event.reason ?? null,
      term: event.term ?? null,
      until: isoOrNull(event.until ?? null),
      entry_id: entryId,
    },
  }));
}

export function timerRows(caseId: string, timers: Decision['timers']): RowChange[] {
  return Object.entries(timers).flatMap(([kind, fireAt]): RowChange[] => [
    { table: 'cases.timer', op: 'delete', key: { case_id: caseId, kind } },
    ...(fireAt === null
      ? []
      : [{ table: 'cases.timer', op: 'insert', values: { case_id: caseId, kind, fire_at: isoOf(fireAt) } } as const]),
  ]);
}

function assignmentRow(state: CaseState, change: CaseChange, at: Instant): RowChange {
  return {
    table: 'cases.assignment',
    op: 'insert',
    values: {
      case_id: state.id,
      seq: state.assignments + 1,
      account_id: change.assignee_id as string,
      unit_id: change.holding_unit ?? state.competent_unit,
      step: change.step ?? null,
      assigned_at: isoOf(at),
    },
  };
}

const INSTANT_COLUMNS = ['received_at', 'promised_at', 'step_due_at', 'answer_due_at', 'closed_at'] as const;

/** A case change as JSON for SQL: instants become ISO text. */
export function changeToJson(change: CaseChange): Record<string, Json> {
  const json: Record<string, Json> = {};
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue;
    json[key] = (INSTANT_COLUMNS as readonly string[]).includes(key)
      ? isoOrNull(value as Instant | null)
      : (value as Json);
  }
  return json;
}

export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoOf(at));
