/** Supplement (bổ sung, hoàn thiện hồ sơ): one consolidated request; the term begins again from zero when the dossier is complete. */
import { dayOf, isoOf } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { Json } from '../../../platform/db/json.ts';
import { type DossierState, isClosed } from '../dossier-state.ts';
import { answered, arriveAt, dims } from '../process.ts';
import { lastDayOf, receivedAnew } from '../return-limit.ts';
import { issueSlip } from '../slip-number.ts';
import { type DossierContext, refuseAtPresentStep, refuseWaiting } from '../your-step.ts';
import { ruleOn } from '../turn-rules.ts';
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
  const others = refuseAtPresentStep(dossier, context);
  if (others) return others;
  const items = command.items.filter((item) => item.text.trim() !== '');
  if (items.length === 0 || command.reason.trim() === '') return refuse('dossiers.reason-missing');
  const foreign = items.find(({ component }) => component !== null && !mayBeAsked(dossier, component));
  if (foreign) return refuse('dossiers.component-not-asked', { component: foreign.component ?? '' });
  const broken = brokenBy(dossier, context);
  const refused = broken.find(({ effect }) => effect === 'refuse');
  if (refused) return refuse(refused.code);
  const { slip, ...numbered } = issueSlip(dossier, 'supplement-request', at);
  return decision({
    ...numbered,
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
        version: 2,
        dims: { ...answered(dossier, at), flagged: broken.length === 0 ? undefined : broken.map(({ flag }) => flag) },
        body: {
          code: dossier.code,
          components: items.map((item) => item.component),
          before_acceptance: dossier.status === 'submitted',
          at_step: dossier.step,
          slip,
        },
        content: {
          items: items.map((item) => ({ component: item.component, text: item.text })),
          reason: command.reason,
        },
      },
    ],
  });
}

/** What the published list names, and no register can answer (NĐ 61/2018 Điều 5, NĐ 47/2020). */
const mayBeAsked = ({ components }: DossierState, key: string): boolean =>
  components.some((component) => component.key === key && component.handling !== 'data');

interface Broken {
  readonly code: string;
  /** In the journal's dimensions, for supervision. */
  readonly flag: string;
  readonly effect: 'refuse' | 'flag';
}

/** Asked before, or sent back later than three working days after receipt (NĐ 61/2018 Điều 19 khoản 4): as the province's rules of the day have it. */
function brokenBy(dossier: DossierState, { at, legal }: DecisionContext): Broken[] {
  const day = dayOf(at);
  const second = ruleOn(dossier.turnRules, 'second-supplement', day);
  const late = ruleOn(dossier.turnRules, 'late-return', day);
  const received = receivedAnew(dossier);
  const isLate =
    dossier.status === 'open' &&
    received !== null &&
    day > lastDayOf(legal, received, late.term, dossier.competentUnit);
  return [
    ...(dossier.supplements > 0
      ? [{ code: 'dossiers.second-supplement-request', flag: 'second-supplement', effect: second.effect }]
      : []),
    ...(isLate ? [{ code: 'dossiers.return-too-late', flag: 'late-return', effect: late.effect }] : []),
  ];
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
