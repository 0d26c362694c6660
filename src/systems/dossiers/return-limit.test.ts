import { expect, test } from 'vitest';
import { aDossier, legal } from '../../../test/harness/dossier-state.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { lastDayOf } from './return-limit.ts';
import { supervisedClock } from './supervised/supervised-clock.ts';

test.each([
  ['2026-11-02T08:00', '3wd', '2026-11-05'],
  ['2026-11-02T07:00', '3wd', '2026-11-05'],
  ['2026-11-02T13:30', '3wd', '2026-11-05'],
  ['2026-11-02T15:00', '3wd', '2026-11-05'],
  // after 15:00 it is a receipt of the next day
  ['2026-11-02T15:01', '3wd', '2026-11-06'],
  // over a weekend, and over the days off of Tết
  ['2026-11-06T09:00', '1wd', '2026-11-09'],
  ['2026-02-13T09:00', '1wd', '2026-02-23'],
  ['2026-11-02T09:00', '0wd', '2026-11-02'],
  ['2026-11-02T09:00', '3d', '2026-11-05'],
  ['2026-11-02T09:00', '8h', '2026-11-03'],
] as const)('a receipt of %s and %s end with %s', (received, term, day) => {
  expect(lastDayOf(legal, instant(received), term, null)).toBe(day);
});

test.each([
  ['2026-11-02T16:59', 0],
  ['2026-11-03T07:00', 1],
  ['2026-11-05T16:59', 3],
  ['2026-11-05T22:00', 3],
  ['2026-11-06T07:00', 4],
  // a Saturday: the working day before it is over, the next has not begun
  ['2026-11-07T09:00', 5],
] as const)('seen from %s, a receipt of Monday at nine is on working day %i', (at, day) => {
  const state = aDossier({ receivedAt: instant('2026-11-02T09:00'), clock: [] });
  expect(supervisedClock.working_day?.of({ state, legal, at: instant(at) } as never)).toBe(day);
});
