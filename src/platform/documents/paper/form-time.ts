/** Times in the wording of official forms, with blanks where a form is still to be filled in by hand. */
import { type Day, dayOf, type Instant, minuteOfDay } from '../../calendar/instant.ts';
import { dayOnPaper } from '../../text/vietnamese-date.ts';
import { BLANK } from './paper.ts';

/** `ngày 05 tháng 02 năm 2026`, or `ngày … tháng … năm …`. */
export const formDay = (day: Day | undefined): string =>
  day === undefined ? `ngày ${BLANK} tháng ${BLANK} năm ${BLANK}` : dayOnPaper(day);

/** `10 giờ 05 phút, ngày 23 tháng 11 năm 2026`. */
export function formTime(at: Instant | undefined): string {
  if (at === undefined) return `${BLANK} giờ ${BLANK} phút, ${formDay(undefined)}`;
  const minute = minuteOfDay(at);
  return `${pad(Math.floor(minute / 60))} giờ ${pad(minute % 60)} phút, ${formDay(dayOf(at))}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');
