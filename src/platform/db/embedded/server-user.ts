/** As whom PostgreSQL runs: it refuses root, so root goes through a user namespace, or else through another user of the machine. */
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

/** `prefix` goes before the program's path; `user` is the identity to spawn with and the owner that its files need. */
export interface ServerUser {
  readonly prefix: readonly string[];
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** A fixed environment, so that no PG… variable of the caller reaches the server and its messages are in English. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' };

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];

/** `postgresFolder` may not exist yet; when it does, its owner decides, because PostgreSQL opens only its own user's folder. */
export function chooseServerUser(postgresFolder: string): ServerUser {
  const me = process.getuid?.();
  const owner = existsSync(postgresFolder) ? statSync(postgresFolder) : undefined;
  if (me !== 0) {
    if (owner !== undefined && me !== undefined && owner.uid !== me)
      throw new EmbeddedDatabaseError('db.data-folder-unreadable', postgresFolder);
    return { prefix: [] };
  }
  if (owner !== undefined && owner.uid !== 0) return { prefix: [], user: { uid: owner.uid, gid: owner.gid } };
  if (spawnSync(NAMESPACE[0] as string, [...NAMESPACE.slice(1), 'true'], { env: SERVER_ENVIRONMENT }).status === 0)
    return { prefix: NAMESPACE };
  return { prefix: [], user: findOrdinaryUser(postgresFolder) };
}

/** Spawning with a uid that has no passwd entry fails inside PostgreSQL, so only users the machine knows will do. */
function findOrdinaryUser(postgresFolder: string): { uid: number; gid: number } {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = entries.find((fields) => fields[0] === name);
    if (entry !== undefined) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new EmbeddedDatabaseError('db.no-server-user', postgresFolder);
}

export function giveTo(serverUser: ServerUser, path: string): void {
  if (serverUser.user !== undefined) chownSync(path, serverUser.user.uid, serverUser.user.gid);
}
