/** Office time: when an officer who begins now has worked for so long, and when people are awake. */
import { addDays, dayOf, type Instant, instantAt, minuteOfDay } from '../platform/calendar/instant.ts';
import { MINUTE, type Office, workingSpans } from '../platform/calendar/working-time.ts';
import type { Chance } from './random.ts';

/** Nothing ends on a closing: what would, ends a minute before. */
export function afterWork(office: Office, from: Instant, minutes: number): Instant {
  let left = minutes * MINUTE;
  for (let day = dayOf(from); ; day = addDays(day, 1)) {
    for (const span of workingSpans(office, day)) {
      const begin = Math.max(span.from, from);
      // an instant is whole milliseconds, however quick the officer
      if (begin + left < span.to) return Math.round(begin + left) as Instant;
      left -= Math.max(0, span.to - begin);
    }
    left = Math.max(left, MINUTE);
  }
}

/** A moment of the coming days at which somebody does something at home: between seven in the morning and ten at night. */
export function atHome(chance: Chance, from: Instant, days: readonly [number, number]): Instant {
  const at = (from + chance.between(15, 180) * MINUTE) as Instant;
  const wait = chance.between(days[0], days[1]);
  const evening = minuteOfDay(at) > 22 * 60 || minuteOfDay(at) < 7 * 60;
  if (wait === 0 && !evening && dayOf(at) === dayOf(from)) return at;
  const day = addDays(dayOf(from), Math.max(1, wait));
  return instantAt(day, chance.between(7 * 60, 22 * 60 - 1));
}
