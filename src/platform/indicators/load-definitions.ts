/** Loading definitions: what the pack says of indicators comes into the tables version by version; a version's reckoning never changes. */
import { sql } from 'kysely';
import type { Clock, Day } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { type Json, sortedJson } from '../db/json.ts';
import { type IndicatorDefinition, reckoningOf } from './definition.ts';
import type { Measures } from './follow-journal.ts';
import { askForCount, digestOf, digestOfMeasure, factMeasures } from './pending-counts.ts';
import type { IndicatorTables } from './tables.ts';
import { earlier, insertVersion, settleVersions } from './versions.ts';

type Indicators = Db<IndicatorTables>;

interface Loading {
  readonly indicators: readonly IndicatorDefinition[];
  readonly measures: Measures;
  readonly clock: Clock;
}

/**
 * Idempotent. Throws where a version that was loaded says something else now: that is a new version. What is new is to be counted
 * from the facts that are there; a measure that was never counted, from the beginning of the journal. Answers whether
 * `countPending` has work: a start does not wait for it.
 */
export async function loadDefinitions(db: Indicators, { indicators, measures, clock }: Loading): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('indicators.definition'))`.execute(trx);
    const fresh = await storeDefinitions(trx, indicators, clock);
    const ended = await settleVersions(trx, { packCodes: indicators.map(({ code }) => code) });
    for (const { measure, until } of ended) fresh.set(measure, earlier(until, fresh.get(measure)));
    const counted = new Map(
      (await trx.selectFrom('indicators.measure').select(['name', 'digest']).execute()).map((row) => [
        row.name,
        row.digest,
      ]),
    );
    for (const [name, measure] of factMeasures(measures)) {
      const from = fresh.get(name);
      if (counted.get(name) !== digestOfMeasure(measure))
        await askForCount(trx, { name, measure, from: undefined }, clock);
      else if (from !== undefined) await askForCount(trx, { name, measure, from }, clock);
    }
    return (await trx.selectFrom('indicators.pending').select('measure').execute()).length > 0;
  });
}

/** By measure, the first day from which something is counted otherwise. */
async function storeDefinitions(
  trx: Indicators,
  indicators: readonly IndicatorDefinition[],
  clock: Clock,
): Promise<Map<string, Day>> {
  const stored = await trx
    .selectFrom('indicators.definition')
    .select(['code', 'version', 'digest', 'body', 'withdrawn', 'published_as'])
    .execute();
  // what an administrator has published is never replaced by a file of the pack
  const taken = new Set(stored.flatMap(({ code, published_as }) => (published_as === null ? [] : [code])));
  const known = new Map(stored.map((row) => [`${row.code} ${row.version}`, row]));
  const fresh = new Map<string, Day>();
  for (const one of indicators) {
    const { code, version, measure, from } = one;
    const digest = digestOf(reckoningOf(one) as unknown as Json);
    const row = known.get(`${code} ${version}`);
    if (taken.has(code) && row?.published_as !== null) continue;
    if (row && row.digest !== digest)
      throw new Error(
        `version ${version} of the indicator ${code} was loaded with another reckoning: write it as version ${version + 1}`,
      );
    const body = JSON.stringify(one);
    if (!row) {
      fresh.set(measure, earlier(from, fresh.get(measure)));
      await insertVersion(trx, { definition: one, publishedAs: null, clock });
    } else if (row.withdrawn || sortedJson(row.body as unknown as Json) !== sortedJson(one as unknown as Json))
      await trx
        .updateTable('indicators.definition')
        .set({ body, withdrawn: false })
        .where('code', '=', code)
        .where('version', '=', version)
        .execute();
  }
  return fresh;
}
