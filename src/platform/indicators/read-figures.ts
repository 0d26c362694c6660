/** Reading figures that a system reckons itself: one question for all indicators of a measure. */
import { sql } from 'kysely';
import type { Platform } from '../system/platform.ts';
import type { FoundIndicator } from './find-definition.ts';
import type { CodeLines, OfMeasure } from './lines.ts';
import type { FigureMeasure } from './measure.ts';
import { NOTHING, readingOf } from './reading.ts';
import { instantsOf, type Span } from './span.ts';

export async function readFigures(
  platform: Platform,
  found: readonly FoundIndicator[],
  { span, line, measure }: OfMeasure & { readonly measure: FigureMeasure },
): Promise<CodeLines> {
  const keysOf = (part: string | readonly string[] | undefined) => (typeof part === 'object' ? part : []);
  const keys = found.flatMap(({ definition }) => [...keysOf(definition.numerator), ...keysOf(definition.denominator)]);
  // a figure knows units alone: asked by area there is none
  const units = line === 'area' || span.areas ? [] : await countedUnits(platform, span);
  const { lines, simulated } = await measure.count(platform, { ...instantsOf(span), units, keys: [...new Set(keys)] });
  const all: ReadonlyMap<string, Readonly<Record<string, number>>> = line === 'all'
    ? new Map([['all', sumLines([...lines.values()])]])
    : lines;
  return found.map(({ definition }) => [
    definition.code,
    new Map(
      [...all].map(([key, figures]) => {
        const sum = (part: string | readonly string[] | undefined) =>
          keysOf(part).reduce((total, one) => total + (figures[one] ?? 0), 0);
        const sums = {
          ...NOTHING,
          numerator: sum(definition.numerator),
          denominator: sum(definition.denominator),
          simulated: simulated ? 1 : 0,
        };
        return [key, readingOf(sums, definition, lines.size > 0)];
      }),
    ),
  ]);
}

const sumLines = (lines: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const sum: Record<string, number> = {};
  for (const line of lines) for (const [key, value] of Object.entries(line)) sum[key] = (sum[key] ?? 0) + value;
  return sum;
};

/** Every unit there ever was, where the span says none. */
export async function countedUnits({ db }: Platform, { units }: Span): Promise<NonNullable<Span['units']>> {
  if (units) return units;
  const found = await sql<{ id: string; line: string }>`select id, id as line from organisation.unit`.execute(db);
  return found.rows;
}
