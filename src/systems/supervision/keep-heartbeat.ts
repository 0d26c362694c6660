/** Heartbeats (nhịp sống): a proof for each scenario that it runs: what it was evaluated on, and its own examples tried again. What fails too often is switched off, visibly. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { writeAct } from '../../platform/cases/act.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { exampleFaults } from './compile-scenario.ts';
import { followingId } from '../../platform/db/following-id.ts';
import { MOST_ERRORS, type ScenarioRuns } from './scenario-runs.ts';
import type { SweepParts } from './sweep-silence.ts';
import type { SupervisionTables } from './tables.ts';

const PROGRAM = { kind: 'program', program: 'supervision.heartbeat' } as const;

export async function keepHeartbeat(
  platform: Platform<SupervisionTables>,
  { kept, runs }: SweepParts,
  now: Instant,
): Promise<void> {
  const beats = kept.current().all.map((compiled) => ({
    scenario: compiled.scenario.code,
    version: compiled.version,
    tried_at: isoOf(now),
    fits: exampleFaults(compiled).length === 0,
  }));
  await sql`
    insert into supervision.heartbeat (scenario, version, evaluations, tried_at, fits)
    select scenario, version, 0, tried_at, fits from jsonb_populate_recordset(null::supervision.heartbeat, ${JSON.stringify(beats)}::jsonb)
    on conflict (scenario, version) do update set tried_at = excluded.tried_at, fits = excluded.fits
  `.execute(platform.db);
  await handInCounts(platform.db, runs);
  await switchOffFailing(platform, now);
}

const HAND_IN_AFTER_MS = 20_000;

/** For every process that acts: some seconds after a look its counts are handed in, once for all looks until then. */
export function handInLater(db: Db<SupervisionTables>, runs: () => ScenarioRuns): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      // they have been put back, and go with the next ones
      handInCounts(db, runs()).catch(() => undefined);
    }, HAND_IN_AFTER_MS).unref();
  };
}

/**
 * What this process has looked at since the last time, added to what all have: acts are watched in every process, and one of them keeps the heartbeat.
 * A version whose heart has not beaten yet keeps its count for the next time.
 */
export async function handInCounts(db: Db<SupervisionTables>, runs: ScenarioRuns): Promise<void> {
  const counts = runs.take();
  if (counts.length === 0) return;
  const rows = counts.map(({ scenario, version, evaluations, lastAt }) => ({
    scenario,
    version,
    evaluations,
    at: isoOf(lastAt),
  }));
  try {
    const taken = await sql<{ scenario: string; version: number }>`
      update supervision.heartbeat b set evaluations = b.evaluations + n.evaluations, evaluated_at = greatest(b.evaluated_at, n.at)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (scenario text, version integer, evaluations bigint, at timestamptz)
      where b.scenario = n.scenario and b.version = n.version returning b.scenario, b.version
    `.execute(db);
    const known = new Set(taken.rows.map(({ scenario, version }) => `${scenario} ${version}`));
    runs.putBack(counts.filter(({ scenario, version }) => !known.has(`${scenario} ${version}`)));
  } catch (error) {
    runs.putBack(counts);
    throw error;
  }
}

/** Three errors within an hour, or one run that was too long twice in a row. */
async function switchOffFailing({ db }: Platform<SupervisionTables>, now: Instant): Promise<void> {
  const failing = await sql<{ scenario: string; version: number; reason: string }>`
    select e.scenario, e.version, (array_agg(e.reason order by e.at desc))[1] as reason
    from supervision.rule_error e
    where e.at > ${isoOf(now)}::timestamptz - interval '1 hour' and e.at > coalesce(
      (select max(o.on_again_at) from supervision.switched_off o where o.scenario = e.scenario and o.version = e.version), '-infinity')
      and not exists (select 1 from supervision.switched_off o where o.scenario = e.scenario and o.version = e.version and o.on_again_at is null)
    group by e.scenario, e.version having count(*) >= ${MOST_ERRORS} or bool_or(e.reason = 'slow')
  `.execute(db);
  for (const { scenario, version, reason } of failing.rows) {
    const subject = { type: 'scenario', id: followingId('scenario', scenario) };
    const entry = sealEntry(
      { type: 'supervision.scenario-switched-off', body: { scenario, version, reason } },
      { actor: PROGRAM, subject, at: now },
    );
    await writeAct(db, {
      rows: [
        {
          table: 'supervision.switched_off',
          op: 'insert',
          values: { id: newId(), scenario, version, reason, at: isoOf(now) },
        },
      ],
      entries: [entry],
    });
  }
}
