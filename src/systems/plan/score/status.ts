/** Status (trạng thái) of a measure by the published rule: reached, on track, at risk, late, or no data; and why. */
import { type Day, daysBetween } from '../../../platform/calendar/instant.ts';
import type { TargetStatus } from '../../../platform/web/components/tag/status-chip.tsx';
import type { Measure, StatusRule } from '../definition.ts';
import type { Forecast } from './forecast.ts';
import { anchorsOf, expectedAt, type Point, type Trajectory } from './trajectory.ts';

export type Reason =
  | 'no-actual'
  | 'reached'
  | 'deadline-passed'
  | 'not-done-yet'
  | 'not-done-soon'
  | 'on-path'
  | 'on-path-forecast-short'
  | 'behind'
  | 'far-behind'
  | 'far-behind-forecast-reaches'
  | 'forecast-reaches'
  | 'forecast-short'
  | 'no-baseline';

export interface Judged {
  readonly status: TargetStatus;
  readonly reason: Reason;
  /** Where it should have stood on the day of its last value. */
  readonly expected?: number | undefined;
}

export interface StatusQuestion {
  readonly measure: Pick<Measure, 'kind' | 'compare'>;
  readonly trajectory: Trajectory;
  /** The last approved value. */
  readonly actual: Point | undefined;
  readonly forecast: Forecast;
  readonly today: Day;
  readonly rule: StatusRule;
}

export function judge(question: StatusQuestion): Judged {
  const { measure, trajectory, actual, today, rule } = question;
  const { day: deadline, amount: target } = trajectory.target;
  if (!actual) return { status: 'no-data', reason: 'no-actual' };
  const expected = measure.kind === 'yes-no' ? undefined : expectedAt(trajectory, actual.day);
  if (isReached(measure.compare, actual.amount, target)) return { status: 'met', reason: 'reached', expected };
  if (today > deadline) return { status: 'late', reason: 'deadline-passed', expected };
  if (measure.kind === 'yes-no')
    return daysBetween(today, deadline) <= rule.warnDays
      ? { status: 'at-risk', reason: 'not-done-soon' }
      : { status: 'on-track', reason: 'not-done-yet' };
  return expected === undefined ? byForecast(question) : { ...byPath(question, actual, expected), expected };
}

export function isReached(compare: Measure['compare'], amount: number, target: number): boolean {
  if (compare === '>=') return amount >= target;
  return compare === '<=' ? amount <= target : amount === target;
}

/** Whether the forecast reaches the target; undefined where there is none. */
function forecastReaches({ measure, trajectory, forecast }: StatusQuestion): boolean | undefined {
  if (forecast.kind !== 'value') return undefined;
  const { amount: target } = trajectory.target;
  // a line never meets one number exactly: what is to be 100 % is reached by going on to it
  const compare = measure.compare === '=' ? '>=' : measure.compare;
  return isReached(compare, forecast.amount, target);
}

function byForecast(question: StatusQuestion): Judged {
  const reaches = forecastReaches(question);
  if (reaches === undefined) return { status: 'at-risk', reason: 'no-baseline' };
  return reaches ? { status: 'on-track', reason: 'forecast-reaches' } : { status: 'at-risk', reason: 'forecast-short' };
}

function byPath(question: StatusQuestion, actual: Point, expected: number): Judged {
  const { measure, trajectory, rule } = question;
  const missing = measure.compare === '<=' ? actual.amount - expected : expected - actual.amount;
  const way = Math.abs(trajectory.target.amount - (anchorsOf(trajectory)?.[0]?.amount ?? 0)) || 1;
  const reaches = forecastReaches(question);
  // both sides times the way: no division, no rounding
  if (missing * 100 <= rule.onTrack * way)
    return reaches === false
      ? { status: 'at-risk', reason: 'on-path-forecast-short' }
      : { status: 'on-track', reason: 'on-path' };
  if (missing * 100 <= rule.atRisk * way) return { status: 'at-risk', reason: 'behind' };
  return reaches === true
    ? { status: 'at-risk', reason: 'far-behind-forecast-reaches' }
    : { status: 'late', reason: 'far-behind' };
}
