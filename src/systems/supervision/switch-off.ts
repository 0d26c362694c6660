/** Switching off (tự tắt): a scenario that fails too often, or ran too long, is switched off alone, in the journal and on its page. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { isSqlState, writeAct } from '../../platform/cases/act.ts';
import type { Db } from '../../platform/db/database.ts';
import { followingId } from '../../platform/db/following-id.ts';
import { newId } from '../../platform/db/ids.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import { MOST_ERRORS, type ScenarioRuns, type Stopped } from './scenario-runs.ts';
import type { SupervisionTables } from './tables.ts';

type OwnDb = Db<SupervisionTables>;

const PROGRAM = { kind: 'program', program: 'supervision.heartbeat' } as const;

/** Three errors within an hour, whichever processes noted them, or one run that was too long. */
export async function switchOffFailing(db: OwnDb, now: Instant): Promise<void> {
  const failing = await sql<{ scenario: string; version: number; reason: string }>`
    select e.scenario, e.version, (array_agg(e.reason order by e.at desc))[1] as reason
    from supervision.rule_error e
    where e.at > ${isoOf(now)}::timestamptz - interval '1 hour' and e.at > coalesce(
      (select max(o.on_again_at) from supervision.switched_off o where o.scenario = e.scenario and o.version = e.version), '-infinity')
      and not exists (select 1 from supervision.switched_off o where o.scenario = e.scenario and o.version = e.version and o.on_again_at is null)
    group by e.scenario, e.version having count(*) >= ${MOST_ERRORS} or bool_or(e.reason = 'slow')
  `.execute(db);
  for (const one of failing.rows) await switchOff(db, { ...one, at: now });
}

/** An error is noted with the act it happened in: where those acts were not written, only the process knows why the scenario stands still there. */
export async function handInStopped(db: OwnDb, runs: ScenarioRuns): Promise<void> {
  for (const stopped of runs.untold()) {
    const { scenario, version, at } = stopped;
    const known = await sql`
      select 1 from supervision.switched_off where scenario = ${scenario} and version = ${version}
        and (on_again_at is null or on_again_at > ${isoOf(at)}::timestamptz)
    `.execute(db);
    if (known.rows.length === 0) await switchOff(db, stopped);
    runs.told(stopped);
  }
}

async function switchOff(db: OwnDb, { scenario, version, reason, at }: Stopped): Promise<void> {
  const subject = { type: 'scenario', id: followingId('scenario', scenario) };
  const entry = sealEntry(
    { type: 'supervision.scenario-switched-off', body: { scenario, version, reason } },
    { actor: PROGRAM, subject, at },
  );
  const values = { id: newId(), scenario, version, reason, at: isoOf(at) };
  try {
    await writeAct(db, { rows: [{ table: 'supervision.switched_off', op: 'insert', values }], entries: [entry] });
  } catch (error) {
    // another process was first
    if (!isSqlState(error, '23505', 'switched_off_now_key')) throw error;
  }
}
