/** Money: whole đồng, printed `8.000 đồng` and written out in words on receipts. */
import type { Locale } from '../i18n/texts.ts';
import { numberInWords } from './number-words.ts';
import { read, type Reading, unreadable } from './text-fault.ts';

export function moneyText(dong: number, locale: Locale = 'vi'): string {
  return `${groupedNumber(dong, locale)} ${locale === 'vi' ? 'đồng' : 'VND'}`;
}

/** 8000 → `Tám nghìn đồng`. */
export function moneyInWords(dong: number): string {
  const words = numberInWords(dong);
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)} đồng`;
}

/** 1234567.5 → `1.234.567,5` (vi), `1,234,567.5` (en). */
export const groupedNumber = (value: number, locale: Locale = 'vi'): string => GROUPED[locale].format(value);

/** Made once: to make one takes longer than to write a page of numbers with it. */
const GROUPED: Readonly<Record<Locale, Intl.NumberFormat>> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 }),
};

/**
 * A whole number as people type it: `1.234.567`, `1 234 567`, `1234567`, with or without `đ`, `đồng`, `VND`. Dots and
 * commas are accepted only where they group three digits, so that `1,5` is not read as fifteen.
 */
export function readWholeNumber(text: string): Reading<number> {
  const bare = text
    .trim()
    .replace(/\s*(đồng|đ|vnd|vnđ)$/i, '')
    .trim();
  const digits =
    /^[+-]?\d+$/.test(bare) || /^[+-]?\d{1,3}([.,\s])\d{3}(\1\d{3})*$/.test(bare) ? bare.replace(/[.,\s]/g, '') : '';
  const value = digits === '' ? Number.NaN : Number(digits);
  if (Number.isSafeInteger(value)) return read(value === 0 ? 0 : value);
  return unreadable(
    'text.whole-number',
    'Hãy nhập một số nguyên, ví dụ 1.500.000',
    'Please enter a whole number, for example 1500000',
  );
}

/** A number with a decimal comma (`62,5`); a decimal point is read too when it can't be a group of three (`62.5`, not `1.500`). */
export function readDecimal(text: string): Reading<number> {
  const bare = text.trim().replace(/\s/g, '');
  const grouped = /^([+-]?\d{1,3}(?:\.\d{3})+)(,\d+)?$/.exec(bare);
  const plain = /^[+-]?\d+([.,]\d+)?$/.test(bare) ? bare.replace(',', '.') : undefined;
  const written = grouped ? `${grouped[1]?.replaceAll('.', '')}${(grouped[2] ?? '').replace(',', '.')}` : plain;
  const value = written === undefined ? Number.NaN : Number(written);
  if (Number.isFinite(value) && Math.abs(value) < 1e12) return read(value === 0 ? 0 : value);
  return unreadable('text.decimal', 'Hãy nhập một số, ví dụ 62,5', 'Please enter a number, for example 62,5');
}
