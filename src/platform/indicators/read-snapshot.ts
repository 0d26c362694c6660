/** Reading what is in force: the things of a day, each placed by the conditions. */
import { type Day, dayOf } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';
import type { FoundIndicator } from './find-definition.ts';
import type { CodeLines, OfMeasure } from './lines.ts';
import { bindFact, compileConditions, placeOf, subjectOf } from './marks.ts';
import type { SnapshotMeasure, Thing } from './measure.ts';
import { readingOf } from './reading.ts';
import { lastDayOf, type Span } from './span.ts';

/** Things in force have no unit and no area of their own: they are the province's. */
export async function readSnapshot(
  platform: Platform,
  found: readonly FoundIndicator[],
  { span, line, name, measure }: OfMeasure & { readonly measure: SnapshotMeasure },
): Promise<CodeLines> {
  if (line !== 'all') return found.map(({ definition }) => [definition.code, new Map()]);
  const day = snapshotDay(platform, span);
  const things = day === undefined ? [] : await measure.list(platform.db, day);
  return found.map(({ definition }) => {
    const places = placeThings(things, { definition, name, measure });
    const sums = {
      numerator: places.filter(({ place }) => place.part).length,
      denominator: places.filter(({ place }) => place.whole).length,
      unknown: places.filter(({ place }) => place.unknown).length,
      simulated: 0,
    };
    return [definition.code, new Map([['all', readingOf(sums, definition, things.length > 0)]])];
  });
}

/** The last day of the span, or today while it runs; none where it has not begun, or where a unit or an area is asked for. */
export const snapshotDay = (platform: Pick<Platform, 'clock'>, span: Span): Day | undefined =>
  span.from > dayOf(platform.clock()) || span.narrowed ? undefined : lastDayOf(platform, span);

export function placeThings(
  things: readonly Thing[],
  {
    definition,
    name,
    measure,
  }: { readonly definition: FoundIndicator['definition']; readonly name: string; readonly measure: SnapshotMeasure },
) {
  const subject = subjectOf(name, measure.variables);
  const { conditions } = compileConditions(subject, definition);
  return conditions
    ? things.map((thing) => ({ thing, place: placeOf(conditions, bindFact(subject, thing.values)) }))
    : [];
}
