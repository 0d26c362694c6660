import { expect, test } from 'vitest';
import { dueInstant } from '../../../platform/calendar/due-time.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { readPackCalendar } from '../../../platform/calendar/read-calendar.ts';
import { parseTerm } from '../../../platform/calendar/term.ts';
import { packFolderOf } from '../../../platform/config/project-root.ts';
import { type DeviceCalendar, deviceCalendar, reckonOnDevice } from './device-calendar.ts';

const calendar = readPackCalendar(packFolderOf('tay-ninh'));
const of = (value: string): DeviceCalendar =>
  JSON.parse(JSON.stringify(deviceCalendar([value], calendar, '2026-11-23') ?? expect.fail(value)));

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
  expect(deviceCalendar(['3wd', '5wd'], calendar, '2026-11-23')).toBeUndefined();
  expect(deviceCalendar(['3wd', undefined], calendar, '2026-11-23')).toBeUndefined();
  expect(deviceCalendar([undefined, '3wd'], calendar, '2026-11-23')).toBeUndefined();
  // whichever case it is, the day is the same
  expect(deviceCalendar(['3wd', '3wd'], calendar, '2026-11-23')?.term).toBe('3wd');
  const units = { 'H53.101': { officeHours: calendar.officeHours } };
  expect(deviceCalendar(['3wd'], { ...calendar, units }, '2026-11-23')).toBeUndefined();
  const { to } = calendar.covers;
  const atItsEnd = deviceCalendar(['30wd'], calendar, to) ?? expect.fail('none');
  expect(reckonOnDevice(atItsEnd, instant(`${to}T09:00`))).toBeUndefined();
});
