/** Silence is consent: where the law says so, the end of the term without an answer lets the applicant go ahead. An act of the program. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { type DossierState, isClosed } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { stopClock } from './result.ts';

export interface DecideBySilence extends Command {}

/** Beside the outcome stands an omission: the office owed an answer. It never covers what a permit was missing for. */
export function decideBySilence(
  dossier: DossierState,
  _command: DecideBySilence,
  { at }: DecisionContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.definition.silence.effect !== 'consent') return refuse('dossiers.silence-not-lawful');
  if (dossier.status !== 'open' || dossier.waiting !== null) return refuse('dossiers.not-in-process');
  if (dossier.dueAt === null || at < dossier.dueAt) return refuse('dossiers.not-overdue');
  return decision({
    change: {
      status: 'closed',
      outcome: 'silence',
      closed_at: at,
      waiting: null,
      step_due_at: null,
      assignee_id: null,
    },
    clock: stopClock(dossier, at),
    timers: { 'dossiers.silence': null },
    entries: [
      {
        type: 'dossiers.decided-by-silence',
        dims: { ...dims(dossier, at), outcome: 'silence' },
        body: {
          code: dossier.code,
          basis: dossier.definition.silence.basis,
          omission_of: dossier.competentUnit,
          at_step: dossier.step,
        },
      },
    ],
  });
}
