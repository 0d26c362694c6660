/** The times of a dossier by a calendar published since: an act of the program on each one that it moves. The promise on the receipt stays. */
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { Consultation, DossierState } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { isMoved, type MovedOpinion, type Since, timesBy } from '../running-dossiers.ts';
import { answeredRow, nextTime, owing, reminderOf, TIMER } from './consultation.ts';

/** Read together with the version that the command carries. */
export interface ReckonDueAgain extends Command {
  readonly stepTerm: string | null;
  readonly since: Since;
  /** The deadlines of other units that move. */
  readonly opinions: readonly MovedOpinion[];
}

/** What is paused has no due time, and what was decided is judged by the one it had. */
export function decideDueAgain(
  dossier: DossierState,
  { stepTerm, since, opinions }: ReckonDueAgain,
  { at, legal }: DecisionContext,
): Decision | Refusal {
  const was = { due: dossier.dueAt, step: dossier.stepDueAt, answer: dossier.answerDueAt };
  const is = timesBy({ ...dossier, times: was, stepTerm, since }, legal, at);
  if (!isMoved(was, is) && opinions.length === 0) return refuse('dossiers.not-in-process');
  const dueMoves = was.due !== is.due;
  return decision({
    reckonsAgain: dueMoves,
    change: {
      ...(was.step === is.step ? {} : { step_due_at: is.step }),
      ...(was.answer === is.answer ? {} : { answer_due_at: is.answer }),
    },
    timers: {
      ...(dueMoves && dossier.definition.silence.effect === 'consent' ? { 'dossiers.silence': is.due } : {}),
      ...(opinions.length === 0 ? {} : { [TIMER]: nextTime(opinionsAfter(dossier, opinions, { at, legal }), at) }),
    },
    rows: opinionsAfter(dossier, opinions, { at, legal })
      .filter(({ id }) => opinions.some((moved) => moved.id === id))
      .map(({ id, dueAt, remindAt }) =>
        answeredRow(id, { due_at: isoOf(dueAt), remind_at: remindAt === null ? null : isoOf(remindAt) }),
      ),
    entries: [
      {
        type: 'dossiers.due-reckoned-again',
        version: 3,
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          ...(dueMoves ? { was_due: iso(was.due), due: iso(is.due) } : {}),
          ...(was.step === is.step ? {} : { was_step_due: iso(was.step), step_due: iso(is.step) }),
          ...(was.answer === is.answer ? {} : { was_answer_by: iso(was.answer), answer_by: iso(is.answer) }),
          ...(opinions.length === 0
            ? {}
            : {
                asked: opinions.map(({ id, unit, was: before, due }) => ({
                  consultation: id,
                  unit,
                  was_due: isoOf(before),
                  due: isoOf(due),
                })),
              }),
        },
      },
    ],
  });
}

/** What units still owe, with the deadlines moved; who was reminded already is not reminded again. */
const opinionsAfter = (
  dossier: DossierState,
  opinions: readonly MovedOpinion[],
  { at, legal }: Pick<DecisionContext, 'at' | 'legal'>,
): Consultation[] =>
  owing(dossier).map((one) => {
    const moved = opinions.find(({ id }) => id === one.id);
    if (!moved) return one;
    const remindAt = one.remindedAt === null ? reminderOf(moved, at, legal) : one.remindAt;
    return { ...one, dueAt: moved.due, remindAt };
  });

/** What runs goes on running: only its end moves. */
const iso = (at: Instant | null): string => isoOf(at as Instant);
