/** Days, times and lengths of time in words, as a receipt prints them. */
import type { Locale } from '../i18n/texts.ts';
import { dayText } from '../text/vietnamese-date.ts';
import { type Day, dayOf, type Instant, isoOf, weekdayOf } from './instant.ts';
import { MINUTE, WORKING_DAY } from './working-time.ts';

const WEEKDAYS: Record<Locale, readonly string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** `thứ Sáu 13/02/2026`, `Friday 13 February 2026`. */
export function namedDay(locale: Locale, day: Day): string {
  return `${WEEKDAYS[locale][weekdayOf(day)]} ${dayText(day, locale)}`;
}

/** One day, or the first and the last of several. */
export function namedDays(locale: Locale, from: Day, to: Day): string {
  if (from === to) return namedDay(locale, from);
  return locale === 'vi'
    ? `từ ${namedDay('vi', from)} đến ${namedDay('vi', to)}`
    : `${namedDay('en', from)} to ${namedDay('en', to)}`;
}

/** `16:10 thứ Năm 12/02/2026`; seconds only when there are any. */
export function namedTime(locale: Locale, at: Instant): string {
  return `${clockTime(at)} ${namedDay(locale, dayOf(at))}`;
}

/** `16:10`, or `16:10:05`. */
export function clockTime(at: Instant): string {
  const time = isoOf(at).slice(11, 19);
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}

/** A time of day from minutes since midnight: `07:00`. */
export function minuteInWords(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Working time in hours and minutes, or first in working days of 8 hours. Under a minute it says so in seconds, rounded down. */
export function workingTimeInWords(locale: Locale, milliseconds: number, inDays: boolean): string {
  const days = inDays ? Math.floor(milliseconds / WORKING_DAY) : 0;
  const rest = milliseconds - days * WORKING_DAY;
  const parts: readonly [count: number, vi: string, en: string][] = [
    [days, 'ngày làm việc', 'working day'],
    [Math.floor(rest / (60 * MINUTE)), 'giờ', 'hour'],
    [Math.floor(rest / MINUTE) % 60, 'phút', 'minute'],
    [Math.floor(rest / 1000) % 60, 'giây', 'second'],
  ];
  const said = parts.filter(([count]) => count > 0);
  if (said.length === 0) return locale === 'vi' ? '0 phút' : '0 minutes';
  return said
    .map(([count, vi, en]) => (locale === 'vi' ? `${count} ${vi}` : `${count} ${en}${count === 1 ? '' : 's'}`))
    .join(' ');
}

/** A sentence begins with a capital letter, whatever the word. */
export const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
