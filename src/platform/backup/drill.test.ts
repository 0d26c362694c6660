import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { migrationSources } from '../../migrations.ts';
import { instant } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { migrate, type MigrationSource } from '../db/migrate.ts';
import { createDiskStore } from '../files/disk-store.ts';
import { addJob } from '../jobs/add-job.ts';
import { checkpointKey } from '../journal/checkpoints.ts';
import { sealEntry } from '../journal/entry.ts';
import { runSubscribers } from '../journal/subscribers.ts';
import { backUp, type Installation } from './back-up.ts';
import { keyFolderBeside } from './key-folder.ts';
import { tableFile } from './manifest.ts';
import { type EmptyInstallation, restore } from './restore.ts';

const scratch = mkdtempSync(join(tmpdir(), 'vamco-backup-'));
const folderFor = (name: string): string => join(scratch, name);
/** Set back to a past day, so that nothing in a restore rests on the machine's clock. */
const clock = () => instant('2026-11-23T09:00');

interface TestInstallation extends EmptyInstallation, Installation {
  readonly database: TestDatabase;
  readonly close: () => Promise<void>;
}

async function install(
  name: string,
  sources: readonly MigrationSource[] = migrationSources,
): Promise<TestInstallation> {
  const database = await testDatabase();
  await migrate(database.ownerUrl, sources);
  const opened: OpenDatabase = openDatabase({ url: database.appUrl });
  const keyFolder = folderFor(`${name}/keys`);
  const checkpointFolder = folderFor(`${name}/checkpoints`);
  return {
    database,
    db: opened.db,
    ownerUrl: database.ownerUrl,
    files: createDiskStore(folderFor(`${name}/files`)),
    keyFolder,
    checkpointFolder,
    keeper: { folder: checkpointFolder, key: await checkpointKey(keyFolder) },
    clock,
    sources,
    close: async () => {
      await opened.close();
      await database.drop();
    },
  };
}

/** An installation whose key folder does not exist yet: what a new machine has. */
async function installEmpty(name: string, sources?: readonly MigrationSource[]): Promise<TestInstallation> {
  const installation = await install(name, sources);
  rmSync(installation.keyFolder, { recursive: true });
  return installation;
}

/** An act with a file, as a citizen's upload is: the bytes first, then the rows and the entry that speak of them. */
async function uploadOne(to: TestInstallation): Promise<string> {
  const content = randomBytes(2000 + Math.floor(Math.random() * 3000));
  const { digest } = await to.files.put(content);
  const id = newId();
  const entry = sealEntry(
    { type: 'test.file-uploaded', body: { digest }, content: { reason: 'Nguyễn Thị Ánh\tnộp\n"giấy tờ" \\N' } },
    { actor: { kind: 'program', program: 'test' }, subject: { type: 'test', id }, at: clock() },
  );
  const file = {
    id,
    digest,
    owner_type: 'test',
    owner_id: id,
    purpose: 'component',
    name: 'giấy.pdf',
    retention: 'test',
    uploaded_at: '2026-11-23T09:00:00+07:00',
  };
  await writeAct(to.db, {
    rows: [
      {
        table: 'files.blob',
        op: 'insert',
        values: {
          digest: digest as string,
          size: content.length,
          type: 'pdf',
          scan: 'unknown',
          stored_at: file.uploaded_at,
        },
      },
      { table: 'files.file', op: 'insert', values: { ...file, digest: digest as string } },
    ],
    entries: [entry],
  });
  return entry.id;
}

async function asOwner<T>(to: TestInstallation, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: to.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function entriesOf(from: TestInstallation): Promise<Set<string>> {
  return new Set((await from.db.selectFrom('journal.entry').select('id').execute()).map((row) => row.id));
}

const installations: TestInstallation[] = [];
afterAll(async () => {
  for (const installation of installations) await installation.close();
  rmSync(scratch, { recursive: true, force: true });
});

describe('a backup made while people work', () => {
  let old: TestInstallation;
  let fresh: TestInstallation;
  const seen: string[] = [];
  const watcher = {
    name: 'test.watcher',
    types: ['test.file-uploaded'],
    handle: async (_: unknown, entry: { id: string }) => void seen.push(entry.id),
  };
  const acknowledgedBefore: string[] = [];
  const acknowledged: string[] = [];
  const backup = folderFor('drill');

  beforeAll(async () => {
    old = await install('old');
    fresh = await installEmpty('fresh');
    installations.push(old, fresh);
    const work = { goesOn: true };
    const writers = Array.from({ length: 6 }, async () => {
      while (work.goesOn) acknowledged.push(await uploadOne(old));
    });
    while (acknowledged.length < 60) await new Promise((resolve) => setTimeout(resolve, 10));
    await runSubscribers(old.db, [watcher], clock);
    acknowledgedBefore.push(...acknowledged);
    const saved = await backUp(old, { folder: backup, keys: keyFolderBeside(backup) });
    work.goesOn = false;
    await Promise.all(writers);
    expect(saved.fault).toBeUndefined();
  });

  it('comes back with every act acknowledged before it, a whole journal and every file', async () => {
    const restored = await restore(fresh, { folder: backup, keys: keyFolderBeside(backup) });
    expect(restored.fault).toBeUndefined();
    if (restored.fault) return;
    expect(restored.journal).toMatchObject({ ok: true, faults: [] });
    expect(restored.journal.checkpoints).toBeGreaterThan(0);
    const entries = await entriesOf(fresh);
    expect(acknowledgedBefore.filter((id) => !entries.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(acknowledgedBefore.length); // there was work while it ran
    const files = await sql<{ digest: string }>`select digest from files.file`.execute(fresh.db);
    expect(files.rows.length).toBe(entries.size - 1); // each act has its file; the one entry more tells of the restore
    for (const { digest } of files.rows) expect(await fresh.files.isWhole(digest)).toBe(true);
  });

  it('lets readers of the journal go on where they were: nothing twice, nothing skipped, new acts after the old', async () => {
    const before = [...seen];
    const newest = await uploadOne(fresh);
    // transactions of other test files on this server may hold back what counts as settled
    await expect
      .poll(async () => (await runSubscribers(fresh.db, [watcher], clock), seen.at(-1)), { timeout: 20_000 })
      .toBe(newest);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, before.length)).toEqual(before);
    const written = [...(await entriesOf(fresh))].filter((id) => seen.includes(id));
    expect(written.length).toBe(seen.length);
    const places = await sql<{
      dense: boolean;
    }>`select max(position) = count(*) as dense from journal.position`.execute(fresh.db);
    expect(places.rows).toEqual([{ dense: true }]);
  });

  it('is refused by an installation that has a journal of its own', async () => {
    const again = await restore(fresh, { folder: backup, keys: keyFolderBeside(backup) });
    expect(again.fault?.code).toBe('backup.target-not-empty');
  });

  it('is not written over an older one', async () => {
    const again = await backUp(old, { folder: backup, keys: keyFolderBeside(backup) });
    expect(again.fault?.code).toBe('backup.folder-not-empty');
  });

  it('is refused where its folder cannot be made', async () => {
    const lost = folderFor('not-mounted/backup');
    expect((await backUp(old, { folder: lost, keys: keyFolderBeside(lost) })).fault?.code).toBe(
      'backup.folder-unusable',
    );
  });

  it('holds no key, and says so where none is found or another is there', async () => {
    const other = await installEmpty('other');
    installations.push(other);
    expect((await restore(other, { folder: backup, keys: folderFor('nowhere') })).fault?.code).toBe(
      'backup.keys-missing',
    );
    await checkpointKey(other.keyFolder);
    expect((await restore(other, { folder: backup, keys: keyFolderBeside(backup) })).fault?.code).toBe(
      'backup.keys-differ',
    );
  });
});

describe('what a backup keeps', () => {
  const planted = (version: number): MigrationSource => {
    const folder = folderFor(`migrations-${version}`);
    mkdirSync(folder, { recursive: true });
    const files = [
      `create schema planted; grant usage on schema planted to vamco_app;
       create table planted.kinds (id bigint generated always as identity, parent bigint, words text, empty text, moment timestamptz, day date,
         span daterange, bytes bytea, tree jsonb, list text[], ratio double precision, doubled bigint generated always as (id * 2) stored, constraint kinds_pkey primary key (id),
         constraint kinds_parent_fkey foreign key (parent) references planted.kinds (id));
       comment on table planted.kinds is 'Một dòng cho mỗi kiểu dữ liệu.';
       create table planted.part (kind bigint, constraint part_kind_fkey foreign key (kind) references planted.kinds (id)) partition by range (kind);
       create table planted.part_low partition of planted.part for values from (0) to (2); create table planted.part_rest partition of planted.part default;`,
      `alter table planted.kinds add column later text not null default 'sau';`,
    ];
    files.slice(0, version).forEach((text, index) => writeFileSync(join(folder, `000${index + 1}_step.sql`), text));
    return { owner: 'planted', folder };
  };
  const today = [...migrationSources, planted(1)];
  const tomorrow = [...migrationSources, planted(2)];
  const backup = folderFor('kinds');
  const keys = keyFolderBeside(backup);
  const text = `select k.words, k.empty, k.moment::text, k.day::text, k.span::text, k.bytes::text, k.tree::text, k.list::text, k.ratio::text, k.parent, k.doubled from planted.kinds k order by id`;
  let old: TestInstallation;

  beforeAll(async () => {
    old = await install('kinds-old', today);
    installations.push(old);
    await uploadOne(old);
    await asOwner(old, async (client) => {
      const values = [
        null,
        'tab\t, dòng\nmới, \\N, \\., "ngoặc", ế Ậ đ 🌾',
        '',
        '2026-11-23T09:00:00.123456+07',
        '2026-02-17',
        '[2026-01-01,2026-02-01)',
        randomBytes(40),
        JSON.stringify({ ê: [1, null, '\\n'] }),
        ['a,b', '{}', '"', ''],
        0.1 + 0.2,
      ];
      const insert =
        'insert into planted.kinds (parent, words, empty, moment, day, span, bytes, tree, list, ratio) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';
      await client.query(insert, values);
      await client.query(insert, [1, ...Array.from({ length: 9 }, () => null)]);
      await client.query('update planted.kinds set parent = 2 where id = 1'); // a circle: no order of rows would do
      await client.query('insert into planted.part values (1), (2)');
    });
    await addJob(old.db, 'test.remind', { who: 'ánh' }, { key: 'test.remind:1', maxAttempts: 3 });
    expect((await backUp(old, { folder: backup, keys })).fault).toBeUndefined();
  });

  it('every value comes back as it was, into the schema of today, and numbers go on', async () => {
    const fresh = await installEmpty('kinds-fresh', tomorrow);
    installations.push(fresh);
    expect((await restore(fresh, { folder: backup, keys })).fault).toBeUndefined();
    const before = await asOwner(old, (client) => client.query(text));
    const after = await asOwner(fresh, (client) => client.query(text));
    expect(after.rows).toEqual(before.rows);
    const parts = await asOwner(fresh, (client) =>
      client.query('select tableoid::regclass::text as place, kind from planted.part order by kind'),
    );
    expect(parts.rows).toEqual([
      { place: 'planted.part_low', kind: '1' },
      { place: 'planted.part_rest', kind: '2' },
    ]);
    const jobs = `select j.id, j.key, j.payload, j.max_attempts, t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`;
    const waiting = await asOwner(old, (client) => client.query(jobs));
    expect(waiting.rows).toHaveLength(1);
    expect((await asOwner(fresh, (client) => client.query(jobs))).rows).toEqual(waiting.rows);
    const next = await asOwner(fresh, (client) =>
      client.query('insert into planted.kinds (words) values (null) returning id, later'),
    );
    expect(next.rows).toEqual([{ id: '3', later: 'sau' }]);
    await expect(
      asOwner(fresh, (client) => client.query('insert into planted.kinds (parent) values (99)')),
    ).rejects.toThrow(/kinds_parent_fkey/);
  });

  it('a program that does not know the schema refuses it', async () => {
    const fresh = await installEmpty('kinds-older');
    installations.push(fresh);
    expect((await restore(fresh, { folder: backup, keys })).fault?.code).toBe('backup.newer-program');
  });

  it('damage anywhere is found, nothing is restored, and a sound backup can follow', async () => {
    const fresh = await installEmpty('damaged', today);
    installations.push(fresh);
    const attempt = async () => (await restore(fresh, { folder: backup, keys })).fault?.code;
    const blob = (await sql<{ digest: string }>`select digest from files.blob`.execute(old.db)).rows[0]
      ?.digest as string;
    const places: [string, string][] = [
      [tableFile(backup, { schema: 'planted', name: 'kinds' }), 'backup.damaged'],
      [tableFile(backup, { schema: 'journal', name: 'entry' }), 'backup.damaged'],
      [join(backup, 'files', blob.slice(0, 2), blob.slice(2, 4), blob), 'backup.damaged'],
      [join(backup, 'manifest.json'), 'backup.not-a-backup'],
    ];
    for (const [path, code] of places) {
      const sound = readFileSync(path);
      rmSync(path);
      writeFileSync(path, sound.subarray(0, sound.length >> 1));
      expect(await attempt(), path).toBe(code);
      rmSync(path);
      expect(await attempt(), path).toBe(code);
      writeFileSync(path, sound);
    }
    expect(await attempt()).toBeUndefined();
    expect(
      createHash('sha256')
        .update(readFileSync(join(backup, 'journal.public.pem')))
        .digest('hex'),
    ).toBe(
      createHash('sha256')
        .update(readFileSync(join(fresh.keyFolder, 'journal.public.pem')))
        .digest('hex'),
    );
  });
});
