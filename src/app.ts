/** The application: configuration in, a running product out. Read it top to bottom: database, mode, pack, platform, server, worker. */
import { createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { demoWelcome, makeDemoAccounts } from './demo/demo-accounts.ts';
import { type DemoPeers, startDemoPeers } from './demo/demo-peers.ts';
import { startDemoSeed } from './demo/demo-seed.ts';
import { migrationSources } from './migrations.ts';
import { type Clock, systemClock } from './platform/calendar/instant.ts';
import { keepCalendar } from './platform/calendar/kept-calendar.ts';
import { readPackCalendar } from './platform/calendar/read-calendar.ts';
import type { Watcher } from './platform/cases/act.ts';
import { followCases } from './platform/cases/case-changes.ts';
import { makeLegalClock } from './platform/cases/make-legal-clock.ts';
import type { Config } from './platform/config/config.ts';
import { fromRoot, packFolderOf } from './platform/config/project-root.ts';
import { type Db, type OpenDatabase, openDatabase } from './platform/db/database.ts';
import { startEmbedded } from './platform/db/embedded/launcher.ts';
import { assertMigrated, migrate } from './platform/db/migrate.ts';
import { buildServer } from './platform/http/server.tsx';
import { findSession } from './platform/identity/find-session.ts';
import { sessionCookieOf } from './platform/identity/sign-in-routes.tsx';
import { type RunningJobs, startJobs } from './platform/jobs/start-jobs.ts';
import { type CheckpointKeeper, checkpointKey } from './platform/journal/checkpoints.ts';
import { readPushKeys } from './platform/notifications/push-keys.ts';
import { readRules } from './platform/notifications/rules.ts';
import { settleMode } from './platform/system/installation.ts';
import type { Platform } from './platform/system/platform.ts';
import { readRetention } from './platform/system/read-retention.ts';
import { readSite } from './platform/system/read-site.ts';
import { buildRegistry } from './platform/system/registry.ts';
import type { AssetManifest } from './platform/web/assets.ts';
import { systems } from './systems.ts';
import { untilTold } from './stop-when-told.ts';
import { startWorkerLoop } from './worker-loop.ts';

export interface RunningApp {
  readonly platform: Platform;
  readonly server: FastifyInstance;
  readonly url: string;
  readonly welcome: string;
  /** Drains requests, then jobs, then stops the database. */
  stop(): Promise<void>;
}

export async function startApp(config: Config, clock: Clock = systemClock): Promise<RunningApp> {
  const database = await connect(config);
  let peers: DemoPeers | undefined;
  try {
    peers = await startDemoPeers(config, await settleMode(database.opened.db, config, clock), console.error);
    return await run(peers, clock, database);
  } catch (error) {
    await peers?.stop();
    await database.stop();
    throw error;
  }
}

async function run(peers: DemoPeers, clock: Clock, database: ConnectedDatabase): Promise<RunningApp> {
  const { config } = peers;
  const platform = await makePlatform(config, clock, database.opened);
  const isDemo = platform.mode === 'demo';
  if (isDemo) await makeDemoAccounts(platform);
  const state = { ready: false };
  const server = await buildServer({
    platform,
    identify: (cookie, now, unseen) =>
      findSession(platform.db, { token: cookie, at: now(), permissions: platform.registry.permissions, unseen }),
    sessionCookie: sessionCookieOf(platform),
    assetFolder: fromRoot('dist/assets'),
    isReady: async () => state.ready && (await answers(database)),
  });
  const url = await server.listen({ host: config.host, port: config.port });
  const worker = await startWork(platform, database, (message, error) => server.log.error({ err: error }, message));
  state.ready = true;
  const seed = await startDemoSeed(platform, (message, error) => server.log.error({ err: error }, message));
  return {
    platform,
    server,
    url,
    welcome: isDemo ? `Vàm Cỏ: ${url}\n${demoWelcome(seed)}` : `Vàm Cỏ: ${url}`,
    async stop() {
      state.ready = false;
      await seed.stop();
      await server.close();
      await worker.stop();
      await peers.stop();
      await database.stop();
    },
  };
}

/** The platform without a server, with the province pack loaded: what the operator's commands and the tests use too. */
export async function makePlatform(config: Config, clock: Clock, opened: OpenDatabase): Promise<Platform> {
  const mode = await settleMode(opened.db, config, clock);
  const registry = buildRegistry(systems);
  const calendar = keepCalendar(opened.db, clock, readPackCalendar(packFolder(config)));
  const unitCodes = new Map<string, string>();
  const legal = makeLegalClock(calendar.current, (unitId) => unitCodes.get(unitId));
  const push = readPushKeys(config, mode);
  const watchers: Watcher[] = [];
  const platform: Platform = {
    config,
    mode,
    db: opened.db,
    clock,
    acting: { db: opened.db, clock, watchers, legal, recorded: registry.recorded },
    caseChanges: followCases(opened.db),
    calendar: calendar.current,
    renewCalendar: calendar.renew,
    registry,
    assets: readAssets(),
    site: readSite(packFolder(config), systems),
    retention: readRetention(packFolder(config)),
    notifying: readRules(packFolder(config)),
    ...(push ? { push } : {}),
    secret: readSecret(join(config.dataDir, 'keys')),
  };
  watchers.push(...systems.flatMap((system) => system.watchers?.(platform) ?? []));
  for (const system of systems) await system.load?.(platform, packFolder(config));
  for (const [id, code] of await readUnitCodes(opened.db)) unitCodes.set(id, code);
  return platform;
}

async function keeperOf(config: Config): Promise<CheckpointKeeper> {
  const key = await checkpointKey(join(config.dataDir, 'keys'));
  return {
    folder: join(config.dataDir, 'checkpoints'),
    key,
    ...(config.checkpointReceiver ? { receiver: config.checkpointReceiver } : {}),
  };
}

export const packFolder = (config: Config): string => packFolderOf(config.province);

/** Whether the database answers within a second. */
async function answers({ opened }: ConnectedDatabase): Promise<boolean> {
  const asked = opened.pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, delay(1000, false, { ref: false })]);
}

/** Subscribers, timers and checkpoints, then the jobs they add; stopped in the same order. */
async function startWork(
  platform: Platform,
  database: ConnectedDatabase,
  log: (message: string, error: unknown) => void,
): Promise<RunningJobs> {
  const loop = startWorkerLoop(platform, await keeperOf(platform.config), log);
  const jobs = startJobs(platform, { url: database.directUrl, log });
  return {
    async stop() {
      await loop.stop();
      await jobs.stop();
    },
  };
}

/** A worker process: no server, and a database that somebody else has migrated. */
export async function startWorker(config: Config, clock: Clock = systemClock): Promise<{ stop(): Promise<void> }> {
  const database = await connect(config);
  const platform = await makePlatform(config, clock, database.opened);
  const worker = await startWork(platform, database, (message, error) => console.error(message, error));
  return {
    async stop() {
      await worker.stop();
      await database.stop();
    },
  };
}

/** For an operator's command: the database started or joined, migrated when we may, and let go afterwards, also when a signal ends the work. */
export async function withDatabase<T>(
  config: Config,
  work: (database: { opened: OpenDatabase; applied: string[]; ownerUrl: string | undefined }) => Promise<T>,
): Promise<T> {
  const told = untilTold();
  try {
    const database = await connect(config);
    try {
      told.signal.throwIfAborted();
      return await Promise.race([work(database), told.aborted]);
    } finally {
      // work that was told to stop still holds connections, which would be waited for
      await (told.signal.aborted ? database.cut() : database.stop());
    }
  } finally {
    told.forget();
  }
}

interface ConnectedDatabase {
  readonly opened: OpenDatabase;
  readonly applied: string[];
  readonly ownerUrl: string | undefined;
  /** As the running role, past any pooler. */
  readonly directUrl: string;
  stop(): Promise<void>;
  /** Stops a server that is ours, whatever it is doing. */
  cut(): Promise<void>;
}

async function connect(config: Config): Promise<ConnectedDatabase> {
  if (config.databaseUrl) {
    const ownerUrl = config.databaseOwnerUrl;
    const applied = ownerUrl ? await migrate(ownerUrl, migrationSources) : [];
    if (!ownerUrl) await assertMigrated(config.databaseUrl, migrationSources);
    const opened = openDatabase({ url: config.databaseUrl, namedStatements: config.namedStatements });
    const directUrl = config.databaseDirectUrl ?? config.databaseUrl;
    return { opened, applied, ownerUrl, directUrl, stop: () => opened.close(), cut: async () => undefined };
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir });
  const applied = await migrate(embedded.ownerUrl, migrationSources).catch(async (error: unknown) => {
    await embedded.stop();
    throw error;
  });
  const opened = openDatabase({ url: embedded.appUrl });
  return {
    opened,
    applied,
    ownerUrl: embedded.ownerUrl,
    directUrl: embedded.appUrl,
    async stop() {
      await opened.close();
      await embedded.stop();
    },
    cut: () => embedded.stop(),
  };
}

async function readUnitCodes(db: Db): Promise<Map<string, string>> {
  const units = await db.selectFrom('organisation.unit').select(['id', 'code']).where('code', 'is not', null).execute();
  return new Map(units.map((unit) => [unit.id, unit.code as string]));
}

function readAssets(): AssetManifest {
  const manifest = fromRoot('dist/assets/manifest.json');
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as AssetManifest) : {};
}

/** Made once per installation; several processes must share the folder, or people are signed out between them. */
function readSecret(keyFolder: string): Platform['secret'] {
  const file = join(keyFolder, 'server.secret');
  if (!existsSync(file)) {
    mkdirSync(keyFolder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  }
  return createSecretKey(Buffer.from(readFileSync(file, 'utf8'), 'hex'));
}
