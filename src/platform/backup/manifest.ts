/** The manifest: what a backup holds. It is written last, so a folder without one is a backup that was cut off. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupFault, BackupInterrupted } from './backup-fault.ts';
import { writeDurably } from './durable-file.ts';

export interface Manifest {
  /** Format of the folder; 1 is the first. */
  readonly format: 1;
  /** ISO time with offset: the moment of the snapshot; nothing committed later is in it. */
  readonly at: string;
  readonly serverVersion: string;
  readonly migrations: readonly SavedMigration[];
  readonly tables: readonly SavedTable[];
  readonly sequences: readonly { readonly name: string; readonly last: string }[];
  readonly files: { readonly count: number; readonly bytes: number };
}

export interface SavedMigration {
  readonly owner: string;
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/** One table in `tables/<schema>.<table>.copy.gz`: PostgreSQL's COPY text format, columns in this order. */
export interface SavedTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Of the compressed file, hex. */
  readonly sha256: string;
}

export const tableFile = (folder: string, table: Pick<SavedTable, 'schema' | 'name'>): string =>
  join(folder, 'tables', `${table.schema}.${table.name}.copy.gz`);

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeDurably(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);

export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json');
  const text = existsSync(path) ? await readFile(path, 'utf8') : '';
  const manifest = parse(text) as Partial<Manifest> | undefined;
  const complete = [manifest?.migrations, manifest?.tables, manifest?.sequences].every(Array.isArray);
  if (manifest === undefined || !complete) throw new BackupInterrupted(backupFault('backup.not-a-backup', folder));
  if (manifest.format !== 1)
    throw new BackupInterrupted(backupFault('backup.newer-program', `format ${manifest.format}`));
  return manifest as Manifest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
