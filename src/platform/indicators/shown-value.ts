/** A value as pages and files show it: words and numbers of a language, with the ways to its records. */
import type { Locale } from '../i18n/texts.ts';
import { groupedNumber } from '../text/money.ts';
import type { IndicatorDefinition } from './definition.ts';
import type { Part } from './list-records.ts';
import type { Reading } from './reading.ts';
import { type Standing, standingOf, valueText } from './value-words.ts';

export interface Shown {
  /** Undefined: there is no figure. */
  readonly value: string | undefined;
  readonly standing: Standing | undefined;
  /** Undefined where nothing can be said. */
  readonly numerator: ShownCount | undefined;
  /** Undefined for a plain count. */
  readonly denominator: ShownCount | undefined;
  /** Undefined where everything is known. */
  readonly unknown: ShownCount | undefined;
}

export interface ShownCount {
  readonly text: string;
  /** Its records; none behind a zero. */
  readonly href?: string;
}

const NOTHING: Shown = {
  value: undefined,
  standing: undefined,
  numerator: undefined,
  denominator: undefined,
  unknown: undefined,
};

export function showValue(
  reading: Reading | undefined,
  definition: IndicatorDefinition,
  { locale, hrefOf }: { readonly locale: Locale; readonly hrefOf: (part: Part) => string | undefined },
): Shown {
  if (!reading) return NOTHING;
  const { numerator, denominator, unknown } = reading;
  const count = (number: number, part: Part): ShownCount => {
    const href = number > 0 ? hrefOf(part) : undefined;
    return { text: groupedNumber(number, locale), ...(href !== undefined && { href }) };
  };
  return {
    value: valueText(reading, definition, locale),
    standing: standingOf(reading, definition),
    numerator: count(numerator, 'tu-so'),
    denominator: definition.denominator === undefined ? undefined : count(denominator ?? 0, 'mau-so'),
    unknown: unknown > 0 ? count(unknown, 'chua-ro') : undefined,
  };
}
