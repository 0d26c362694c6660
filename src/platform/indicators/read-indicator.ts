/** What others may ask of indicators (chỉ số): a value with its parts, its course over periods, and the definitions in force. */
import { sql } from 'kysely';
import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';
import type { IndicatorDefinition } from './definition.ts';
import { findDefinition, type FoundIndicator, listDefinitions } from './find-definition.ts';
import { FOLLOWER } from './follow-journal.ts';
import { readValues } from './read-values.ts';
import type { Reading } from './reading.ts';
import { readStretches } from './read-stretches.ts';
import { type AskedSpan, resolveSpan } from './span.ts';

export interface IndicatorValue extends Reading {
  /** Up to when acts are counted. */
  readonly asOf: Instant;
}

/**
 * Of the days from `from` up to, not including, `to`. `unit` and `area` are ids, each with what is under it. Throws RangeError for a
 * code that is no indicator: ask `listIndicators` first.
 */
export async function readIndicator(
  platform: Platform,
  { code, ...span }: AskedSpan & { readonly code: string },
): Promise<IndicatorValue> {
  const [value] = await readTrend(platform, { code, ...span, periods: [span] });
  if (!value) throw new RangeError(`no value of ${code}`);
  return value;
}

export interface TrendAsked extends Pick<AskedSpan, 'unit' | 'area' | 'era' | 'reach'> {
  readonly code: string;
  readonly periods: readonly { readonly from: Day; readonly to: Day }[];
}

/** A value for each period, in their order. */
export async function readTrend(
  platform: Platform,
  { code, periods, ...whose }: TrendAsked,
): Promise<IndicatorValue[]> {
  const today = dayOf(platform.clock());
  const found = await findDefinition(platform.db, code, today);
  if (!found) throw new RangeError(`there is no indicator ${code}`);
  const asOf = await countedUpTo(platform, found);
  const readings = await readPeriods(platform, found, { periods, whose, today });
  return readings.map((reading) => ({ ...(reading ?? EMPTY), asOf }));
}

/** What is counted day by day is read in one pass; the rest is asked for each period. */
async function readPeriods(
  platform: Platform,
  found: FoundIndicator,
  {
    periods,
    whose,
    today,
  }: Pick<TrendAsked, 'periods'> & { readonly whose: Omit<AskedSpan, 'from' | 'to'>; readonly today: Day },
): Promise<(Reading | undefined)[]> {
  const kind = platform.registry.measures.get(found.definition.measure)?.kind;
  const [first] = periods;
  if (first && (kind === 'journal' || kind === 'told'))
    return readStretches(platform, found, {
      stretches: periods,
      whose: await resolveSpan(platform.db, { ...whose, ...first }, today),
    });
  return Promise.all(
    periods.map(async ({ from, to }) => {
      const span = await resolveSpan(platform.db, { ...whose, from, to }, today);
      return (await readValues(platform, [found], span)).get(found.definition.code);
    }),
  );
}

const EMPTY: Reading = { numerator: 0, denominator: null, value: null, unknown: 0, simulated: false };

/** In force today, by sector. */
export async function listIndicators({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<IndicatorDefinition[]> {
  return (await listDefinitions(db, dayOf(clock()))).map(({ definition }) => definition);
}

/** Now, where all that was done is counted; else when the last act that is counted was done. */
export async function countedUpTo({ db, clock, registry }: Platform, { definition }: FoundIndicator): Promise<Instant> {
  const measure = registry.measures.get(definition.measure);
  const subscriber =
    !measure || measure.kind === 'snapshot' ? undefined : measure.kind === 'journal' ? FOLLOWER : measure.subscriber;
  if (subscriber === undefined) return clock();
  const found = await sql<{ at: Instant }>`
    select e.occurred_at as at from journal.cursor c join journal.sequencer s on c.position < s.position
      join journal.position p on p.position = c.position join journal.entry e on e.id = p.entry_id
    where c.subscriber = ${subscriber}
  `.execute(db);
  return found.rows[0]?.at ?? clock();
}
