/** The PostgreSQL server process: starting it in a session of its own, seeing whether one already runs on a folder, and stopping it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { commandLineOf, findProcess } from './process-identity.ts';
import { SERVER_ENVIRONMENT, type ServerUser } from './server-user.ts';

/** What `postmaster.pid` says of a living server: `status` is the server's own word, padded there, trimmed here. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

const POLL_MS = 20;
const LOG_LIMIT_BYTES = 8 * 1024 * 1024;

/** The server that runs on this folder, if one does. A file left by a dead server, or one whose pid now means something else, does not count. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const lines = readIfThere(join(folder, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  if (lines === undefined || !(pid > 0) || findProcess(pid) === undefined) return undefined;
  if (!isServerOf(pid, folder)) return undefined;
  return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

/** PostgreSQL itself trusts any living pid in the file, so a stale file must go before a start. */
export function removeStalePidFile(folder: string): void {
  const pid = Number(readIfThere(join(folder, 'postmaster.pid'))?.split('\n')[0]);
  if (findProcess(pid) === undefined || !isPostgres(pid)) rmSync(join(folder, 'postmaster.pid'), { force: true });
}

/** Starts the server and waits until it takes connections, through crash recovery if need be. Answers its pid, or why it ended. */
export async function startPostmaster(
  binaries: Binaries,
  serverUser: ServerUser,
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ pid: number } | { failed: string }> {
  const logPath = `${folder}.log`;
  if ((statSync(logPath, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(logPath, `${logPath}.1`);
  const log = openSync(logPath, 'a', 0o600);
  const logStart = statSync(logPath).size;
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, ...args] = [...serverUser.prefix, binaries.postgres, '-D', folder, ...options] as [
    string,
    ...string[],
  ];
  // detached: a session of its own, so that Ctrl-C in the terminal reaches our process only
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    ...serverUser.user,
  });
  closeSync(log);
  child.unref();
  const ended = endOf(child);
  for (;;) {
    const early = await Promise.race([ended, delay(POLL_MS)]);
    if (early !== undefined)
      return { failed: `${early} ${readFileSync(logPath).subarray(logStart).toString('utf8')}`.trim() };
    const postmaster = findPostmaster(folder);
    if (postmaster !== undefined && postmaster.pid === child.pid && postmaster.status === 'ready')
      return { pid: postmaster.pid };
  }
}

/** Fast shutdown (SIGINT: sessions are ended, a checkpoint is written); after `patienceMs` SIGQUIT, which the next start recovers from. */
export async function stopPostmaster(folder: string, pid: number, patienceMs: number): Promise<void> {
  if (!isServerOf(pid, folder)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; findProcess(pid) !== undefined; waited += POLL_MS) {
    if (waited >= patienceMs && waited < patienceMs + POLL_MS && isServerOf(pid, folder)) process.kill(pid, 'SIGQUIT');
    await delay(POLL_MS);
  }
}

/** Waits while a server on this folder is on its way up or down; answers it when it is up, undefined when it is gone. */
export async function settle(folder: string, patienceMs: number): Promise<Postmaster | undefined> {
  for (let waited = 0; ; waited += POLL_MS) {
    const postmaster = findPostmaster(folder);
    if (postmaster === undefined || postmaster.status === 'ready') return postmaster;
    if (waited >= patienceMs)
      throw new EmbeddedDatabaseError('db.data-folder-locked', `postgres, pid ${postmaster.pid}, ${postmaster.status}`);
    await delay(POLL_MS);
  }
}

function isServerOf(pid: number, folder: string): boolean {
  return isPostgres(pid) && commandLineOf(pid).includes(` -D ${folder} `);
}

function isPostgres(pid: number): boolean {
  return /\bpostgres\b/.test(commandLineOf(pid));
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`(exit ${code ?? signal})`));
  });
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
