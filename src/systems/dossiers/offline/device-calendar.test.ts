import { expect, test } from 'vitest';
import { dueInstant } from '../../../platform/calendar/due-time.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { readPackCalendar } from '../../../platform/calendar/read-calendar.ts';
import { parseTerm } from '../../../platform/calendar/term.ts';
import { packFolderOf } from '../../../platform/config/project-root.ts';
import { type DeviceCalendar, deviceCalendar, reckonOnDevice } from './device-calendar.ts';

const calendar = readPackCalendar(packFolderOf('tay-ninh'));
const of = (value: string): DeviceCalendar =>
  JSON.parse(
    JSON.stringify(deviceCalendar({ term: { value }, channels: [] }, calendar, '2026-11-23') ?? expect.fail(value)),
  );

test.each(['0wd', '1wd', '3wd', '15wd', '60wd', '8h', '10d', '1m'])(
  'a term of %s ends on the device when it ends on the server, whenever of the day it was received',
  (value) => {
    const term = parseTerm(value).term ?? expect.fail(value);
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const receivedAt = instant(`2026-11-23T${time}`);
      expect(reckonOnDevice(of(value), receivedAt), time).toBe(dueInstant({ calendar, receivedAt, term }));
    }
  },
);

test('no date is reckoned that answers, another office or holidays nobody knows yet would move', () => {
  const term = { value: '3wd' };
  const cases = [{ key: 'large', name: { vi: 'Lớn' }, term: { value: '5wd' } }];
  expect(deviceCalendar({ term, channels: [], cases }, calendar, '2026-11-23')).toBeUndefined();
  expect(deviceCalendar({ term: { text: { vi: 'tùy việc' } }, channels: [] }, calendar, '2026-11-23')).toBeUndefined();
  const units = { 'H53.101': { officeHours: calendar.officeHours } };
  expect(deviceCalendar({ term, channels: [] }, { ...calendar, units }, '2026-11-23')).toBeUndefined();
  const { to } = calendar.covers;
  const atItsEnd = deviceCalendar({ term: { value: '30wd' }, channels: [] }, calendar, to) ?? expect.fail('none');
  expect(reckonOnDevice(atItsEnd, instant(`${to}T09:00`))).toBeUndefined();
});

test('the term of the counter is the counter’s own where it has one', () => {
  const channels = [{ method: 'counter' as const, term: { value: '2wd' } }];
  expect(deviceCalendar({ term: { value: '5wd' }, channels }, calendar, '2026-11-23')?.term).toBe('2wd');
});
