/** Late findings (phát hiện muộn) of a withdrawn version: a process that had not heard yet may have found once more; what it found follows the others. */
import { sql } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import { isSqlState, writeAct } from '../../../platform/cases/act.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import type { SupervisionTables } from '../tables.ts';
import { sealWithdrawal, type Withdrawable } from './withdraw-version.ts';

const PROGRAM = { kind: 'program', program: 'supervision.heartbeat' } as const;
const BATCH = 100;

/** Until a person has switched the version on again. An act is decided at most some seconds before it is written, a round of the sweep within the hour. */
export async function withdrawLate(
  { db, acting }: Pick<Platform<SupervisionTables>, 'db' | 'acting'>,
  now: Instant,
): Promise<void> {
  const late = await sql<Withdrawable>`
    select c.id, c.code, c.version, f.scenario, f.scenario_version as "scenarioVersion"
    from supervision.switched_off o
      join supervision.finding f on f.scenario = o.scenario and f.scenario_version = o.version and f.found_at > o.at - interval '1 hour'
      join cases.case c on c.id = f.case_id
    where o.reason = 'wrong-rule' and o.on_again_at is null and c.outcome is distinct from 'withdrawn'
    order by f.found_at, c.id limit ${BATCH}
  `.execute(db);
  for (const finding of late.rows) {
    try {
      await writeAct(db, sealWithdrawal(finding, { actor: PROGRAM, at: now }, acting.recorded));
    } catch (error) {
      // answered at this moment, or another process was first: the next round sees what is left
      if (!isSqlState(error, 'VC001')) throw error;
    }
  }
}
