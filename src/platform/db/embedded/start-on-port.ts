/** Starting the server on a free port with our settings, through the troubles that pass, and naming those that do not. */
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { removeStalePidFile, startPostmaster } from './postmaster.ts';
import type { ServerUser } from './server-user.ts';

const ATTEMPTS = 8;

/** A free port can be taken by someone else before the server binds it, and memory of a killed server lives on until its last child ends: both pass. */
export async function startOnPort(
  binaries: Binaries,
  serverUser: ServerUser,
  folder: string,
  fsync: boolean,
  fixedPort?: number,
): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort(fixedPort);
    removeStalePidFile(folder);
    const outcome = await startPostmaster(binaries, serverUser, folder, settingsFor(port, fsync));
    if ('pid' in outcome) return { pid: outcome.pid, port };
    const passing = /Address already in use|pre-existing shared memory|still in use/.test(outcome.failed);
    if (!passing || attempt === ATTEMPTS) throw explainFailedStart(outcome.failed, folder, port);
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
