/** Saves a running installation: a checkpoint, then the database as of one moment, then the files it refers to; keys go to a folder of their own. */
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Clock, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { BlobStore } from '../files/blob-store.ts';
import { createDiskStore } from '../files/disk-store.ts';
import { type CheckpointKeeper, makeCheckpoint } from '../journal/checkpoints.ts';
import { backupFault, type BackupFault, BackupInterrupted, orFault } from './backup-fault.ts';
import { copyBlobs } from './blobs.ts';
import { saveCheckpoints } from './kept-checkpoints.ts';
import { copyKeys, savePublicKey } from './key-folder.ts';
import { type Manifest, type SavedMigration, type SavedTable, writeManifest } from './manifest.ts';
import { exportTable, EXACT_TEXT, listTables } from './tables.ts';

export interface Installation {
  readonly db: Db;
  /** Role that owns the database. */
  readonly ownerUrl: string;
  readonly files: BlobStore;
  readonly keeper: CheckpointKeeper;
  /** Folder of the keys, which go to `keys` below. */
  readonly keyFolder: string;
  readonly clock: Clock;
}

export type BackedUp = { readonly manifest: Manifest; readonly fault?: undefined } | { readonly fault: BackupFault };

/** `folder` must be new or empty; `keys` is created when missing. The program goes on working meanwhile. */
export function backUp(from: Installation, to: { folder: string; keys: string }): Promise<BackedUp> {
  return orFault(writeBackup(from, to));
}

async function writeBackup(from: Installation, { folder, keys }: { folder: string; keys: string }): Promise<BackedUp> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new BackupInterrupted(backupFault('backup.folder-not-empty', folder));
  // The folder above must be there: a disk that is not mounted must not turn into a folder on the wrong one.
  if (!existsSync(folder)) await mkdir(folder, { mode: 0o700 });
  await mkdir(join(folder, 'tables'), { mode: 0o700 });
  // Before the snapshot, so that it holds the checkpoint; one made after would speak of entries that the backup does not have.
  await makeCheckpoint(from.db, from.keeper, from.clock);
  const { digests, lastCheckpoint, ...database } = await withSnapshot(from.ownerUrl, (client) =>
    saveDatabase(client, from, folder),
  );
  await saveCheckpoints(from.db, from.keeper.folder, join(folder, 'checkpoints'), lastCheckpoint);
  const files = await copyBlobs(from.files, createDiskStore(join(folder, 'files')), digests);
  await copyKeys(from.keyFolder, keys);
  await savePublicKey(from.keyFolder, folder);
  const manifest: Manifest = { format: 1, ...database, files };
  await writeManifest(folder, manifest);
  return { manifest };
}

async function saveDatabase(client: Client, from: Installation, folder: string) {
  const tables: SavedTable[] = [];
  const at = isoOf(from.clock());
  for (const table of await listTables(client)) tables.push(await exportTable(client, table, folder));
  const migrations = await client.query<SavedMigration>(
    'select owner, number, name, sha256 from db.migration order by 1, 2',
  );
  // sequences are not part of a snapshot: what is read later can only be higher, which loses a number and never gives one twice
  const sequences = await client.query<{ name: string; last: string }>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences
    where last_value is not null and schemaname !~ '^pg_' and schemaname not in ('information_schema', 'public')`);
  const digests = await client.query<{ digest: string }>('select digest from files.blob order by digest');
  const last = await client.query<{ number: number }>(
    'select coalesce(max(number), 0)::integer as number from journal.checkpoint',
  );
  return {
    at,
    serverVersion:
      (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '',
    migrations: migrations.rows,
    tables,
    sequences: sequences.rows,
    digests: digests.rows.map((row) => row.digest),
    lastCheckpoint: last.rows[0]?.number ?? 0,
  };
}

async function withSnapshot<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'vamco-backup' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(EXACT_TEXT);
    return await work(client);
  } finally {
    await client.end();
  }
}
