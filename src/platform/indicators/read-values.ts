/** Reading values: many indicators of one span at once, and the lines of each by unit or by area; every kind of measure in its own way. */
import type { Platform } from '../system/platform.ts';
import { definitionsOn, type FoundIndicator } from './find-definition.ts';
import type { CodeLines, LinesAsked, OfMeasure } from './lines.ts';
import { readCounts } from './read-counts.ts';
import { readFigures } from './read-figures.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { Reading } from './reading.ts';
import { listSilent } from './silence.ts';
import { lastDayOf, type Span } from './span.ts';

/** By code. A measure that no system declares any more gives nothing, nor does an indicator that is silent. */
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
  const silent = await listSilent(platform, found, asked.span);
  const byMeasure = Map.groupBy(
    found.filter(({ definition }) => !silent.has(definition.code)),
    ({ definition }) => definition.measure,
  );
  const read = await Promise.all(
    [...byMeasure].map(async ([name, members]) => {
      const measure = platform.registry.measures.get(name);
      return measure ? readMeasure(platform, members, { ...asked, name, measure }) : [];
    }),
  );
  return new Map(read.flat());
}

async function readMeasure(platform: Platform, found: readonly FoundIndicator[], asked: OfMeasure): Promise<CodeLines> {
  const { measure, span } = asked;
  if (measure.kind === 'journal' || measure.kind === 'told') return readCounts(platform, found, asked);
  const held = await definitionsOn(platform.db, found, lastDayOf(platform, span));
  return measure.kind === 'figures'
    ? readFigures(platform, held, { ...asked, measure })
    : readSnapshot(platform, held, { ...asked, measure });
}
