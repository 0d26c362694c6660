/** Standing (so với hạn): early, on time or late, of a dossier or of one part of it. Pure. */
import { dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { Standing } from './tables.ts';

export interface Timed {
  readonly doneAt: Instant;
  readonly dueAt: Instant | null;
  /** `3wd`, `8h`. */
  readonly term: string | null;
  readonly unit: string | null;
}

const LAST_HOUR = 60;

/**
 * Thông tư 01/2018/TT-VPCP Điều 13: shorter than, equal to or longer than the time set. A term in days is compared by the
 * day, one in hours by its last working hour; the measure of "equal" is to be confirmed.
 */
export function standingOf({ doneAt, dueAt, term, unit }: Timed, legal: LegalClock): Standing {
  if (dueAt === null || term === null) return 'no-term';
  if (doneAt > dueAt) return 'late';
  if (term.endsWith('h')) return legal.minutesBetween(doneAt, dueAt, unit) < LAST_HOUR ? 'on-time' : 'early';
  return dayOf(doneAt) < dayOf(dueAt) ? 'early' : 'on-time';
}
