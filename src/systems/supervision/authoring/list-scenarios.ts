/** The list of scenarios: what is in force, scheduled, drafted, switched off or broken, and when each was last evaluated. */
import { sql } from 'kysely';
import { type Day, type Instant } from '../../../platform/calendar/instant.ts';
import type { Db } from '../../../platform/db/database.ts';
import { fold } from '../../../platform/text/fold.ts';
import { type ListedSetting, listSettings } from '../../../platform/settings/list-settings.ts';
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

type Found = ListedSetting<Scenario>;

interface Running {
  readonly scenario: string;
  readonly version: number;
  readonly off: boolean;
  readonly evaluations: string | null;
  readonly evaluated_at: Instant | null;
}

/** By code. A province has some hundreds, which are searched in hand. */
export async function listScenarios(
  db: Db<SupervisionTables>,
  { day, search, broken }: { readonly day: Day; readonly search: string; readonly broken: readonly Broken[] },
): Promise<ListedScenario[]> {
  const found = await listSettings<Scenario>(db, { prefix: 'supervision.', day });
  const running = await listRunning(db, found);
  const wanted = fold(search);
  return found
    .filter(({ code, body }) => wanted === '' || fold(`${code} ${body.title.vi} ${body.title.en}`).includes(wanted))
    .map((row) => {
      const { off = false, evaluations = null, evaluated_at = null } = running.get(row.code) ?? {};
      return {
        code: row.code,
        scenario: row.body,
        version: row.number,
        hasDraft: row.hasDraft,
        evaluations: Number(evaluations ?? 0),
        evaluatedAt: evaluated_at,
        state: stateOf(row, off),
      };
    });

  function stateOf({ code, number, scheduled, body }: Found, off: boolean): ScenarioState {
    if (number === null) return scheduled ? 'scheduled' : 'draft';
    if (off) return 'switched-off';
    if (broken.some((one) => one.code === code && one.version === number)) return 'broken';
    const { validFrom, validTo } = body;
    return (validFrom !== undefined && day < validFrom) || (validTo !== undefined && day > validTo)
      ? 'ended'
      : 'in-force';
  }
}

/** By code, of the versions in force: whether each is switched off, and when it was last evaluated. */
async function listRunning(db: Db<SupervisionTables>, found: readonly Found[]): Promise<ReadonlyMap<string, Running>> {
  const inForce = found.flatMap(({ code, number }) => (number === null ? [] : [{ scenario: code, version: number }]));
  const running = await sql<Running>`
    select s.scenario, s.version, h.evaluations, h.evaluated_at, exists (select 1 from supervision.switched_off o
        where o.scenario = s.scenario and o.version = s.version and o.on_again_at is null) as off
    from jsonb_to_recordset(${JSON.stringify(inForce)}::jsonb) s (scenario text, version integer)
      left join supervision.heartbeat h on h.scenario = s.scenario and h.version = s.version
  `.execute(db);
  return new Map(running.rows.map((row) => [row.scenario, row]));
}
