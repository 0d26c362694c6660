import { expect, test } from 'vitest';
import { addMonths, daysBetween, findInstant, instant, isoOf } from './instant.ts';

test('a time without an offset is the province’s own', () => {
  expect(instant('2026-02-12T16:10')).toBe(instant('2026-02-12T09:10Z'));
  expect(isoOf(instant('2026-02-12T09:10Z'))).toBe('2026-02-12T16:10:00+07:00');
});

test.each(['', 'hôm nay', '2026-02-30', '2026-2-1', '2026-02-12T25:00', '2026-02-12T16:10:00+7', '12/02/2026'])(
  '“%s” is no time',
  (text) => {
    expect(findInstant(text)).toBeUndefined();
    expect(() => instant(text)).toThrow(RangeError);
  },
);

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', 1, '2026-04-30'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-02-28', 12, '2027-02-28'],
  ['2026-05-31', 0, '2026-05-31'],
])('%s and %i months is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

test('days between two days, over a leap day and backwards', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
});
