/** Hours in the draft: a row of office or reception hours of the province or of one unit, from a day on. */
import {
  type CalendarData,
  type OfficeHours,
  type ReceptionHours,
  rowAt,
  type Sourced,
  type Window,
} from './calendar-version.ts';
import { withRow } from './edit-calendar.ts';
import type { Day } from './instant.ts';

export interface HoursEdit extends Sourced {
  readonly from: Day;
  /** The minutes that count. */
  readonly office: readonly Window[];
  /** By weekday, 0 Sunday. */
  readonly reception: Readonly<Record<number, readonly Window[]>>;
}

/** Rows that rule a unit, or the province: its own where it has some. */
export function hoursOfUnit(
  data: CalendarData,
  unit: string | undefined,
): Pick<CalendarData, 'officeHours' | 'receptionHours'> {
  const own = unit === undefined ? undefined : data.units[unit];
  return {
    officeHours: own?.officeHours ?? data.officeHours,
    receptionHours: own?.receptionHours ?? data.receptionHours,
  };
}

/** Only what differs from what rules on that day becomes a row. */
export function editHours(data: CalendarData, unit: string | undefined, edit: HoursEdit): CalendarData {
  const { from, office, reception, source, confirmed } = edit;
  const now = hoursOfUnit(data, unit);
  const [officeNow, receptionNow] = [rowAt(now.officeHours, from), rowAt(now.receptionHours, from)];
  const officeRow: OfficeHours = { from, windows: office, source, confirmed };
  const receptionRow: ReceptionHours = { from, weekdays: reception, source, confirmed };
  const own = unit === undefined ? data : data.units[unit];
  const put = <T extends { from: Day }>(rows: readonly T[] | undefined, row: T, same: boolean) =>
    same ? rows : withRow(rows ?? [], row);
  const officeHours = put(own?.officeHours, officeRow, isSame(officeNow.windows, office));
  const receptionHours = put(own?.receptionHours, receptionRow, isSame(receptionNow.weekdays, reception));
  const edited = { ...(officeHours && { officeHours }), ...(receptionHours && { receptionHours }) };
  return unit === undefined ? { ...data, ...edited } : { ...data, units: { ...data.units, [unit]: edited } };
}

/** A row that has not begun goes; the last row of a unit gives it back to the province's hours. */
export function dropHours(data: CalendarData, unit: string | undefined, from: Day): CalendarData {
  const without = <T extends { from: Day }>(rows: readonly T[] | undefined) => rows?.filter((row) => row.from !== from);
  if (unit === undefined) {
    const [officeHours, receptionHours] = [without(data.officeHours), without(data.receptionHours)];
    return { ...data, officeHours: officeHours ?? [], receptionHours: receptionHours ?? [] };
  }
  const { [unit]: own, ...others } = data.units;
  const [officeHours, receptionHours] = [without(own?.officeHours) ?? [], without(own?.receptionHours) ?? []];
  if (officeHours.length + receptionHours.length === 0) return { ...data, units: others };
  const left = { ...(officeHours.length > 0 && { officeHours }), ...(receptionHours.length > 0 && { receptionHours }) };
  return { ...data, units: { ...others, [unit]: left } };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
