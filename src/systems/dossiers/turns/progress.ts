/** Progress: completing a step, sending it back, giving it to a person. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { currentStep, type DossierState, isClosed, type PlannedStep } from '../dossier-state.ts';
import { arriveAt, dims } from '../process.ts';
import { arrive, stepAfter } from './arrival.ts';

export interface CompleteStep extends Command {
  /** An opinion or a result of the step; may be empty. */
  readonly note: string;
}

export interface SendBack extends Command {
  readonly reason: string;
}

export interface AssignDossier extends Command {
  readonly assignee: string;
}

/** Who may act at this step is the route's permission and the step's role; here is whether the dossier may move. */
export function decideCompleteStep(
  dossier: DossierState,
  command: CompleteStep,
  context: DecisionContext,
): Decision | Refusal {
  const step = workable(dossier);
  if ('kind' in step) return step;
  if (step.actions.includes('sign')) return refuse('dossiers.step-needs-signature');
  if (step.actions.includes('seal') || step.actions.includes('number')) return refuse('dossiers.step-needs-number');
  const next = stepAfter(dossier, step);
  if (!next) return refuse('dossiers.step-needs-hand-over');
  const arrived = arrive(dossier, next, context);
  const completed = {
    type: 'dossiers.step-completed',
    dims: dims(dossier, context.at),
    body: { code: dossier.code, step: step.key, next_step: next.key, to_unit: next.unitId },
    content: { note: command.note.trim() === '' ? undefined : command.note },
  };
  return decision({ ...arrived, entries: [completed, ...arrived.entries] });
}

export function decideSendBack(
  dossier: DossierState,
  command: SendBack,
  { at, legal }: DecisionContext,
): Decision | Refusal {
  const step = workable(dossier);
  if ('kind' in step) return step;
  const previous = dossier.steps[dossier.steps.indexOf(step) - 1];
  if (!previous) return refuse('dossiers.first-step');
  if (command.reason.trim() === '') return refuse('dossiers.reason-missing');
  return decision({
    change: arriveAt(dossier, previous, at, legal),
    rows:
      dossier.signedAt === null
        ? []
        : [
            {
              table: 'dossiers.dossier',
              op: 'update',
              key: { case_id: dossier.id },
              values: { signed_at: null, signed_file: null },
            },
          ],
    entries: [
      {
        type: 'dossiers.step-sent-back',
        dims: dims(dossier, at),
        body: { code: dossier.code, step: step.key, to_step: previous.key },
        content: { reason: command.reason },
      },
    ],
  });
}

export function decideAssignment(
  dossier: DossierState,
  command: AssignDossier,
  { at }: DecisionContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  return decision({
    change: { assignee_id: command.assignee },
    entries: [
      {
        type: 'dossiers.dossier-assigned',
        dims: dims(dossier, at),
        body: { code: dossier.code, to: command.assignee, step: dossier.step },
      },
    ],
  });
}

/** The present step of a dossier that is in the office's hands, or why it is not. */
export function workable(dossier: DossierState): PlannedStep | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status !== 'open') return refuse('dossiers.not-in-process');
  if (dossier.waiting !== null) return refuse('dossiers.waiting');
  const step = currentStep(dossier);
  return step ?? refuse('dossiers.not-in-process');
}
