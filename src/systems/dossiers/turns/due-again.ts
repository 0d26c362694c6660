/** The times of a dossier by a calendar published since: an act of the program on each one that it moves. The promise on the receipt stays. */
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { DossierState } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { isMoved, type Since, timesBy } from '../running-dossiers.ts';

/** Read together with the version that the command carries. */
export interface ReckonDueAgain extends Command {
  readonly stepTerm: string | null;
  readonly since: Since;
}

/** What is paused has no due time, and what was decided is judged by the one it had. */
export function decideDueAgain(
  dossier: DossierState,
  { stepTerm, since }: ReckonDueAgain,
  { at, legal }: DecisionContext,
): Decision | Refusal {
  const was = { due: dossier.dueAt, step: dossier.stepDueAt, answer: dossier.answerDueAt };
  const is = timesBy({ ...dossier, times: was, stepTerm, since }, legal);
  if (!isMoved(was, is)) return refuse('dossiers.not-in-process');
  const dueMoves = was.due !== is.due;
  return decision({
    reckonsAgain: dueMoves,
    change: {
      ...(was.step === is.step ? {} : { step_due_at: is.step }),
      ...(was.answer === is.answer ? {} : { answer_due_at: is.answer }),
    },
    timers: dueMoves && dossier.definition.silence.effect === 'consent' ? { 'dossiers.silence': is.due } : {},
    entries: [
      {
        type: 'dossiers.due-reckoned-again',
        version: 2,
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          ...(dueMoves ? { was_due: iso(was.due), due: iso(is.due) } : {}),
          ...(was.step === is.step ? {} : { was_step_due: iso(was.step), step_due: iso(is.step) }),
          ...(was.answer === is.answer ? {} : { was_answer_by: iso(was.answer), answer_by: iso(is.answer) }),
        },
      },
    ],
  });
}

/** What runs goes on running: only its end moves. */
const iso = (at: Instant | null): string => isoOf(at as Instant);
