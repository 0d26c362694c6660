/** Turns of an incident (các bước của sự cố): what each act changes, as pure decisions. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { DecisionContext } from '../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse, type RowChange } from '../../platform/cases/decision.ts';
import type { Severity } from '../../platform/system/contributions.ts';
import { type IncidentCommand, type IncidentState, OUTCOMES } from './incident-state.ts';
import { DRILL_OVER, STEP_DUE, TAKE_BY } from './open-incident.ts';

export interface TakeIncident extends IncidentCommand {
  /** The unit that the officer acts for. */
  readonly unitId: string;
}

export function decideTake(state: IncidentState, { unitId }: TakeIncident, { actor, at }: DecisionContext) {
  if (isClosed(state)) return closed(state);
  if (state.assigneeId === actor.id) return refuse('operations-centre.yours-already');
  return decision({
    change: { assignee_id: actor.id, holding_unit: unitId, step: state.stage === 'new' ? 'taken' : state.stage },
    timers: { [TAKE_BY]: null },
    rows: [heldRow(state, actor.id, at)],
    entries: [{ type: 'operations-centre.incident-taken', body: { code: state.code } }],
    answer: { code: state.code },
  });
}

export function decideOnSite(state: IncidentState): Decision | Refusal {
  if (isClosed(state)) return closed(state);
  if (state.stage === 'new') return refuse('operations-centre.take-first');
  if (state.stage === 'on-site') return refuse('operations-centre.on-site-already');
  return decision({
    change: { step: 'on-site' },
    entries: [{ type: 'operations-centre.incident-on-site', body: { code: state.code } }],
    answer: { code: state.code },
  });
}

export interface HandOver extends IncidentCommand {
  /** Account and unit of who takes it on; undefined when nobody was chosen or they may not. */
  readonly to: { readonly accountId: string; readonly unitId: string } | undefined;
  readonly note: string;
}

export function decideHandOver(state: IncidentState, { to, note }: HandOver, { at }: DecisionContext) {
  if (isClosed(state)) return closed(state);
  if (!to) return refuse('operations-centre.nobody-chosen');
  if (to.accountId === state.assigneeId) return refuse('operations-centre.holds-it-already');
  if (note === '') return refuse('operations-centre.note-missing');
  return decision({
    change: {
      assignee_id: to.accountId,
      holding_unit: to.unitId,
      step: state.stage === 'new' ? 'taken' : state.stage,
    },
    timers: { [TAKE_BY]: null },
    rows: [heldRow(state, to.accountId, at)],
    entries: [
      {
        type: 'operations-centre.incident-handed-over',
        body: { code: state.code, to: to.accountId, unit: to.unitId },
        content: { note },
      },
    ],
    answer: { code: state.code },
  });
}

export interface ChangeSeverity extends IncidentCommand {
  readonly severity: Severity;
  readonly note: string;
}

export function decideSeverity(state: IncidentState, { severity, note }: ChangeSeverity): Decision | Refusal {
  if (isClosed(state)) return closed(state);
  if (!Number.isInteger(severity) || severity < 1 || severity > 5) return refuse('operations-centre.no-such-level');
  if (severity === state.severity) return refuse('operations-centre.same-level', { level: severity });
  return decision({
    rows: [incidentRow(state, { severity })],
    entries: [
      {
        type: 'operations-centre.severity-changed',
        body: { code: state.code, from: state.severity, to: severity },
        content: { note: note === '' ? undefined : note },
      },
    ],
    answer: { code: state.code },
  });
}

export interface TickStep extends IncidentCommand {
  readonly step: string;
  readonly done: boolean;
}

/** Whoever does a step on something nobody holds has not taken it by that. */
export function decideTick(state: IncidentState, { step, done }: TickStep, { actor, at }: DecisionContext) {
  if (isClosed(state)) return closed(state);
  const found = state.steps.find(({ key }) => key === step);
  if (!found) return refuse('operations-centre.no-such-step');
  if ((found.doneAt !== null) === done)
    return refuse(done ? 'operations-centre.step-done-already' : 'operations-centre.step-not-done');
  const left = state.steps.filter(({ key, doneAt }) => (key === step ? !done : doneAt === null));
  return decision({
    timers: { [STEP_DUE]: nextDue(left) },
    rows: [
      {
        table: 'operations_centre.step',
        op: 'update',
        key: { case_id: state.id, key: step },
        values: { done_at: done ? isoOf(at) : null, done_by: done ? actor.id : null },
      },
    ],
    entries: [
      {
        type: done ? 'operations-centre.step-done' : 'operations-centre.step-undone',
        body: { code: state.code, step },
      },
    ],
    answer: { code: state.code },
  });
}

/** When the next of the steps is due that was not said to be overdue: one whose time has come meanwhile is said to be at once. */
function nextDue(left: IncidentState['steps']): Instant | null {
  const coming = left.filter(({ overdueAt }) => overdueAt === null).map(({ dueAt }) => dueAt);
  return coming.length === 0 ? null : (Math.min(...coming) as Instant);
}

export interface AddNote extends IncidentCommand {
  readonly note: string;
}

export function decideNote(state: IncidentState, { note }: AddNote): Decision | Refusal {
  if (note === '') return refuse('operations-centre.note-missing');
  return decision({
    entries: [{ type: 'operations-centre.note-added', body: { code: state.code }, content: { note } }],
    answer: { code: state.code },
  });
}

export interface CloseIncident extends IncidentCommand {
  readonly outcome: string;
  readonly note: string;
}

export function decideClose(state: IncidentState, { outcome, note }: CloseIncident, { at }: DecisionContext) {
  if (isClosed(state)) return closed(state);
  if (!(OUTCOMES as readonly string[]).includes(outcome)) return refuse('operations-centre.outcome-missing');
  if (note === '') return refuse('operations-centre.note-missing');
  return decideClosing(state, { outcome, note, at });
}

export const decideClosing = (
  state: IncidentState,
  { outcome, note, at }: { readonly outcome: string; readonly note?: string; readonly at: Instant },
): Decision =>
  decision({
    change: { status: 'closed', outcome, closed_at: at },
    timers: { [TAKE_BY]: null, [STEP_DUE]: null, [DRILL_OVER]: null },
    rows: [incidentRow(state, { closed_at: isoOf(at) })],
    entries: [{ type: 'operations-centre.incident-closed', body: { code: state.code, outcome }, content: { note } }],
    answer: { code: state.code },
  });

/** What was joined into another stays closed: its signals are there now; so does what belongs to a drill that is over. */
export function decideReopen(state: IncidentState, { note }: AddNote, { at }: Pick<DecisionContext, 'at'>) {
  if (!isClosed(state)) return refuse('operations-centre.not-closed');
  if (state.outcome === 'joined') return refuse('operations-centre.joined-stays-closed');
  const { drillOverAt } = state;
  if (drillOverAt !== null && drillOverAt <= at) return refuse('operations-centre.drill-is-over');
  if (note === '') return refuse('operations-centre.note-missing');
  const left = state.steps.filter(({ doneAt }) => doneAt === null);
  return decision({
    change: { status: 'open', outcome: null, closed_at: null },
    timers: { [STEP_DUE]: nextDue(left), ...(drillOverAt !== null && { [DRILL_OVER]: drillOverAt }) },
    rows: [incidentRow(state, { closed_at: null })],
    entries: [{ type: 'operations-centre.incident-reopened', body: { code: state.code }, content: { note } }],
    answer: { code: state.code },
  });
}

const heldRow = (state: IncidentState, holder: string, at: Instant): RowChange =>
  incidentRow(state, { holder_id: holder, ...(state.takenAt === null && { taken_at: isoOf(at) }) });

export const isClosed = ({ status }: IncidentState): boolean => status === 'closed';

export const closed = ({ code }: IncidentState): Refusal => refuse('operations-centre.closed', { code });

export const incidentRow = (
  { id }: Pick<IncidentState, 'id'>,
  values: Record<string, string | number | null>,
): RowChange => ({ table: 'operations_centre.incident', op: 'update', key: { case_id: id }, values });
