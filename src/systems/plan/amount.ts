/** Amounts of targets: whole ten-thousandths (phần vạn) of their unit, so that 71,4 % and 0,4582 points are compared without a rounding. */
import type { Locale } from '../../platform/i18n/texts.ts';
import { groupedNumber, readDecimal } from '../../platform/text/money.ts';

const SCALE = 10_000;
/** What still fits a whole number of the database and of JSON. */
const MOST = 1e11;

/** `0,4582` → 4582; undefined for what is no number, has more than four places or is beyond 100 thousand million. */
export function readAmount(text: string): number | undefined {
  const { value } = readDecimal(text);
  if (value === undefined || Math.abs(value) > MOST) return undefined;
  const amount = Math.round(value * SCALE);
  return Math.abs(amount / SCALE - value) < 1e-9 ? amount : undefined;
}

/** A percentage, cut and never rounded up: 9.999.999 of ten million are not 100 %. Null without a base. */
export function shareOf(numerator: number, denominator: number): number | null {
  if (denominator <= 0) return null;
  return Number((BigInt(numerator) * 1_000_000n) / BigInt(denominator));
}

export type AmountKind = 'percent' | 'count' | 'score' | 'rank' | 'yes-no';

/** `71,4 %`, `0,4582`, `9`: percentages are cut to tenths. */
export function amountText(amount: number, kind: AmountKind, locale: Locale): string {
  if (kind === 'yes-no') return YES_NO[locale][amount >= SCALE ? 0 : 1];
  if (kind === 'percent') return `${groupedNumber(Math.floor(amount / 1000) / 10, locale)} %`;
  return groupedNumber(amount / SCALE, locale);
}

const YES_NO: Record<Locale, readonly [string, string]> = {
  vi: ['Đã hoàn thành', 'Chưa hoàn thành'],
  en: ['Done', 'Not done'],
};

export const DONE = SCALE;

/** As a plain decimal, for files that programs read. */
export const plainAmount = (amount: number): string => String(amount / SCALE);
