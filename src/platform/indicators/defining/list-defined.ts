/** The list of definitions: what counts on a day, what is drafted, and what waits for its day. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../../calendar/instant.ts';
import { fold } from '../../text/fold.ts';
import type { Drafted } from './drafted.ts';

export type DefinedState = 'in-force' | 'scheduled' | 'draft';

export interface Defined {
  readonly code: string;
  readonly body: Drafted;
  readonly state: DefinedState;
  readonly hasDraft: boolean;
}

/** By sector, then by code. A province has some hundreds, which are searched in hand. */
export async function listDefined(
  db: QueryExecutorProvider,
  { day, search }: { readonly day: Day; readonly search: string },
): Promise<Defined[]> {
  const found = await sql<Defined>`
    with counted as (
      select v.* from settings.version v
      where v.setting like 'indicators.%' and (v.origin = 'administrator' or not exists (
        select 1 from settings.version a where a.setting = v.setting and a.origin = 'administrator' and a.number < v.number))
    ), now as (
      select distinct on (setting) setting, body from counted
      where valid_from is null or valid_from <= ${day}::date order by setting, number desc
    ), later as (
      select distinct on (setting) setting, body from counted where valid_from > ${day}::date order by setting, number desc
    ), named as (
      select setting from counted union select setting from settings.draft where setting like 'indicators.%'
    )
    select substr(m.setting, 12) as code, coalesce(n.body, l.body, d.body) as body, d.setting is not null as "hasDraft",
      case when n.setting is not null then 'in-force' when l.setting is not null then 'scheduled' else 'draft' end as state
    from named m left join now n using (setting) left join later l using (setting) left join settings.draft d using (setting)
    order by 1
  `.execute(db);
  const wanted = fold(search);
  return found.rows
    .filter(({ code, body: { name } }) => wanted === '' || fold(`${code} ${name.vi} ${name.en ?? ''}`).includes(wanted))
    .sort((a, b) => a.body.sector.place - b.body.sector.place || (a.code < b.code ? -1 : 1));
}
