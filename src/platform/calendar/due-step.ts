/** One step of the explanation of a due time. */
import type { LocalText } from '../i18n/local-text.ts';
import type { Instant } from './instant.ts';

/** One sentence, with a stable code for those who colour or skip it, and the instant it speaks of. */
export interface DueStep {
  readonly code: string;
  readonly at?: Instant;
  readonly text: Required<LocalText>;
}
