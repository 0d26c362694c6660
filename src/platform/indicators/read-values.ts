/** Reading values: many indicators of one span at once, and the lines of each by unit or by area; every kind of measure in its own way. */
import type { Platform } from '../system/platform.ts';
import type { FoundIndicator } from './find-definition.ts';
import type { CodeLines, LinesAsked, OfMeasure } from './lines.ts';
import { isBeingCounted, listPending } from './pending-counts.ts';
import { readCounts } from './read-counts.ts';
import { readFigures } from './read-figures.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** By code. A measure that no system declares any more, and one that is being counted anew, gives nothing. */
export async function readValues(
  platform: Platform,
  found: readonly FoundIndicator[],
  span: Span,
): Promise<ReadonlyMap<string, Reading>> {
  const lines = await readLines(platform, found, { span, line: 'all' });
  return new Map(
    found
      .map(({ definition: { code } }) => [code, lines.get(code)?.get('all')])
      .filter((pair): pair is [string, Reading] => pair[1] !== undefined),
  );
}

/** By code, then by the id of the line; of a line on which nothing was counted there is nothing. */
export async function readLines(
  platform: Platform,
  found: readonly FoundIndicator[],
  asked: LinesAsked,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Reading>>> {
  const byMeasure = Map.groupBy(found, ({ definition }) => definition.measure);
  const pending = await listPending(platform.db);
  const read = await Promise.all(
    [...byMeasure].map(async ([name, members]) => {
      const measure = platform.registry.measures.get(name);
      const isKnown = measure && !isBeingCounted(pending, { measure: name, to: asked.span.to });
      return isKnown ? readMeasure(platform, members, { ...asked, name, measure }) : [];
    }),
  );
  return new Map(read.flat());
}

function readMeasure(platform: Platform, found: readonly FoundIndicator[], asked: OfMeasure): Promise<CodeLines> {
  switch (asked.measure.kind) {
    case 'figures':
      return readFigures(platform, found, { ...asked, measure: asked.measure });
    case 'snapshot':
      return readSnapshot(platform, found, { ...asked, measure: asked.measure });
    default:
      return readCounts(platform, found, asked);
  }
}
