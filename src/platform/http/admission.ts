/** Admission: how many requests may be at work at once. Who comes beyond that is told at once when to come back, so that a rush never becomes a queue that outlives it. */
import { randomInt } from 'node:crypto';

/** Ten connections to the database keep two cores busy, and as many requests again stand ready; more would only wait longer (40 on a busy machine: p95 of 3 s). */
export const MOST_AT_ONCE = 24;

/** 503 with a time to come back. */
export class Overloaded extends Error {
  /** Apart from each other, or they would all come back together. */
  readonly retryAfter = randomInt(1, 5);
}

export interface Admission {
  /** Throws `Overloaded` when the house is full. */
  admit<T>(work: () => Promise<T>): Promise<T>;
}

export function admission(most: number): Admission {
  let inside = 0;
  return {
    async admit(work) {
      if (inside >= most) throw new Overloaded(`${inside} requests at work`);
      inside += 1;
      try {
        return await work();
      } finally {
        inside -= 1;
      }
    },
  };
}
