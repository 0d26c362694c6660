/** The legal clock as decisions see it: due times by the calendar valid now. The arithmetic is `platform/calendar`; here is the one door to it. */
import type { Instant } from '../calendar/instant.ts';
import type { ClockEventDraft } from './decision.ts';

export interface LegalClock {
  /** When a term that starts with `from` ends: `3wd`, `8h`, `0wd`, `10d`, `1m`. `lateRule: false` leaves out the 15:00 rule (answer within 8 working hours). */
  dueAt(from: Instant, term: string, options?: { readonly lateRule?: boolean; readonly unit?: string | null }): Instant;
  /** The due time of a case from its clock events; null while nothing runs. */
  caseDue(events: readonly ClockEventDraft[], unit: string | null): Instant | null;
  /** Working minutes between two instants. */
  minutesBetween(from: Instant, to: Instant, unit?: string | null): number;
  /** The latest instant from which that many working minutes are left until `to`. */
  before(to: Instant, minutes: number, unit?: string | null): Instant;
}
