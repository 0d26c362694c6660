/** Words of the centre: what pages, lists and files call stages, outcomes, levels and lengths of time. */
import { dayOf, HANOI_OFFSET_MS, type Instant, minuteOfDay } from '../../platform/calendar/instant.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import type { Severity } from '../../platform/system/contributions.ts';
import { timeInTable } from '../../platform/text/vietnamese-date.ts';
import type { IncidentOutcome, Stage } from './incident-state.ts';

export const centreWords = defineTexts({
  level: { vi: (level: number) => `Cấp ${level}`, en: (level: number) => `Level ${level}` },
  drill: { vi: 'DIỄN TẬP', en: 'DRILL' },
  simulated: { vi: 'Mô phỏng', en: 'Simulated' },
  untaken: { vi: 'Chưa nhận', en: 'Not taken' },
  noPlace: { vi: 'toàn tỉnh', en: 'whole province' },
});

const stages = defineTexts({
  new: { vi: 'Chưa nhận', en: 'Not taken' },
  taken: { vi: 'Đang xử lý', en: 'In hand' },
  'on-site': { vi: 'Tại chỗ', en: 'On site' },
});

const outcomes = defineTexts({
  resolved: { vi: 'Đã xử lý xong', en: 'Resolved' },
  'false-alarm': { vi: 'Báo nhầm', en: 'False alarm' },
  'passed-on': { vi: 'Chuyển cơ quan khác', en: 'Passed on' },
  joined: { vi: 'Gộp vào sự cố khác', en: 'Joined into another' },
  'drill-over': { vi: 'Hết diễn tập', en: 'Drill over' },
});

export const stageText = (stage: Stage, locale: Locale): string => stages(locale)[stage];
export const outcomeText = (outcome: IncidentOutcome, locale: Locale): string => outcomes(locale)[outcome];
export const levelText = (level: Severity, locale: Locale): string => centreWords(locale).level(level);

/** `14:05`. */
export function hourText(at: Instant): string {
  const minute = minuteOfDay(at);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** `14:05`, or `17/11` of another day than now: an hour alone would be taken for one of today. */
export function momentText(at: Instant, now: Instant): string {
  const day = dayOf(at);
  return day === dayOf(now) ? hourText(at) : `${day.slice(8, 10)}/${day.slice(5, 7)}`;
}

/** `14:05`, or with its day where that is another: a term must never be a day off. */
export const whenText = (at: Instant, now: Instant, locale: Locale): string =>
  dayOf(at) === dayOf(now) ? hourText(at) : timeInTable(at, locale);

/** `14:05:09`, for what counts in seconds. */
export function secondText(at: Instant): string {
  const seconds = Math.floor(((at + HANOI_OFFSET_MS) / 1000) % 60);
  return `${hourText(at)}:${twoDigits(seconds)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const lengths = defineTexts({
  minutes: { vi: (m: number) => `${m} phút`, en: (m: number) => `${m} min` },
  hours: {
    vi: (h: number, m: number) => (m === 0 ? `${h} giờ` : `${h} giờ ${twoDigits(m)} phút`),
    en: (h: number, m: number) => (m === 0 ? `${h} h` : `${h} h ${twoDigits(m)} min`),
  },
  days: {
    vi: (d: number, h: number) => (h === 0 ? `${d} ngày` : `${d} ngày ${h} giờ`),
    en: (d: number, h: number) => (h === 0 ? `${d} d` : `${d} d ${h} h`),
  },
});

/** `1 giờ 17 phút`; days and hours from two days on. */
export function lengthText(from: Instant, to: Instant, locale: Locale): string {
  const words = lengths(locale);
  const minutes = Math.max(0, Math.floor((to - from) / 60_000));
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 2880) return words.hours(Math.floor(minutes / 60), minutes % 60);
  return words.days(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60));
}

/** `42 phút`, `5 giờ`, `3 ngày`: how old something is, in few letters. */
export function ageText(from: Instant, to: Instant, locale: Locale): string {
  const words = lengths(locale);
  const minutes = Math.max(0, Math.floor((to - from) / 60_000));
  if (minutes < 60) return words.minutes(minutes);
  return minutes < 2880 ? words.hours(Math.floor(minutes / 60), 0) : words.days(Math.floor(minutes / 1440), 0);
}

/** `97,8`, `18.406`: as the language writes numbers. */
export const figureText = (value: number, decimals: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
