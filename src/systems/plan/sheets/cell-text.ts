/** Cells in words: what a kept text says on a page and in a file. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import type { Locale } from '../../../platform/i18n/texts.ts';
import { groupedNumber } from '../../../platform/text/money.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import type { SheetColumn } from './sheet.ts';

export function cellText({ kind, options = [] }: SheetColumn, text: string | undefined, locale: Locale): string {
  if (text === undefined || text === '') return '';
  if (kind === 'money' || kind === 'whole' || kind === 'decimal') return groupedNumber(Number(text), locale);
  if (kind === 'day') return dayText(text, locale);
  const chosen = kind === 'choice' ? options.find(({ value }) => value === text) : undefined;
  return chosen ? inLanguage(chosen.label, locale).text : text;
}

/** As a person would type it again: what a form shows and a file holds, so that it can be read back. */
export const typedText = (column: SheetColumn, text: string | undefined): string =>
  column.kind === 'decimal' ? (text ?? '').replace('.', ',') : cellTyped(column, text);

const cellTyped = (column: SheetColumn, text: string | undefined): string =>
  column.kind === 'day' || column.kind === 'choice' ? cellText(column, text, 'vi') : (text ?? '');
