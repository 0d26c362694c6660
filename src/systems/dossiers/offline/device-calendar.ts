/** Device calendar: what a counter without a line needs to reckon a return date itself, and when it had better not. */
import type { CalendarVersion, SpecialDay } from '../../../platform/calendar/calendar-version.ts';
import { addDays, type Day, dayOf, type Instant } from '../../../platform/calendar/instant.ts';
import { reckon } from '../../../platform/calendar/reckoning.ts';
import { parseTerm } from '../../../platform/calendar/term.ts';

/** Sent with the kept form, as JSON. */
export interface DeviceCalendar {
  /** `3wd`. */
  readonly term: string;
  readonly calendar: CalendarVersion;
}

/** What a term may reach over from the day of the number: longer ones are told once the line is back. */
const DAYS_SENT = 400;

/**
 * Undefined where the answers decide which of several terms it is (cases), where it is known in words only, or where some unit keeps hours
 * of its own: who is competent follows from the form, and the device does not know it.
 */
export function deviceCalendar(
  terms: readonly (string | undefined)[],
  calendar: CalendarVersion,
  day: Day,
): DeviceCalendar | undefined {
  const own = Object.values(calendar.units).some(({ officeHours }) => officeHours !== undefined);
  const [term, ...others] = new Set(terms);
  if (term === undefined || others.length > 0 || own) return undefined;
  const last = addDays(day, DAYS_SENT);
  const { covers, weeklyRest, officeHours, lateReceipt, digest } = calendar;
  const days = Object.entries(calendar.days).filter(([one]) => one >= day && one <= last);
  return {
    term,
    calendar: {
      covers: { from: covers.from, to: covers.to < last ? covers.to : last },
      weeklyRest,
      officeHours,
      receptionHours: [],
      lateReceipt,
      units: {},
      days: Object.fromEntries(
        days.map(([one, { kind, works, confirmed }]) => [one, bare({ kind, works, confirmed })]),
      ),
      digest,
    },
  };
}

const bare = (day: Pick<SpecialDay, 'kind' | 'works' | 'confirmed'>): SpecialDay => ({
  ...day,
  source: '',
  title: { vi: '' },
});

/** By the one implementation that every due time comes from; undefined past the days whose holidays are known. */
export function reckonOnDevice({ term, calendar }: DeviceCalendar, at: Instant): Instant | undefined {
  const parsed = parseTerm(term).term;
  if (!parsed || dayOf(at) < calendar.covers.from) return undefined;
  const { due } = reckon({ calendar, receivedAt: at, term: parsed });
  return dayOf(due) <= calendar.covers.to ? due : undefined;
}
