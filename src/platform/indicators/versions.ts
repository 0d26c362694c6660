/** Versions of definitions in the table: one more is written, and each counts until the first that comes after it begins. */
import { sql } from 'kysely';
import { type Clock, type Day, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { Json } from '../db/json.ts';
import { type IndicatorDefinition, reckoningOf } from './definition.ts';
import { digestOf } from './pending-counts.ts';
import type { IndicatorTables } from './tables.ts';

type Indicators = Db<IndicatorTables>;

interface NewVersion {
  readonly definition: IndicatorDefinition;
  /** Null: of the pack. */
  readonly publishedAs: number | null;
  readonly clock: Clock;
}

export async function insertVersion(trx: Indicators, { definition, publishedAs, clock }: NewVersion): Promise<void> {
  const { code, version, from, measure } = definition;
  await trx
    .insertInto('indicators.definition')
    .values({
      code,
      version,
      valid_from: from,
      valid_until: null,
      measure,
      digest: digestOf(reckoningOf(definition) as unknown as Json),
      body: JSON.stringify(definition),
      withdrawn: false,
      loaded_at: isoOf(clock()),
      published_as: publishedAs,
    })
    .execute();
}

/** A version that a later one forestalls never counts. What the pack no longer has is withdrawn. Answers which versions end otherwise than before. */
export async function settleVersions(
  trx: Indicators,
  { packCodes }: { readonly packCodes?: readonly string[] } = {},
): Promise<{ readonly measure: string; readonly until: Day }[]> {
  const ended = await sql<{ measure: string; until: Day }>`
    update indicators.definition d set valid_until = case when n.is_last then null else n.until end
    from (
      select number, greatest(valid_from, min(valid_from) over later) as until, min(valid_from) over later is null as is_last
      from indicators.definition window later as (partition by code order by version rows between 1 following and unbounded following)
    ) n
    where n.number = d.number and case when n.is_last then null else n.until end is distinct from d.valid_until
    returning d.measure, coalesce(d.valid_until, d.valid_from) as until
  `.execute(trx);
  if (packCodes)
    await sql`
      update indicators.definition d set withdrawn = true where not withdrawn and not code = any(${[...packCodes]}::text[])
        and not exists (select from indicators.definition p where p.code = d.code and p.published_as is not null)
    `.execute(trx);
  return ended.rows;
}

export const earlier = (a: Day, b: Day | undefined): Day => (b === undefined || a < b ? a : b);
