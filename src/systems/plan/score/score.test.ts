import { describe, expect, test } from 'vitest';
import { amountText, readAmount, shareOf } from '../amount.ts';
import type { StatusRule } from '../definition.ts';
import { type Forecast, forecastAt } from './forecast.ts';
import { judge } from './status.ts';
import { expectedAt, type Point } from './trajectory.ts';

const P = 10_000;
const rule: StatusRule = {
  onTrack: 5,
  atRisk: 20,
  warnDays: 180,
  staleDays: 400,
  forecast: { points: 12, least: 3, spanDays: 90 },
};
const at = (day: string, amount: number): Point => ({ day, amount: amount * P });

describe('amounts', () => {
  test.each([
    ['0,4582', 4582],
    ['60', 600_000],
    ['1.234,5', 12_345_000],
    ['0,45821', undefined],
    ['', undefined],
    ['nhiều', undefined],
    ['1e3', undefined],
  ])('%j is read as %j', (text, amount) => expect(readAmount(text)).toBe(amount));

  test.each([
    [9_999_999, 10_000_000, 999_999],
    [1, 3, 333_333],
    [12, 12, 1_000_000],
    [0, 5, 0],
    [900_000_000_000, 900_000_000_001, 999_999],
  ])('%d of %d are %d ten-thousandths of a percent, cut and never rounded up', (part, whole, amount) =>
    expect(shareOf(part, whole)).toBe(amount),
  );

  test('without a base there is no share', () => expect(shareOf(0, 0)).toBeNull());

  test.each([
    [999_999, 'percent', '99,9 %'],
    [714_000, 'percent', '71,4 %'],
    [4582, 'score', '0,4582'],
    [250_000, 'rank', '25'],
    [P, 'yes-no', 'Đã hoàn thành'],
    [0, 'yes-no', 'Chưa hoàn thành'],
  ] as const)('%d as %s is %s', (amount, kind, text) => expect(amountText(amount, kind, 'vi')).toBe(text));
});

describe('the trajectory', () => {
  const target = at('2025-12-31', 100);
  test.each([
    ['halfway', '2025-07-02', { baseline: at('2025-01-01', 0), points: [], target }, 50],
    ['before the baseline', '2024-01-01', { baseline: at('2025-01-01', 40), points: [], target }, 40],
    ['after the deadline', '2026-06-01', { baseline: at('2025-01-01', 40), points: [], target }, 100],
    [
      'on a point that was set',
      '2025-03-01',
      { baseline: at('2025-01-01', 0), points: [at('2025-03-01', 80)], target },
      80,
    ],
    ['with points alone', '2025-03-01', { points: [at('2025-03-01', 80)], target }, 80],
    [
      'a point after the deadline does not count',
      '2025-12-31',
      { baseline: at('2025-01-01', 0), points: [at('2026-03-01', 10)], target },
      100,
    ],
  ])('%s', (_, day, trajectory, expected) => expect(expectedAt(trajectory, day)).toBe(expected * P));

  test('without baseline and points there is none', () =>
    expect(expectedAt({ points: [], target }, '2025-07-02')).toBeUndefined());
});

describe('the forecast', () => {
  const question = { deadline: '2026-12-31', today: '2026-07-01', rule: rule.forecast };
  const monthly = [at('2026-01-01', 10), at('2026-02-01', 41), at('2026-03-04', 72), at('2026-04-04', 103)];

  test('goes on along a straight line', () => {
    // 31 in 31 days: one a day, and 364 days lie between the first and the deadline
    expect(forecastAt({ ...question, actuals: monthly })).toEqual({ kind: 'value', amount: 374 * P, points: 4 });
  });
  test('a percentage stays below 100', () =>
    expect(forecastAt({ ...question, actuals: monthly, most: 100 * P })).toMatchObject({ amount: 100 * P }));
  test('and never falls below nought', () =>
    expect(
      forecastAt({ ...question, actuals: [at('2026-01-01', 30), at('2026-03-01', 20), at('2026-06-01', 5)] }),
    ).toMatchObject({ amount: 0 }));
  test('the order in which values come does not matter', () =>
    expect(forecastAt({ ...question, actuals: monthly.toReversed() })).toMatchObject({ amount: 374 * P }));
  test('a level line stays level', () =>
    expect(
      forecastAt({ ...question, actuals: [at('2026-01-01', 7), at('2026-03-01', 7), at('2026-06-01', 7)] }),
    ).toMatchObject({ amount: 7 * P }));
  test.each([
    ['too few values', [at('2026-01-01', 1), at('2026-06-01', 2)]],
    ['values too close together', [at('2026-06-01', 1), at('2026-06-15', 2), at('2026-06-30', 3)]],
    ['none', []],
  ])('%s give none, and say what is needed', (_, actuals) =>
    expect(forecastAt({ ...question, actuals })).toEqual({
      kind: 'too-few',
      have: actuals.length,
      least: 3,
      spanDays: 90,
    }),
  );
  test('after the deadline there is nothing to forecast', () =>
    expect(forecastAt({ ...question, today: '2027-01-01', actuals: monthly })).toEqual({ kind: 'past-deadline' }));
  test('only the last twelve count', () => {
    const old = at('2020-01-01', 0);
    const level = Array.from({ length: 12 }, (_, month) => at(`2025-${String(month + 1).padStart(2, '0')}-01`, 50));
    expect(forecastAt({ ...question, actuals: [old, ...level] })).toEqual({
      kind: 'value',
      amount: 50 * P,
      points: 12,
    });
  });
});

describe('the status', () => {
  const none: Forecast = { kind: 'too-few', have: 1, least: 3, spanDays: 90 };
  const says = (amount: number): Forecast => ({ kind: 'value', amount: amount * P, points: 4 });
  const share = { measure: { kind: 'percent', compare: '>=' }, rule, today: '2025-07-02' } as const;
  // from nought on 1 January to 100 on 31 December: 50 on 2 July
  const path = { baseline: at('2025-01-01', 0), points: [], target: at('2025-12-31', 100) };
  const bare = { points: [], target: path.target };

  test.each([
    ['no value', undefined, none, 'no-data', 'no-actual'],
    ['reached', 100, none, 'met', 'reached'],
    ['on the line', 50, none, 'on-track', 'on-path'],
    ['behind by exactly 5 % of the way', 45, none, 'on-track', 'on-path'],
    ['a little more', 44.9999, none, 'at-risk', 'behind'],
    ['behind by exactly 20 %', 30, none, 'at-risk', 'behind'],
    ['more than 20 %', 29.9999, none, 'late', 'far-behind'],
    ['far behind, yet the forecast reaches it', 20, says(100), 'at-risk', 'far-behind-forecast-reaches'],
    ['far behind and the forecast falls short', 20, says(99.9999), 'late', 'far-behind'],
    ['on the line, but the forecast falls short', 50, says(90), 'at-risk', 'on-path-forecast-short'],
    ['on the line and the forecast reaches it', 50, says(100), 'on-track', 'on-path'],
  ] as const)('%s', (_, actual, forecast, status, reason) =>
    expect(
      judge({
        ...share,
        trajectory: path,
        actual: actual === undefined ? undefined : at('2025-07-02', actual),
        forecast,
      }),
    ).toMatchObject({ status, reason }),
  );

  test.each([
    [says(100), 'on-track', 'forecast-reaches'],
    [says(80), 'at-risk', 'forecast-short'],
    [none, 'at-risk', 'no-baseline'],
  ] as const)('without a baseline the forecast decides: %j', (forecast, status, reason) =>
    expect(judge({ ...share, trajectory: bare, actual: at('2025-07-02', 50), forecast })).toEqual({
      status,
      reason,
      expected: undefined,
    }),
  );

  test('after the deadline what is not reached is late, whatever the path says', () =>
    expect(
      judge({ ...share, today: '2026-01-01', trajectory: path, actual: at('2025-12-31', 99.9999), forecast: none }),
    ).toMatchObject({ status: 'late', reason: 'deadline-passed' }));

  test('a value is compared with the path on its own day, not on the day of the reader', () =>
    expect(
      judge({ ...share, today: '2025-12-01', trajectory: path, actual: at('2025-07-02', 50), forecast: none }),
    ).toMatchObject({ status: 'on-track', expected: 50 * P }));

  test('where less is better, being above the path is being behind', () => {
    const rank = { ...share, measure: { kind: 'rank', compare: '<=' } } as const;
    const way = { baseline: at('2025-01-01', 25), points: [], target: at('2025-12-31', 15) };
    expect(judge({ ...rank, trajectory: way, actual: at('2025-07-02', 20), forecast: none }).status).toBe('on-track');
    expect(judge({ ...rank, trajectory: way, actual: at('2025-07-02', 24), forecast: none }).status).toBe('late');
    expect(judge({ ...rank, trajectory: way, actual: at('2025-07-02', 15), forecast: none }).status).toBe('met');
  });

  test('what must be 100 % exactly is not reached by 99,9999 %', () => {
    const exact = { ...share, measure: { kind: 'percent', compare: '=' } } as const;
    expect(judge({ ...exact, trajectory: path, actual: at('2025-07-02', 99.9999), forecast: none }).status).toBe(
      'on-track',
    );
    expect(judge({ ...exact, trajectory: path, actual: at('2025-07-02', 100), forecast: none }).status).toBe('met');
  });

  test.each([
    ['2025-01-01', 0, 'on-track', 'not-done-yet'],
    ['2025-07-04', 0, 'at-risk', 'not-done-soon'],
    ['2026-01-01', 0, 'late', 'deadline-passed'],
    ['2026-01-01', 1, 'met', 'reached'],
  ] as const)('something done or not, on %s: %d', (today, amount, status, reason) =>
    expect(
      judge({
        measure: { kind: 'yes-no', compare: '=' },
        rule,
        today,
        trajectory: { points: [], target: at('2025-12-31', 1) },
        actual: at('2025-01-01', amount),
        forecast: { kind: 'none' },
      }),
    ).toMatchObject({ status, reason }),
  );
});
