/** Values in words: what an indicator comes to in the digits of a language, how it stands against its thresholds, and what its parts are. */
import type { LocalText } from '../i18n/local-text.ts';
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';
import { groupedNumber } from '../text/money.ts';
import { sayCondition } from '../conditions/explain.ts';
import type { IndicatorDefinition } from './definition.ts';
import { compileConditions, subjectOf } from './marks.ts';
import type { MeasureSpec } from './measure.ts';
import type { Reading } from './reading.ts';

export const noDataTexts = defineTexts({ noData: { vi: 'Chưa có số liệu', en: 'No data yet' } });

const texts = defineTexts({
  atLeast: { vi: (value: string) => `ít nhất ${value}`, en: (value: string) => `at least ${value}` },
});

/** Undefined without a value. Where something is unknown a share is the least it can be. */
export function valueText(
  { value, unknown }: Reading,
  { denominator, unit }: IndicatorDefinition,
  locale: Locale,
): string | undefined {
  if (value === null) return undefined;
  const text = `${groupedNumber(Math.round(value * 10) / 10, locale)} ${inLanguage(unit, locale).text}`;
  return denominator !== undefined && unknown > 0 ? texts(locale).atLeast(text) : text;
}

export type Standing = 'good' | 'warning' | 'alarm';

/** Undefined where there is no value or no threshold, or where what is unknown could decide. */
export function standingOf(
  { value, unknown }: Reading,
  { thresholds, direction }: IndicatorDefinition,
): Standing | undefined {
  if (value === null || thresholds === undefined || unknown > 0) return undefined;
  const reaches = (threshold: number) => (direction === 'up' ? value >= threshold : value <= threshold);
  return reaches(thresholds.good) ? 'good' : reaches(thresholds.warn) ? 'warning' : 'alarm';
}

export interface PartWords {
  readonly numerator: LocalText;
  readonly denominator: LocalText | undefined;
  readonly filter: LocalText | undefined;
}

/** As the definition says it, else as its conditions read; without its measure as they are written. */
export function partWords(
  definition: IndicatorDefinition,
  measure: MeasureSpec | undefined,
  packFolder: string,
): PartWords {
  const { words, numerator, denominator, filter } = definition;
  if (words) return { numerator: words.numerator, denominator: words.denominator, filter: undefined };
  if (!measure) {
    const plain = (counted: string | readonly string[]) => ({ vi: [counted].flat().join('; ') });
    return {
      numerator: plain(numerator),
      denominator: denominator === undefined ? undefined : plain(denominator),
      filter: filter === undefined ? undefined : plain(filter),
    };
  }
  if (measure.kind === 'figures') {
    const names = measure.figures(packFolder);
    const joined = (keys: typeof denominator): LocalText => {
      const found = typeof keys === 'object' ? keys.flatMap((key) => names.get(key) ?? []) : [];
      return { vi: found.map(({ vi }) => vi).join('; '), en: found.map(({ vi, en }) => en ?? vi).join('; ') };
    };
    return {
      numerator: joined(numerator),
      denominator: denominator === undefined ? undefined : joined(denominator),
      filter: undefined,
    };
  }
  const { conditions } = compileConditions(subjectOf(definition.measure, measure.variables), definition);
  if (!conditions) return { numerator: measure.title, denominator: undefined, filter: undefined };
  return {
    numerator: sayCondition(conditions.numerator),
    denominator: conditions.denominator && sayCondition(conditions.denominator),
    filter: conditions.filter && sayCondition(conditions.filter),
  };
}
