/** Days and times in words: in sentences, on papers, and written out for civil-status papers. Wall-clock time is the province's. */
import { type Day, dayOf, type Instant, minuteOfDay } from '../calendar/instant.ts';
import type { Locale } from '../i18n/texts.ts';
import { numberInWords } from './number-words.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `23/11/2026`. A partial day (`1985-03`, `1985`) prints what is known: `3/1985`, `1985`. */
export function dayText(day: string, locale: Locale = 'vi'): string {
  const [year = '', month, date] = day.split('-');
  if (month === undefined) return year;
  if (date === undefined) return locale === 'vi' ? `${Number(month)}/${year}` : `${MONTHS[Number(month) - 1]} ${year}`;
  return locale === 'vi' ? `${date}/${month}/${year}` : `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `14 giờ 05 phút ngày 23/11/2026`, for sentences. */
export function timeInSentence(at: Instant, locale: Locale = 'vi'): string {
  const [hours, minutes] = clockOf(at);
  const day = dayText(dayOf(at), locale);
  return locale === 'vi' ? `${hours} giờ ${minutes} phút ngày ${day}` : `${hours}:${minutes} on ${day}`;
}

/** `23/11/2026 14:05`, for tables. */
export function timeInTable(at: Instant, locale: Locale = 'vi'): string {
  return `${dayText(dayOf(at), locale)} ${clockOf(at).join(':')}`;
}

/** `ngày 05 tháng 02 năm 2026`: days below 10 and months 1 and 2 take a zero, so that no digit can be added (NĐ 30/2020/NĐ-CP, phụ lục I). */
export function dayOnPaper(day: Day): string {
  const [year, month, date] = day.split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** `ngày hai mươi bảy tháng ba năm một nghìn chín trăm tám mươi lăm`, also for `1985-03` and `1985`. The fourth month is `tháng tư`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  const words = [`năm ${numberInWords(year ?? 0)}`];
  if (month !== undefined) words.unshift(`tháng ${month === 4 ? 'tư' : numberInWords(month)}`);
  if (date !== undefined) words.unshift(`ngày ${numberInWords(date)}`);
  return words.join(' ');
}

function clockOf(at: Instant): [string, string] {
  const minute = minuteOfDay(at);
  return [String(Math.floor(minute / 60)).padStart(2, '0'), String(minute % 60).padStart(2, '0')];
}
