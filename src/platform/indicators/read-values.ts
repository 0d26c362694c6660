/** Reading values: many indicators of one span at once, and the lines of one by unit, by area or by time; each kind of measure in its own way. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { addDays, type Day, dayOf, isoOf } from '../calendar/instant.ts';
import { bindFact, compileConditions, placeOf, subjectOf } from './marks.ts';
import type { FigureMeasure, MeasureSpec, SnapshotMeasure, Thing } from './measure.ts';
import type { Platform } from '../system/platform.ts';
import type { FoundIndicator } from './find-definition.ts';
import { instantsOf, type Span, withinSpan } from './span.ts';

/** What an indicator comes to. */
export interface Reading {
  readonly numerator: number;
  /** Null for a plain count. */
  readonly denominator: number | null;
  /** Per cent of the denominator, or the count; null where there is nothing to be a share of, or nothing was counted yet. */
  readonly value: number | null;
  /** Those that cannot be told for want of a value: part of the denominator where that is decided, never of the numerator. */
  readonly unknown: number;
  /** Simulated people are among them. */
  readonly simulated: boolean;
}

interface Sums {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  readonly simulated: number;
}

const NOTHING: Sums = { numerator: 0, denominator: 0, unknown: 0, simulated: 0 };

/** By code. A measure that no system declares any more gives nothing. */
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

export type Line = 'all' | 'unit' | 'area';

export interface LinesAsked {
  readonly span: Span;
  readonly line: Line;
}

/** By code, then by the id of the line; of a line on which nothing was counted there is nothing. */
export async function readLines(
  platform: Platform,
  found: readonly FoundIndicator[],
  asked: LinesAsked,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Reading>>> {
  const byMeasure = Map.groupBy(found, ({ definition }) => definition.measure);
  const read = await Promise.all(
    [...byMeasure].map(async ([name, members]) => {
      const measure = platform.registry.measures.get(name);
      return measure ? readMeasure(platform, members, { ...asked, name, measure }) : [];
    }),
  );
  return new Map(read.flat());
}

interface OfMeasure extends LinesAsked {
  readonly name: string;
  readonly measure: MeasureSpec;
}

type CodeLines = [string, ReadonlyMap<string, Reading>][];

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

const LINES: Readonly<Record<'all' | 'area', RawBuilder<unknown>>> = { all: sql`'all'`, area: sql`c.area_id::text` };

async function readCounts(
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

async function readFigures(
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

/** Things in force have no unit and no area of their own: they are the province's. */
async function readSnapshot(
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
export function snapshotDay({ clock }: Pick<Platform, 'clock'>, { from, to, narrowed }: Span): Day | undefined {
  const today = dayOf(clock());
  if (from > today || narrowed) return undefined;
  const last = addDays(to, -1);
  return last < today ? last : today;
}

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

const addSums = (a: Sums, b: Sums): Sums => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
  unknown: a.unknown + b.unknown,
  simulated: a.simulated + b.simulated,
});

function readingOf(
  { numerator, denominator, unknown, simulated }: Sums,
  definition: FoundIndicator['definition'],
  begun: boolean,
): Reading {
  const isShare = definition.denominator !== undefined;
  // of nothing, or of nothing that is known, there is no share
  const share = denominator === 0 || (unknown > 0 && unknown >= denominator) ? null : (100 * numerator) / denominator;
  return {
    numerator,
    denominator: isShare ? denominator : null,
    value: isShare ? share : begun ? numerator : null,
    unknown,
    simulated: simulated > 0,
  };
}
