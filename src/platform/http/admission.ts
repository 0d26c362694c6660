/** Admission: how many requests may be at work at once, and how many may wait for a moment. Who comes beyond that is told at once when to come back, so that a rush never becomes a queue that outlives it. */
import { randomInt } from 'node:crypto';

/** Ten connections to the database keep two cores busy, and as many requests again stand ready; more would only wait longer (40 on a busy machine: p95 of 3 s). */
export const MOST_AT_ONCE = 24;
/** Two cores answer these in about half a second: to wait so long is better than to ask again, which costs both sides more. */
export const MOST_WAITING = 96;

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

export function admission(most: number, waiting: number): Admission {
  let inside = 0;
  // in the order they came
  const line: (() => void)[] = [];
  // of late: the one who is let in makes both half a percent less, so that some hundred are remembered
  let sentAway = 0;
  let letIn = 1;
  return {
    async admit(work) {
      if (inside >= most && line.length >= waiting) {
        sentAway += 1;
        const wait = Math.min(LONGEST_WAIT_S, 3 + Math.round(sentAway / letIn));
        // apart from each other, or they would all come back together
        throw new Overloaded(`${inside} requests at work, ${line.length} waiting`, randomInt(1, wait * 2));
      }
      // who leaves hands the place on, so that nobody new takes it first
      if (inside >= most) await new Promise<void>((resolve) => line.push(resolve));
      else inside += 1;
      sentAway *= 0.995;
      letIn = letIn * 0.995 + 1;
      try {
        return await work();
      } finally {
        const next = line.shift();
        if (next) next();
        else inside -= 1;
      }
    },
  };
}
