/** The drafted apology (soạn thư xin lỗi): one working day before the end of the term the program writes the letter and proposes a date; a person gives the reason and sends it. */
import { dayOf, type Instant, instantAt, isoOf } from '../../../platform/calendar/instant.ts';
import type { Command, DecisionContext } from '../../../platform/cases/act.ts';
import { decision, type Decision, type Refusal, refuse } from '../../../platform/cases/decision.ts';
import type { LegalClock } from '../../../platform/cases/legal-clock.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import type { DossierState } from '../dossier-state.ts';
import { dims } from '../process.ts';
import { signingStep } from '../your-step.ts';

const TIMER = 'dossiers.apology';
const ONE_WORKING_DAY = 480;
const CLOSING = 17 * 60;

type Addressed = DossierState & { readonly applicant: { readonly name: string } };

/** NĐ 61/2018 Điều 19 khoản 9: at the latest one day before the end of the term. */
export function decideDraftApology(
  dossier: Addressed,
  _command: Command,
  { at, legal }: DecisionContext,
): Decision | Refusal {
  if (dossier.status !== 'open' || dossier.dueAt === null) return refuse('dossiers.not-in-process');
  if (dossier.apologies > 0) return refuse('dossiers.second-apology');
  if (at < legal.before(dossier.dueAt, ONE_WORKING_DAY, dossier.competentUnit))
    return refuse('dossiers.not-late-enough');
  if (dossier.apologyDraft) return refuse('dossiers.apology-drafted-already');
  const until = proposedDate(dossier, dossier.dueAt, legal);
  const step = dossier.steps.find(({ key }) => key === dossier.step);
  const signing = signingStep(dossier);
  return decision({
    timers: { [TIMER]: null },
    rows: [
      {
        table: 'dossiers.dossier',
        op: 'update',
        key: { case_id: dossier.id },
        values: { apology_for: isoOf(dossier.dueAt), apology_until: isoOf(until) },
      },
    ],
    entries: [
      {
        type: 'dossiers.apology-drafted',
        dims: dims(dossier, at),
        body: {
          code: dossier.code,
          was_due: isoOf(dossier.dueAt),
          proposed: isoOf(until),
          holder: { unit: dossier.holdingUnit, role: step?.role ?? null, account: dossier.assignee },
          signer: signing ? { unit: signing.unitId, role: signing.role } : null,
        },
        content: { letter: letterTo(dossier, { due: dossier.dueAt, until }) },
      },
    ],
  });
}

/** What is left of the process, in whole working days, at least one; at the closing hour. */
function proposedDate(dossier: DossierState, due: Instant, legal: LegalClock): Instant {
  const index = dossier.steps.findIndex(({ key }) => key === dossier.step);
  const minutes = dossier.steps.slice(Math.max(0, index)).reduce((sum, step) => sum + (step.budgetMinutes ?? 0), 0);
  const days = Math.max(1, Math.ceil(minutes / ONE_WORKING_DAY));
  const end = legal.dueAt(due, `${days}wd`, { lateRule: false, unit: dossier.competentUnit });
  return instantAt(dayOf(end), CLOSING);
}

/** In the words of the form (TT 01/2018 form 04); the reason is a person's to give. */
const letterTo = (dossier: Addressed, { due, until }: { readonly due: Instant; readonly until: Instant }): string =>
  [
    `Kính gửi: ${dossier.applicant.name}.`,
    `Hồ sơ mã số ${dossier.code} về thủ tục "${dossier.definition.name.vi}" được tiếp nhận lúc ${timeInSentence(dossier.receivedAt ?? dossier.openedAt)}, hẹn trả kết quả trước ${timeInSentence(due)}.`,
    'Cơ quan chưa thể trả kết quả đúng thời hạn với lý do: …',
    `Cơ quan xin lỗi Ông/Bà và sẽ trả kết quả trước ${timeInSentence(until)}.`,
  ].join('\n');

/** The timer follows the clock wherever an act moves it; a term of a day or less leaves no time for a letter before its end. */
export function withApologyTimer(dossier: DossierState, decided: Decision, { at, legal }: DecisionContext): Decision {
  if (decided.clock.length === 0 && !decided.reckonsAgain) return decided;
  const unit = decided.change.competent_unit ?? dossier.competentUnit;
  const isOver = dossier.apologies > 0 || decided.clock.some(({ kind }) => kind === 'extended' || kind === 'stopped');
  const due = isOver ? null : legal.caseDue([...dossier.clock, ...decided.clock], unit);
  return { ...decided, timers: { ...decided.timers, [TIMER]: timerBefore(due) } };

  function timerBefore(end: Instant | null): Instant | null {
    if (end === null) return null;
    const before = legal.before(end, ONE_WORKING_DAY, unit);
    if (before > at) return before;
    return decided.clock.some(({ kind }) => kind === 'started' || kind === 'restarted') ? null : at;
  }
}
