/** Starts the PostgreSQL that comes with the install on a data folder, or joins the one that already runs there. */
import { mkdirSync, realpathSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Binaries, locateBinaries } from './binaries.ts';
import { hasCluster, makeCluster } from './cluster.ts';
import { EmbeddedDatabaseError, explainFolderError } from './embedded-database-error.ts';
import { removeStalePidFile, settle, startPostmaster, stopPostmaster } from './postmaster.ts';
import { findProcess, isLiving, type ProcessIdentity } from './process-identity.ts';
import { ensureRolesAndDatabase, makePasswords, type Passwords, readPasswords, urlFor } from './roles.ts';
import { chooseServerUser, type ServerUser } from './server-user.ts';
import { readRunRecord, removeRunRecord, takeStartLock, writeRunRecord } from './start-lock.ts';

export interface EmbeddedOptions {
  /** DATA_DIR: gets `postgres/`, `postgres.log`, `keys/database.json` and `run.json`. */
  readonly dataDir: string;
  /** False only for databases that may be lost: tests. Also turns off `synchronous_commit`. */
  readonly fsync?: boolean;
  /** A fixed port; without it a free one is chosen. */
  readonly port?: number;
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
const START_ATTEMPTS = 8;

/** Throws EmbeddedDatabaseError, with one sentence in both languages, for every cause a person can do something about. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const binaries = locateBinaries();
  try {
    mkdirSync(options.dataDir, { recursive: true });
    const dataDir = realpathSync(options.dataDir);
    const release = await takeStartLock(dataDir, START_PATIENCE_MS);
    try {
      return (await joinRunning(dataDir)) ?? (await start(binaries, { ...options, dataDir }));
    } finally {
      release();
    }
  } catch (error) {
    throw explainFolderError(error, options.dataDir);
  }
}

/** A server whose starter lives is joined; one left behind by a starter that was killed is adopted, and then ours to stop. */
async function joinRunning(dataDir: string, attempt = 1): Promise<EmbeddedDatabase | undefined> {
  const running = await settle(postgresFolder(dataDir), START_PATIENCE_MS);
  if (running === undefined) return undefined;
  const passwords = readPasswords(dataDir);
  try {
    await ensureRolesAndDatabase(passwords, running.port);
  } catch (error) {
    if (attempt === START_ATTEMPTS || !isLostConnection(error)) throw error;
    await delay(attempt * 200); // it was being killed as we came
    return joinRunning(dataDir, attempt + 1);
  }
  const record = readRunRecord(dataDir);
  const attached = record !== undefined && record.postmaster === running.pid && isLiving(record.owner);
  if (!attached) recordOurs(dataDir, running.pid, running.port);
  return describe(dataDir, passwords, running.pid, running.port, attached);
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
  recordOurs(dataDir, pid, port);
  await ensureRolesAndDatabase(passwords, port);
  return describe(dataDir, passwords, pid, port, false);
}

/** A free port can be taken by someone else before the server binds it, and memory of a killed server lives on until its last child ends: both pass. */
async function startOnPort(
  binaries: Binaries,
  serverUser: ServerUser,
  folder: string,
  fsync: boolean,
  fixedPort?: number,
) {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort(fixedPort);
    removeStalePidFile(folder);
    const outcome = await startPostmaster(binaries, serverUser, folder, settingsFor(port, fsync));
    if ('pid' in outcome) return { pid: outcome.pid, port };
    const passing = /Address already in use|pre-existing shared memory|still in use/.test(outcome.failed);
    if (!passing || attempt === START_ATTEMPTS) throw explainFailedStart(outcome.failed, folder, port);
    await delay(attempt * 200);
  }
}

function settingsFor(port: number, fsync: boolean): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '', // no socket file, so no limit on the length of the folder's path
    shared_buffers: fsync ? '256MB' : '128MB',
    max_connections: fsync ? '100' : '200',
    wal_level: 'replica',
    timezone: 'Asia/Ho_Chi_Minh',
    log_timezone: 'Asia/Ho_Chi_Minh',
    // the log must not hold personal data: no statements, and no details, which quote the row that broke a constraint
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    idle_in_transaction_session_timeout: '60s',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}

function explainFailedStart(output: string, folder: string, port: number): EmbeddedDatabaseError {
  if (/Address already in use/.test(output)) return new EmbeddedDatabaseError('db.port-in-use', String(port));
  if (/No space left|Disk quota exceeded/.test(output)) return new EmbeddedDatabaseError('db.disk-full', folder);
  if (/lock file .* already exists|still in use/.test(output))
    return new EmbeddedDatabaseError('db.data-folder-locked', join(folder, 'postmaster.pid'));
  if (/Permission denied|wrong ownership|Read-only file system/.test(output))
    return new EmbeddedDatabaseError('db.data-folder-unreadable', folder);
  const fatal = output.split('\n').filter((line) => /FATAL|PANIC|ERROR/.test(line));
  return new EmbeddedDatabaseError('db.server-did-not-start', fatal.at(-1) ?? output);
}

/** Asks the system for a free port of 127.0.0.1, or for the fixed one. */
function findFreePort(fixedPort = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (cause) => reject(new EmbeddedDatabaseError('db.port-in-use', String(fixedPort), { cause })));
    probe.listen({ host: '127.0.0.1', port: fixedPort, exclusive: true }, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function recordOurs(dataDir: string, postmaster: number, port: number): void {
  writeRunRecord(dataDir, { owner: findProcess(process.pid) as ProcessIdentity, postmaster, port });
}

function describe(
  dataDir: string,
  passwords: Passwords,
  pid: number,
  port: number,
  attached: boolean,
): EmbeddedDatabase {
  const appUrl = urlFor('vamco_app', passwords, port);
  return {
    ownerUrl: urlFor('vamco_owner', passwords, port),
    appUrl,
    directUrl: appUrl,
    superuserUrl: urlFor('postgres', passwords, port, 'postgres'),
    port,
    attached,
    stop: () => (attached ? Promise.resolve() : stop(dataDir, pid)),
  };
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
