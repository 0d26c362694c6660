/** Periods (kỳ số liệu): a month, quarter, half-year or year, by the calendar or by the cut of reports. */
import { addDays, addMonths, type Day, dayOf, type Instant, instantAt } from './instant.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { dayText } from '../text/vietnamese-date.ts';

/** When periods begin. */
export interface PeriodRule {
  readonly key: string;
  readonly name: LocalText;
  /** The day of the month on which a period begins, 1 to 28; beyond 1 it begins in the month before. */
  readonly cutDay: number;
  readonly basis?: string;
  /** Nobody has verified it. */
  readonly confirm?: string;
}

export interface Period {
  /** `2026-11`, `2026-q4`, `2026-n2`, `2026`. */
  readonly key: string;
  readonly name: Required<LocalText>;
  readonly rule: PeriodRule;
  /** Both included. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The first instant, and the first after it. */
  readonly from: Instant;
  readonly to: Instant;
}

/** The first month of the period and how many it holds. */
interface Months {
  readonly first: Day;
  readonly count: number;
  readonly name: Required<LocalText>;
}

/** Undefined for what names no period. */
export function findPeriod(key: string, rule: PeriodRule): Period | undefined {
  const months = monthsOf(key);
  if (!months) return undefined;
  const { cutDay } = rule;
  const shift = cutDay === 1 ? 0 : -1;
  const begin = (month: Day): Day => addDays(addMonths(month, shift), cutDay - 1);
  const firstDay = begin(months.first);
  const next = begin(addMonths(months.first, months.count));
  return {
    key,
    name: months.name,
    rule,
    firstDay,
    lastDay: addDays(next, -1),
    from: instantAt(firstDay, 0),
    to: instantAt(next, 0),
  };
}

function monthsOf(key: string): Months | undefined {
  const match = /^(20\d\d)(?:-(0[1-9]|1[0-2])|-q([1-4])|-n([12]))?$/.exec(key);
  if (!match) return undefined;
  const [, year = '', month, quarter, half] = match;
  const starting = (first: number, count: number, name: Required<LocalText>): Months => ({
    first: `${year}-${String(first).padStart(2, '0')}-01`,
    count,
    name,
  });
  if (month)
    return starting(Number(month), 1, {
      vi: `Tháng ${dayText(`${year}-${month}`)}`,
      en: dayText(`${year}-${month}`, 'en'),
    });
  if (quarter)
    return starting(Number(quarter) * 3 - 2, 3, { vi: `Quý ${quarter}/${year}`, en: `Quarter ${quarter} of ${year}` });
  if (half)
    return starting(Number(half) * 6 - 5, 6, {
      vi: `${half === '1' ? 'Sáu tháng đầu' : 'Sáu tháng cuối'} năm ${year}`,
      en: `${half === '1' ? 'First' : 'Second'} half of ${year}`,
    });
  return starting(1, 12, { vi: `Năm ${year}`, en: year });
}

/** The month that the day lies in by the rule: from its cut day on it is the next one. */
export function monthAt(day: Day, { cutDay }: Pick<PeriodRule, 'cutDay'>): string {
  const inNext = cutDay > 1 && Number(day.slice(8)) >= cutDay;
  return addMonths(`${day.slice(0, 7)}-01`, inNext ? 1 : 0).slice(0, 7);
}

/** What may be chosen today: a year of months back, then the larger periods they make up. */
export function listPeriodKeys(at: Instant, rule: PeriodRule): string[] {
  const present = monthAt(dayOf(at), rule);
  const months = Array.from({ length: 13 }, (_, back) => addMonths(`${present}-01`, -back).slice(0, 7));
  const year = Number(present.slice(0, 4));
  const quarter = Math.ceil(Number(present.slice(5)) / 3);
  const quarters = Array.from({ length: 5 }, (_, back) => {
    const place = year * 4 + quarter - 1 - back;
    return `${Math.floor(place / 4)}-q${(place % 4) + 1}`;
  });
  const halves = [`${year}-n2`, `${year}-n1`, `${year - 1}-n2`, `${year - 1}-n1`].filter(
    (key) => key <= `${year}-n${quarter > 2 ? 2 : 1}`,
  );
  return [...months, ...quarters, ...halves, `${year}`, `${year - 1}`];
}
