/** A house for a test: a database of its own with the province pack loaded, the platform on it, and a clock that the test sets. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { makePlatform } from '../../src/app.ts';
import { type Instant, instant } from '../../src/platform/calendar/instant.ts';
import type { ActEnvironment } from '../../src/platform/cases/act.ts';
import { type Config, readConfig } from '../../src/platform/config/config.ts';
import { type Db, openDatabase } from '../../src/platform/db/database.ts';
import { runSubscribers } from '../../src/platform/journal/subscribers.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import { systems } from '../../src/systems.ts';
import { testDatabase } from './database.ts';

export interface House<Tables = unknown> {
  readonly platform: Platform;
  readonly db: Db<Tables>;
  readonly acting: ActEnvironment<Tables>;
  readonly config: Config;
  /** Of its database as the role that migrates it. */
  readonly ownerUrl: string;
  /** ISO time; local when without an offset. */
  setClock(text: string): void;
  /** Lets every subscriber of every system catch up with all that was written. */
  readJournal(): Promise<void>;
  close(): Promise<void>;
}

/** `Tables` are those of the system under test. */
export async function aHouse<Tables = unknown>(environment: Record<string, string> = {}): Promise<House<Tables>> {
  const database = await testDatabase({ template: await furnishedTemplate() });
  const dataDir = mkdtempSync(join(tmpdir(), 'vamco-house-'));
  const opened = openDatabase({ url: database.appUrl, poolSize: 20 });
  let now: Instant = instant('2026-11-23T08:00');
  const config = houseConfig(database.appUrl, dataDir, environment);
  const platform = await makePlatform(config, () => now, opened);
  return {
    platform,
    db: platform.db as unknown as Db<Tables>,
    acting: platform.acting as unknown as ActEnvironment<Tables>,
    config,
    ownerUrl: database.ownerUrl,
    setClock(text) {
      now = instant(text);
    },
    async readJournal() {
      const subscribers = systems.flatMap((system) => system.subscribers?.(platform) ?? []);
      do await runSubscribers(platform.db, subscribers, platform.clock);
      while (await isUnread(platform));
    },
    async close() {
      await opened.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Transactions are counted for the whole server: one that is open in another test's database keeps our entries unsettled for a moment. */
async function isUnread({ db }: Platform): Promise<boolean> {
  const counts = await sql<{ unread: boolean }>`
    select (select count(*) from journal.entry) > (select position from journal.sequencer)
      or exists (select 1 from journal.cursor c, journal.sequencer s where c.position < s.position) as unread
  `.execute(db);
  if (counts.rows[0]?.unread) await delay(20);
  return counts.rows[0]?.unread ?? false;
}

const houseConfig = (url: string, dataDir: string, environment: Record<string, string> = {}): Config =>
  readConfig({ DATABASE_URL: url, MODE: 'demo', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...environment });

const TEMPLATE = 'vamco_house';

/** Loading the pack takes seconds, so the first house of a run makes a template that the others clone; files run in parallel, hence the lock. */
async function furnishedTemplate(): Promise<string> {
  const { superuserUrl, appUrl } = inject('databaseServer');
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('${TEMPLATE}'))`);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
      TEMPLATE,
    ]);
    if (rowCount === 0) await furnish(client, appUrl);
    return TEMPLATE;
  } finally {
    await client.end();
  }
}

async function furnish(client: pg.Client, appUrl: string): Promise<void> {
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE} owner vamco_owner template vamco`);
  await client.query(`grant connect on database ${TEMPLATE} to vamco_app`);
  const url = new URL(appUrl);
  url.pathname = `/${TEMPLATE}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'vamco-furnish-'));
  const opened = openDatabase({ url: url.href });
  try {
    const config = houseConfig(url.href, dataDir);
    await makePlatform(config, () => instant('2026-11-23T08:00'), opened);
  } finally {
    await opened.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  await client.query(`alter database ${TEMPLATE} with is_template true`);
}
