/** Draft confirmation: where the procedure has it, the applicant reads the draft result; one day's silence confirms it. */
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import { type DossierState, isClosed, type PlannedStep } from '../dossier-state.ts';
import { arriveAt, dims } from '../process.ts';

export interface AnswerDraft extends Command {
  /** Null is silence: an act of the program. */
  readonly answer: 'confirmed' | 'objected' | null;
  readonly objection: string;
}

export function wantsConfirmation(dossier: DossierState, completed: PlannedStep): boolean {
  const asked = dossier.definition.draftConfirmation;
  return (
    asked !== undefined &&
    asked.afterStep === completed.key &&
    asked.channels.includes(dossier.channel) &&
    dossier.draft !== 'confirmed' &&
    dossier.draft !== 'silent'
  );
}

export function askForConfirmation(
  dossier: DossierState,
  { at, legal }: DecisionContext,
): Pick<Decision, 'change' | 'clock' | 'timers' | 'rows' | 'entries'> {
  const asked = dossier.definition.draftConfirmation;
  if (!asked) throw new Error(`procedure ${dossier.definition.code} has no draft confirmation`);
  const until = legal.dueAt(at, asked.after, { unit: dossier.competentUnit });
  return {
    change: { waiting: 'draft-confirmation' },
    clock: asked.pausesClock && dossier.term !== null ? [{ kind: 'paused', at, reason: 'draft-confirmation' }] : [],
    timers: { 'dossiers.draft': until },
    rows: [{ table: 'dossiers.dossier', op: 'update', key: { case_id: dossier.id }, values: { draft: 'asked' } }],
    entries: [
      {
        type: 'dossiers.draft-sent',
        dims: dims(dossier, at),
        body: { code: dossier.code, silence_confirms: asked.after },
      },
    ],
  };
}

/** An objection sends the dossier back to the step that made the draft; the clock runs on from where it stood. */
export function decideAnswerDraft(
  dossier: DossierState,
  command: AnswerDraft,
  { at, legal }: DecisionContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  const asked = dossier.definition.draftConfirmation;
  if (dossier.waiting !== 'draft-confirmation' || !asked) return refuse('dossiers.no-draft-asked');
  if (command.answer === 'objected' && command.objection.trim() === '') return refuse('dossiers.reason-missing');
  const draft = command.answer === null ? 'silent' : command.answer;
  const drafting = dossier.steps.find((step) => step.key === asked.afterStep);
  return decision({
    change: { waiting: null, ...(draft === 'objected' && drafting ? arriveAt(dossier, drafting, at, legal) : {}) },
    clock: asked.pausesClock && dossier.term !== null ? [{ kind: 'resumed', at, reason: 'draft-confirmation' }] : [],
    timers: { 'dossiers.draft': null },
    rows: [{ table: 'dossiers.dossier', op: 'update', key: { case_id: dossier.id }, values: { draft } }],
    entries: [
      {
        type: 'dossiers.draft-answered',
        dims: dims(dossier, at),
        body: { code: dossier.code, answer: draft },
        content: { objection: draft === 'objected' ? command.objection : undefined },
      },
    ],
  });
}
