/** The due time by a calendar published since: an act of the program on each open dossier that it moves. The promise on the receipt stays. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { DossierState } from '../dossier-state.ts';
import { dims } from '../process.ts';

export interface ReckonDueAgain extends Command {}

/** What is paused has no due time, and what was decided is judged by the one it had. */
export function decideDueAgain(
  dossier: DossierState,
  _command: ReckonDueAgain,
  { at, legal }: DecisionContext,
): Decision | Refusal {
  const due = legal.caseDue(dossier.clock, dossier.competentUnit);
  if (dossier.status !== 'open' || dossier.dueAt === null || due === null || due === dossier.dueAt)
    return refuse('dossiers.not-in-process');
  return decision({
    reckonsAgain: true,
    timers: dossier.definition.silence.effect === 'consent' ? { 'dossiers.silence': due } : {},
    entries: [
      {
        type: 'dossiers.due-reckoned-again',
        dims: dims(dossier, at),
        body: { code: dossier.code, was_due: isoOf(dossier.dueAt), due: isoOf(due) },
      },
    ],
  });
}
