/** What an officer's unit owes a dossier of another: an opinion, or its part of a linked procedure. */
import type { ReviewSection } from '../../platform/forms/review.ts';
import type { Consultation } from './dossier-state.ts';

export interface Owed {
  readonly consultation: Consultation;
  /** What is asked, or why a part is asked for again; empty for a part that is asked for the first time. */
  readonly question: string;
  /** Code of the procedure that a part is. */
  readonly procedure?: string;
  /** What a part takes from the common form. */
  readonly taken?: readonly ReviewSection[];
}
