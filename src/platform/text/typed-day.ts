/** Typed days: what somebody entered as day, month and year, as a day of the calendar. */
import type { Day } from '../calendar/instant.ts';
import { isDay } from './partial-day.ts';

export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** Undefined when there is no such day. */
export function readTypedDay({ day, month, year }: TypedDay): Day | undefined {
  const text = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

export function typedDayOf(day: Day): TypedDay {
  const [year = '', month = '', number = ''] = day.split('-');
  return { day: number, month, year };
}
