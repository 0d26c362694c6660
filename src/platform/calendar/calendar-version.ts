/** A version of the working calendar (lịch làm việc): immutable dated data that due times are computed from. */
import type { LocalText } from '../i18n/local-text.ts';
import { type Day, weekdayOf } from './instant.ts';

/** Where a value comes from. Unconfirmed: no document at hand says so, and every due time that rests on it names it. */
export interface Sourced {
  readonly confirmed: boolean;
  readonly source: string;
}

/** A row rules from its day until the next row's; the first row also rules before its day. */
export interface Dated {
  readonly from: Day;
}

/** Part of a day, in minutes since midnight. */
export interface Window {
  readonly opens: number;
  readonly closes: number;
}

/** The minutes that count on a working day: 480 of them, in order. */
export interface OfficeHours extends Dated, Sourced {
  readonly windows: readonly Window[];
}

/** When the counter is open, by weekday (0 Sunday .. 6 Saturday): may be wider than the hours that count, and moves no due time. */
export interface ReceptionHours extends Dated, Sourced {
  readonly weekdays: { readonly [weekday: number]: readonly Window[] };
}

export interface WeeklyRest extends Dated {
  readonly weekdays: readonly number[];
}

/** What is received after this minute of the day starts its term on the next working day; null: no such rule. */
export interface LateReceipt extends Dated, Sourced {
  readonly after: number | null;
}

/** A day that is not what its weekday says, or that may become so: `undecided` works until a decision makes it a day off. */
export interface SpecialDay extends Sourced {
  readonly kind: 'holiday' | 'swapped-off' | 'swapped-working' | 'undecided';
  readonly works: boolean;
  readonly title: LocalText;
  /** Of a swap its other day. */
  readonly with?: Day;
}

export interface CalendarData {
  /** The days whose holidays are known, both included. */
  readonly covers: { readonly from: Day; readonly to: Day };
  readonly weeklyRest: readonly WeeklyRest[];
  readonly officeHours: readonly OfficeHours[];
  readonly receptionHours: readonly ReceptionHours[];
  readonly lateReceipt: readonly LateReceipt[];
  /** Units that keep hours of their own, by unit code. */
  readonly units: {
    readonly [unit: string]: {
      readonly officeHours?: readonly OfficeHours[];
      readonly receptionHours?: readonly ReceptionHours[];
    };
  };
  readonly days: { readonly [day: Day]: SpecialDay };
}

export interface CalendarVersion extends CalendarData {
  /** SHA-256 of the data: the same data is the same version, wherever it was read. */
  readonly digest: string;
}

/** Everything that was decided about one day, and what a person may call it. */
export interface DayNature {
  readonly works: boolean;
  readonly special?: SpecialDay;
}

export function dayNature(calendar: CalendarData, day: Day): DayNature {
  const special = calendar.days[day];
  return special ? { works: special.works, special } : { works: !isWeeklyRest(calendar, day) };
}

export function isWeeklyRest(calendar: Pick<CalendarData, 'weeklyRest'>, day: Day): boolean {
  return rowAt(calendar.weeklyRest, day).weekdays.includes(weekdayOf(day));
}

/** The row that rules on a day. Rows are in order of `from` and there is at least one. */
export function rowAt<T extends Dated>(rows: readonly T[], day: Day): T {
  return rows.findLast((row) => row.from <= day) ?? (rows[0] as T);
}
