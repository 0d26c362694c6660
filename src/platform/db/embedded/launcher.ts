/** Starts the PostgreSQL that comes with the install on a data folder, or joins the one that already runs there. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Binaries, locateBinaries } from './binaries.ts';
import { hasCluster, makeCluster } from './cluster.ts';
import { makeDataFolder } from './data-folder.ts';
import { explainFolderError } from './embedded-database-error.ts';
import { keepRunning } from './keep-running.ts';
import { settle, stopPostmaster } from './postmaster.ts';
import { findProcess, isLiving, type ProcessIdentity } from './process-identity.ts';
import { ensureRolesAndDatabase, makePasswords, type Passwords, readPasswords, urlFor } from './roles.ts';
import { chooseServerUser } from './server-user.ts';
import { startOnPort } from './start-on-port.ts';
import { readRunRecord, removeRunRecord, takeStartLock, writeRunRecord } from './start-lock.ts';

export interface EmbeddedOptions {
  /** DATA_DIR: gets `postgres/`, `postgres.log`, `keys/database.json` and `run.json`. */
  readonly dataDir: string;
  /** False only for databases that may be lost: tests. Also turns off `synchronous_commit`. */
  readonly fsync?: boolean;
  /** A fixed port; without it a free one is chosen. */
  readonly port?: number;
  /** Other programs than those of the install: the database tests are repeated on an older PostgreSQL. */
  readonly binaries?: Binaries;
}

export interface EmbeddedDatabase {
  /** Role that owns the database: migrations, backup, restore. */
  readonly ownerUrl: string;
  /** Role the program runs as. */
  readonly appUrl: string;
  /** For LISTEN; the same server, as there is no pooler in between. */
  readonly directUrl: string;
  /** PostgreSQL's superuser, in database `postgres`; for the test harness and for repair. */
  readonly superuserUrl: string;
  readonly port: number;
  /** True when another living process started the server and will stop it; `stop` then does nothing. */
  readonly attached: boolean;
  stop(): Promise<void>;
}

const START_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 30_000;
const JOIN_ATTEMPTS = 8;

/** Throws EmbeddedDatabaseError, with one sentence in both languages, for every cause a person can do something about. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const binaries = options.binaries ?? locateBinaries();
  try {
    makeDataFolder(options.dataDir);
    const here = { ...options, dataDir: realpathSync(options.dataDir) };
    const release = await takeStartLock(here.dataDir, START_PATIENCE_MS);
    try {
      return (await joinRunning(binaries, here)) ?? (await start(binaries, here));
    } finally {
      release();
    }
  } catch (error) {
    throw explainFolderError(error, options.dataDir);
  }
}

/** A server whose starter lives is joined; one left behind by a starter that was killed is adopted, and then ours to stop. */
async function joinRunning(
  binaries: Binaries,
  options: EmbeddedOptions,
  attempt = 1,
): Promise<EmbeddedDatabase | undefined> {
  const { dataDir } = options;
  const running = await settle(postgresFolder(dataDir), START_PATIENCE_MS);
  if (running === undefined) return undefined;
  const passwords = readPasswords(dataDir);
  try {
    await ensureRolesAndDatabase(passwords, running.port);
  } catch (error) {
    if (attempt === JOIN_ATTEMPTS || !isLostConnection(error)) throw error;
    await delay(attempt * 200); // it was being killed as we came
    return joinRunning(binaries, options, attempt + 1);
  }
  const record = readRunRecord(dataDir);
  const attached = record !== undefined && record.postmaster === running.pid && isLiving(record.owner);
  if (attached) return { ...describe(passwords, running.port), attached, stop: () => Promise.resolve() };
  return own(binaries, options, passwords, running.pid, running.port);
}

function isLostConnection(error: unknown): boolean {
  return error instanceof Error && /ECONNRESET|ECONNREFUSED|terminated|shutting down/.test(error.message);
}

async function start(binaries: Binaries, options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, fsync = true } = options;
  const folder = postgresFolder(dataDir);
  const present = hasCluster(folder);
  const passwords = present ? readPasswords(dataDir) : makePasswords(dataDir);
  const serverUser = chooseServerUser(folder);
  if (!present) makeCluster(binaries, serverUser, folder, passwords.postgres, fsync);
  const { pid, port } = await startOnPort(binaries, serverUser, folder, fsync, options.port);
  await ensureRolesAndDatabase(passwords, port);
  return own(binaries, options, passwords, pid, port);
}

function recordOurs(dataDir: string, postmaster: number, port: number): void {
  writeRunRecord(dataDir, { owner: findProcess(process.pid) as ProcessIdentity, postmaster, port });
}

function describe(passwords: Passwords, port: number): Omit<EmbeddedDatabase, 'attached' | 'stop'> {
  const appUrl = urlFor('vamco_app', passwords, port);
  return {
    ownerUrl: urlFor('vamco_owner', passwords, port),
    appUrl,
    directUrl: appUrl,
    superuserUrl: urlFor('postgres', passwords, port, 'postgres'),
    port,
  };
}

/** A server that is ours to keep running and to stop. */
function own(
  binaries: Binaries,
  options: EmbeddedOptions,
  passwords: Passwords,
  pid: number,
  port: number,
): EmbeddedDatabase {
  recordOurs(options.dataDir, pid, port);
  const kept = keepRunning(pid, () => startAgain(binaries, options, port));
  return {
    ...describe(passwords, port),
    attached: false,
    stop: async () => stop(options.dataDir, await kept.letGo()),
  };
}

/** On the same port, because the addresses were given out. */
async function startAgain(
  binaries: Binaries,
  { dataDir, fsync = true }: EmbeddedOptions,
  port: number,
): Promise<number> {
  const folder = postgresFolder(dataDir);
  const release = await takeStartLock(dataDir, START_PATIENCE_MS);
  try {
    const running = await settle(folder, START_PATIENCE_MS);
    if (running !== undefined) return running.pid;
    const { pid } = await startOnPort(binaries, chooseServerUser(folder), folder, fsync, port);
    recordOurs(dataDir, pid, port);
    return pid;
  } finally {
    release();
  }
}

/** Under the start lock, so that a program starting at this moment waits and then starts its own instead of joining a dying server. */
async function stop(dataDir: string, pid: number): Promise<void> {
  const release = await takeStartLock(dataDir, START_PATIENCE_MS);
  try {
    await stopPostmaster(postgresFolder(dataDir), pid, STOP_PATIENCE_MS);
    if (readRunRecord(dataDir)?.postmaster === pid) removeRunRecord(dataDir);
  } finally {
    release();
  }
}

const postgresFolder = (dataDir: string): string => join(dataDir, 'postgres');
