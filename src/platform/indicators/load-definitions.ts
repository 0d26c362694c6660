/** Loading definitions: what the pack says of indicators comes into the tables version by version; a version's reckoning never changes. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Clock, type Day, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { platformPart } from '../db/platform-part.ts';
import { type Json, sortedJson } from '../db/json.ts';
import { type IndicatorDefinition, reckoningOf } from './definition.ts';
import { countMeasureAnew, recountFrom } from './count-anew.ts';
import type { Measures } from './follow-journal.ts';
import type { FactMeasure } from './measure.ts';
import type { IndicatorTables } from './tables.ts';

type Indicators = Db<IndicatorTables>;

interface Loading {
  readonly indicators: readonly IndicatorDefinition[];
  readonly measures: Measures;
  readonly clock: Clock;
}

/**
 * Idempotent. Throws where a version that was loaded says something else now: that is a new version. What is new is counted at
 * once, from the facts that are there; a measure that was never counted, from the beginning of the journal.
 */
export async function loadDefinitions(db: Indicators, { indicators, measures, clock }: Loading): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('indicators.definition'))`.execute(trx);
    const fresh = await storeDefinitions(trx, indicators, clock);
    const counted = new Map(
      (await trx.selectFrom('indicators.measure').select(['name', 'digest']).execute()).map((row) => [
        row.name,
        row.digest,
      ]),
    );
    for (const [name, measure] of factMeasures(measures)) {
      const from = fresh.get(name);
      if (counted.get(name) !== digestOfMeasure(measure)) await countAndNote(trx, { name, measure, clock });
      else if (from !== undefined) await recountFrom(platformPart(trx), { name, measure, from });
    }
  });
}

/** Counts a measure from its source, and notes with which declaration that was done. Answers how many facts it has. */
export async function countAndNote(
  trx: Indicators,
  { name, measure, clock }: { readonly name: string; readonly measure: FactMeasure; readonly clock: Clock },
): Promise<number> {
  const facts = await countMeasureAnew(platformPart(trx), name, measure);
  const row = { digest: digestOfMeasure(measure), counted_at: isoOf(clock()) };
  await trx
    .insertInto('indicators.measure')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
  return facts;
}

function digestOfMeasure(measure: FactMeasure): string {
  const entries = measure.kind === 'journal' ? [...measure.entries] : [];
  return digestOf({ kind: measure.kind, entries, variables: Object.keys(measure.variables) });
}

const digestOf = (value: Json): string => createHash('sha256').update(sortedJson(value)).digest('hex');

export const factMeasures = (measures: Measures): [string, FactMeasure][] =>
  [...measures].flatMap(([name, measure]) =>
    measure.kind === 'journal' || measure.kind === 'told' ? [[name, measure] as [string, FactMeasure]] : [],
  );

/** By measure, the first day from which something is counted otherwise. */
async function storeDefinitions(
  trx: Indicators,
  indicators: readonly IndicatorDefinition[],
  clock: Clock,
): Promise<ReadonlyMap<string, Day>> {
  const stored = await trx
    .selectFrom('indicators.definition')
    .select(['code', 'version', 'digest', 'body', 'withdrawn'])
    .execute();
  const known = new Map(stored.map((row) => [`${row.code} ${row.version}`, row]));
  const fresh = new Map<string, Day>();
  for (const one of indicators) {
    const { code, version, measure, from } = one;
    const digest = digestOf(reckoningOf(one) as unknown as Json);
    const row = known.get(`${code} ${version}`);
    if (row && row.digest !== digest)
      throw new Error(
        `version ${version} of the indicator ${code} was loaded with another reckoning: write it as version ${version + 1}`,
      );
    const body = JSON.stringify(one);
    if (!row) {
      fresh.set(measure, [from, fresh.get(measure) ?? from].sort()[0] as Day);
      await trx
        .insertInto('indicators.definition')
        .values({
          code,
          version,
          valid_from: from,
          valid_until: null,
          measure,
          digest,
          body,
          withdrawn: false,
          loaded_at: isoOf(clock()),
        })
        .execute();
    } else if (row.withdrawn || sortedJson(row.body as unknown as Json) !== sortedJson(one as unknown as Json))
      await trx
        .updateTable('indicators.definition')
        .set({ body, withdrawn: false })
        .where('code', '=', code)
        .where('version', '=', version)
        .execute();
  }
  for (const { measure, until } of await settleVersions(trx, indicators))
    fresh.set(measure, [until, fresh.get(measure) ?? until].sort()[0] as Day);
  return fresh;
}

/** Each version counts until the next one begins; what the pack no longer has is withdrawn. Answers which versions end otherwise than before. */
async function settleVersions(
  trx: Indicators,
  indicators: readonly IndicatorDefinition[],
): Promise<{ readonly measure: string; readonly until: Day }[]> {
  const ended = await sql<{ measure: string; until: Day }>`
    update indicators.definition d set valid_until = n.until
    from (select number, lead(valid_from) over (partition by code order by version) as until from indicators.definition) n
    where n.number = d.number and n.until is distinct from d.valid_until
    returning d.measure, d.valid_until as until
  `.execute(trx);
  await sql`
    update indicators.definition set withdrawn = true
    where not withdrawn and not code = any(${indicators.map(({ code }) => code)}::text[])
  `.execute(trx);
  return ended.rows;
}
