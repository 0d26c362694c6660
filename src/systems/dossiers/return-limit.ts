/** Until when a dossier may be sent back for papers: days are counted whole from the day of receipt, not by the hour of it. */
import { type Day, dayOf, type Instant } from '../../platform/calendar/instant.ts';
import type { LegalClock } from '../../platform/cases/legal-clock.ts';
import type { DossierState } from './dossier-state.ts';

/** The receipt from which the term is reckoned: the last one, where papers came since. */
export const receivedAnew = ({ clock, receivedAt }: Pick<DossierState, 'clock' | 'receivedAt'>): Instant | null =>
  clock.findLast(({ kind }) => kind === 'started' || kind === 'restarted')?.at ?? receivedAt;

/**
 * The day with which a term since a receipt ends. "Within three working days of the day of receipt" leaves out the first
 * day and ends with the third (Bộ luật Dân sự 2015, Điều 147 khoản 2, Điều 148); a receipt after 15:00 is one of the next
 * day that counts.
 */
export function lastDayOf(legal: LegalClock, received: Instant, term: string, unit: string | null): Day {
  const end = legal.dueAt(received, term, { unit });
  // by the hour it may end at a closing, where the day after has only begun
  return dayOf(/^[1-9]\d*wd$/.test(term) ? legal.dueAt(end, '0wd', { unit, lateRule: false }) : end);
}
