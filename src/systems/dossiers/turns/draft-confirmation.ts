/** Draft confirmation: where the procedure has it, the applicant reads the draft result; one day's silence confirms it. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { currentStep, type DossierState, isClosed } from '../dossier-state.ts';
import { arrive, stepAfter } from './arrival.ts';
import { dims } from '../process.ts';

export interface AnswerDraft extends Command {
  /** Null is silence: an act of the program. */
  readonly answer: 'confirmed' | 'objected' | null;
  readonly objection: string;
}

/** Confirmed, the dossier goes on to the next step; an objection sends it back to the step that made the draft. The clock runs on from where it stood. */
export function decideAnswerDraft(
  dossier: DossierState,
  command: AnswerDraft,
  context: DecisionContext,
): Decision | Refusal {
  const { at } = context;
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  const asked = dossier.definition.draftConfirmation;
  if (dossier.waiting !== 'draft-confirmation' || !asked) return refuse('dossiers.no-draft-asked');
  if (command.answer === 'objected' && command.objection.trim() === '') return refuse('dossiers.reason-missing');
  const draft = command.answer === null ? 'silent' : command.answer;
  const drafting = dossier.steps.find((step) => step.key === asked.afterStep);
  const next = draft === 'objected' ? drafting : stepAfter({ ...dossier, draft }, currentStep(dossier));
  const arrived = next ? arrive({ ...dossier, draft }, next, context) : undefined;
  const resumed: Decision['clock'] =
    asked.pausesClock && dossier.term !== null ? [{ kind: 'resumed', at, reason: 'draft-confirmation' }] : [];
  return decision({
    change: { waiting: null, ...arrived?.change },
    clock: [...resumed, ...(arrived?.clock ?? [])],
    timers: { 'dossiers.draft': null, ...arrived?.timers },
    rows: [
      { table: 'dossiers.dossier', op: 'update', key: { case_id: dossier.id }, values: { draft } },
      ...(arrived?.rows ?? []),
    ],
    entries: [
      {
        type: 'dossiers.draft-answered',
        dims: dims(dossier, at),
        body: { code: dossier.code, answer: draft },
        content: { objection: draft === 'objected' ? command.objection : undefined },
      },
      ...(arrived?.entries ?? []),
    ],
  });
}
