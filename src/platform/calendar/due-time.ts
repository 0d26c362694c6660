/** Due times (hạn trả kết quả): when a term ends, with the sentences that explain it to a citizen. */
import type { DueStep } from './due-step.ts';
import { explain } from './due-steps.ts';
import type { Instant } from './instant.ts';
import { type DueInput, reckon } from './reckoning.ts';
import { listUnconfirmed, type Unconfirmed } from './unconfirmed.ts';

export interface DueTime {
  readonly due: Instant;
  /** When the clock started. */
  readonly start: Instant;
  /** A pause is open: the due time moves on for as long as it lasts. */
  readonly provisional: boolean;
  /** What the due time rests on without a document that confirms it. */
  readonly unconfirmed: readonly Unconfirmed[];
  readonly steps: readonly DueStep[];
}

/** Same input, same answer: the clock is an argument and the calendar is immutable. */
export function dueTime(input: DueInput): DueTime {
  const reckoning = reckon(input);
  const unconfirmed = listUnconfirmed(input, reckoning);
  return {
    due: reckoning.due,
    start: reckoning.start.at,
    provisional: reckoning.openSince !== undefined,
    unconfirmed,
    steps: explain(input, reckoning, unconfirmed),
  };
}

/** The due time alone, where nobody reads the explanation. */
export const dueInstant = (input: DueInput): Instant => reckon(input).due;
