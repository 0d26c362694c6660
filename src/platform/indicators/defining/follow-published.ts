/** Following what was published: each version of a definition that an administrator brought into force becomes a version that counts. */
import { sql } from 'kysely';
import { type Clock, type Day } from '../../calendar/instant.ts';
import type { Db } from '../../db/database.ts';
import { addJob } from '../../jobs/add-job.ts';
import type { IndicatorDefinition } from '../definition.ts';
import { checkIndicator, type Checking } from '../pack.ts';
import { askForCount, COUNT_PENDING, factMeasures } from '../pending-counts.ts';
import type { IndicatorTables } from '../tables.ts';
import { earlier, insertVersion, settleVersions } from '../versions.ts';
import { definitionOf, type Drafted } from './drafted.ts';

interface Published {
  readonly code: string;
  readonly number: number;
  readonly body: Drafted;
  readonly from: Day;
  readonly versions: number;
}

/** Idempotent: after publishing, and at each start for what a crash left. What is to be counted is left to a job. */
export async function followPublished(
  db: Db<IndicatorTables>,
  { checking, clock }: { readonly checking: Checking; readonly clock: Clock },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('indicators.definition'))`.execute(trx);
    const fresh = new Map<string, Day>();
    for (;;) {
      // one at a time: the number of the next depends on this one
      const published = await findNext(trx);
      if (!published) break;
      const from = earlier(published.from, await brokenSince(trx, published.code, checking));
      const definition = definitionOf(published.body, { version: published.versions + 1, from });
      await insertVersion(trx, { definition, publishedAs: published.number, clock });
      fresh.set(definition.measure, earlier(definition.from, fresh.get(definition.measure)));
    }
    if (fresh.size > 0) {
      for (const { measure, until } of await settleVersions(trx))
        fresh.set(measure, earlier(until, fresh.get(measure)));
      for (const [name, measure] of factMeasures(checking.measures)) {
        const from = fresh.get(name);
        if (from !== undefined) await askForCount(trx, { name, measure, from }, clock);
      }
    }
    const pending = await trx.selectFrom('indicators.pending').select('measure').limit(1).execute();
    if (pending.length > 0) await addJob(trx, COUNT_PENDING, {}, { key: COUNT_PENDING });
  });
}

/** The first day of the versions that no longer fit, where the last is one: they have counted nothing that could be kept, so what mends them counts their days too. */
async function brokenSince(trx: Db<IndicatorTables>, code: string, checking: Checking): Promise<Day | undefined> {
  const found = await sql<{ from: Day; body: IndicatorDefinition }>`
    select valid_from as from, body from indicators.definition where code = ${code} order by version desc
  `.execute(trx);
  const fits = found.rows.findIndex(({ body }) => checkIndicator(body, checking).length === 0);
  return found.rows
    .slice(0, fits === -1 ? undefined : fits)
    .reduce<Day | undefined>((first, one) => earlier(one.from, first), undefined);
}

async function findNext(trx: Db<IndicatorTables>): Promise<Published | undefined> {
  const found = await sql<Published>`
    select substr(v.setting, 12) as code, v.number, v.body, v.valid_from as from,
      (select coalesce(max(d.version), 0) from indicators.definition d where d.code = substr(v.setting, 12)) as versions
    from settings.version v
    where v.setting like 'indicators.%' and v.origin = 'administrator' and not exists (
      select from indicators.definition d where d.code = substr(v.setting, 12) and d.published_as = v.number)
    order by v.setting, v.number limit 1
  `.execute(trx);
  return found.rows[0];
}
