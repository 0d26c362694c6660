import { expect, test } from 'vitest';
import { packCalendar } from '../../../test/harness/calendar.ts';
import type { CalendarVersion } from './calendar-version.ts';
import { sealCalendar } from './seal-calendar.ts';
import { addDays, instant, instantAt, isoOf, weekdayOf } from './instant.ts';
import {
  addWorkingMinutes,
  closingOf,
  isWorkingDay,
  isWorkingTime,
  nextOpening,
  officeHoursAt,
  receptionWindows,
  takeWorkingMinutes,
  workingMinutes,
} from './working-time.ts';

const calendar = packCalendar();
const office = { calendar };

/** What the province's list of 2026 says, apart from ordinary weekends. */
const OFF_2026 = [
  ['2026-01-01', '2026-01-02'],
  ['2026-02-14', '2026-02-22'],
  ['2026-04-26', '2026-04-27'],
  ['2026-04-30', '2026-05-01'],
  ['2026-08-29', '2026-09-02'],
] as const;
const WORKED_SATURDAYS_2026 = ['2026-01-10', '2026-08-22'];

const days2026 = Array.from({ length: 365 }, (_, index) => addDays('2026-01-01', index));

test('each day of 2026 works or is off as the list says', () => {
  const isOff = (day: string) => OFF_2026.some(([from, to]) => from <= day && day <= to);
  const expected = days2026.filter(
    (day) => WORKED_SATURDAYS_2026.includes(day) || (!isOff(day) && weekdayOf(day) !== 0 && weekdayOf(day) !== 6),
  );
  expect(days2026.filter((day) => isWorkingDay(office, day))).toEqual(expected);
  expect(expected).toHaveLength(250);
});

test('a working day has 480 minutes, a day off none, a year as many as its days', () => {
  const of = (day: string) => workingMinutes(office, instantAt(day, 0), instantAt(day, 1440));
  expect(days2026.map(of).filter((minutes) => minutes > 0)).toEqual(Array(250).fill(480));
  expect(workingMinutes(office, instant('2026-01-01'), instant('2027-01-01'))).toBe(250 * 480);
});

test.each([
  ['2026-03-02T09:00', '2026-03-02T09:00', 0],
  ['2026-03-02T10:00', '2026-03-02T09:00', 0],
  ['2026-03-02T11:00', '2026-03-02T14:00', 60],
  ['2026-03-02T11:30', '2026-03-02T13:30', 0],
  ['2026-03-06T16:00', '2026-03-09T08:00', 120],
  ['2026-02-13T16:00', '2026-02-23T08:00', 120],
  ['2026-03-02T09:00:30', '2026-03-02T09:02', 1.5],
])('from %s to %s: %d minutes', (from, to, minutes) => {
  expect(workingMinutes(office, instant(from), instant(to))).toBe(minutes);
});

test.each([
  ['2026-03-02T09:00', 0, '2026-03-02T09:00:00+07:00'],
  ['2026-03-02T07:00', 270, '2026-03-02T11:30:00+07:00'],
  ['2026-03-02T11:30', 1, '2026-03-02T13:31:00+07:00'],
  ['2026-03-02T13:30', 210, '2026-03-02T17:00:00+07:00'],
  ['2026-03-06T17:00', 480, '2026-03-09T17:00:00+07:00'],
])('%s and %d working minutes is %s', (from, minutes, to) => {
  expect(isoOf(addWorkingMinutes(office, instant(from), minutes))).toBe(to);
});

test('working time is not taken away', () => {
  expect(() => addWorkingMinutes(office, instant('2026-03-02T09:00'), -1)).toThrow(RangeError);
});

test.each([
  ['2026-03-02T06:59', false, '2026-03-02T07:00:00+07:00'],
  ['2026-03-02T07:00', true, '2026-03-02T07:00:00+07:00'],
  ['2026-03-02T11:29', true, '2026-03-02T13:30:00+07:00'],
  ['2026-03-02T11:30', false, '2026-03-02T13:30:00+07:00'],
  ['2026-03-02T17:00', false, '2026-03-03T07:00:00+07:00'],
  ['2026-02-13T17:00', false, '2026-02-23T07:00:00+07:00'],
])('at %s the office works: %s; next opening %s', (at, works, opening) => {
  expect(isWorkingTime(office, instant(at))).toBe(works);
  expect(isoOf(nextOpening(office, instant(at)))).toBe(opening);
});

const base = calendar.officeHours[0] as CalendarVersion['officeHours'][number];
const early = { ...base, from: '2026-06-01', windows: [{ opens: 420, closes: 900 }] };
const saturday = { from: '2026-01-01', weekdays: { 6: [{ opens: 420, closes: 690 }] }, confirmed: true, source: 'thử' };
const withUnit = sealCalendar({
  ...calendar,
  units: { 'H53.99': { officeHours: [early], receptionHours: [saturday] } },
});

test('a unit keeps the province’s hours until its own begin', () => {
  const unit = { calendar: withUnit, unit: 'H53.99' };
  expect(officeHoursAt(unit, '2026-05-29').windows).toEqual(base.windows);
  expect(isoOf(closingOf(unit, '2026-06-01'))).toBe('2026-06-01T15:00:00+07:00');
  expect(isoOf(closingOf({ calendar: withUnit, unit: 'H53.98' }, '2026-06-01'))).toBe('2026-06-01T17:00:00+07:00');
});

test('a counter open on Saturday morning adds nothing to the hours that count', () => {
  const unit = { calendar: withUnit, unit: 'H53.99' };
  expect(receptionWindows(unit, '2026-03-07')).toEqual([{ opens: 420, closes: 690 }]);
  expect(workingMinutes(unit, instant('2026-03-07'), instant('2026-03-08'))).toBe(0);
  expect(receptionWindows(office, '2026-03-07')).toEqual([]);
});

test('a counter is closed on a holiday and open on a Saturday that is worked', () => {
  expect(receptionWindows(office, '2026-02-17')).toEqual([]);
  expect(receptionWindows(office, '2026-08-22')).toEqual(base.windows);
});

test('what is taken from an instant is what is left until it, over nights, weekends and holidays', () => {
  const before = (to: string, minutes: number) => isoOf(takeWorkingMinutes(office, instant(to), minutes)).slice(0, 16);
  expect(before('2026-11-24T09:00', 60)).toBe('2026-11-24T08:00');
  expect(before('2026-11-23T09:00', 480)).toBe('2026-11-20T09:00');
  expect(before('2026-11-23T17:00', 480)).toBe('2026-11-23T07:00');
  expect(before('2026-09-03T10:00', 480)).toBe('2026-08-28T10:00');
  const [from, to] = [takeWorkingMinutes(office, instant('2026-05-04T15:13'), 1234), instant('2026-05-04T15:13')];
  expect(workingMinutes(office, from, to)).toBe(1234);
});
