/** Values from indicators (chỉ số): of the twelve months to the end of each of the last twelve, so that a quiet month does not move a target. */
import { addDays, addMonths, type Day, dayOf } from '../../platform/calendar/instant.ts';
import { listIndicators, readTrend } from '../../platform/indicators/read-indicator.ts';
import type { Reading } from '../../platform/indicators/reading.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { DONE, shareOf } from './amount.ts';
import type { Actual, ReadMeasure } from './score/score-target.ts';

/** By code; a code that no indicator has is left out, and its measure then goes by what is entered. */
export async function readIndicators(
  platform: Platform,
  codes: readonly string[],
): Promise<ReadonlyMap<string, ReadMeasure>> {
  const today = dayOf(platform.clock());
  const defined = (await listIndicators(platform)).filter(({ code }) => codes.includes(code));
  const read = await Promise.all(
    defined.map(async ({ code, measure }): Promise<[string, ReadMeasure]> => {
      // a snapshot knows the present alone: what it would say of a month that is over is the present too
      const isSnapshot = platform.registry.measures.get(measure)?.kind === 'snapshot';
      const ends = isSnapshot ? [today] : lastDays(today);
      const values = await readTrend(platform, {
        code,
        periods: ends.map((end) => ({ from: addMonths(addDays(end, 1), -12), to: addDays(end, 1) })),
      });
      const last = values.at(-1);
      const actuals = ends.flatMap((day, place) => actualOf(day, values[place]) ?? []);
      const parts =
        last && last.denominator !== null && last.denominator > 0
          ? { numerator: last.numerator, denominator: last.denominator, unknown: last.unknown }
          : {};
      return [code, { ...parts, actuals }];
    }),
  );
  return new Map(read);
}

/** The ends of the eleven months before this one, and today. */
const lastDays = (today: Day): Day[] => [
  ...Array.from({ length: 11 }, (_, back) => addDays(addMonths(`${today.slice(0, 7)}-01`, back - 10), -1)),
  today,
];

/** Nothing where there is no value, as while it is being counted, and where nought comes from not knowing. */
function actualOf(
  day: Day,
  value: Pick<Reading, 'value' | 'numerator' | 'denominator' | 'unknown'> | undefined,
): Actual | undefined {
  if (!value || value.value === null) return undefined;
  const { numerator, denominator, unknown } = value;
  const plain = { day, numerator: null, denominator: null, from: 'indicator' } as const;
  if (denominator === null) return { ...plain, amount: numerator * DONE };
  const amount = shareOf(numerator, denominator);
  if (amount === null || (numerator === 0 && unknown > 0)) return undefined;
  return { ...plain, amount, numerator, denominator, unknown };
}
