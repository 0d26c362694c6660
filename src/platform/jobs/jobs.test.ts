import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/harness/database.ts';
import { type Instant, systemClock } from '../calendar/instant.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import type { Json } from '../db/json.ts';
import { migrate } from '../db/migrate.ts';
import type { JobHandler } from '../system/define-system.ts';
import type { Platform } from '../system/platform.ts';
import { addJob } from './add-job.ts';
import { dropJob, listFailedJobs, replayJob } from './failed-jobs.ts';
import { type RunningJobs, startJobs } from './start-jobs.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let opened: OpenDatabase;
const seen: Json[] = [];
const handlers: Record<string, JobHandler<unknown>> = {};
/** The job engine asks the platform for nothing but its jobs and when they come. */
const platform = {
  registry: { jobs: new Map<string, JobHandler<unknown>>(), schedules: new Map([['test.nightly', '30 19 * * *']]) },
} as unknown as Platform;

beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase({ url: database.appUrl });
  for (const name of ['note', 'break', 'slow', 'nightly']) {
    (platform.registry.jobs as Map<string, JobHandler<unknown>>).set(`test.${name}`, (given, payload) =>
      (handlers[name] as JobHandler<unknown>)(given, payload),
    );
  }
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

let running: RunningJobs | undefined;
const start = () => {
  running = startJobs(platform, { url: database.appUrl, log: () => undefined });
};
beforeEach(() => {
  seen.length = 0;
  handlers.note = async (_platform, payload) => void seen.push(payload);
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await sql`delete from graphile_worker._private_jobs`.execute(opened.db);
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    if (await condition()) return;
    await delay(25);
  }
  throw new Error('it did not happen');
}

const waiting = async (): Promise<number> =>
  (
    await sql<{ count: number }>`select count(*)::integer as count from graphile_worker._private_jobs`.execute(
      opened.db,
    )
  ).rows[0]?.count ?? -1;

test('a job added in a transaction runs when it commits, once for a key, and never when it rolls back', async () => {
  start();
  const undone = opened.db.transaction().execute(async (trx) => {
    await addJob(trx, 'test.note', { undone: true }, { key: 'test:1' });
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  await opened.db.transaction().execute(async (trx) => {
    await addJob(trx, 'test.note', { entry: 1 }, { key: 'test:2' });
    await addJob(trx, 'test.note', { entry: 2 }, { key: 'test:2' });
    await delay(100);
    expect(seen).toEqual([]);
  });
  await until(() => seen.length > 0);
  await until(async () => (await waiting()) === 0);
  expect(seen).toEqual([{ entry: 2 }]);
});

test('a job waits for its time, and one that keeps its time is not put off', async () => {
  start();
  const later = (systemClock() + 3_600_000) as Instant;
  await addJob(opened.db, 'test.note', 'later', { key: 'test:later', runAt: later });
  await addJob(opened.db, 'test.note', 'soon', { key: 'test:soon' });
  await until(() => seen.length > 0);
  await until(async () => (await waiting()) === 1);
  expect(seen).toEqual(['soon']);
  await running?.stop();
  await addJob(opened.db, 'test.note', 'now', { key: 'test:kept' });
  await addJob(opened.db, 'test.note', 'kept', { key: 'test:kept', runAt: later, keepTime: true });
  start();
  await until(() => seen.length > 1);
  expect(seen).toEqual(['soon', 'kept']);
});

test('a job that fails for good lies with its reason until a person has it tried again', async () => {
  let broken = true;
  handlers.break = async (_platform, payload) => {
    if (broken) throw new Error('the peer is away');
    seen.push(payload);
  };
  start();
  await addJob(opened.db, 'test.break', { bill: 7 }, { key: 'test:broken', maxAttempts: 1 });
  await until(async () => (await listFailedJobs(opened.db, { limit: 10 })).length === 1);
  const [failed] = await listFailedJobs(opened.db, { limit: 10 });
  expect(failed).toMatchObject({ name: 'test.break', key: 'test:broken', attempts: 1 });
  expect(failed?.lastError).toContain('the peer is away');
  expect(await listFailedJobs(opened.db, { before: failed?.id, limit: 10 })).toEqual([]);

  broken = false;
  expect(await replayJob(opened.db, failed?.id ?? '')).toBe(true);
  await until(() => seen.length === 1);
  expect(seen).toEqual([{ bill: 7 }]);
  await until(async () => (await waiting()) === 0);
  expect(await replayJob(opened.db, failed?.id ?? '')).toBe(false);
  expect(await dropJob(opened.db, failed?.id ?? '')).toBe(false);
});

test('stopping waits for the job that runs and takes no other', async () => {
  let begun = false;
  handlers.slow = async (_platform, payload) => {
    begun = true;
    await delay(400);
    seen.push(payload);
  };
  running = startJobs(platform, { url: database.appUrl, concurrency: 1, log: () => undefined });
  await addJob(opened.db, 'test.slow', 1, { key: 'test:slow-1' });
  await addJob(opened.db, 'test.slow', 2, { key: 'test:slow-2' });
  await until(() => begun);
  await running.stop();
  running = undefined;
  expect(seen).toEqual([1]);
  expect(await waiting()).toBe(1);
});

test('the job of a worker that was killed is taken up by another, that of a living one is not', async () => {
  const holder = new Client({ connectionString: database.appUrl });
  await holder.connect();
  await holder.query(`select pg_advisory_lock(hashtextextended('jobs.worker worker-alive', 0))`);
  for (const worker of ['dead', 'alive']) {
    await addJob(opened.db, 'test.note', worker, { key: `test:${worker}` });
    await sql`update graphile_worker._private_jobs set locked_at = now() - interval '2 minutes', locked_by = ${`worker-${worker}`}
      where key = ${`test:${worker}`}`.execute(opened.db);
  }
  start();
  await until(() => seen.length > 0);
  await delay(200);
  expect(seen).toEqual(['dead']);
  await holder.end();
  const held = async (): Promise<number | undefined> =>
    (
      await sql<{ held: number }>`
        select count(*)::integer as held from pg_locks l join pg_stat_activity a using (pid)
        where l.locktype = 'advisory' and a.application_name = 'vamco-jobs' and a.datname = current_database()
      `.execute(opened.db)
    ).rows[0]?.held;
  await until(async () => (await held()) === 1);
});

test('workers begin again after the database has cut their connections', async () => {
  start();
  await addJob(opened.db, 'test.note', 'before', { key: 'test:before' });
  await until(() => seen.length === 1);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vamco-jobs' and datname = current_database()`.execute(
    opened.db,
  );
  await addJob(opened.db, 'test.note', 'after', { key: 'test:after' });
  await until(() => seen.length === 2);
  expect(seen).toEqual(['before', 'after']);
});

test('installing the job engine again changes nothing', async () => {
  expect(await migrate(database.ownerUrl, [])).toEqual([]);
});
