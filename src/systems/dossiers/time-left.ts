/** Time left (thời hạn): where a dossier stands against its term, as one cell per working day and a sentence that says the same. Pure. */
import { addDays, type Day, dayOf, type Instant } from '../../platform/calendar/instant.ts';
import { parseTerm, termInWords } from '../../platform/calendar/term.ts';
import { isWorkingDay, type Office } from '../../platform/calendar/working-time.ts';
import { dueOf, readClock, type Started } from '../../platform/cases/clock.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import { dayText, timeInSentence } from '../../platform/text/vietnamese-date.ts';
import type { TimeCell } from '../../platform/web/components/time-left-bar/time-left-bar.tsx';
import type { DossierState } from './dossier-state.ts';

export type TimeStanding = 'in-time' | 'late' | 'paused' | 'stopped';

export interface TimeLeft {
  readonly standing: TimeStanding;
  /** The due time now; while paused the earliest it can be. */
  readonly due: Instant;
  readonly sentence: LocalText;
  readonly cells: readonly TimeCell[];
  /** Received, what stands between, due. */
  readonly captions: readonly [LocalText, LocalText, LocalText];
}

/** More days than this are a bar nobody counts. */
const MOST_CELLS = 260;

/** Undefined before acceptance, and for a procedure whose term is known in words only. */
export function timeLeft(
  dossier: Pick<DossierState, 'clock' | 'term' | 'receivedAt'>,
  office: Office,
  now: Instant,
): TimeLeft | undefined {
  const clock = readClock(dossier.clock);
  if (clock.kind === 'refusal' || clock.status === 'not-started') return undefined;
  const asOf = clock.stoppedAt ?? now;
  const reckoned = dueOf(clock, office, asOf);
  if (!reckoned) return undefined;
  const { due, start } = reckoned;
  const cells = cellsOf(clock, office, { start, due, asOf });
  const standing: TimeStanding =
    clock.status === 'stopped' ? 'stopped' : clock.status === 'paused' ? 'paused' : now > due ? 'late' : 'in-time';
  const paused = cells.filter((cell) => cell === 'paused').length;
  const over = cells.filter((cell) => cell === 'over').length;
  return {
    standing,
    due,
    cells,
    sentence: sentenceOf(clock, { standing, due, asOf, used: cells.filter((cell) => cell === 'used').length, over }),
    captions: [
      caption('Nhận', 'Received', clock.receivedAt),
      paused > 0 ? { vi: `Dừng ${paused} ngày`, en: `Paused ${paused} day${paused === 1 ? '' : 's'}` } : { vi: '' },
      caption('Trả', 'Due', due),
    ],
  };
}

interface Reach {
  readonly start: Instant;
  readonly due: Instant;
  readonly asOf: Instant;
}

/** A day is paused when the pause covers its end: what was worked before noon does not make it a day used. */
function cellsOf(clock: Started, office: Office, { start, due, asOf }: Reach): TimeCell[] {
  const today = dayOf(asOf);
  const dueDay = dayOf(due);
  const last = today > dueDay && clock.status === 'running' ? today : dueDay;
  const cells: TimeCell[] = [];
  for (let day = dayOf(start); day <= last && cells.length < MOST_CELLS; day = addDays(day, 1)) {
    if (isWorkingDay(office, day)) cells.push(cellOf(clock, day, { today, dueDay, late: asOf > due }));
  }
  return cells;
}

function cellOf(
  clock: Started,
  day: Day,
  { today, dueDay, late }: { today: Day; dueDay: Day; late: boolean },
): TimeCell {
  if (day > dueDay || (day === dueDay && day === today && late && clock.status === 'running')) return 'over';
  const paused = clock.pauses.some(
    ({ from, to }) => dayOf(from) <= day && (to === undefined ? day <= today : day < dayOf(to)),
  );
  if (paused) return 'paused';
  return day < today || clock.status === 'stopped' ? (day <= today ? 'used' : 'left') : 'left';
}

interface Standing {
  readonly standing: TimeStanding;
  readonly due: Instant;
  readonly asOf: Instant;
  readonly used: number;
  readonly over: number;
}

function sentenceOf(clock: Started, { standing, due, asOf, used, over }: Standing): LocalText {
  const term = termInWords(clock.term);
  const counted = clock.term.unit === 'wd' && clock.term.count > 0;
  const soFar: Required<LocalText> = counted
    ? { vi: `Đã dùng ${used} trên ${term.vi}.`, en: `${used} of ${term.en} used.` }
    : { vi: `Thời hạn: ${term.vi}.`, en: `Term: ${term.en}.` };
  switch (standing) {
    case 'in-time':
      return {
        vi: `${soFar.vi} Trả kết quả trước ${timeInSentence(due)}.`,
        en: `${soFar.en} The result is due before ${timeInSentence(due, 'en')}.`,
      };
    case 'paused': {
      const since = clock.pauses.at(-1)?.from ?? asOf;
      return {
        vi: `${soFar.vi} Đồng hồ dừng từ ${timeInSentence(since)}.`,
        en: `${soFar.en} The clock has stood still since ${timeInSentence(since, 'en')}.`,
      };
    }
    case 'late':
      return {
        vi: `Quá hạn ${over} ngày làm việc so với ${timeInSentence(due)}.`,
        en: `${over} working day${over === 1 ? '' : 's'} late: it was due ${timeInSentence(due, 'en')}.`,
      };
    case 'stopped':
      return asOf <= due
        ? { vi: `Xong trước hạn ${timeInSentence(due)}.`, en: `Done in time; it was due ${timeInSentence(due, 'en')}.` }
        : { vi: `Xong sau hạn ${timeInSentence(due)}.`, en: `Done late; it was due ${timeInSentence(due, 'en')}.` };
  }
}

const caption = (vi: string, en: string, at: Instant): LocalText => ({
  vi: `${vi} ${dayText(dayOf(at)).slice(0, 5)}`,
  en: `${en} ${dayText(dayOf(at), 'en')}`,
});

/** The term as a receipt prints it: `03 ngày làm việc`, `trong ngày`; undefined when it is known in words only. */
export function termWords(term: string | null): Required<LocalText> | undefined {
  const { term: parsed } = parseTerm(term ?? '');
  return parsed && termInWords(parsed);
}
