/** Filters of the pages of indicators: the period, typed days, and in which era units are read. */
import type { Instant } from '../calendar/instant.ts';
import { findPeriod, listPeriodKeys, type PeriodRule } from '../calendar/period.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';
import type { Filter, TypedFilter } from '../web/components/filter-bar/filter-bar.tsx';
import type { Asked } from './asked.ts';

const texts = defineTexts({
  period: { vi: 'Kỳ', en: 'Period' },
  typed: { vi: 'từ ngày đến ngày', en: 'from day to day' },
  running: { vi: 'đang chạy của từng chỉ số', en: 'the one that runs, of each' },
  era: { vi: 'Đơn vị', en: 'Units' },
  past: { vi: 'lúc phát sinh', en: 'as they were' },
  present: { vi: 'kế thừa hiện nay', en: 'today’s successors' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'To' },
});

const RULE: PeriodRule = { key: 'calendar', name: { vi: 'theo lịch' }, cutDay: 1 };

export interface PeriodAsked {
  readonly at: Instant;
  readonly locale: Locale;
  /** Of one indicator, where days may be typed instead; else each indicator has its own where none is chosen. */
  readonly one: boolean;
}

export function periodFilter(key: string, { at, locale, one }: PeriodAsked): Filter {
  const words = texts(locale);
  const keys = listPeriodKeys(at, RULE);
  const all = key === '' || keys.includes(key) ? keys : [key, ...keys];
  const periods = all.flatMap((value) => {
    const period = findPeriod(value, RULE);
    return period ? [{ value, label: inLanguage(period.name, locale).text }] : [];
  });
  const first = one ? words.typed : words.running;
  return {
    name: 'ky',
    label: words.period,
    value: key,
    options: one && key !== '' ? periods : [{ value: '', label: first }, ...periods],
  };
}

export function eraFilter({ doc }: Pick<Asked, 'doc'>, locale: Locale): Filter {
  const words = texts(locale);
  return {
    name: 'doc',
    label: words.era,
    value: doc,
    options: [
      { value: '', label: words.past },
      { value: 'nay', label: words.present },
    ],
  };
}

export function dayFilters({ tu, den }: Pick<Asked, 'tu' | 'den'>, locale: Locale): TypedFilter[] {
  const words = texts(locale);
  return [
    { name: 'tu', label: words.from, value: tu, type: 'date' },
    { name: 'den', label: words.to, value: den, type: 'date' },
  ];
}
