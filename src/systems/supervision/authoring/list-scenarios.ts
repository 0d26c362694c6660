/** The list of scenarios: what is in force, scheduled, drafted, switched off or broken, and when each was last evaluated. */
import { sql } from 'kysely';
import { type Day, type Instant } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import { fold } from '../../../platform/text/fold.ts';
import type { Scenario } from '../scenario.ts';
import type { SupervisionTables } from '../tables.ts';

/** `ended`: its own validity has not begun or is over. */
export type ScenarioState = 'in-force' | 'scheduled' | 'draft' | 'switched-off' | 'broken' | 'ended';

export interface ListedScenario {
  readonly code: string;
  readonly scenario: Scenario;
  readonly version: number | null;
  readonly state: ScenarioState;
  readonly hasDraft: boolean;
  readonly evaluations: number;
  readonly evaluatedAt: Instant | null;
}

export interface Broken {
  readonly code: string;
  readonly version: number;
}

interface Found {
  readonly code: string;
  readonly body: Scenario;
  readonly number: number | null;
  readonly scheduled: boolean;
  readonly off: boolean;
  readonly has_draft: boolean;
  readonly evaluations: string | null;
  readonly evaluated_at: Instant | null;
}

/** By code. A province has some hundreds, which are searched in hand. */
export async function listScenarios(
  db: Db<SupervisionTables>,
  { day, search, broken }: { readonly day: Day; readonly search: string; readonly broken: readonly Broken[] },
): Promise<ListedScenario[]> {
  const found = await sql<Found>`
    with counted as (
      select v.* from settings.version v
      where v.setting like 'supervision.%' and (v.origin = 'administrator' or not exists (
        select 1 from settings.version a where a.setting = v.setting and a.origin = 'administrator' and a.number < v.number))
    ), now as (
      select distinct on (setting) setting, number, body from counted
      where valid_from is null or valid_from <= ${day}::date order by setting, number desc
    ), later as (
      select distinct on (setting) setting, number, body from counted where valid_from > ${day}::date order by setting, number desc
    ), named as (
      select setting from counted union select setting from settings.draft where setting like 'supervision.%'
    )
    select substr(m.setting, 13) as code, coalesce(n.body, l.body, d.body) as body, n.number, n.number is null and l.number is not null as scheduled,
      d.setting is not null as has_draft, h.evaluations, h.evaluated_at,
      exists (select 1 from supervision.switched_off o
        where o.scenario = substr(m.setting, 13) and o.version = n.number and o.on_again_at is null) as off
    from named m left join now n using (setting) left join later l using (setting) left join settings.draft d using (setting)
      left join supervision.heartbeat h on h.scenario = substr(m.setting, 13) and h.version = n.number
    order by 1
  `.execute(db);
  const wanted = fold(search);
  return found.rows
    .filter(({ code, body }) => wanted === '' || fold(`${code} ${body.title.vi} ${body.title.en}`).includes(wanted))
    .map((row) => ({
      code: row.code,
      scenario: row.body,
      version: row.number,
      hasDraft: row.has_draft,
      evaluations: Number(row.evaluations ?? 0),
      evaluatedAt: row.evaluated_at,
      state: stateOf(row),
    }));

  function stateOf({ code, number, scheduled, off, body }: Found): ScenarioState {
    if (number === null) return scheduled ? 'scheduled' : 'draft';
    if (off) return 'switched-off';
    if (broken.some((one) => one.code === code && one.version === number)) return 'broken';
    const { validFrom, validTo } = body;
    return (validFrom !== undefined && day < validFrom) || (validTo !== undefined && day > validTo)
      ? 'ended'
      : 'in-force';
  }
}
