/** Slip facts: what a slip that is printed without a line can say of a procedure: its published term and fees, in words. */
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import type { Locale } from '../../../platform/i18n/texts.ts';
import { moneyText } from '../../../platform/text/money.ts';
import { type ProcedureDefinition, termAt, type TermSpec } from '../../procedures/index.ts';
import { termWords } from '../time-left.ts';

/** At the counter, of each case too: which it is follows from the answers, and a condition is the server's to judge. */
export const termsAtCounter = (definition: ProcedureDefinition): TermSpec[] =>
  [null, ...(definition.cases ?? []).map(({ key }) => key)].map((caseKey) =>
    termAt(definition, { caseKey, channel: 'counter' }),
  );

/** As the receipt that is printed with a line says it, with each case whose term is another; in `unknown` where nothing is published. */
export function termOnSlip(
  definition: ProcedureDefinition,
  locale: Locale,
  words: { readonly unknown: string; readonly inCase: (name: string, term: string) => string },
): string {
  const [general = words.unknown, ...ofCases] = termsAtCounter(definition).map(({ value, text }) => {
    const known = termWords(value ?? null) ?? text;
    return known ? inLanguage(known, locale).text : words.unknown;
  });
  const others = (definition.cases ?? []).flatMap(({ name }, index) => {
    const term = ofCases[index] ?? general;
    return term === general ? [] : [words.inCase(inLanguage(name, locale).text, term)];
  });
  return [general, ...others].join('; ');
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
