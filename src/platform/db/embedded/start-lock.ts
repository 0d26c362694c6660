/** The lock of a data folder: held for the moments in which the database is started or stopped, and the record of who started it. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { findProcess, isLiving, type ProcessIdentity } from './process-identity.ts';

/** `run.json`: the process that started (or adopted) the database and will stop it, and where the database is. */
export interface RunRecord {
  readonly owner: ProcessIdentity;
  readonly postmaster: number;
  readonly port: number;
}

const POLL_MS = 50;

/**
 * Waits while another living process holds the lock; a lock left by a dead one is taken away. Answers the function that releases it.
 * `patienceMs` is long because the holder may be bringing a crashed database back.
 */
export async function takeStartLock(dataDir: string, patienceMs: number): Promise<() => void> {
  const path = join(dataDir, 'run.lock');
  const me = JSON.stringify(findProcess(process.pid));
  const draft = `${path}.${process.pid}.${lockCount++}`;
  writeFileSync(draft, me, { mode: 0o600 });
  try {
    for (let waited = 0; ; waited += POLL_MS) {
      if (tryLink(draft, path)) return () => rmSync(path, { force: true });
      const holder = readHolder(path);
      if (holder !== undefined && !isLiving(holder)) removeStale(path, holder);
      else if (waited >= patienceMs)
        throw new EmbeddedDatabaseError('db.data-folder-locked', `pid ${holder?.pid ?? '?'}, ${path}`);
      else await delay(POLL_MS);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

let lockCount = 0;

export function readRunRecord(dataDir: string): RunRecord | undefined {
  return readJson(join(dataDir, 'run.json')) as RunRecord | undefined;
}

export function writeRunRecord(dataDir: string, record: RunRecord): void {
  const draft = join(dataDir, `run.json.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  renameSync(draft, join(dataDir, 'run.json'));
}

export function removeRunRecord(dataDir: string): void {
  rmSync(join(dataDir, 'run.json'), { force: true });
}

/** A hard link appears with its content and fails when the name is taken: no reader ever sees a half-written lock. */
function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Two waiters may both see the dead holder: moving the lock aside first shows which lock was really taken, and a living one goes back. */
function removeStale(path: string, dead: ProcessIdentity): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && (moved.pid !== dead.pid || moved.started !== dead.started)) tryLink(aside, path);
  rmSync(aside, { force: true });
}

const readHolder = (path: string): ProcessIdentity | undefined => readJson(path) as ProcessIdentity | undefined;

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
