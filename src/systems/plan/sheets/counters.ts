/** Counters (bộ đếm): procedures cut and services built on data, against a baseline that must be entered. Pure. */
import { shareOf } from '../amount.ts';
import type { Actual, ReadMeasure } from '../score/score-target.ts';
import type { PlanRecord } from './records.ts';

export type CounterName = 'procedures-cut' | 'data-services';

/** A cut is what is fewer than at the baseline, a growth what is more; the other way round is nought. Nothing without a baseline above nought. */
export function readCounter(records: readonly PlanRecord[], counter: CounterName): ReadMeasure | undefined {
  const counts = records
    .filter(({ sheet, cells }) => sheet === 'counter' && cells.counter === counter)
    .map(({ cells: { kind, day = '', count, document = '' } }) => ({ kind, day, count: Number(count), document }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const base = counts.findLast(({ kind }) => kind === 'baseline');
  if (!base || base.count === 0) return undefined;
  const actuals = counts
    .filter(({ kind, day }) => kind === 'now' && day >= base.day)
    .flatMap(({ day, count, document }): Actual[] => {
      const moved = Math.max(0, counter === 'procedures-cut' ? base.count - count : count - base.count);
      const amount = shareOf(moved, base.count);
      const parts = { numerator: moved, denominator: base.count };
      return amount === null ? [] : [{ day, amount, ...parts, from: 'counter', document }];
    });
  return { actuals };
}
