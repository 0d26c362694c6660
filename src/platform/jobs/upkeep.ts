/** Nightly upkeep: every engine's own task in turn, each by itself, the night's counts in one journal entry. */
import { sql } from 'kysely';
import type { Instant } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import type { Db } from '../db/database.ts';
import { sealEntry } from '../journal/entry.ts';
import { INSTALLATION } from '../system/installation.ts';
import type { Platform } from '../system/platform.ts';

export const UPKEEP = 'jobs.upkeep';
/** 02:30 at UTC+7, as cron counts in UTC: after midnight's ends of validity, before the offices open. */
export const UPKEEP_AT = '30 19 * * *';

export type UpkeepCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A task that throws keeps none of the others from its turn; the job then fails, is tried again, and says why. */
export async function runUpkeep(platform: Platform): Promise<void> {
  const done: Record<string, Readonly<Record<string, number>>> = {};
  const failures: [string, unknown][] = [];
  for (const [name, { run }] of platform.registry.upkeep) {
    try {
      done[name] = await run(platform);
    } catch (error) {
      failures.push([name, error]);
    }
  }
  await recordUpkeep(platform, { done, failed: failures.map(([name]) => name) });
  const [first] = failures;
  if (first) throw new Error(`${first[0]}: ${String(first[1])}`, { cause: first[1] });
}

async function recordUpkeep(
  { db, clock }: Platform,
  { done, failed }: { readonly done: UpkeepCounts; readonly failed: readonly string[] },
): Promise<void> {
  const entry = sealEntry(
    { type: 'jobs.upkeep-done', body: { done, failed } },
    { actor: { kind: 'program', program: UPKEEP }, subject: { type: 'installation', id: INSTALLATION }, at: clock() },
  );
  await writeAct(db, { rows: [], entries: [entry] });
}

export interface Upkeep {
  readonly at: Instant;
  readonly done: UpkeepCounts;
  readonly failed: readonly string[];
}

/** The last one; undefined when there was none yet. */
export async function findLastUpkeep(db: Db): Promise<Upkeep | undefined> {
  const last = await sql<Upkeep>`
    select occurred_at as at, sealed::jsonb #> '{body,done}' as done, sealed::jsonb #> '{body,failed}' as failed
    from journal.entry where subject_id = ${INSTALLATION} and type = 'jobs.upkeep-done' order by recorded_at desc limit 1
  `.execute(db);
  return last.rows[0];
}
