import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packCalendar } from '../../../test/harness/calendar.ts';
import { addDays, type Day, weekdayOf } from './instant.ts';
import { type LunarDays, lunarDays } from './lunar-days.ts';
import { statutoryDaysOff } from './statutory-days-off.ts';

const calendar = packCalendar();

/** First day of Tết and the tenth of the third lunar month, at UTC+7. */
const LUNAR: Record<number, [tet: Day, hungKings: Day]> = {
  2020: ['2020-01-25', '2020-04-02'],
  2021: ['2021-02-12', '2021-04-21'],
  2022: ['2022-02-01', '2022-04-10'],
  2023: ['2023-01-22', '2023-04-29'],
  2024: ['2024-02-10', '2024-04-18'],
  2025: ['2025-01-29', '2025-04-07'],
  2026: ['2026-02-17', '2026-04-26'],
  2027: ['2027-02-06', '2027-04-16'],
  2028: ['2028-01-26', '2028-04-04'],
  2029: ['2029-02-13', '2029-04-23'],
  2030: ['2030-02-02', '2030-04-12'],
  2031: ['2031-01-23', '2031-04-01'],
  2032: ['2032-02-11', '2032-04-19'],
  2033: ['2033-01-31', '2033-04-09'],
  2034: ['2034-02-19', '2034-04-28'],
  2035: ['2035-02-08', '2035-04-17'],
};
const years = Object.keys(LUNAR).map(Number);

const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;

const weekdaysOff = (year: number, lunar: LunarDays): Day[] =>
  statutoryDaysOff(year, lunar)
    .flatMap(({ from, to = from }) => {
      const days: Day[] = [];
      for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
      return days;
    })
    .filter((day) => !isWeekend(day));

const packDays = (year: number, kind: string): Day[] =>
  Object.entries(calendar.days)
    .filter(([day, special]) => day.startsWith(String(year)) && special.kind === kind)
    .map(([day]) => day);

test.each(years)('%i: the lunar calendar has Tết and Hùng Kings’ Day where they are known to be', (year) => {
  expect(Object.values(lunarDays(year))).toEqual(LUNAR[year]);
});

test.each(years)('%i: the pack has the days off that the law gives, besides swapped days', (year) => {
  const holidays = packDays(year, 'holiday').filter((day) => !isWeekend(day));
  expect(holidays.sort()).toEqual(weekdaysOff(year, lunarDays(year)).sort());
});

test.each(years)('%i: holidays of the pack that lie on a weekend are those of the law', (year) => {
  const [tet, hungKings] = LUNAR[year] as [Day, Day];
  const named = [`${year}-01-01`, tet, hungKings, `${year}-04-30`, `${year}-05-01`, `${year}-09-02`];
  const off = packDays(year, 'holiday');
  expect(named.filter((day) => !off.includes(day))).toEqual([]);
});

test.each(years.filter((year) => year > 2026))(
  '%i: the file is the proposal of the law, nothing decided yet',
  (year) => {
    const name = `../../../provinces/tay-ninh/calendar/days-off-${year}.yaml`;
    const file = parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Record<string, unknown>;
    expect(file['days-off']).toEqual(statutoryDaysOff(year, lunarDays(year)));
    expect(file['swaps']).toBeUndefined();
  },
);

/** Weekdays off as they were, from memory for the years before 2026. */
test.each([
  [2020, '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02'],
  [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03'],
  [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02'],
  [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04'],
  [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03'],
  [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02'],
  [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02'],
])('%i: weekdays off, swapped ones included', (year, expected) => {
  const off = [...packDays(year, 'holiday'), ...packDays(year, 'swapped-off')].filter((day) => !isWeekend(day)).sort();
  expect(off.map((day) => day.slice(5)).join(' ')).toBe(expected);
});

test('what the Prime Minister decides each year asks to be confirmed, what the law fixes does not', () => {
  const rows = statutoryDaysOff(2027, lunarDays(2027));
  const confirm = rows.filter((row) => row.confirm).map((row) => row.from);
  expect(confirm).toEqual(['2027-02-04', '2027-09-03']);
  expect(rows.find((row) => row.from === '2027-02-04')).toMatchObject({ to: '2027-02-10' });
  expect(rows.find((row) => row.from === '2027-05-03')).toMatchObject({ title: { vi: 'bù Ngày Quốc tế lao động' } });
});

test('24 November is a row of each year from 2026, and still works', () => {
  const undecided = Object.entries(calendar.days).filter(([, { kind }]) => kind === 'undecided');
  const onWeekdays = years.map((year) => `${year}-11-24`).filter((day) => day >= '2026' && !isWeekend(day));
  expect(undecided.map(([day, { works }]) => [day, works])).toEqual(onWeekdays.map((day) => [day, true]));
});
