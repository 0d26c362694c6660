/** What the URL of a page of indicators asks for: a period or two days, whose facts, read in which era, and which lines or records. */
import { addDays, type Day, dayOf, findInstant, type Instant } from '../calendar/instant.ts';
import { findPeriod, monthAt, type PeriodRule } from '../calendar/period.ts';
import { isId } from '../db/ids.ts';
import { fieldOf, type FormFields } from '../http/route.ts';
import type { LocalText } from '../i18n/local-text.ts';
import type { Era } from '../organisation/counted-units.ts';
import { dayText } from '../text/vietnamese-date.ts';
import type { IndicatorDefinition, PeriodKind } from './definition.ts';

export const INDICATORS = '/can-bo/chi-so';
export const SEE = 'indicators.see';

export type Asked = Readonly<
  Record<'ky' | 'cu' | 'tu' | 'den' | 'doc' | 'donvi' | 'diaban' | 'theo' | 'phan' | 'sau', string>
>;

export function readAsked(query: FormFields): Asked {
  const text = (name: string, most = 20): string => fieldOf(query, name).slice(0, most);
  const id = (name: string): string => (isId(fieldOf(query, name)) ? fieldOf(query, name) : '');
  const day = (name: string): string => (isDay(text(name)) ? text(name) : '');
  return {
    ky: text('ky'),
    cu: text('cu'),
    tu: day('tu'),
    den: day('den'),
    doc: text('doc') === 'nay' ? 'nay' : '',
    donvi: id('donvi'),
    diaban: id('diaban'),
    theo: text('theo') === 'dia-ban' ? 'dia-ban' : '',
    phan: text('phan'),
    sau: text('sau', 120),
  };
}

const isDay = (text: string): boolean => /^20\d\d-\d\d-\d\d$/.test(text) && findInstant(text) !== undefined;

export const eraOf = ({ doc }: Pick<Asked, 'doc'>): Era => (doc === 'nay' ? 'now' : 'then');

/** The page at this path with something changed; what belongs to a list of records falls away unless given. */
export function askedHref(path: string, asked: Asked, change: Partial<Asked> = {}): string {
  const { cu: _, phan: __, sau: ___, ...kept } = asked;
  const query = new URLSearchParams(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Days that are read together: a period of the calendar or of reports, or what somebody typed. */
export interface Days {
  /** Empty for typed days. */
  readonly key: string;
  readonly name: Required<LocalText>;
  readonly from: Day;
  /** The first day after it. */
  readonly to: Day;
}

const CALENDAR: PeriodRule = { key: 'calendar', name: { vi: 'theo lịch', en: 'by the calendar' }, cutDay: 1 };

const ruleOf = ({ cutDay }: Pick<IndicatorDefinition, 'cutDay'>): PeriodRule =>
  cutDay === undefined ? CALENDAR : { key: 'reports', name: { vi: 'chốt báo cáo', en: 'of reports' }, cutDay };

/**
 * Two typed days, unless another period was chosen than the page showed (`cu`); else the period that was named; else the one of the
 * indicator's kind that runs now.
 */
export function daysOf(
  asked: Pick<Asked, 'ky' | 'cu' | 'tu' | 'den'>,
  definition: Pick<IndicatorDefinition, 'cutDay' | 'period'>,
  at: Instant,
): Days {
  const { ky, cu, tu, den } = asked;
  const isTyped = tu !== '' && den !== '' && tu <= den && (ky === '' || ky === cu);
  if (isTyped) return typedDays(tu, den);
  return periodDays(ky, definition) ?? runningDays(definition, at);
}

function typedDays(first: Day, last: Day): Days {
  const name = {
    vi: `Từ ngày ${dayText(first)} đến hết ngày ${dayText(last)}`,
    en: `From ${dayText(first, 'en')} to ${dayText(last, 'en')}`,
  };
  return { key: '', name, from: first, to: addDays(last, 1) };
}

function periodDays(key: string, definition: Pick<IndicatorDefinition, 'cutDay'>): Days | undefined {
  const period = findPeriod(key, ruleOf(definition));
  return period && { key, name: period.name, from: period.firstDay, to: addDays(period.lastDay, 1) };
}

function runningDays(definition: Pick<IndicatorDefinition, 'cutDay' | 'period'>, at: Instant): Days {
  const [days] = recentDays(definition, { at, count: 1 });
  if (!days) throw new RangeError('there is no period that runs now');
  return days;
}

/** The period that runs now and those before it, newest first. */
export function recentDays(
  definition: Pick<IndicatorDefinition, 'cutDay' | 'period'>,
  { at, count }: { readonly at: Instant; readonly count: number },
): Days[] {
  const month = monthAt(dayOf(at), ruleOf(definition));
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => keyBack(definition.period, { year, number }, back)).flatMap(
    (key) => periodDays(key, definition) ?? [],
  );
}

function keyBack(
  kind: PeriodKind,
  { year, number }: { readonly year: number; readonly number: number },
  back: number,
): string {
  if (kind === 'year') return `${year - back}`;
  if (kind === 'quarter') {
    const place = year * 4 + Math.ceil(number / 3) - 1 - back;
    return `${Math.floor(place / 4)}-q${(place % 4) + 1}`;
  }
  const place = year * 12 + number - 1 - back;
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
}
