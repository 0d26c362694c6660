import { expect, test } from 'vitest';
import { coversEveryDay, earliestDay, fullYears, isDay, isPartialDay, latestDay } from './partial-day.ts';

test.each(['2024-02-29', '1985-03-27', '2000-02-29'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true);
});

test.each([
  '2023-02-29',
  '1900-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-04-31',
  '24-04-30',
  '2024-4-3',
  '0985-01-01',
  '',
])('%j is no day', (text) => {
  expect(isDay(text)).toBe(false);
});

test('a partial day spans what it may mean', () => {
  expect([earliestDay('1985'), latestDay('1985')]).toEqual(['1985-01-01', '1985-12-31']);
  expect([earliestDay('2024-02'), latestDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
  expect([earliestDay('2024-02-05'), latestDay('2024-02-05')]).toEqual(['2024-02-05', '2024-02-05']);
  expect(['', '19', '198', '1985-', '1985-1', '1985-13', '1985-01-'].filter(isPartialDay)).toEqual([]);
});

test('age is counted in full years', () => {
  expect(fullYears('2006-11-24', '2026-11-23')).toBe(19);
  expect(fullYears('2006-11-23', '2026-11-23')).toBe(20);
  expect(fullYears('2008-02-29', '2026-02-28')).toBe(17);
  expect(fullYears('2006', '2026-12-30')).toBe(19);
  expect(fullYears('x', '2026-12-30')).toBeUndefined();
});

test('periods cover a span when no day between them is open', () => {
  const span = ['2010-01-01', '2026-11-23'] as const;
  expect(coversEveryDay([{ from: '2015-06-01' }, { from: '2009', to: '2015-05-31' }], ...span)).toBe(true);
  expect(coversEveryDay([{ from: '2015-06-02' }, { from: '2009', to: '2015-05-31' }], ...span)).toBe(false);
  expect(coversEveryDay([{ from: '2010-01-02' }], ...span)).toBe(false);
  expect(coversEveryDay([{ from: '2009', to: '2026-11-22' }], ...span)).toBe(false);
  expect(
    coversEveryDay(
      [
        { from: '2009', to: '2020' },
        { from: '2010', to: '2012' },
        { from: '2020-12-31', to: '' },
      ],
      ...span,
    ),
  ).toBe(true);
  expect(coversEveryDay([], ...span)).toBe(false);
});
