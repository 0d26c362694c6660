/** Working time (thời gian làm việc): which minutes of which days count at the office of a unit, and arithmetic on them. */
import { type CalendarVersion, dayNature, type OfficeHours, rowAt, type Window } from './calendar-version.ts';
import { addDays, type Day, dayOf, type Instant, instantAt, weekdayOf } from './instant.ts';

/** Whose hours: a unit with hours of its own in the calendar, or the province's. */
export interface Office {
  readonly calendar: CalendarVersion;
  readonly unit?: string;
}

/** Half open: `from` belongs to it, `to` does not. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export const MINUTE = 60_000;

/** A working day, 8 hours. */
export const WORKING_DAY = 480 * MINUTE;

export function isWorkingDay(office: Office, day: Day): boolean {
  return dayNature(office.calendar, day).works;
}

/** The hours that count on a day of this office, whether or not the day does. */
export function officeHoursAt({ calendar, unit }: Office, day: Day): OfficeHours {
  const own = unit === undefined ? undefined : calendar.units[unit]?.officeHours;
  return own?.[0] && own[0].from <= day ? rowAt(own, day) : rowAt(calendar.officeHours, day);
}

/** When the counter is open on a day; none on a holiday. A day made working keeps the hours that count. */
export function receptionWindows(office: Office, day: Day): readonly Window[] {
  const { works, special } = dayNature(office.calendar, day);
  if (special && !works) return [];
  if (special?.kind === 'swapped-working') return officeHoursAt(office, day).windows;
  const own = office.unit === undefined ? undefined : office.calendar.units[office.unit]?.receptionHours;
  const row = own?.[0] && own[0].from <= day ? rowAt(own, day) : rowAt(office.calendar.receptionHours, day);
  return row.weekdays[weekdayOf(day)] ?? [];
}

/** Of a calendar version, which never changes: the spans of each day that was asked for, by the unit whose hours they are. */
const kept = new WeakMap<CalendarVersion, Map<string, Map<Day, readonly Span[]>>>();

/** The working time of a day, in order; empty on a day that does not count. */
export function workingSpans(office: Office, day: Day): readonly Span[] {
  const { calendar, unit } = office;
  const own = unit !== undefined && calendar.units[unit]?.officeHours ? unit : '';
  const units = kept.get(calendar) ?? new Map<string, Map<Day, readonly Span[]>>();
  if (units.size === 0) kept.set(calendar, units);
  const days = units.get(own) ?? new Map<Day, readonly Span[]>();
  if (days.size === 0) units.set(own, days);
  const known = days.get(day);
  if (known) return known;
  const spans = readSpans(office, day);
  days.set(day, spans);
  return spans;
}

function readSpans(office: Office, day: Day): readonly Span[] {
  if (!isWorkingDay(office, day)) return [];
  return officeHoursAt(office, day).windows.map(({ opens, closes }) => ({
    from: instantAt(day, opens),
    to: instantAt(day, closes),
  }));
}

/** Inside the minutes that count: at an opening, but not at a closing. */
export function isWorkingTime(office: Office, at: Instant): boolean {
  return workingSpans(office, dayOf(at)).some((span) => span.from <= at && at < span.to);
}

/** The first opening at or after an instant: of the morning, or of the afternoon. */
export function nextOpening(office: Office, at: Instant): Instant {
  for (let day = dayOf(at); ; day = addDays(day, 1)) {
    const opening = workingSpans(office, day).find((span) => span.from >= at);
    if (opening) return opening.from;
  }
}

/** The first day that counts, this one included. */
export function nextWorkingDay(office: Office, day: Day): Day {
  let next = day;
  while (!isWorkingDay(office, next)) next = addDays(next, 1);
  return next;
}

/** When the office opens on a day that counts. */
export function openingOf(office: Office, day: Day): Instant {
  return instantAt(day, officeHoursAt(office, day).windows[0]?.opens ?? 0);
}

/** When the office closes on a day that counts, 17:00 in Tây Ninh. */
export function closingOf(office: Office, day: Day): Instant {
  return instantAt(day, officeHoursAt(office, day).windows.at(-1)?.closes ?? 1440);
}

/** Working minutes between two instants, to the millisecond (a fraction when there are seconds); 0 when `to` is not after `from`. */
export function workingMinutes(office: Office, from: Instant, to: Instant): number {
  return workingMilliseconds(office, from, to) / MINUTE;
}

/** The same in milliseconds. */
export function workingMilliseconds(office: Office, from: Instant, to: Instant): number {
  let sum = 0;
  for (let day = dayOf(from); instantAt(day, 0) < to; day = addDays(day, 1)) {
    for (const span of workingSpans(office, day)) {
      sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
    }
  }
  return sum;
}

/** The earliest instant with that many working minutes behind it since `from`: so never an opening, but the closing before. */
export function addWorkingMinutes(office: Office, from: Instant, minutes: number): Instant {
  return addWorkingMilliseconds(office, from, minutes * MINUTE);
}

/** The same in milliseconds; not negative. */
export function addWorkingMilliseconds(office: Office, from: Instant, milliseconds: number): Instant {
  if (milliseconds < 0) throw new RangeError('working time is added, not taken away');
  if (milliseconds === 0) return from;
  let left = milliseconds;
  for (let day = dayOf(from); ; day = addDays(day, 1)) {
    for (const span of workingSpans(office, day)) {
      const begin = Math.max(span.from, from);
      const length = Math.max(0, span.to - begin);
      if (left <= length) return (begin + left) as Instant;
      left -= length;
    }
  }
}

/** The latest instant from which that many working minutes are left until `to`: so never a closing, but the opening after. */
export function takeWorkingMinutes(office: Office, to: Instant, minutes: number): Instant {
  let left = minutes * MINUTE;
  for (let day = dayOf(to); ; day = addDays(day, -1)) {
    for (const span of workingSpans(office, day).toReversed()) {
      const end = Math.min(span.to, to);
      const length = Math.max(0, end - span.from);
      if (length > 0 && left <= length) return (end - left) as Instant;
      left -= length;
    }
  }
}
