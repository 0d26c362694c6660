/** Cells: counts, shares and points in the words and digits of a language; a figure that is not there says so. */
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import { groupedNumber } from '../../platform/text/money.ts';
import type { Cell } from './figure-table.ts';
import type { Share } from './scores.ts';

const texts = defineTexts({
  noData: { vi: 'Chưa có số liệu', en: 'No data yet' },
});

export const noData = (locale: Locale): Cell => ({ text: texts(locale).noData });

/** Nothing to list behind a zero. */
export const countCell = (value: number, locale: Locale, href?: string): Cell => ({
  text: groupedNumber(value, locale),
  number: value,
  format: 'count',
  ...(href !== undefined && value > 0 && { href }),
});

export const pointsCell = (value: number | null, locale: Locale, href?: string): Cell =>
  value === null
    ? noData(locale)
    : {
        text: groupedNumber(Math.round(value * 100) / 100, locale),
        number: Math.round(value * 100) / 100,
        format: 'points',
        ...(href !== undefined && { href }),
      };

/** `71,4 %`: never without a base. */
export const shareCell = ({ ratio }: Share, locale: Locale): Cell =>
  ratio === null ? noData(locale) : { text: percentText(ratio, locale), number: ratio, format: 'share' };

export const percentText = (ratio: number, locale: Locale): string =>
  `${groupedNumber(Math.round(ratio * 1000) / 10, locale)} %`;

export const wordCell = (text: string, href?: string): Cell => (href === undefined ? { text } : { text, href });
