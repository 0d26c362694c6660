import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { settled } from '../../../test/harness/settled.ts';
import { instant } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import { newId } from '../db/ids.ts';
import { sealEntry } from '../journal/entry.ts';
import { runSubscribers, type Subscriber } from '../journal/subscribers.ts';
import { addJob } from './add-job.ts';
import { listFailedJobs } from './failed-jobs.ts';
import { listParked } from './parked-entries.ts';

let house: House;
let server: FastifyInstance;
beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const PATH = '/quan-tri/viec-nen';

async function aFailedJob(key: string): Promise<string> {
  const { db } = house.platform;
  await addJob(db, 'test.call', { secret: 'bí mật riêng' }, { key });
  await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the peer is away' where key = ${key}`.execute(
    db,
  );
  return (await listFailedJobs(db, { limit: 1 }))[0]?.id ?? '';
}

const told = async (): Promise<string[]> =>
  (
    await sql<{
      type: string;
    }>`select type from journal.entry where type like 'jobs.%' order by recorded_at, seq`.execute(house.db)
  ).rows.map(({ type }) => type);

test('an administrator sees failed jobs without what they carry, has one tried again and lets one go', async () => {
  const administrator = await browse(house, server, { as: 'administrator' });
  expect((await administrator.get(PATH)).body).toContain('Không có việc nào bị lỗi');
  const kept = await aFailedJob('test:1');
  const dropped = await aFailedJob('test:2');
  const page = await administrator.get(PATH);
  expect(page.body).toContain('the peer is away');
  expect(page.body).not.toContain('bí mật riêng');
  expect((await administrator.press(page, `${PATH}/viec/${kept}/thu-lai`)).status).toBe(303);
  expect((await administrator.press(page, `${PATH}/viec/${dropped}/bo`)).status).toBe(303);
  expect(await listFailedJobs(house.platform.db, { limit: 10 })).toEqual([]);
  const left = await sql<{
    id: string;
  }>`select id::text as id from graphile_worker._private_jobs where attempts = 0`.execute(house.db);
  expect(left.rows).toEqual([{ id: kept }]);
  expect(await told()).toEqual(['jobs.job-replayed', 'jobs.job-dropped']);
});

test('an entry that a subscriber gave up is handled again when an administrator says so', async () => {
  const { db } = house.platform;
  let broken = true;
  const handled: string[] = [];
  const subject = newId();
  const subscriber: Subscriber = {
    name: 'test.reader',
    types: ['test.happened'],
    handle: async (_trx, entry) => {
      if (broken) throw new Error('not now');
      handled.push(entry.id);
    },
  };
  const entries = [1, 2].map(() =>
    sealEntry(
      { type: 'test.happened' },
      { actor: { kind: 'program' }, subject: { type: 'test', id: subject }, at: instant('2026-11-23T08:00') },
    ),
  );
  for (const entry of entries) await writeAct(db, { rows: [], entries: [entry] });
  await settled(db);
  for (let hour = 8; hour < 16; hour++)
    await runSubscribers(db, [subscriber], () => instant(`2026-11-23T${String(hour).padStart(2, '0')}:00`));
  expect(await listParked(db, 10)).toMatchObject([
    { subscriber: 'test.reader', type: 'test.happened', behind: 1, lastError: 'not now' },
  ]);

  house.setClock('2026-11-23T16:00');
  const administrator = await browse(house, server, { as: 'administrator' });
  const page = await administrator.get(PATH);
  const position = (await listParked(db, 1))[0]?.position;
  broken = false;
  await administrator.press(page, `${PATH}/muc/test.reader/${position}/thu-lai`);
  for (const time of ['16:00', '16:01']) await runSubscribers(db, [subscriber], () => instant(`2026-11-23T${time}`));
  expect(handled).toEqual(entries.map(({ id }) => id));
  expect((await told()).at(-1)).toBe('jobs.entry-replayed');
});

test("background work is the administrator's alone", async () => {
  for (const as of ['citizen', { role: 'TN' }] as const) {
    expect((await (await browse(house, server, { as })).get(PATH)).status).toBe(404);
  }
});
