import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { instant } from '../platform/calendar/instant.ts';
import { writeAct } from '../platform/cases/act.ts';
import { fromRoot } from '../platform/config/project-root.ts';
import { openDatabase } from '../platform/db/database.ts';
import { newId } from '../platform/db/ids.ts';
import { sealEntry } from '../platform/journal/entry.ts';

const folder = mkdtempSync(join(tmpdir(), 'vamco-command-'));
const backup = join(folder, 'backup');
const databases: TestDatabase[] = [];
let a: Installation;
let b: Installation;
beforeAll(async () => {
  a = await anInstallation('a');
  b = await anInstallation('b');
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Installation {
  readonly dataDir: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** The operator's own command, as it is called beside this installation. */
  vamco(...args: string[]): Promise<{ code: number; json: Record<string, unknown>; text: string }>;
}

async function anInstallation(name: string): Promise<Installation> {
  const database = await testDatabase();
  databases.push(database);
  const dataDir = join(folder, name);
  const env = {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: dataDir,
    MODE: 'demo',
  };
  return {
    dataDir,
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    vamco: (...args) =>
      new Promise((resolve) => {
        execFile(process.execPath, [fromRoot('dist/cli.js'), ...args, '--json'], { env }, (error, stdout, stderr) => {
          const json = stdout.startsWith('{') ? (JSON.parse(stdout) as Record<string, unknown>) : {};
          resolve({ code: error ? (error.code as number) : 0, json, text: stdout + stderr });
        });
      }),
  };
}

const WHOLE = { ok: true, faults: [] };

/** Acts as the program writes them. */
async function act(url: string, count: number): Promise<void> {
  const opened = openDatabase({ url });
  for (let number = 0; number < count; number++) {
    const draft = { type: 'test.something-happened', body: { number }, content: { reason: `vì mưa ${number}` } };
    const context = { actor: { kind: 'program', program: 'test' }, subject: { type: 'test', id: newId() } } as const;
    await writeAct(opened.db, {
      rows: [],
      entries: [sealEntry(draft, { ...context, at: instant('2026-11-23T09:00') })],
    });
  }
  await opened.close();
}

test('a journal is whole where it was written, where it was restored, and by the public key and checkpoints of the one in the other', async () => {
  await act(a.appUrl, 5);
  const backedUp = await a.vamco('backup', backup);
  expect(backedUp.code, backedUp.text).toBe(0);
  const atHome = await a.vamco('verify-journal');
  expect(atHome).toMatchObject({ code: 0, json: { ...WHOLE, unsealed: 0 } });
  const entries = Number(atHome.json.entries);
  expect(entries).toBe(5);

  const restored = await b.vamco('restore', backup);
  expect(restored, restored.text).toMatchObject({ code: 0, json: { journal: WHOLE } });
  expect(await b.vamco('verify-journal')).toMatchObject({ code: 0, json: { ...WHOLE, entries: entries + 1 } });

  // As somebody does who trusts only what A gave away before: its checkpoints, and the public half of its key.
  const given = join(folder, 'given');
  cpSync(join(a.dataDir, 'checkpoints'), join(given, 'checkpoints'), { recursive: true });
  cpSync(join(a.dataDir, 'keys', 'journal.public.pem'), join(given, 'journal.public.pem'));
  rmSync(join(b.dataDir, 'keys'), { recursive: true });
  const held = ['--checkpoints', join(given, 'checkpoints'), '--key', join(given, 'journal.public.pem')];
  expect(await b.vamco('verify-journal', ...held)).toMatchObject({
    code: 0,
    json: { ...WHOLE, entries: entries + 1, unsealed: 1, checkpoints: readdirSync(join(given, 'checkpoints')).length },
  });
  // Looking has left no key behind.
  expect(readdirSync(b.dataDir)).not.toContain('keys');

  // What A did after the backup is missing in B, and its next checkpoint says so.
  await act(a.appUrl, 1);
  await a.vamco('backup', join(folder, 'later'));
  const later = ['--checkpoints', join(a.dataDir, 'checkpoints'), '--key', join(given, 'journal.public.pem')];
  expect(await b.vamco('verify-journal', ...later)).toMatchObject({ code: 1, json: { ok: false } });

  const client = new Client({ connectionString: b.ownerUrl });
  await client.connect();
  await client.query(
    `update journal.entry set sealed = replace(sealed, '"number":3', '"number":4') where sealed like '%"number":3%'`,
  );
  await client.end();
  expect(await b.vamco('verify-journal', ...held)).toMatchObject({ code: 1, json: { ok: false } });
}, 300_000);
