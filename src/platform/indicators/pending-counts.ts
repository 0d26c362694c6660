/** Pending counts: measures that are still to be counted anew, asked for when definitions are loaded and counted by a job. */
import { createHash } from 'node:crypto';
import { type QueryExecutorProvider, type Selectable, sql } from 'kysely';
import { type Clock, type Day, instantAt, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { platformPart } from '../db/platform-part.ts';
import { type Json, sortedJson } from '../db/json.ts';
import type { Platform } from '../system/platform.ts';
import { countMeasureAnew } from './count-anew.ts';
import { FOLLOWER, type Measures } from './follow-journal.ts';
import type { FactMeasure } from './measure.ts';
import { recountFrom } from './recount.ts';
import { FIRST_DAY } from './settle-counts.ts';
import type { IndicatorTables } from './tables.ts';

/** The job that counts what is pending. */
export const COUNT_PENDING = 'indicators.count-pending';

export interface AskedCount {
  readonly name: string;
  readonly measure: FactMeasure;
  /** Undefined: all of it, from its source. */
  readonly from: Day | undefined;
}

/** Where there is nothing to count yet it is done at once; the rest is left to the job. */
export async function askForCount(
  trx: Db<IndicatorTables>,
  { name, measure, from }: AskedCount,
  clock: Clock,
): Promise<void> {
  if (from === undefined && !(await isBegun(trx, measure))) {
    await countAndNote(trx, { name, measure, clock });
    return;
  }
  if (from !== undefined && !(await hasFacts(trx, name, from))) return;
  await sql`
    insert into indicators.pending as p (measure, from_day, from_source, asked_at)
    values (${name}, ${from ?? FIRST_DAY}, ${from === undefined}, ${isoOf(clock())})
    on conflict (measure) do update set from_day = least(p.from_day, excluded.from_day),
      from_source = p.from_source or excluded.from_source, asks = excluded.asks
  `.execute(trx);
}

async function isBegun(trx: QueryExecutorProvider, measure: FactMeasure): Promise<boolean> {
  const subscriber = measure.kind === 'journal' ? FOLLOWER : measure.subscriber;
  const found = await sql`select from journal.cursor where subscriber = ${subscriber} and position > 0`.execute(trx);
  return found.rows.length > 0;
}

async function hasFacts(trx: QueryExecutorProvider, name: string, from: Day): Promise<boolean> {
  const found = await sql`
    select from indicators.fact where measure = ${name} and at >= ${isoOf(instantAt(from, 0))}::timestamptz limit 1
  `.execute(trx);
  return found.rows.length > 0;
}

/** Counts a measure from its source, and notes with which declaration that was done. Answers how many facts it has. */
export async function countAndNote(
  trx: Db<IndicatorTables>,
  { name, measure, clock }: { readonly name: string; readonly measure: FactMeasure; readonly clock: Clock },
): Promise<number> {
  const asked = await findAsked(trx, name);
  const facts = await countMeasureAnew(platformPart(trx), name, measure);
  const row = { digest: digestOfMeasure(measure), counted_at: isoOf(clock()) };
  await trx
    .insertInto('indicators.measure')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
  if (asked) await settleAsked(trx, name, asked);
  return facts;
}

/** A transaction for each measure; whoever reads meanwhile is told that it is being counted. */
export async function countPending({
  db,
  clock,
  registry,
}: Pick<Platform, 'db' | 'clock' | 'registry'>): Promise<void> {
  const measures = new Map(factMeasures(registry.measures));
  const pending = await sql<{ measure: string }>`select measure from indicators.pending order by measure`.execute(db);
  for (const { measure: name } of pending.rows) {
    const measure = measures.get(name);
    if (!measure) continue;
    await db.transaction().execute(async (trx) => {
      const own = trx as unknown as Db<IndicatorTables>;
      const asked = await findAsked(own, name);
      if (asked?.from_source) await countAndNote(own, { name, measure, clock });
      else if (asked) {
        await recountFrom(trx, { name, measure, from: asked.from_day });
        await settleAsked(own, name, asked);
      }
    });
  }
}

type Asked = Pick<Selectable<IndicatorTables['indicators.pending']>, 'from_day' | 'from_source' | 'asks'>;

/** Without a lock: counting takes minutes, and whoever asks again meanwhile waits for nobody. */
const findAsked = (trx: Db<IndicatorTables>, name: string): Promise<Asked | undefined> =>
  trx
    .selectFrom('indicators.pending')
    .select(['from_day', 'from_source', 'asks'])
    .where('measure', '=', name)
    .executeTakeFirst();

/** What was asked for again since it was read stays, with a job of its own. */
async function settleAsked(trx: Db<IndicatorTables>, name: string, { asks }: Asked): Promise<void> {
  await trx.deleteFrom('indicators.pending').where('measure', '=', name).where('asks', '=', asks).execute();
}

/** By measure, the first day of which nothing can be said yet. */
export type Pending = ReadonlyMap<string, Day>;

export async function listPending(db: QueryExecutorProvider): Promise<Pending> {
  const found = await sql<{ measure: string; from: Day }>`
    select measure, from_day as from from indicators.pending
  `.execute(db);
  return new Map(found.rows.map(({ measure, from }) => [measure, from]));
}

/** `to`: the first day after the span that is asked for. */
export function isBeingCounted(
  pending: Pending,
  { measure, to }: { readonly measure: string; readonly to: Day },
): boolean {
  const from = pending.get(measure);
  return from !== undefined && from < to;
}

export function digestOfMeasure(measure: FactMeasure): string {
  const entries = measure.kind === 'journal' ? [...measure.entries] : [];
  return digestOf({ kind: measure.kind, entries, variables: Object.keys(measure.variables) });
}

export const digestOf = (value: Json): string => createHash('sha256').update(sortedJson(value)).digest('hex');

export const factMeasures = (measures: Measures): [string, FactMeasure][] =>
  [...measures].flatMap(([name, measure]) =>
    measure.kind === 'journal' || measure.kind === 'told' ? [[name, measure] as [string, FactMeasure]] : [],
  );
