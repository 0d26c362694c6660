import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import type { UpkeepTask } from '../system/define-system.ts';
import type { Platform } from '../system/platform.ts';
import { startJobs } from './start-jobs.ts';
import { findLastUpkeep, runUpkeep, UPKEEP } from './upkeep.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
}, 120_000);
afterAll(() => house.close());

const nights = async (): Promise<number> =>
  (
    await sql<{
      count: number;
    }>`select count(*)::integer as count from journal.entry where type = 'jobs.upkeep-done'`.execute(house.db)
  ).rows[0]?.count ?? -1;

test('before the first night the page says when it comes, afterwards what each task did', async () => {
  const server = await serverOf(house);
  const administrator = await browse(house, server, { as: 'administrator' });
  expect((await administrator.get('/quan-tri/viec-nen')).body).toContain('Chạy lúc 02:30 hằng đêm');
  await runUpkeep(house.platform);
  const page = await administrator.get('/quan-tri/viec-nen');
  expect(page.body).toContain('Lần gần nhất: 23/11/2026 08:00');
  for (const { title, counts } of house.platform.registry.upkeep.values()) {
    expect(page.body).toContain(title.vi);
    for (const { vi } of Object.values(counts)) expect(page.body).toContain(`0 ${vi}`);
  }
  await server.close();
});

test('a task that fails keeps none of the others from its turn, is named, and fails the job', async () => {
  const task = (run: UpkeepTask['run']): UpkeepTask => ({ title: { vi: 'Việc' }, counts: {}, run });
  const upkeep = new Map([
    ['test.first', task(async () => ({ done: 1 }))],
    [
      'test.broken',
      task(async () => {
        throw new Error('the disk is gone');
      }),
    ],
    ['test.last', task(async () => ({ done: 2 }))],
  ]);
  const platform: Platform = { ...house.platform, registry: { ...house.platform.registry, upkeep } };
  await expect(runUpkeep(platform)).rejects.toThrow('test.broken: Error: the disk is gone');
  expect(await findLastUpkeep(house.platform.db)).toMatchObject({
    done: { 'test.first': { done: 1 }, 'test.last': { done: 2 } },
    failed: ['test.broken'],
  });
});

test('of three processes one keeps a night that nobody was there for, once', async () => {
  const { db } = house.platform;
  const url = house.config.databaseUrl as string;
  const start = () => startJobs(house.platform, { url, log: () => undefined });
  const first = start();
  const isKnown = async () =>
    (await sql`select 1 from graphile_worker._private_known_crontabs where identifier = ${UPKEEP}`.execute(db)).rows
      .length === 1;
  while (!(await isKnown())) await delay(25);
  await first.stop();
  const before = await nights();
  // It was last seen two days ago; a night in the last day was missed.
  await sql`
    update graphile_worker._private_known_crontabs set known_since = now() - interval '2 days', last_execution = now() - interval '2 days'
  `.execute(db);
  const processes = [start(), start(), start()];
  while ((await nights()) === before) await delay(25);
  await Promise.all(processes.map((process) => process.stop()));
  const again = start();
  await delay(1500);
  await again.stop();
  expect(await nights()).toBe(before + 1);
}, 60_000);
