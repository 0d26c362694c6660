/** A reading: what an indicator comes to, from the sums of what was counted. Pure. */
import type { IndicatorDefinition } from './definition.ts';

/** What an indicator comes to. */
export interface Reading {
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  /** Per cent of the denominator, or the count; null where there is nothing to be a share of, or nothing was counted yet. */
  readonly value: number | null;
  /** Those that cannot be told for want of a value: part of the denominator where that is decided, never of the numerator. */
  readonly unknown: number;
  /** Simulated people are among them. */
  readonly simulated: boolean;
}

export interface Sums {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  readonly simulated: number;
}

export const NOTHING: Sums = { numerator: 0, denominator: 0, unknown: 0, simulated: 0 };

export const addSums = (a: Sums, b: Sums): Sums => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
  unknown: a.unknown + b.unknown,
  simulated: a.simulated + b.simulated,
});

/** `begun`: the measure has counted anything at all by then; before that a count of nothing says nothing. */
export function readingOf(
  { numerator, denominator, unknown, simulated }: Sums,
  definition: IndicatorDefinition,
  begun: boolean,
): Reading {
  const isShare = definition.denominator !== undefined;
  // of nothing, or of nothing that is known, there is no share; and a nought that comes of not knowing is none
  const isUnknown = unknown > 0 && (numerator === 0 || unknown >= denominator);
  const share = denominator === 0 || isUnknown ? null : (100 * numerator) / denominator;
  return {
    numerator,
    denominator: isShare ? denominator : null,
    value: isShare ? share : begun ? numerator : null,
    unknown,
    simulated: simulated > 0,
  };
}
