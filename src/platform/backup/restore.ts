/** Brings a backup back into an empty installation: the schema of its day, its rows in one transaction, its files, then the schema of today. */
import { createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Clock } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import type { Db } from '../db/database.ts';
import { migrate, type MigrationSource } from '../db/migrate.ts';
import type { BlobStore } from '../files/blob-store.ts';
import { createDiskStore } from '../files/disk-store.ts';
import { readKeptCheckpoints } from '../journal/checkpoints.ts';
import { sealEntry, type SealedEntry } from '../journal/entry.ts';
import { settleRestored } from '../journal/settle-restored.ts';
import { type Verification, verifyJournal } from '../journal/verify-journal.ts';
import { INSTALLATION } from '../system/installation.ts';
import { backupFault, type BackupFault, BackupInterrupted, orFault } from './backup-fault.ts';
import { copyBlobs } from './blobs.ts';
import { restoreCheckpoints } from './kept-checkpoints.ts';
import { copyKeys, findKeyFault, readPublicKey } from './key-folder.ts';
import { type Manifest, readManifest, type SavedMigration } from './manifest.ts';
import {
  checkTableFiles,
  EXACT_TEXT,
  findUnknownTable,
  importTable,
  quoted,
  tableName,
  withoutForeignKeys,
} from './tables.ts';

export interface EmptyInstallation {
  readonly db: Db;
  readonly ownerUrl: string;
  readonly sources: readonly MigrationSource[];
  readonly files: BlobStore;
  readonly keyFolder: string;
  readonly checkpointFolder: string;
  readonly clock: Clock;
}

export type Restored =
  | { readonly manifest: Manifest; readonly journal: Verification; readonly fault?: undefined }
  | { readonly fault: BackupFault };

/** `keys` is the folder of saved keys, needed unless the installation has them. Interrupted anywhere, it can be run again. */
export function restore(to: EmptyInstallation, from: { folder: string; keys: string }): Promise<Restored> {
  return orFault(readBackup(to, from));
}

async function readBackup(to: EmptyInstallation, from: { folder: string; keys: string }): Promise<Restored> {
  const manifest = await readManifest(from.folder);
  await checkTableFiles(from.folder, manifest.tables);
  const keyFault = await findKeyFault(from.folder, to.keyFolder, from.keys);
  if (keyFault) throw new BackupInterrupted(keyFault);
  await refuseUsed(to.db);
  await withOwner(to.ownerUrl, async (client) => {
    await makeSchema(client, to, manifest);
    await client.query('begin');
    await loadDatabase(client, manifest, from.folder);
    await bringFiles(client, to, from);
    await client.query('commit'); // last: until here the installation counts as empty, and the restore can be run again
  });
  await migrate(to.ownerUrl, to.sources);
  await writeAct(to.db, { rows: [], entries: [restoredEntry(to, manifest)] });
  const publicKey = createPublicKey(await readPublicKey(from.folder));
  const journal = await verifyJournal(to.db, await readKeptCheckpoints(to.checkpointFolder), publicKey);
  return { manifest, journal };
}

async function refuseUsed(db: Db): Promise<void> {
  const entry = await db.selectFrom('journal.entry').select('id').limit(1).executeTakeFirst();
  if (entry !== undefined) throw new BackupInterrupted(backupFault('backup.target-not-empty'));
}

/** The tables as they were when the backup was made; what has been added since comes after the rows are in. */
async function makeSchema(client: Client, to: EmptyInstallation, manifest: Manifest): Promise<void> {
  const schemas = new Set(['db', ...to.sources.map(schemaOf), ...manifest.tables.map((table) => table.schema)]);
  for (const schema of schemas) await client.query(`drop schema if exists ${quoted(schema)} cascade`);
  const isSaved = (file: SavedMigration): boolean => manifest.migrations.some((saved) => isSame(saved, file));
  await migrate(to.ownerUrl, to.sources, isSaved);
  const made = await client.query<SavedMigration>('select owner, number, name, sha256 from db.migration');
  const unknown = manifest.migrations.find((saved) => !made.rows.some((row) => isSame(saved, row)));
  if (unknown) throw new BackupInterrupted(backupFault('backup.newer-program', `${unknown.owner}/${unknown.name}`));
  const table = await findUnknownTable(client, manifest.tables);
  if (table) throw new BackupInterrupted(backupFault('backup.newer-program', tableName(table)));
}

const schemaOf = (source: MigrationSource): string => source.owner.replaceAll('-', '_');

const isSame = (a: SavedMigration, b: SavedMigration): boolean =>
  a.owner === b.owner && a.number === b.number && a.sha256 === b.sha256;

async function loadDatabase(client: Client, manifest: Manifest, folder: string): Promise<void> {
  await client.query(EXACT_TEXT);
  await client.query(`truncate ${manifest.tables.map(tableName).join(', ')}`); // rows that migrations put there
  await withoutForeignKeys(client, async () => {
    for (const table of manifest.tables) await importTable(client, table, folder);
  });
  for (const { name, last } of manifest.sequences) await client.query('select setval($1::regclass, $2)', [name, last]);
  await settleRestored(client);
  await client.query('analyze');
}

async function bringFiles(
  client: Client,
  to: EmptyInstallation,
  from: { folder: string; keys: string },
): Promise<void> {
  const blobs = await client.query<{ digest: string }>('select digest from files.blob');
  const digests = blobs.rows.map((row) => row.digest);
  await copyBlobs(createDiskStore(join(from.folder, 'files')), to.files, digests);
  await restoreCheckpoints(join(from.folder, 'checkpoints'), to.checkpointFolder);
  if (existsSync(from.keys)) await copyKeys(from.keys, to.keyFolder);
}

/** The past that came back ends here: whoever later misses an act after the backup finds the reason in the journal. */
function restoredEntry(to: EmptyInstallation, manifest: Manifest): SealedEntry {
  return sealEntry(
    { type: 'system.restored', body: { backup_at: manifest.at } },
    {
      actor: { kind: 'program', program: 'system.restore' },
      subject: { type: 'installation', id: INSTALLATION },
      at: to.clock(),
    },
  );
}

async function withOwner(ownerUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'vamco-restore' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
