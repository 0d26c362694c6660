/** Timers of incidents: nobody has taken it, a step is overdue, the drill is over. The program says so once, in the incident's log. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { actOnCase, type DecisionContext } from '../../platform/cases/act.ts';
import { decision, type Decision, type Refusal } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { TimerHandler } from '../../platform/system/define-system.ts';
import { type IncidentCommand, type IncidentState, load } from './incident-state.ts';
import { DRILL_OVER, STEP_DUE, TAKE_BY } from './open-incident.ts';
import type { CentreTables } from './tables.ts';
import { closed, decideClosing, isClosed } from './turns.ts';

type Decide = (state: IncidentState, command: IncidentCommand, context: DecisionContext) => Decision | Refusal;

const timer =
  (name: string, decide: Decide): TimerHandler<CentreTables> =>
  async ({ acting }, { caseId }) => {
    const command = { commandId: newId(), caseId, reach: 'all' as const };
    await actOnCase(acting, programActor(name), command, { name, load, decide });
    return undefined;
  };

export function decideNobodyTook(state: IncidentState): Decision | Refusal {
  if (isClosed(state)) return closed(state);
  return decision({
    change: { flags: [...(state.drillId ? ['drill'] : []), 'untaken'] },
    timers: { [TAKE_BY]: null },
    entries: [{ type: 'operations-centre.nobody-took', body: { code: state.code } }],
  });
}

export function decideStepsOverdue(state: IncidentState, _: unknown, { at }: Pick<DecisionContext, 'at'>) {
  if (isClosed(state)) return closed(state);
  const open = state.steps.filter(({ doneAt, overdueAt }) => doneAt === null && overdueAt === null);
  const late = open.filter(({ dueAt }) => dueAt <= at);
  const next = open.filter(({ dueAt }) => dueAt > at).map(({ dueAt }) => dueAt);
  return decision({
    timers: { [STEP_DUE]: next.length === 0 ? null : (Math.min(...next) as Instant) },
    rows: late.map(({ key }) => ({
      table: 'operations_centre.step',
      op: 'update',
      key: { case_id: state.id, key },
      values: { overdue_at: isoOf(at) },
    })),
    entries: [
      {
        type: 'operations-centre.steps-overdue',
        body: { code: state.code, steps: late.map(({ key }) => key) },
      },
    ],
  });
}

const decideDrillOver: Decide = (state, _, { at }) =>
  isClosed(state) ? closed(state) : decideClosing(state, { outcome: 'drill-over', at });

export const centreTimers: Readonly<Record<string, TimerHandler<CentreTables>>> = {
  [TAKE_BY]: timer(TAKE_BY, decideNobodyTook),
  [STEP_DUE]: timer(STEP_DUE, decideStepsOverdue),
  [DRILL_OVER]: timer(DRILL_OVER, decideDrillOver),
};
