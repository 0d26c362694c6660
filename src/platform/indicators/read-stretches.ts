/** Reading stretches: the counts of many spans of one indicator in one pass, each day read once however many spans hold it. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';
import type { FoundIndicator } from './find-definition.ts';
import { addSums, NOTHING, type Reading, readingOf, type Sums } from './reading.ts';
import { listSilentIn } from './silence.ts';
import { type Span, withinSpan } from './span.ts';

export interface Stretch {
  readonly from: Day;
  /** The first day after it. */
  readonly to: Day;
}

/** In their order; undefined where nothing can be said. `whose`: the units and areas of all of them. */
export async function readStretches(
  platform: Platform,
  found: FoundIndicator,
  { stretches, whose }: { readonly stretches: readonly Stretch[]; readonly whose: Span },
): Promise<(Reading | undefined)[]> {
  const { definition, numbers } = found;
  const edges = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].sort();
  const [silent, begun, sums] = await Promise.all([
    listSilentIn(platform, [found], stretches),
    findFirstDay(platform, definition.measure),
    sumBetween(platform, { numbers, edges, whose }),
  ]);
  return stretches.map(({ from, to }, place) => {
    if (silent[place]?.has(definition.code)) return undefined;
    const between = edges.flatMap((edge, at) => (edge >= from && edge < to ? (sums.get(at + 1) ?? []) : []));
    return readingOf(between.reduce(addSums, NOTHING), definition, begun !== undefined && begun < to);
  });
}

/** By how many of the edges lie on the day or before it. */
async function sumBetween(
  { db }: Pick<Platform, 'db'>,
  {
    numbers,
    edges,
    whose,
  }: { readonly numbers: readonly number[]; readonly edges: readonly Day[]; readonly whose: Span },
): Promise<ReadonlyMap<number, Sums>> {
  const found = await sql<Sums & { place: number }>`
    select width_bucket(c.day, ${edges}::date[]) as place, sum(c.numerator)::integer as numerator,
      sum(c.denominator)::integer as denominator, sum(c.unknown)::integer as unknown, sum(c.simulated)::integer as simulated
    from indicators.count c
    where c.definition = any(${numbers}::integer[]) and c.day >= ${edges.at(0)}::date and c.day < ${edges.at(-1)}::date
      and ${withinSpan('c', whose)}
    group by 1
  `.execute(db);
  return new Map(found.rows.map((row) => [row.place, row]));
}

/** A count of nothing says something only once the measure has counted anything at all. */
async function findFirstDay({ db }: Pick<Platform, 'db'>, measure: string): Promise<Day | undefined> {
  const found = await sql<{ at: Instant }>`
    select at from indicators.fact where measure = ${measure} order by at limit 1
  `.execute(db);
  return found.rows[0] && dayOf(found.rows[0].at);
}
