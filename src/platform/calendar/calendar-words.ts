/** What stands in a calendar, in words of both languages: a day, hours, a limit. */
import type { LocalText } from '../i18n/local-text.ts';
import type { Locale } from '../i18n/texts.ts';
import {
  type CalendarData,
  dayNature,
  type LateReceipt,
  type OfficeHours,
  type ReceptionHours,
  type Sourced,
  type WeeklyRest,
  type Window,
} from './calendar-version.ts';
import { minuteInWords } from './day-words.ts';
import type { Day } from './instant.ts';

type Both = Required<LocalText>;

const both = (write: (locale: Locale) => string): Both => ({ vi: write('vi'), en: write('en') });

const SHORT_WEEKDAYS: Record<Locale, readonly string[]> = {
  vi: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** Monday first, as a week is read. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

export const shortWeekday = (locale: Locale, weekday: number): string => SHORT_WEEKDAYS[locale][weekday] ?? '';

export const NATURES: Readonly<
  Record<'work' | 'rest' | 'holiday' | 'swapped-off' | 'swapped-working' | 'undecided', Both>
> = {
  work: { vi: 'Ngày làm việc', en: 'Working day' },
  rest: { vi: 'Nghỉ hằng tuần', en: 'Weekly rest' },
  holiday: { vi: 'Nghỉ lễ, tết', en: 'Holiday' },
  'swapped-off': { vi: 'Nghỉ hoán đổi', en: 'Swapped, off' },
  'swapped-working': { vi: 'Làm bù', en: 'Swapped, worked' },
  undecided: { vi: 'Chờ quyết định (đang làm việc)', en: 'Not decided (works)' },
};

export const NAMES = {
  weeklyRest: { vi: 'Ngày nghỉ hằng tuần', en: 'Weekly rest' },
  officeHours: { vi: 'Giờ làm việc', en: 'Office hours' },
  receptionHours: { vi: 'Giờ tiếp nhận', en: 'Reception hours' },
  lateReceipt: { vi: 'Mốc tiếp nhận cuối ngày', en: 'Late receipt' },
} as const satisfies Record<string, Both>;

export function natureOf(calendar: CalendarData, day: Day): keyof typeof NATURES {
  const { works, special } = dayNature(calendar, day);
  return special?.kind ?? (works ? 'work' : 'rest');
}

/** `Nghỉ lễ, tết: Quốc khánh (Bộ luật Lao động …; chưa xác nhận)`. */
export function dayInWords(calendar: CalendarData, day: Day): Both {
  const { special } = dayNature(calendar, day);
  const nature = NATURES[natureOf(calendar, day)];
  if (!special) return nature;
  return both(
    (locale) => `${nature[locale]}: ${special.title[locale] ?? special.title.vi} (${basisInWords(special, locale)})`,
  );
}

const UNCONFIRMED: Both = { vi: 'chưa xác nhận', en: 'not confirmed' };

const basisInWords = ({ source, confirmed }: Sourced, locale: Locale): string =>
  confirmed ? source : `${source}; ${UNCONFIRMED[locale]}`;

export const windowsInWords = (windows: readonly Window[]): string =>
  windows.map(({ opens, closes }) => `${minuteInWords(opens)}–${minuteInWords(closes)}`).join(', ');

export const officeHoursInWords = (row: OfficeHours): Both =>
  both((locale) => `${windowsInWords(row.windows)} (${basisInWords(row, locale)})`);

export const receptionHoursInWords = (row: ReceptionHours): Both =>
  both((locale) => `${receptionInWords(row, locale)} (${basisInWords(row, locale)})`);

/** `T2–T6 07:00–11:30, 13:30–17:00; T7 07:00–11:30`. */
export function receptionInWords({ weekdays }: Pick<ReceptionHours, 'weekdays'>, locale: Locale): string {
  const runs: { from: number; to: number; windows: string }[] = [];
  for (const weekday of WEEK) {
    const windows = windowsInWords(weekdays[weekday] ?? []);
    const last = runs.at(-1);
    if (last?.windows === windows) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, windows });
  }
  const open = runs.filter(({ windows }) => windows !== '');
  if (open.length === 0) return locale === 'vi' ? 'không mở cửa' : 'closed';
  return open
    .map(({ from, to, windows }) => {
      const days = from === to ? [from] : [from, to];
      return `${days.map((one) => shortWeekday(locale, one)).join('–')} ${windows}`;
    })
    .join('; ');
}

export const lateReceiptInWords = (row: LateReceipt): Both =>
  both((locale) => {
    const limit =
      row.after === null
        ? { vi: 'không có mốc', en: 'no limit' }
        : { vi: `sau ${minuteInWords(row.after)}`, en: `after ${minuteInWords(row.after)}` };
    return `${limit[locale]} (${basisInWords(row, locale)})`;
  });

export const weeklyRestInWords = ({ weekdays }: WeeklyRest): Both =>
  both((locale) =>
    WEEK.filter((one) => weekdays.includes(one))
      .map((one) => shortWeekday(locale, one))
      .join(', '),
  );
