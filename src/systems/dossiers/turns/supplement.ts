/** Supplement (bổ sung, hoàn thiện hồ sơ): one consolidated request; the term begins again from zero when the dossier is complete. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { Json } from '../../../platform/db/json.ts';
import { type DossierState, isClosed } from '../dossier-state.ts';
import { arriveAt, dims } from '../process.ts';
import { type DossierContext, refuseAtPresentStep, refuseWaiting } from '../your-step.ts';
import { silenceTimer } from './acceptance.ts';

export interface AskForSupplement extends Command {
  /** What must be added or corrected, one line each: the officer writes all of it at once. */
  readonly items: readonly { readonly component: string | null; readonly text: string }[];
  readonly reason: string;
}

export interface SupplySupplement extends Command {
  readonly files: readonly { readonly id: string; readonly component: string; readonly fileId: string }[];
  /** Digest of corrected answers, when the form was corrected too. */
  readonly answers?: { readonly [key: string]: Json };
  readonly note: string;
}

/** NĐ 61/2018 Điều 17 khoản 2: content, reason and instructions completely, once. */
export function decideAskForSupplement(
  dossier: DossierState,
  command: AskForSupplement,
  context: DossierContext,
): Decision | Refusal {
  const { at } = context;
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.status === 'decided') return refuse('dossiers.not-in-process');
  const waits = refuseWaiting(dossier);
  if (waits) return waits;
  if (dossier.supplements > 0) return refuse('dossiers.second-supplement-request');
  const others = refuseAtPresentStep(dossier, context);
  if (others) return others;
  const items = command.items.filter((item) => item.text.trim() !== '');
  if (items.length === 0 || command.reason.trim() === '') return refuse('dossiers.reason-missing');
  return decision({
    change: { waiting: 'supplement', answer_due_at: null },
    clock: dossier.status === 'open' && dossier.term !== null ? [{ kind: 'paused', at, reason: 'supplement' }] : [],
    timers: { 'dossiers.silence': null },
    rows: [
      {
        table: 'dossiers.dossier',
        op: 'update',
        key: { case_id: dossier.id },
        values: { supplements: dossier.supplements + 1 },
      },
    ],
    entries: [
      {
        type: 'dossiers.supplement-asked',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          components: items.map((item) => item.component),
          before_acceptance: dossier.status === 'submitted',
          at_step: dossier.step,
        },
        content: {
          items: items.map((item) => ({ component: item.component, text: item.text })),
          reason: command.reason,
        },
      },
    ],
  });
}

/** Before acceptance the dossier waits for the counter again, with a fresh eight hours; after it the term starts from zero (NĐ 61/2018 Điều 19 khoản 4). */
export function decideSupplySupplement(
  dossier: DossierState,
  command: SupplySupplement,
  { at, legal }: DecisionContext,
): Decision | Refusal {
  if (isClosed(dossier)) return refuse('dossiers.already-closed');
  if (dossier.waiting !== 'supplement') return refuse('dossiers.not-waiting-for-supplement');
  if (command.files.length === 0 && command.answers === undefined) return refuse('dossiers.nothing-handed-in');
  const inProcess = dossier.status === 'open';
  const answerDue = legal.dueAt(at, '8h', { lateRule: false, unit: dossier.receivingUnit });
  const step = dossier.steps.find(({ key }) => key === dossier.step);
  return decision({
    change: {
      waiting: null,
      ...(inProcess && step ? arriveAt(dossier, step, at, legal) : { answer_due_at: answerDue }),
    },
    clock:
      inProcess && dossier.term !== null ? [{ kind: 'restarted', at, term: dossier.term, reason: 'supplement' }] : [],
    timers: inProcess ? silenceTimer(dossier, { at, legal }) : {},
    rows: command.files.map((file) => ({
      table: 'dossiers.component',
      op: 'insert',
      values: {
        id: file.id,
        case_id: dossier.id,
        key: file.component,
        file_id: file.fileId,
        original: false,
        supplied_at: isoOf(at),
        round: dossier.supplements,
      },
    })),
    entries: [
      {
        type: 'dossiers.supplement-supplied',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          files: command.files.map(({ component, fileId }) => ({ component, file: fileId })),
          restarts: inProcess,
        },
        content: { note: command.note === '' ? undefined : command.note, answers: command.answers },
      },
    ],
  });
}
