/** Reporting quarters (kỳ báo cáo quý): from the 15th of the month before to the 14th of the quarter's last month, as the rule on reporting has it. Pure. */
import type { PlanRecord } from '../sheets/records.ts';
import { addMonths, type Day, type Instant, instantAt } from '../../../platform/calendar/instant.ts';

export interface ReportPeriod {
  /** `2026-Q4` */
  readonly key: string;
  readonly year: number;
  readonly quarter: number;
  readonly from: Day;
  /** The last day that counts. */
  readonly to: Day;
}

/** † Nghị định 09/2019/NĐ-CP, Điều 12. */
const LAST_DAY = '14';

export function quarterNamed(key: string): ReportPeriod | undefined {
  const match = /^(20\d\d)-Q([1-4])$/.exec(key);
  return match ? quarterOf(Number(match[1]), Number(match[2])) : undefined;
}

/** The one that the day belongs to, and those before it. */
export function lastQuarters(day: Day, count: number): readonly ReportPeriod[] {
  // from the 15th of a quarter's last month on, the next one runs
  const shifted = addMonths(`${day.slice(0, 7)}-01`, Number(day.slice(8)) > Number(LAST_DAY) ? 1 : 0);
  const running = Number(shifted.slice(0, 4)) * 4 + Math.floor((Number(shifted.slice(5, 7)) - 1) / 3);
  return Array.from({ length: count }, (_, back) => {
    const number = running - back;
    return quarterOf(Math.floor(number / 4), (number % 4) + 1);
  });
}

function quarterOf(year: number, quarter: number): ReportPeriod {
  const last = `${year}-${String(quarter * 3).padStart(2, '0')}`;
  const from = `${addMonths(`${last}-01`, -3).slice(0, 7)}-15`;
  return { key: `${year}-Q${quarter}`, year, quarter, from, to: `${last}-${LAST_DAY}` };
}

/** The score of a period is that of its last moment, or of now while it runs. */
export const momentOf = ({ to }: ReportPeriod, now: Instant): Instant =>
  Math.min(now, instantAt(to, 24 * 60) - 1) as Instant;

/** What had happened by the end of the period: later milestones are not done yet, later regulations not there, money of later years neither committed nor paid. */
export function recordsUpTo(records: readonly PlanRecord[], { to, year }: ReportPeriod): readonly PlanRecord[] {
  return records.flatMap((record): PlanRecord[] => {
    const { sheet, cells } = record;
    if (sheet === 'regulation') return (cells.day ?? '') <= to ? [record] : [];
    if (sheet === 'money') return cells.kind === 'planned' || Number(cells.year) <= year ? [record] : [];
    if (sheet !== 'milestone' || (cells.done ?? '') <= to) return [record];
    const { done: _later, ...before } = cells;
    return [{ ...record, cells: before }];
  });
}
