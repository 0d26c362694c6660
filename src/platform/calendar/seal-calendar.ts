/** Sealing a calendar: its data with the digest that names the version. Apart from the calendar itself, which browsers reckon with too. */
import { createHash } from 'node:crypto';
import type { CalendarData, CalendarVersion } from './calendar-version.ts';

export function sealCalendar(data: CalendarData): CalendarVersion {
  return {
    ...data,
    digest: createHash('sha256')
      .update(JSON.stringify(sorted(data)))
      .digest('hex'),
  };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]));
}
