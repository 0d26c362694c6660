/** Days that are known in part: `1985-03-27`, `1985-03` or `1985`, as dates of birth and of old papers are. */
import { addDays, type Day } from '../calendar/instant.ts';

/** A day that exists in the calendar, years 1000 to 9998: the one after it can be written with four digits too. */
export function isDay(text: string): boolean {
  const match = /^((?!9999)[1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && Number(match[3]) >= 1 && Number(match[3]) <= daysIn(Number(match[1]), Number(match[2]));
}

export function isPartialDay(text: string): boolean {
  return earliestDay(text) !== undefined;
}

/** The first day it may mean: `1985` → `1985-01-01`. Undefined when it is no partial day. */
export function earliestDay(text: string): Day | undefined {
  const whole = `${text}${'-01-01'.slice(0, Math.max(0, 10 - text.length))}`;
  return isDay(whole) ? whole : undefined;
}

/** The last day it may mean: `1985-02` → `1985-02-28`. */
export function latestDay(text: string): Day | undefined {
  const first = earliestDay(text);
  if (first === undefined || text.length === 10) return first;
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return text.length === 4 ? `${text}-12-31` : `${text}-${daysIn(year, month)}`;
}

/** Full years from a birth to a day; a partial birth counts from the last day it may mean, so that nobody is taken for older than proven. */
export function fullYears(birth: string, day: Day): number | undefined {
  const born = latestDay(birth);
  if (born === undefined || !isDay(day)) return undefined;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) >= born.slice(5) ? years : years - 1;
}

/** Whether periods (bounds included; no `to` means until `until`) leave no day open between two days. */
export function coversEveryDay(periods: readonly { from: string; to?: string }[], from: Day, until: Day): boolean {
  const known = periods
    .map((period) => ({ from: earliestDay(period.from), to: period.to ? latestDay(period.to) : until }))
    .filter((period): period is { from: Day; to: Day } => period.from !== undefined && period.to !== undefined)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  let open = from;
  for (const period of known) {
    if (period.from > open) break;
    if (period.to >= open) open = addDays(period.to, 1);
  }
  return open > until;
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
