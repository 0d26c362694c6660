/** Progress: completing a step, sending it back, giving it to a person. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import type { Json } from '../../../platform/db/json.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { type DossierState, isClosed } from '../dossier-state.ts';
import { arriveAt, dims } from '../process.ts';
import { type DossierContext, workable } from '../your-step.ts';
import { arrive, stepAfter } from './arrival.ts';
import { refuseUnended } from './linked.ts';

export interface CompleteStep extends Command {
  /** An opinion or a result of the step; may be empty. */
  readonly note: string;
  /** What the result paper says beside the applicant's answers: book, number, amounts. */
  readonly office?: Answers;
}

export interface SendBack extends Command {
  readonly reason: string;
}

export interface AssignDossier extends Command {
  readonly assignee: string;
  /** Needed where it is taken from somebody. */
  readonly reason: string;
  /** Who is away, where the program gives it to who stands in. */
  readonly inPlaceOf?: string | null;
}

export function decideCompleteStep(
  dossier: DossierState,
  command: CompleteStep,
  context: DossierContext,
): Decision | Refusal {
  const step = workable(dossier, context);
  if ('kind' in step) return step;
  if (step.actions.includes('sign')) return refuse('dossiers.step-needs-signature');
  if (step.actions.includes('seal') || step.actions.includes('number')) return refuse('dossiers.step-needs-number');
  const unended = refuseUnended(dossier, step);
  if (unended) return unended;
  const next = stepAfter(dossier, step);
  if (!next) return refuse('dossiers.step-needs-hand-over');
  const arrived = arrive(dossier, next, context);
  const completed = {
    type: 'dossiers.step-completed',
    dims: dims(dossier, context.at),
    body: { code: dossier.code, step: step.key, next_step: next.key, to_unit: next.unitId },
    content: {
      note: command.note.trim() === '' ? undefined : command.note,
      office: command.office as Json | undefined,
    },
  };
  return decision({ ...arrived, entries: [completed, ...arrived.entries] });
}

export function decideSendBack(dossier: DossierState, command: SendBack, context: DossierContext): Decision | Refusal {
  const { at, legal } = context;
  const step = workable(dossier, context);
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
              values: { signed_at: null, signed_file: null, check_code: null },
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
  const { assignee: from } = dossier;
  if (from === command.assignee) return refuse('dossiers.already-assigned');
  if (from !== null && command.reason.trim() === '') return refuse('dossiers.reason-missing');
  return decision({
    change: { assignee_id: command.assignee },
    entries: [
      {
        type: 'dossiers.dossier-assigned',
        dims: dims(dossier, at),
        version: 2,
        body: {
          code: dossier.code,
          to: command.assignee,
          step: dossier.step,
          from,
          in_place_of: command.inPlaceOf ?? null,
        },
        content: { reason: command.reason.trim() === '' ? undefined : command.reason },
      },
    ],
  });
}
