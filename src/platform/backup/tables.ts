/** The tables of a database, out to files and back in: PostgreSQL's COPY, which every version from 15 on writes and reads alike. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { backupFault, BackupInterrupted } from './backup-fault.ts';
import { syncPath } from './durable-file.ts';
import { type SavedTable, tableFile } from './manifest.ts';

type Table = Omit<SavedTable, 'rows' | 'sha256'>;

/** Fixed, so that the same row gives the same text on every server. */
export const EXACT_TEXT = `
  set local datestyle to 'ISO, YMD'; set local intervalstyle to 'postgres'; set local timezone to 'UTC';
  set local extra_float_digits to 1; set local bytea_output to 'hex';
  set local statement_timeout to 0; set local lock_timeout to 0; set local idle_in_transaction_session_timeout to 0`;

/**
 * Every table outside PostgreSQL's own schemas and `public`. Left out: the ledgers of migrations, which migrating writes itself, generated
 * columns, and columns of type xid8, whose values mean nothing in another server (see journal/settle-restored.ts).
 * A partitioned table counts as one: at restore its rows go to the partitions that are there then, so it needs a default partition.
 */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
      and (n.nspname, c.relname) not in (('db', 'migration'), ('graphile_worker', 'migrations'))
    group by 1, 2 order by 1, 2`);
  return rows;
}

export async function exportTable(client: Client, table: Table, folder: string): Promise<SavedTable> {
  const source = client.query(copyTo(`copy (select ${columnList(table)} from ${tableName(table)}) to stdout`));
  const hash = createHash('sha256');
  const path = tableFile(folder, table);
  await pipeline(source, createGzip({ level: 1 }), hashing(hash), createWriteStream(path, { mode: 0o600 }));
  await syncPath(path);
  return { ...table, rows: source.rowCount, sha256: hash.digest('hex') };
}

/** Interrupts at the first table file that is not what the manifest says, before anything is changed. */
export async function checkTableFiles(folder: string, tables: readonly SavedTable[]): Promise<void> {
  for (const table of tables) {
    const path = tableFile(folder, table);
    const hash = createHash('sha256');
    if (existsSync(path)) await pipeline(createReadStream(path), hash);
    if (hash.digest('hex') !== table.sha256) throw new BackupInterrupted(backupFault('backup.damaged', path));
  }
}

export async function importTable(client: Client, table: SavedTable, folder: string): Promise<void> {
  const target = client.query(copyFrom(`copy ${tableName(table)} (${columnList(table)}) from stdin`));
  await pipeline(createReadStream(tableFile(folder, table)), createGunzip(), target);
}

function hashing(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

/** The first saved table that this schema has no place for, or not for each of its columns. */
export async function findUnknownTable(client: Client, saved: readonly SavedTable[]): Promise<SavedTable | undefined> {
  const known = new Map((await listTables(client)).map((table) => [tableName(table), table.columns]));
  return saved.find((table) => table.columns.some((column) => !known.get(tableName(table))?.includes(column)));
}

/** Foreign keys are taken off while tables are loaded, in whatever order, and put back with all rows checked at once. */
export async function withoutForeignKeys(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and conparentid = 0`);
  for (const key of rows) await client.query(`alter table ${key.table} drop constraint ${key.name}`);
  await work();
  for (const key of rows) await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
}

export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

export const tableName = (table: Pick<Table, 'schema' | 'name'>): string =>
  `${quoted(table.schema)}.${quoted(table.name)}`;

const columnList = (table: Table): string => table.columns.map(quoted).join(', ');
