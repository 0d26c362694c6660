/** Admission: how many requests may be at work at once. Who comes beyond that is told at once when to come back, so that a rush never becomes a queue that outlives it. */
import { randomInt } from 'node:crypto';

/** Ten connections to the database keep two cores busy, and as many requests again stand ready; more would only wait longer (40 on a busy machine: p95 of 3 s). */
export const MOST_AT_ONCE = 24;

/** 503 with a time to come back, in seconds. */
export class Overloaded extends Error {
  readonly retryAfter: number;

  constructor(message: string, retryAfter: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/** The more are sent away for each one let in, the later they come back: else those who ask again take the time of those at work. */
const LONGEST_WAIT_S = 20;

export interface Admission {
  /** Throws `Overloaded` when the house is full. */
  admit<T>(work: () => Promise<T>): Promise<T>;
}

export function admission(most: number): Admission {
  let inside = 0;
  // of late: the one who is let in makes both half a percent less, so that some hundred are remembered
  let sentAway = 0;
  let letIn = 1;
  return {
    async admit(work) {
      if (inside >= most) {
        sentAway += 1;
        const wait = Math.min(LONGEST_WAIT_S, 3 + Math.round(sentAway / letIn));
        // apart from each other, or they would all come back together
        throw new Overloaded(`${inside} requests at work`, randomInt(1, wait * 2));
      }
      inside += 1;
      sentAway *= 0.995;
      letIn = letIn * 0.995 + 1;
      try {
        return await work();
      } finally {
        inside -= 1;
      }
    },
  };
}
