/** Reading the counts of days: one statement for all indicators of a measure. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { isoOf } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';
import type { FoundIndicator } from './find-definition.ts';
import type { CodeLines, OfMeasure } from './lines.ts';
import { addSums, NOTHING, readingOf, type Sums } from './reading.ts';
import { instantsOf, type Span, withinSpan } from './span.ts';

const LINES: Readonly<Record<'all' | 'area', RawBuilder<unknown>>> = { all: sql`'all'`, area: sql`c.area_id::text` };

export async function readCounts(
  { db }: Platform,
  found: readonly FoundIndicator[],
  { span, line, name }: OfMeasure,
): Promise<CodeLines> {
  const numbers = found.flatMap((one) => one.numbers);
  const { units } = span;
  const lineOf = line === 'unit' ? (units ? sql`u.line::text` : sql`c.unit_id::text`) : LINES[line];
  const [sums, begun] = await Promise.all([
    sql<Sums & { definition: number; line: string | null }>`
      select c.definition, ${lineOf} as line, sum(c.numerator)::integer as numerator, sum(c.denominator)::integer as denominator,
        sum(c.unknown)::integer as unknown, sum(c.simulated)::integer as simulated
      from indicators.count c ${line === 'unit' && units ? sql`join unnest(${units.map(({ id }) => id)}::uuid[], ${units.map((one) => one.line)}::uuid[]) as u (id, line) on u.id = c.unit_id` : sql``}
      where c.definition = any(${numbers}::integer[]) and c.day >= ${span.from}::date and c.day < ${span.to}::date
        and ${withinSpan('c', span)} group by 1, 2
    `.execute(db),
    line === 'all' ? hasBegun(db, name, span) : true,
  ]);
  return found.map(({ definition, numbers: own }) => {
    const rows = sums.rows.filter((row) => own.includes(row.definition) && row.line !== null);
    const groups = Map.groupBy(rows, (row) => row.line as string);
    if (line === 'all' && groups.size === 0) groups.set('all', []);
    return [
      definition.code,
      new Map(
        [...groups].map(([key, members]) => [key, readingOf(members.reduce(addSums, NOTHING), definition, begun)]),
      ),
    ];
  });
}

/** A count of nothing says something only once the measure has counted anything at all. */
async function hasBegun(db: QueryExecutorProvider, measure: string, span: Span): Promise<boolean> {
  const found = await sql<{ begun: boolean }>`
    select exists (select 1 from indicators.fact where measure = ${measure} and at < ${isoOf(instantsOf(span).to)}::timestamptz) as begun
  `.execute(db);
  return found.rows[0]?.begun ?? false;
}
