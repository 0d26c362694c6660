/** Due chip: in two or three words, where a line of a queue stands against its time. */
import { dayOf, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import type { TimeState } from '../../platform/web/components/tag/sla-chip.tsx';

/** Working minutes of a day. */
const DAY = 480;

const texts = defineTexts({
  left: { vi: (length: string) => `Còn ${length}`, en: (length: string) => `${length} left` },
  over: { vi: (length: string) => `Quá ${length}`, en: (length: string) => `${length} late` },
  paused: { vi: 'Tạm dừng', en: 'Paused' },
  none: { vi: 'Không tính hạn', en: 'No time limit' },
  done: { vi: 'Có kết quả', en: 'Decided' },
  days: { vi: (n: number) => `${n} ngày`, en: (n: number) => (n === 1 ? '1 day' : `${n} days`) },
  hours: { vi: (n: number) => `${n} giờ`, en: (n: number) => (n === 1 ? '1 hour' : `${n} hours`) },
  minutes: { vi: (n: number) => `${n} phút`, en: (n: number) => `${n} min` },
});

export interface DueChip {
  readonly state: TimeState;
  readonly words: string;
}

export interface Timed {
  readonly status: string;
  readonly waiting: string | null;
  readonly dueAt: Instant | null;
  readonly answerDueAt: Instant | null;
  readonly unit: string | null;
}

/** Working time in words: whole days from one day up, then whole hours, then minutes. */
export function lengthInWords(minutes: number, locale: Locale): string {
  const words = texts(locale);
  if (minutes >= DAY) return words.days(Math.floor(minutes / DAY));
  if (minutes >= 60) return words.hours(Math.floor(minutes / 60));
  return words.minutes(Math.max(1, Math.round(minutes)));
}

/** Before acceptance it is the answer that is owed in time, afterwards the result. */
export function dueChip(timed: Timed, at: Instant, legal: LegalClock, locale: Locale): DueChip {
  const words = texts(locale);
  if (timed.status === 'closed' || timed.status === 'decided') return { state: 'in-time', words: words.done };
  if (timed.waiting !== null && timed.dueAt === null) return { state: 'paused', words: words.paused };
  const due = timed.dueAt ?? timed.answerDueAt;
  if (due === null) return { state: 'in-time', words: words.none };
  if (due <= at) {
    return { state: 'late', words: words.over(lengthInWords(legal.minutesBetween(due, at, timed.unit), locale)) };
  }
  const minutes = legal.minutesBetween(at, due, timed.unit);
  return { state: minutes <= DAY ? 'soon' : 'in-time', words: words.left(lengthInWords(minutes, locale)) };
}

/** `23/11 09:00`: in columns that show one year. */
export function shortTime(at: Instant): string {
  const day = dayOf(at);
  return `${day.slice(8)}/${day.slice(5, 7)} ${isoOf(at).slice(11, 16)}`;
}
