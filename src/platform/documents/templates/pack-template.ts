/** A template of the province pack, with the first day of its form. */
import type { Day } from '../../calendar/instant.ts';

export interface PackTemplate<Content> {
  readonly code: string;
  readonly from: Day;
  readonly content: Content;
}
