/** The citizen's timeline: what has happened, what is going on now, and the steps still to come with their lengths. Pure. */
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { minutesWords } from '../procedures/index.ts';
import type { DossierState, PlannedStep } from './dossier-state.ts';
import type { TimelineEntry } from './dossier-timeline.ts';
import { stepName } from './timeline-words.ts';

export interface CitizenStep {
  readonly state: 'done' | 'now' | 'waiting' | 'to-come';
  readonly title: LocalText;
  readonly detail: readonly LocalText[];
  readonly entry?: TimelineEntry;
}

type Told = Pick<DossierState, 'status' | 'waiting' | 'step' | 'steps' | 'definition' | 'draft'>;

/** Who is to deal with it inside the office is the office's affair: assignments are left out. */
const INSIDE = new Set([
  'dossiers.dossier-assigned',
  'dossiers.opinion-reminded',
  'dossiers.part-reminded',
  'dossiers.dossier-redirected',
  'dossiers.apology-drafted',
]);

export function citizenTimeline(
  dossier: Told,
  entries: readonly TimelineEntry[],
  unitName: (unitId: string) => LocalText | undefined,
): CitizenStep[] {
  const shown = entries.filter((entry) => !INSIDE.has(entry.type));
  const now = presentOf(dossier, unitName);
  // What is waited for now was asked by the last entry: it is told once, as the present.
  const asking =
    now?.state === 'waiting' ? shown.findLast((entry) => entry.type === ASKED_BY[dossier.waiting ?? '']) : undefined;
  const done = shown
    .filter((entry) => entry !== asking)
    .map((entry): CitizenStep => ({ state: 'done', title: entry.act, detail: told(entry), entry }));
  const present = now && { ...now, ...(asking && { detail: told(asking), entry: asking }) };
  return [...done, ...(present ? [present] : []), ...toCome(dossier, unitName)];
}

const ASKED_BY: Readonly<Record<string, string>> = {
  supplement: 'dossiers.supplement-asked',
  'financial-obligation': 'dossiers.payment-asked',
  'draft-confirmation': 'dossiers.draft-sent',
  consultation: 'dossiers.opinion-asked',
};

const told = ({ who, detail }: TimelineEntry): LocalText[] => [...(who ? [who] : []), ...detail];

const WAITING: Readonly<Record<string, LocalText>> = {
  supplement: { vi: 'chờ bổ sung hồ sơ', en: 'waiting for more papers' },
  'financial-obligation': { vi: 'chờ nộp tiền', en: 'waiting for payment' },
  consultation: { vi: 'chờ ý kiến của cơ quan khác', en: 'waiting for another office' },
  'draft-confirmation': { vi: 'chờ xác nhận bản dự thảo', en: 'waiting for the draft to be confirmed' },
};

function presentOf(dossier: Told, unitName: (unitId: string) => LocalText | undefined): CitizenStep | undefined {
  const { status, waiting } = dossier;
  if (status === 'closed') return undefined;
  if (waiting !== null) return { state: 'waiting', title: WAITING[waiting] ?? { vi: waiting }, detail: [] };
  if (status === 'submitted')
    return { state: 'now', title: { vi: 'chờ tiếp nhận', en: 'waiting to be accepted' }, detail: [] };
  if (status === 'decided')
    return { state: 'now', title: { vi: 'chờ trả kết quả', en: 'the result is ready' }, detail: [] };
  const step = dossier.steps.find((one) => one.key === dossier.step);
  const name = stepName(dossier, dossier.step);
  const unit = step && unitName(step.unitId);
  return { state: 'now', title: lowerFirst(name), detail: unit ? [unit] : [] };
}

function toCome(dossier: Told, unitName: (unitId: string) => LocalText | undefined): CitizenStep[] {
  if (dossier.status === 'closed' || dossier.status === 'decided') return [];
  const index = dossier.steps.findIndex((step) => step.key === dossier.step);
  const offers = dossier.draft === 'none' || dossier.draft === 'objected';
  return dossier.steps
    .slice(index + 1)
    .filter((step) => step.pauses !== 'draft-confirmation' || offers)
    .map((step) => ({ state: 'to-come', title: step.name, detail: [lengthOf(step, unitName)] }));
}

function lengthOf(step: PlannedStep, unitName: (unitId: string) => LocalText | undefined): LocalText {
  const unit = unitName(step.unitId);
  const length = step.budgetMinutes === null ? undefined : lengthWords(step.budgetMinutes);
  const join = (language: 'vi' | 'en') => [unit?.[language] ?? unit?.vi, length?.[language]].filter(Boolean).join(', ');
  return { vi: join('vi'), en: join('en') };
}

const WORKING_DAY = 480;

/** `4 ngày làm việc`, `2 giờ làm việc`, `1 giờ 30 phút làm việc`. */
function lengthWords(minutes: number): Required<LocalText> {
  if (minutes >= WORKING_DAY && minutes % WORKING_DAY === 0) return counted(minutes / WORKING_DAY);
  const { vi, en } = minutesWords(minutes);
  return { vi: `${vi} làm việc`, en: `${en} of working time` };
}

const counted = (count: number): Required<LocalText> => ({
  vi: `${count} ngày làm việc`,
  en: `${count} working day${count === 1 ? '' : 's'}`,
});

const lowerFirst = ({ vi, en }: LocalText): LocalText => {
  const lower = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
  return { vi: lower(vi), ...(en !== undefined && { en: lower(en) }) };
};
