/** Slip facts: what a slip that is printed without a line can say of a procedure: its published term and fees, in words. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import type { Locale } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import type { ProcedureDefinition, TermSpec } from '../../procedures/index.ts';
import { termWords } from '../time-left.ts';

/** As the receipt that is printed with a line says it; in `unknown` where neither a value nor words are published. */
export function termOnSlip({ value, text }: TermSpec, locale: Locale, unknown: string): string {
  const known = termWords(value ?? null) ?? text;
  return known ? inLanguage(known, locale).text : unknown;
}

/** An amount where the table fixes one, else the words of the table: what is counted by pages is reckoned once the line is back. */
export function feesOnSlip(
  { fees }: ProcedureDefinition,
  locale: Locale,
  words: Record<'none' | 'unknown', string>,
): string {
  const here = fees.filter(({ channels }) => channels?.includes('counter') ?? true);
  if (here.length === 0) return words.none;
  return here
    .map(({ name, formula, text }) => {
      const said = text && inLanguage(text, locale).text;
      const amount = formula.kind === 'fixed' ? moneyText(formula.amount, locale) : (said ?? words.unknown);
      return `${inLanguage(name, locale).text}: ${amount}`;
    })
    .join('; ');
}
