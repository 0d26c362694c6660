/** A house for a test: a database of its own with the province pack loaded, the platform on it, and a clock that the test sets. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePlatform, packFolder } from '../../src/app.ts';
import { type Instant, instant } from '../../src/platform/calendar/instant.ts';
import type { ActEnvironment } from '../../src/platform/cases/act.ts';
import { type Config, readConfig } from '../../src/platform/config/config.ts';
import { type Db, openDatabase } from '../../src/platform/db/database.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import { systems } from '../../src/systems.ts';
import { testDatabase } from './database.ts';

export interface House<Tables = unknown> {
  readonly platform: Platform;
  readonly db: Db<Tables>;
  readonly acting: ActEnvironment<Tables>;
  readonly config: Config;
  /** ISO time; local when without an offset. */
  setClock(text: string): void;
  close(): Promise<void>;
}

/** `Tables` are those of the system under test. */
export async function aHouse<Tables = unknown>(environment: Record<string, string> = {}): Promise<House<Tables>> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'vamco-house-'));
  const config = readConfig({
    DATABASE_URL: database.appUrl,
    MODE: 'demo',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ...environment,
  });
  const opened = openDatabase({ url: database.appUrl, poolSize: 20 });
  let now: Instant = instant('2026-11-23T08:00');
  const platform = await makePlatform(config, () => now, opened);
  for (const system of systems) await system.load?.(platform, packFolder(config));
  return {
    platform,
    db: platform.db as unknown as Db<Tables>,
    acting: platform.acting as unknown as ActEnvironment<Tables>,
    config,
    setClock(text) {
      now = instant(text);
    },
    async close() {
      await opened.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
