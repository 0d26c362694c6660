import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { type Instant, systemClock } from '../calendar/instant.ts';
import { newId } from '../db/ids.ts';
import type { Platform } from '../system/platform.ts';
import { readFileBytes, storeFile, storeOf } from './store-file.ts';
import { removeFiles, sweepFiles } from './sweep.ts';

const DAY_MS = 86_400_000;
let house: House;
/** The disk tells the machine's time, so these nights follow today. */
const night = (number: number): Platform => ({
  ...house.platform,
  clock: () => (systemClock() + number * DAY_MS) as Instant,
});
beforeAll(async () => {
  house = await aHouse();
}, 120_000);
afterAll(() => house.close());

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);

async function upload(bytes: Uint8Array, db = house.platform.db): Promise<{ id: string; digest: string }> {
  const owner = { type: 'dossier', id: newId() };
  const given = { name: 'giấy.pdf', bytes, purpose: 'component' as const, owner, at: house.platform.clock() };
  const { file, fault } = await storeFile({ db, config: house.config }, given);
  if (!file) throw new Error(fault.code);
  return file;
}

const isThere = async (digest: string) => (await readFileBytes(house.config, digest)) !== undefined;

/** As if it had lain on the disk since two days before now. */
function makeOld(digest: string): void {
  const old = new Date(systemClock() - 2 * DAY_MS);
  utimesSync(join(house.config.dataDir, 'files', digest.slice(0, 2), digest.slice(2, 4), digest), old, old);
}

test('content goes with its last use, a day later, and not before', async () => {
  const bytes = pdf('dùng hai nơi');
  const [first, second] = [await upload(bytes), await upload(bytes)];
  const other = await upload(pdf('còn dùng'));
  expect(await removeFiles(house.platform.db, [first.id])).toBe(1);
  await sweepFiles(night(1));
  await sweepFiles(night(3));
  expect(await isThere(first.digest)).toBe(true);

  expect(await removeFiles(house.platform.db, [second.id])).toBe(1);
  expect(await sweepFiles(night(4))).toEqual({ contents: 0, leftovers: 0 });
  expect(await isThere(first.digest)).toBe(true);
  expect(await sweepFiles(night(6))).toEqual({ contents: 1, leftovers: 0 });
  expect([await isThere(first.digest), await isThere(other.digest)]).toEqual([false, true]);
});

test('content that is used again before its day is over stays', async () => {
  const bytes = pdf('dùng lại');
  const before = await upload(bytes);
  await removeFiles(house.platform.db, [before.id]);
  await sweepFiles(night(10));
  const again = await upload(bytes);
  expect(await sweepFiles(night(12))).toMatchObject({ contents: 0 });
  expect(await isThere(again.digest)).toBe(true);
});

test('bytes that no row speaks of go once they are old: their upload was cut off', async () => {
  const store = storeOf(house.config);
  const lost = await store.put(pdf('mất dòng'));
  if (lost.fault) throw new Error('not put');
  expect(await sweepFiles(night(0))).toMatchObject({ contents: 0 });
  makeOld(lost.digest);
  expect(await sweepFiles(night(0))).toMatchObject({ contents: 1 });
  expect(await isThere(lost.digest)).toBe(false);
});

test('an upload whose act is not yet written keeps its content from being swept', async () => {
  const bytes = pdf('đang nộp');
  const { id, digest } = await upload(bytes);
  await removeFiles(house.platform.db, [id]);
  await sweepFiles(night(20));
  let sweeping: Promise<unknown> | undefined;
  await house.platform.db.transaction().execute(async (trx) => {
    await upload(bytes, trx);
    makeOld(digest);
    sweeping = sweepFiles(night(22));
    await delay(300);
  });
  await sweeping;
  expect(await isThere(digest)).toBe(true);
});

test('twenty uploads of one content, each swept as soon as it is given up, never lose what is in use', async () => {
  const bytes = pdf('tranh nhau');
  const { db } = house.platform;
  const uploads = { goOn: true };
  const sweeps = (async () => {
    while (uploads.goOn) {
      // Whatever is unused for a moment is old enough for this sweep.
      await sql`update files.blob set unused_since = '2000-01-01' where unused_since is not null`.execute(db);
      await sweepFiles(night(0));
    }
  })();
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let turn = 0; turn < 5; turn++) {
        const { id, digest } = await upload(bytes);
        expect(await isThere(digest)).toBe(true);
        makeOld(digest);
        await delay(5);
        expect(await isThere(digest)).toBe(true);
        await removeFiles(db, [id]);
      }
    }),
  ).finally(() => (uploads.goOn = false));
  await sweeps;
});

test('an upload that finds its content being swept waits, and puts its bytes again', async () => {
  const bytes = pdf('vừa bị dọn');
  const { db } = house.platform;
  const { id, digest } = await upload(bytes);
  await removeFiles(db, [id]);
  let uploading: Promise<unknown> | undefined;
  await db.transaction().execute(async (sweep) => {
    await sweep.deleteFrom('files.blob').where('digest', '=', digest).execute();
    uploading = upload(bytes);
    for (let waits = 0; waits === 0; await delay(20)) {
      const waiting = await sql<{ count: number }>`
        select count(*)::integer as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%files.blob%'
      `.execute(db);
      waits = waiting.rows[0]?.count ?? 0;
    }
    await storeOf(house.config).remove(digest);
  });
  await uploading;
  expect(await isThere(digest)).toBe(true);
});
