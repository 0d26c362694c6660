/** Chance for simulations: the same seed gives the same draws on every machine. Not for secrets. */
import { createHash } from 'node:crypto';

export interface Chance {
  /** 0 ≤ number < 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** True in `probability` of the draws. */
  happens(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** By weight: an item of weight 2 comes twice as often as one of weight 1. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** Around 1, never under 0.2: log-normal, so that a few are much slower. */
  spread(sigma: number): number;
}

/** xoshiro128** seeded from the digest of a text, so that every dossier and officer has a chance of their own. */
export function chanceOf(seed: string): Chance {
  const digest = createHash('sha256').update(seed).digest();
  const state = Uint32Array.from([0, 4, 8, 12], (at) => digest.readUInt32LE(at));
  const draw = (): number => {
    const [a, b, c, d] = state as unknown as [number, number, number, number];
    const drawn = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const e = c ^ a;
    const f = d ^ b;
    state.set([a ^ f, b ^ e, e ^ (b << 9), rotate(f, 11)]);
    return drawn / 2 ** 32;
  };
  const chance: Chance = {
    next: draw,
    between: (min, max) => min + Math.floor(draw() * (max - min + 1)),
    happens: (probability) => draw() < probability,
    pick: (list) => {
      const picked = list[Math.floor(draw() * list.length)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    weighted(items) {
      let left = draw() * items.reduce((sum, [, weight]) => sum + weight, 0);
      const found = items.find(([, weight]) => (left -= weight) < 0) ?? items.at(-1);
      if (!found) throw new RangeError('nothing to choose from');
      return found[0];
    },
    spread(sigma) {
      const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
      return Math.max(0.2, Math.exp(sigma * normal));
    },
  };
  return chance;
}

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** A UUID that a text gives: the same run made again sends the same commands. Version 8, which leaves its bits to the maker. */
export function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
