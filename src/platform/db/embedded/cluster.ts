/** The database's files: made once by initdb, beside their final place so that a half-made folder is never taken for a database. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Binaries, EMBEDDED_MAJOR } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { giveTo, SERVER_ENVIRONMENT, type ServerUser } from './server-user.ts';

/** True when `folder` holds a database these programs can open; false when it is absent or empty. Throws on a foreign, older or newer one. */
export function hasCluster(folder: string): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  const versionFile = join(folder, 'PG_VERSION');
  if (!existsSync(versionFile)) throw new EmbeddedDatabaseError('db.data-folder-foreign', folder);
  const version = readFileSync(versionFile, 'utf8').trim();
  if (Number(version) > EMBEDDED_MAJOR) throw new EmbeddedDatabaseError('db.data-folder-newer', version);
  if (Number(version) < EMBEDDED_MAJOR) throw new EmbeddedDatabaseError('db.data-folder-older', version);
  return true;
}

/** Locale C: no locale need be installed, and Vietnamese order comes from ICU collations named per column. Call under the start lock. */
export function makeCluster(
  binaries: Binaries,
  serverUser: ServerUser,
  folder: string,
  password: string,
  fsync: boolean,
): void {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true }); // only ever an empty folder, see hasCluster
  mkdirSync(draft, { mode: 0o700 });
  giveTo(serverUser, draft);
  const passwordFolder = mkdtempSync(join(tmpdir(), 'vamco-init-'));
  giveTo(serverUser, passwordFolder);
  try {
    const passwordFile = join(passwordFolder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    giveTo(serverUser, passwordFile);
    const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
    const content = ['-E', 'UTF8', '--locale=C', '--no-instructions', ...(fsync ? [] : ['--no-sync'])];
    runInitdb(binaries, serverUser, draft, [...access, ...content]);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
  renameSync(draft, folder);
  chmodSync(folder, 0o700);
}

function runInitdb(binaries: Binaries, serverUser: ServerUser, folder: string, args: readonly string[]): void {
  const [program = '', ...rest] = [...serverUser.prefix, binaries.initdb, '-D', folder, ...args];
  const run = spawnSync(program, rest, { encoding: 'utf8', env: SERVER_ENVIRONMENT, cwd: '/', ...serverUser.user });
  if (run.status === 0) return;
  // as another user of the machine, who can't reach the programs: an install in a home folder of mode 0700
  if (run.error !== undefined) throw new EmbeddedDatabaseError('db.no-server-user', run.error.message);
  const output = `${run.stdout}\n${run.stderr}`;
  if (/No space left|Disk quota exceeded/.test(output)) throw new EmbeddedDatabaseError('db.disk-full', folder);
  if (/Permission denied|Read-only file system/.test(output))
    throw new EmbeddedDatabaseError('db.data-folder-unreadable', folder);
  throw new EmbeddedDatabaseError('db.server-did-not-start', output.trim().split('\n').slice(-3).join(' '));
}
