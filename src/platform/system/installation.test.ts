import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/harness/database.ts';
import { instant } from '../calendar/instant.ts';
import { type Config, readConfig } from '../config/config.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { findMode, type InstallationError, settleMode } from './installation.ts';
import type { Mode } from './platform.ts';

const clock = () => instant('2026-11-23T08:00');
const databases: { opened: OpenDatabase; drop: () => Promise<void> }[] = [];
let born: Record<Mode, OpenDatabase['db']>;

beforeAll(async () => {
  born = { demo: await aNewDatabase(), production: await aNewDatabase(), bench: await aNewDatabase() };
  for (const mode of ['demo', 'production', 'bench'] as const)
    expect(await settleMode(born[mode], readConfig({ MODE: mode }), clock)).toBe(mode);
});
afterAll(async () => {
  for (const { opened, drop } of databases) {
    await opened.close();
    await drop();
  }
});

async function aNewDatabase(): Promise<OpenDatabase['db']> {
  const { appUrl, drop } = await testDatabase();
  const opened = openDatabase({ url: appUrl });
  databases.push({ opened, drop });
  return opened.db;
}

const refusalOf = (db: OpenDatabase['db'], config: Config): Promise<string> =>
  settleMode(db, config, clock).then(
    (mode) => `none: ${mode}`,
    (error: InstallationError) => error.code,
  );
const own = { DATABASE_URL: 'postgres://vamco_app@db/vamco' };

test('a new database on this machine alone is a demonstration, and its first entry says so', async () => {
  const db = await aNewDatabase();
  expect(await settleMode(db, readConfig({}), clock)).toBe('demo');
  expect(await findMode(db)).toEqual({ mode: 'demo', province: 'tay-ninh' });
  expect(await settleMode(db, readConfig({}), clock)).toBe('demo');
});

test('two programs that start at once on a new database write one first entry', async () => {
  const db = await aNewDatabase();
  await Promise.all([1, 2, 3, 4].map(() => settleMode(db, readConfig({}), clock)));
  const entries = await db.selectFrom('journal.entry').select('type').execute();
  expect(entries).toEqual([{ type: 'system.installed' }]);
});

test.each([
  ['of an operator’s PostgreSQL', own],
  ['served beyond this machine', { HOST: '0.0.0.0' }],
])('a new database %s needs MODE, and nothing is written before it is told', async (_, environment) => {
  const db = await aNewDatabase();
  expect(await refusalOf(db, readConfig(environment))).toBe('system.mode-needed');
  expect(await findMode(db)).toBeUndefined();
  expect(await settleMode(db, readConfig({ ...environment, MODE: 'production' }), clock)).toBe('production');
});

test.each([
  ['demo', 'production'],
  ['production', 'demo'],
  ['production', 'bench'],
  ['bench', 'production'],
] as const)('a database born %s is never started as %s', async (mode, asked) => {
  expect(await refusalOf(born[mode], readConfig({ MODE: asked }))).toBe('system.mode-differs');
  expect(await settleMode(born[mode], readConfig({}), clock)).toBe(mode);
});

test.each(['demo', 'bench'] as const)('a %s database is served to this machine only', async (mode) => {
  for (const host of ['0.0.0.0', '::', '10.0.0.5', '127.portal.example'])
    expect(await refusalOf(born[mode], readConfig({ HOST: host }))).toBe('system.mode-loopback');
  expect(await settleMode(born[mode], readConfig({ HOST: 'localhost' }), clock)).toBe(mode);
});

test('a production database is served wherever HOST says', async () => {
  expect(await settleMode(born.production, readConfig({ HOST: '0.0.0.0' }), clock)).toBe('production');
});

test('a database of one province is refused to another', async () => {
  const config = { ...readConfig({}), province: 'long-an' };
  expect(await refusalOf(born.demo, config)).toBe('system.province-differs');
});
