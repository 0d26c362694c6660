/** Heartbeats (nhịp sống): a proof for each scenario that it runs: what it was evaluated on, and its own examples tried again. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { exampleFaults } from './compile-scenario.ts';
import { withdrawLate } from './findings/withdraw-late.ts';
import type { ScenarioRuns } from './scenario-runs.ts';
import type { SweepParts } from './sweep-silence.ts';
import { handInStopped, switchOffFailing } from './switch-off.ts';
import type { SupervisionTables } from './tables.ts';

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
  await switchOffFailing(platform.db, now);
  await handInStopped(platform.db, runs);
  await withdrawLate(platform, now);
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
      handInCounts(db, runs())
        .then(() => handInStopped(db, runs()))
        .catch(() => undefined);
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
