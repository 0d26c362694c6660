/** Makes the legal clock from the calendar valid now; each question reads it anew, so that a calendar published meanwhile counts. */
import type { CalendarVersion } from '../calendar/calendar-version.ts';
import { dueInstant } from '../calendar/due-time.ts';
import { reckon } from '../calendar/reckoning.ts';
import { parseTerm } from '../calendar/term.ts';
import { type Office, takeWorkingMinutes, workingMinutes } from '../calendar/working-time.ts';
import { readClock } from './clock.ts';
import type { LegalClock } from './legal-clock.ts';

export function makeLegalClock(
  calendar: () => CalendarVersion,
  unitCodeOf: (unitId: string) => string | undefined,
): LegalClock {
  const officeOf = (unit: string | null | undefined): Office => ({
    calendar: calendar(),
    unit: unit ? unitCodeOf(unit) : undefined,
  });
  return {
    dueAt(from, text, { lateRule = true, unit } = {}) {
      const { term } = parseTerm(text);
      if (!term) throw new RangeError(`a pinned term is not one: ${text}`);
      return dueInstant({ ...officeOf(unit), receivedAt: from, term, lateRule });
    },
    caseDue(events, unit) {
      const state = readClock(events);
      if (state.kind === 'refusal') throw new Error(`the clock refuses an event that was decided: ${state.code}`);
      // A stopped clock keeps its due time: whether the answer was in time is read from it.
      if (state.status === 'not-started' || state.status === 'paused') return null;
      return reckon({
        ...officeOf(unit),
        receivedAt: state.receivedAt,
        term: state.term,
        pauses: state.pauses,
        extensions: state.extensions,
      }).due;
    },
    minutesBetween: (from, to, unit) => workingMinutes(officeOf(unit), from, to),
    before: (to, minutes, unit) => takeWorkingMinutes(officeOf(unit), to, minutes),
  };
}
