/** Records behind a value: what its numerator, its denominator or its unknown holds, newest first, paged by key. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';
import { definitionsOn, type FoundIndicator } from './find-definition.ts';
import type { ListedFact, MeasureSpec, SnapshotMeasure } from './measure.ts';
import { countedUnits } from './read-figures.ts';
import { placeThings, snapshotDay } from './read-snapshot.ts';
import { listSilent } from './silence.ts';
import { instantsOf, lastDayOf, type Span, withinSpan } from './span.ts';

/** Tử số, mẫu số, chưa rõ. */
export const PARTS = ['tu-so', 'mau-so', 'chua-ro'] as const;
export type Part = (typeof PARTS)[number];

export interface RecordsAsked {
  readonly found: FoundIndicator;
  readonly part: Part;
  readonly span: Span;
  readonly after?: string;
  readonly limit: number;
}

export interface RecordPage {
  readonly rows: readonly (ListedFact & { readonly href: string | undefined })[];
  readonly next: string | undefined;
}

/** None while nothing can be said of the indicator. */
export async function listRecords(platform: Platform, asked: RecordsAsked): Promise<RecordPage> {
  const { found, span } = asked;
  const measure = platform.registry.measures.get(found.definition.measure);
  if (!measure || (await listSilent(platform, [found], span)).size > 0) return { rows: [], next: undefined };
  const [held = found] = await definitionsOn(platform.db, [found], lastDayOf(platform, span));
  const { rows, next } = await listOf(platform, measure, { ...asked, found: held });
  return { rows: rows.map((row) => ({ ...row, href: measure.hrefOf?.(row) })), next };
}

async function listOf(
  platform: Platform,
  measure: MeasureSpec,
  asked: RecordsAsked,
): Promise<{ readonly rows: readonly ListedFact[]; readonly next: string | undefined }> {
  const { found, part, span, after, limit } = asked;
  if (measure.kind === 'snapshot') return listThings(platform, measure, asked);
  if (measure.kind !== 'figures') return listFacts(platform.db, asked);
  const { numerator, denominator } = found.definition;
  const keys = part === 'chua-ro' ? undefined : part === 'tu-so' ? numerator : denominator;
  if (typeof keys !== 'object' || span.areas) return { rows: [], next: undefined };
  return measure.list(platform, {
    ...instantsOf(span),
    units: await countedUnits(platform, span),
    keys,
    limit,
    ...(after !== undefined && { after }),
  });
}

const COLUMNS = { 'tu-so': sql`f.numerators`, 'mau-so': sql`f.denominators`, 'chua-ro': sql`f.unknowns` } as const;

async function listFacts(
  db: QueryExecutorProvider,
  { found, part, span, after, limit }: RecordsAsked,
): Promise<{ readonly rows: readonly ListedFact[]; readonly next: string | undefined }> {
  const { from, to } = instantsOf(span);
  const key = readKey(after);
  const rows = await sql<ListedFact & { at: Instant }>`
    select f.subject, f.label, f.at, f.unit_id as unit from indicators.fact f
    where f.measure = ${found.definition.measure} and f.at >= ${isoOf(from)}::timestamptz and f.at < ${isoOf(to)}::timestamptz
      and ${COLUMNS[part]} && ${[...found.numbers]}::integer[] and ${withinSpan('f', span)}
      and ${key ? sql`(f.at, f.subject) < (${isoOf(key.at)}::timestamptz, ${key.subject})` : sql`true`}
    order by f.at desc, f.subject desc limit ${limit + 1}
  `.execute(db);
  const page = rows.rows.slice(0, limit);
  const last = rows.rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, next: last && `${last.at}_${last.subject}` };
}

/** A key that is none shows the first page. */
function readKey(after: string | undefined): { readonly at: Instant; readonly subject: string } | undefined {
  const match = /^(\d{1,15})_(.{1,100})$/.exec(after ?? '');
  return match ? { at: Number(match[1]) as Instant, subject: match[2] ?? '' } : undefined;
}

/** There are some thousands of procedures at most: the page is cut here. */
async function listThings(
  platform: Platform,
  measure: SnapshotMeasure,
  { found: { definition }, part, span, after = '', limit }: RecordsAsked,
): Promise<{ readonly rows: readonly ListedFact[]; readonly next: string | undefined }> {
  const day = snapshotDay(platform, span);
  const things = day === undefined ? [] : await measure.list(platform.db, day);
  const rows = placeThings(things, { definition, name: definition.measure, measure })
    .filter(({ place }) => (part === 'tu-so' ? place.part : part === 'mau-so' ? place.whole : place.unknown))
    .map(({ thing }) => ({ subject: thing.subject, label: thing.label, at: null, unit: null }))
    .filter(({ subject }) => subject > after)
    .sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? page.at(-1)?.subject : undefined };
}
