import { expect, test } from 'vitest';
import { instant } from './instant.ts';
import { findPeriod, listPeriodKeys, monthAt, type PeriodRule } from './period.ts';

const rule = (cutDay: number): PeriodRule => ({ key: 'a', name: { vi: 'a', en: 'a' }, cutDay });

test.each([
  ['2026-11', 1, '2026-11-01', '2026-11-30'],
  ['2024-02', 1, '2024-02-01', '2024-02-29'],
  ['2026-q4', 1, '2026-10-01', '2026-12-31'],
  ['2026-n1', 1, '2026-01-01', '2026-06-30'],
  ['2026', 1, '2026-01-01', '2026-12-31'],
  // NĐ 09/2019/NĐ-CP Điều 12: from the 15th of the month before to the 14th
  ['2026-11', 15, '2026-10-15', '2026-11-14'],
  ['2026-01', 15, '2025-12-15', '2026-01-14'],
  ['2026-q1', 15, '2025-12-15', '2026-03-14'],
  ['2026-n1', 15, '2025-12-15', '2026-06-14'],
  ['2026', 15, '2025-12-15', '2026-12-14'],
])('%s cut on day %i runs from %s to %s', (key, cutDay, firstDay, lastDay) => {
  expect(findPeriod(key, rule(cutDay))).toMatchObject({ firstDay, lastDay });
});

test.each(['', '2026-13', '2026-q5', '1999', 'nay', '2026-11-01'])('%s is no period', (key) => {
  expect(findPeriod(key, rule(1))).toBeUndefined();
});

test('a period ends where the next begins', () => {
  const [november, december] = ['2026-11', '2026-12'].map((key) => findPeriod(key, rule(15)));
  expect(november?.to).toBe(december?.from);
});

test('from the cut day on the month is the next one; each period offered is one', () => {
  expect(monthAt('2026-11-14', rule(15))).toBe('2026-11');
  expect(monthAt('2026-11-15', rule(15))).toBe('2026-12');
  expect(monthAt('2026-12-31', rule(1))).toBe('2026-12');
  const keys = listPeriodKeys(instant('2026-02-03'), rule(1));
  expect(keys).toContain('2025-q4');
  expect(keys.every((key) => findPeriod(key, rule(1)))).toBe(true);
  expect(new Set(keys).size).toBe(keys.length);
});
