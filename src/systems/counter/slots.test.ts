import { expect, test } from 'vitest';
import { readPackCalendar } from '../../platform/calendar/read-calendar.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { bookableDays, canBook, findSlot, slotsOn } from './slots.ts';

const office = { calendar: readPackCalendar('provinces/tay-ninh') };
const rule = {
  slot_minutes: 60,
  places: 1,
  units: {},
  ahead_days: 7,
  notice_minutes: 60,
  open_each: 2,
  early_minutes: 30,
  late_minutes: 15,
};

test('slots lie whole within the hours of the counter: none over lunch, none on a Sunday, none at Tết', () => {
  const times = slotsOn(office, '2026-11-23', rule).map(({ from }) =>
    new Date(from + 25_200_000).toISOString().slice(11, 16),
  );
  expect(times).toEqual(['07:00', '08:00', '09:00', '10:00', '13:30', '14:30', '15:30']);
  expect(slotsOn(office, '2026-11-22', rule)).toEqual([]);
  expect(slotsOn(office, '2026-02-17', rule)).toEqual([]);
});

test('one books neither too soon nor too far ahead', () => {
  const at = instant('2026-11-23T08:00');
  const can = (text: string) => {
    const slot = findSlot(office, instant(text), rule);
    return slot !== undefined && canBook(slot, rule, at);
  };
  expect([can('2026-11-23T08:00'), can('2026-11-23T09:00'), can('2026-11-30T15:30')]).toEqual([false, true, true]);
  expect([can('2026-12-01T08:00'), can('2026-11-24T08:15')]).toEqual([false, false]);
  expect(bookableDays(office, rule, instant('2026-11-27T16:00'))).toEqual([
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
  ]);
});
