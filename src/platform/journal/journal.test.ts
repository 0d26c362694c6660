import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/harness/database.ts';
import { settled } from '../../../test/harness/settled.ts';
import { instant, systemClock } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { makeCheckpoint, publicKeyOf, readKeptCheckpoints } from './checkpoints.ts';
import { sealEntry } from './entry.ts';
import { runSubscribers, type Subscriber } from './subscribers.ts';
import { verifyJournal } from './verify-journal.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let opened: OpenDatabase;
beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase({ url: database.appUrl });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const at = instant('2026-11-23T09:00');
const anEntry = (subject = newId(), body = {}) =>
  sealEntry(
    { type: 'test.something-happened', body, content: { reason: 'vì trời mưa' } },
    { actor: { kind: 'program', program: 'test' }, subject: { type: 'test', id: subject }, at },
  );
const append = (...entries: ReturnType<typeof anEntry>[]) => writeAct(opened.db, { rows: [], entries });

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('the running role can neither update nor delete an entry, its content or a checkpoint', async () => {
  await append(anEntry());
  for (const statement of [
    `update journal.entry set sealed = ''`,
    'delete from journal.entry',
    'truncate journal.entry',
    `update journal.content set body = ''`,
    'delete from journal.content',
    'delete from journal.command',
    'delete from journal.checkpoint',
    'alter table journal.entry disable trigger all',
    'drop table journal.entry',
  ]) {
    await expect(sql.raw(statement).execute(opened.db), statement).rejects.toMatchObject({ code: '42501' });
  }
});

test('what was changed, removed or reordered before the last checkpoint is found, and the tail is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vamco-checkpoints-'));
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const keeper = { folder, key };
  const subject = newId();
  for (let i = 0; i < 5; i++) await append(anEntry(subject, { i }));
  await makeCheckpoint(opened.db, keeper, systemClock);
  await append(anEntry(subject, { i: 5 }));
  await makeCheckpoint(opened.db, keeper, systemClock);
  await append(anEntry(subject, { i: 6 }));
  const verify = async () => verifyJournal(opened.db, await readKeptCheckpoints(folder), publicKeyOf(key));

  expect(await verify()).toMatchObject({ ok: true, checkpoints: 2, unsealed: 1, faults: [] });
  expect(await makeCheckpoint(opened.db, keeper, systemClock)).toBeDefined();
  expect(await makeCheckpoint(opened.db, keeper, systemClock)).toBeUndefined();

  const kinds = async (attack: string) =>
    asOwner(async (client) => {
      await client.query('begin');
      await client.query('set constraints all deferred');
      const target = await client.query(
        `select chain, seq from journal.entry where subject_id = $1 order by seq offset 2 limit 1`,
        [subject],
      );
      const { chain, seq } = target.rows[0];
      await client.query(attack.replaceAll(':chain', chain).replaceAll(':seq', seq));
      await client.query('commit');
      const found = await verify();
      return [...new Set(found.faults.map((fault) => fault.kind))].sort();
    });

  expect(
    await kinds(
      `update journal.content set body = '"vì trời nắng"' where entry_id = (select id from journal.entry where chain = :chain and seq = :seq)`,
    ),
  ).toEqual(['content-changed']);
  expect(
    await kinds(
      `update journal.entry set sealed = replace(sealed, '"i":2', '"i":9') where chain = :chain and seq = :seq`,
    ),
  ).toContain('entry-changed');
  expect(
    await kinds(`update journal.entry set account_id = gen_random_uuid() where chain = :chain and seq = :seq`),
  ).toContain('column-changed');
  // a forger who rewrites the chain to its end is contradicted by the checkpoint outside the database
  expect(
    await kinds(`do $$ declare e record; prev bytea := decode(repeat('00', 32), 'hex'); begin
      for e in select * from journal.entry where chain = :chain order by seq loop
        prev := journal.hash_of(e.chain, e.seq, prev, e.recorded_at, e.sealed);
        update journal.entry set hash = prev where id = e.id;
      end loop; update journal.head set hash = prev where chain = :chain; end $$`),
  ).toContain('checkpoint-contradicted');
  expect(
    await kinds(`delete from journal.content where entry_id = (select id from journal.entry where chain = :chain and seq = :seq);
      delete from journal.position where entry_id = (select id from journal.entry where chain = :chain and seq = :seq);
      delete from journal.entry where chain = :chain and seq = :seq`),
  ).toContain('entry-missing');
});

test('a checkpoint whose file was never written is written by the next run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vamco-checkpoints-'));
  const keeper = { folder, key: generateKeyPairSync('ed25519').privateKey };
  await append(anEntry());
  const made = await makeCheckpoint(opened.db, keeper, systemClock);
  const kept = await readKeptCheckpoints(folder);
  expect(kept.at(-1)).toEqual(made);
  rmSync(join(folder, `${String(made?.number).padStart(8, '0')}.json`));
  expect(await makeCheckpoint(opened.db, keeper, systemClock)).toBeUndefined();
  expect(await readKeptCheckpoints(folder)).toEqual(kept);
});

test('a reader never skips an entry whose transaction commits late', async () => {
  const seen: string[] = [];
  const reader: Subscriber = {
    name: 'test.reader',
    types: ['test.something-happened'],
    handle: async (_trx, entry) => void seen.push(entry.id),
  };
  await settled(opened.db);
  await runSubscribers(opened.db, [reader], systemClock);
  seen.length = 0;

  const late = anEntry('00000000-0000-7000-8000-000000000001');
  const early = anEntry('00000000-0000-7000-8000-000000000002');
  await opened.db.transaction().execute(async (trx) => {
    await writeAct(trx, { rows: [], entries: [late] });
    await append(early);
    await runSubscribers(opened.db, [reader], systemClock);
    expect(seen).toEqual([]);
  });
  await settled(opened.db);
  await runSubscribers(opened.db, [reader], systemClock);
  expect(seen).toEqual([late.id, early.id]);
  await runSubscribers(opened.db, [reader], systemClock);
  expect(seen).toHaveLength(2);
});

test('an entry that fails is parked, its subject waits in order, and everybody else goes on', async () => {
  let now = systemClock();
  let broken = true;
  const seen: string[] = [];
  const subject = newId();
  const fragile: Subscriber = {
    name: 'test.fragile',
    types: ['test.something-happened'],
    handle: async (_trx, entry) => {
      if (broken && entry.subject.id === subject) throw new Error('the peer is away');
      seen.push(entry.id);
    },
  };
  await settled(opened.db);
  await runSubscribers(opened.db, [{ ...fragile, handle: async () => undefined }], () => now);
  const [first, second, other] = [anEntry(subject), anEntry(subject), anEntry()];
  for (const entry of [first, second, other]) await append(entry);
  await settled(opened.db);

  await runSubscribers(opened.db, [fragile], () => now);
  expect(seen).toEqual([other.id]);
  broken = false;
  await runSubscribers(opened.db, [fragile], () => now);
  expect(seen).toEqual([other.id]);
  for (let round = 0; round < 2; round++) {
    now = (now + 60_000) as typeof now;
    await runSubscribers(opened.db, [fragile], () => now);
  }
  expect(seen).toEqual([other.id, first.id, second.id]);
});

test('who reads together is given all that waits at once, and when that fails each entry by itself', async () => {
  const seen: string[][] = [];
  const broken = newId();
  const together: Subscriber = {
    name: 'test.together',
    types: ['test.something-happened'],
    handle: async (_trx, entry) => {
      if (entry.subject.id === broken) throw new Error('the peer is away');
      seen.push([entry.id]);
    },
    handleTogether: async (_trx, entries) => {
      if (entries.some(({ subject }) => subject.id === broken)) throw new Error('the peer is away');
      seen.push(entries.map(({ id }) => id));
    },
  };
  await settled(opened.db);
  await runSubscribers(opened.db, [{ ...together, handleTogether: async () => undefined }], systemClock);
  const [first, second, failing, last] = [anEntry(), anEntry(), anEntry(broken), anEntry()];
  for (const entry of [first, second]) await append(entry);
  await settled(opened.db);
  await runSubscribers(opened.db, [together], systemClock);
  expect(seen).toEqual([[first.id, second.id]]);
  for (const entry of [failing, last]) await append(entry);
  await settled(opened.db);
  await runSubscribers(opened.db, [together], systemClock);
  expect(seen).toEqual([[first.id, second.id], [last.id]]);
});

test('content is erased only by a journalled act on the same subject, and the chain stays whole', async () => {
  const subject = newId();
  const entry = anEntry(subject);
  await append(entry);
  const content = entry.contents[0]?.id as string;
  const erase = async (by: string) =>
    (await sql<{ done: boolean | null }>`select journal.erase_content(${content}, ${by}) as done`.execute(opened.db))
      .rows[0]?.done;
  expect(await erase(entry.id)).toBeNull();
  const order = sealEntry(
    { type: 'test.content-erased' },
    { actor: { kind: 'program' }, subject: { type: 'test', id: subject }, at },
  );
  await append(order);
  expect(await erase(order.id)).toBe(true);
  const row = await opened.db
    .selectFrom('journal.content')
    .selectAll()
    .where('id', '=', content)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ body: null, salt: null, erased_by: order.id });
});

test('the bytes are those of the specification', async () => {
  const hash = await sql<{ hash: string }>`
    select encode(journal.hash_of(7::smallint, 42, decode(repeat('ab', 32), 'hex'), '2026-11-23 09:00:00.123456+07', '{"a":"Vàm Cỏ"}'), 'hex') as hash
  `.execute(opened.db);
  expect(hash.rows[0]?.hash).toBe('90ad9b3f0ab3840b1947a63e2dc1786eba4b6c8ee82e20683ee1c807faed0815');
});
