/** The course of an indicator as its chart draws it: values of the periods in the order of time, its thresholds as limits. Pure. */
import { inLanguage } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';
import { groupedNumber } from '../text/money.ts';
import type { CourseChartProps } from '../web/components/course-chart/course-chart.tsx';
import type { IndicatorDefinition } from './definition.ts';
import type { ValueLine } from './read-course.ts';

const texts = {
  up: defineTexts({
    good: { vi: (value: string) => `tốt từ ${value} trở lên`, en: (value: string) => `good from ${value} up` },
    warn: { vi: (value: string) => `cảnh báo dưới ${value}`, en: (value: string) => `alarm below ${value}` },
  }),
  down: defineTexts({
    good: { vi: (value: string) => `tốt từ ${value} trở xuống`, en: (value: string) => `good from ${value} down` },
    warn: { vi: (value: string) => `cảnh báo trên ${value}`, en: (value: string) => `alarm above ${value}` },
  }),
};

/** `lines`: newest first, as the table has them; `running`: the key of the period that is not over. */
export function courseOf(
  lines: readonly Pick<ValueLine, 'key' | 'reading'>[],
  { definition, running, locale }: { definition: IndicatorDefinition; running: string | undefined; locale: Locale },
): CourseChartProps {
  const { thresholds, direction, denominator, unit } = definition;
  const words = texts[direction](locale);
  const amount = (value: number) => `${groupedNumber(value, locale)} ${inLanguage(unit, locale).text}`;
  return {
    unit: inLanguage(unit, locale).text,
    direction,
    ...(denominator !== undefined && { most: 100 }),
    points: lines.toReversed().map(({ key, reading }) => ({
      key,
      label: shortName(key),
      // where something is unknown the value is only the least it can be: no point of a line
      value: reading && reading.unknown === 0 ? reading.value : null,
      running: key === running,
    })),
    limits: thresholds
      ? [
          { value: thresholds.good, text: words.good(amount(thresholds.good)), tone: 'good' },
          { value: thresholds.warn, text: words.warn(amount(thresholds.warn)), tone: 'warn' },
        ]
      : [],
  };
}

/** `2026-11`, `2026-q4`, `2026`. */
function shortName(key: string): string {
  const [year = '', part = ''] = key.split('-');
  if (part === '') return year;
  const short = year.slice(2);
  return part.startsWith('q') ? `Q${part.slice(1)}/${short}` : `${Number(part)}/${short}`;
}
