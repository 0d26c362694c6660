/** Until when the papers of a dossier have to be passed on, where the transfer itself does not say: opened before that was kept, or made again from the journal. */
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { LegalClock } from '../../../platform/cases/legal-clock.ts';
import type { Transfer } from '../dossier-state.ts';
import { papersDue } from '../turns/transfer.ts';

/** Undefined for a result, which the law gives no day of its own. */
export const sendByOf = ({ content, from, openedAt, sendBy }: Transfer, legal: LegalClock): Instant | undefined =>
  content === 'papers' ? (sendBy ?? papersDue(openedAt, from, legal)) : undefined;
