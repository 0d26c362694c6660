/** Forecast (dự báo): where a measure will stand at its deadline if it goes on as before, by the line of least squares, in whole numbers throughout. */
import { type Day, daysBetween } from '../../../platform/calendar/instant.ts';
import type { StatusRule } from '../definition.ts';
import type { Point } from './trajectory.ts';

export type Forecast =
  | { readonly kind: 'value'; readonly amount: number; readonly points: number }
  /** Fewer than `least` values, or they lie too close together. */
  | { readonly kind: 'too-few'; readonly have: number; readonly least: number; readonly spanDays: number }
  | { readonly kind: 'past-deadline' }
  /** Something is done or not: there is no line to it. */
  | { readonly kind: 'none' };

export interface ForecastQuestion {
  /** Approved values, one a day, in any order. */
  readonly actuals: readonly Point[];
  readonly deadline: Day;
  readonly today: Day;
  readonly rule: StatusRule['forecast'];
  /** A percentage stays between 0 and 100. */
  readonly most?: number;
}

export function forecastAt({ actuals, deadline, today, rule, most }: ForecastQuestion): Forecast {
  if (today > deadline) return { kind: 'past-deadline' };
  const used = actuals.toSorted((a, b) => (a.day < b.day ? -1 : 1)).slice(-rule.points);
  const [first, last] = [used[0], used.at(-1)];
  const span = first && last ? daysBetween(first.day, last.day) : 0;
  if (!first || used.length < rule.least || span < rule.spanDays)
    return { kind: 'too-few', have: used.length, least: rule.least, spanDays: rule.spanDays };
  const amount = lineAt(
    used.map((point) => ({ x: BigInt(daysBetween(first.day, point.day)), y: BigInt(point.amount) })),
    BigInt(daysBetween(first.day, deadline)),
  );
  const kept = Math.max(0, most === undefined ? amount : Math.min(most, amount));
  return { kind: 'value', amount: kept, points: used.length };
}

/** The least-squares line at `x`: `(ȳ·D + N·(x − x̄)) / D` without a fraction before the last division, halves away from nought. */
function lineAt(points: readonly { readonly x: bigint; readonly y: bigint }[], at: bigint): number {
  const count = BigInt(points.length);
  const sum = (of: (point: { readonly x: bigint; readonly y: bigint }) => bigint): bigint =>
    points.reduce((total, point) => total + of(point), 0n);
  const [sx, sy] = [sum(({ x }) => x), sum(({ y }) => y)];
  const slopeOver = count * sum(({ x }) => x * x) - sx * sx;
  const slope = count * sum(({ x, y }) => x * y) - sx * sy;
  return Number(roundedQuotient(sy * slopeOver + slope * (count * at - sx), count * slopeOver));
}

/** `over` is above nought. */
function roundedQuotient(value: bigint, over: bigint): bigint {
  const half = value < 0n ? -(over / 2n) : over / 2n;
  return (value + half) / over;
}
