/** The list of settings of one kind: what is in force on a day, what waits for its day, what is only drafted. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day } from '../calendar/instant.ts';
import { COUNTS } from './setting-versions.ts';

export interface ListedSetting<Body> {
  /** Its name without the prefix of its kind. */
  readonly code: string;
  /** What is in force, else what waits for its day, else the draft. */
  readonly body: Body;
  /** Of the version in force; null where none is. */
  readonly number: number | null;
  /** Nothing is in force yet, and something waits for its day. */
  readonly scheduled: boolean;
  readonly hasDraft: boolean;
}

/** `prefix`: `supervision.`. By code. */
export async function listSettings<Body>(
  db: QueryExecutorProvider,
  { prefix, day }: { readonly prefix: string; readonly day: Day },
): Promise<ListedSetting<Body>[]> {
  const found = await sql<ListedSetting<Body>>`
    with counted as (
      select v.* from settings.version v where starts_with(v.setting, ${prefix}) and ${COUNTS}
    ), now as (
      select distinct on (setting) setting, number, body from counted
      where valid_from is null or valid_from <= ${day}::date order by setting, number desc
    ), later as (
      select distinct on (setting) setting, number, body from counted where valid_from > ${day}::date order by setting, number desc
    ), named as (
      select setting from counted union select setting from settings.draft where starts_with(setting, ${prefix})
    )
    select substr(m.setting, length(${prefix}) + 1) as code, coalesce(n.body, l.body, d.body) as body, n.number,
      n.number is null and l.number is not null as scheduled, d.setting is not null as "hasDraft"
    from named m left join now n using (setting) left join later l using (setting) left join settings.draft d using (setting)
    order by 1
  `.execute(db);
  return found.rows;
}
