import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/harness/database.ts';
import { type RunningApp, startApp } from './app.ts';
import { DEMO_PASSWORD, makeDemoAccounts } from './demo/demo-accounts.ts';
import { readConfig } from './platform/config/config.ts';
import { fromRoot } from './platform/config/project-root.ts';
import { findKey, trustedAuthorities } from './platform/documents/signatures/key-ring.ts';
import { makeTestKeys } from './platform/documents/signatures/test-keys.ts';

let database: TestDatabase;
let app: RunningApp;
const dataDir = mkdtempSync(join(tmpdir(), 'vamco-production-'));
let environment: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  environment = { DATABASE_URL: database.appUrl, MODE: 'production', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' };
  app = await startApp(readConfig({ ...environment, SIMULATORS: 'on', DEMO_DOSSIERS: '300' }));
}, 120_000);
afterAll(async () => {
  await app.stop();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const count = async (table: string): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}`.execute(app.platform.db))
    .rows[0]?.count ?? -1;

const vamco = (...args: string[]): Promise<{ code: number; json: Record<string, unknown> }> =>
  new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', ...environment };
    execFile(process.execPath, [fromRoot('dist/cli.js'), ...args, '--json'], { env }, (error, stdout) => {
      resolve({ code: error ? (error.code as number) : 0, json: JSON.parse(stdout) as Record<string, unknown> });
    });
  });

test('production starts without any account, invented person, simulator or simulated dossier', async () => {
  expect(app.platform.mode).toBe('production');
  expect([await count('identity.account'), await count('cases.case')]).toEqual([0, 0]);
  const { bankUrl, smsUrl, oidcIssuer } = app.platform.config;
  expect([bankUrl, smsUrl, oidcIssuer]).toEqual([undefined, undefined, undefined]);
  expect(app.welcome).not.toContain(DEMO_PASSWORD);
  expect(await makeDemoAccounts(app.platform)).toBe(0);
  expect(await count('identity.account')).toBe(0);
});

test('its pages are not marked as simulated, and its sign-in offers neither a simulated VNeID nor demo accounts', async () => {
  for (const path of ['/', '/dang-nhap']) {
    const page = await (await fetch(app.url + path)).text();
    expect(page).toContain('<h1');
    expect(page).not.toMatch(/mô phỏng|trình diễn/i);
  }
});

test.each([
  ['simulate', ['--from', '2026-01-01', '--to', '2026-01-31', '--dossiers', '3'], 'simulation.production'],
  ['seed', [], 'identity.demo-only'],
])('vamco %s is refused there and leaves nothing', async (command, args, code) => {
  expect(await vamco(command, ...args)).toMatchObject({ code: 1, json: { error: code } });
  expect([await count('identity.account'), await count('cases.case')]).toEqual([0, 0]);
});

test('vamco create-account makes the one account it starts with', async () => {
  const made = await vamco('create-account', '--administrator', '--login', 'quan.tri', '--name', 'Trần Quản Trị');
  expect(made.code).toBe(0);
  expect(await count('identity.account')).toBe(1);
});

test('it signs with keys that were given to it and never makes, takes or trusts test keys', () => {
  const holder = { id: 'position-1', name: 'Nguyễn Văn An', organisation: 'UBND xã Tân Biên' };
  expect(findKey(app.platform, holder).fault?.code).toBe('documents.key-unreadable');
  expect(trustedAuthorities(app.platform)).toEqual([]);

  // Somebody copies a demonstration's key to where a real one belongs.
  const demo = join(dataDir, 'demo-keys');
  makeTestKeys(demo, { mode: 'demo', organisation: 'x' }).keys?.keyOf(holder);
  const folder = join(dataDir, 'keys', 'signing');
  mkdirSync(folder, { recursive: true });
  cpSync(join(demo, `test-${holder.id}.pem`), join(folder, `${holder.id}.pem`));
  expect(findKey(app.platform, holder).fault?.code).toBe('documents.test-key-in-production');
  writeFileSync(join(folder, `${holder.id}.pem`), 'not a key');
  expect(findKey(app.platform, holder).key).toBeUndefined();
});
