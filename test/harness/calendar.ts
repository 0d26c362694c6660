/** The calendar of the province pack, for tests that reckon with time. */
import { join } from 'node:path';
import type { CalendarVersion } from '../../src/platform/calendar/calendar-version.ts';
import { readCalendar } from '../../src/platform/calendar/read-calendar.ts';
import { readPackFolder } from '../../src/platform/pack/read-yaml.ts';

export function packCalendar(): CalendarVersion {
  const { calendar, faults } = readCalendar(
    readPackFolder(join(import.meta.dirname, '../../provinces/tay-ninh'), 'calendar'),
  );
  if (!calendar) throw new Error(faults.map(({ at, message }) => `${at}: ${message.en}`).join('\n'));
  return calendar;
}
