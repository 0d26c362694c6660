/** Migrations: plain numbered SQL per engine and system, forward only, each applied once in a transaction of its own with its ledger row first. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { fromRoot } from '../config/project-root.ts';
import { areJobsInstalled, installJobs } from '../jobs/install.ts';

/** One folder of migrations: `owner` names the engine or system, which is also its schema. */
export interface MigrationSource {
  readonly owner: string;
  readonly folder: string;
}

interface MigrationFile {
  readonly owner: string;
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
  /** The file's first line is `-- breaking`: a program that does not know this migration must not run on the database. */
  readonly breaking: boolean;
}

export class MigrationError extends Error {
  readonly code:
    | 'db.migration-edited'
    | 'db.migration-missing'
    | 'db.schema-newer'
    | 'db.behind'
    | 'db.migration-misnamed';
  constructor(code: MigrationError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export const engineMigrations = (engine: string): MigrationSource => ({
  owner: engine,
  folder: fromRoot('src/platform', engine, 'migrations'),
});

export const systemMigrations = (system: string): MigrationSource => ({
  owner: system,
  folder: fromRoot('src/systems', system, 'migrations'),
});

/**
 * Brings the database up to date as its owner; answers what was applied. Two at once are safe: an advisory lock makes the second wait.
 * `wanted` stops on the way: a restore first makes the schema of the backup's day.
 */
export async function migrate(
  ownerUrl: string,
  sources: readonly MigrationSource[],
  wanted: (file: Pick<MigrationFile, 'owner' | 'number' | 'name' | 'sha256'>) => boolean = () => true,
): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('vamco.migrate'))`);
    await client.query(LEDGER);
    const files = sources.flatMap(readMigrations).filter(wanted);
    const pending = pendingOf(files, await readLedger(client));
    for (const file of pending) await applyMigration(client, file);
    await installJobs(ownerUrl, client);
    return pending.map((file) => `${file.owner}/${file.name}`);
  });
}

/** For a start without the owner's rights: throws `db.behind` when something is pending, `db.schema-newer` when the database is ahead. */
export async function assertMigrated(url: string, sources: readonly MigrationSource[]): Promise<void> {
  await withClient(url, async (client) => {
    const known = await client.query(`select to_regclass('db.migration') is not null as present`);
    const ledger = known.rows[0].present ? await readLedger(client) : [];
    const pending = pendingOf(sources.flatMap(readMigrations), ledger);
    if (pending.length > 0) {
      throw new MigrationError(
        'db.behind',
        `the database is ${pending.length} migrations behind this program: run "npx vamco migrate"`,
      );
    }
    if (!(await areJobsInstalled(client)))
      throw new MigrationError('db.behind', 'the database has no job engine yet: run "npx vamco migrate"');
  });
}

const LEDGER = `
  create schema if not exists db;
  create table if not exists db.migration (
    owner      text not null,
    number     integer not null,
    name       text not null,
    sha256     text not null,
    breaking   boolean not null,
    applied_at timestamptz not null default clock_timestamp(),
    constraint migration_pkey primary key (owner, number)
  );
  comment on table db.migration is 'Ledger of applied migrations. Sổ các bước nâng cấp cấu trúc cơ sở dữ liệu.';
  grant usage on schema db to vamco_app;
  grant select on db.migration to vamco_app;
`;

interface LedgerRow {
  owner: string;
  number: number;
  name: string;
  sha256: string;
  breaking: boolean;
}

async function readLedger(client: pg.Client): Promise<LedgerRow[]> {
  return (await client.query<LedgerRow>('select owner, number, name, sha256, breaking from db.migration')).rows;
}

function pendingOf(files: readonly MigrationFile[], ledger: readonly LedgerRow[]): MigrationFile[] {
  const byKey = new Map(files.map((file) => [`${file.owner}/${file.number}`, file]));
  for (const row of ledger) {
    const file = byKey.get(`${row.owner}/${row.number}`);
    if (!file && row.breaking) {
      throw new MigrationError(
        'db.schema-newer',
        `the database holds ${row.owner}/${row.name}, which this program does not know: run the newer program`,
      );
    }
    if (file && file.sha256 !== row.sha256) {
      throw new MigrationError(
        'db.migration-edited',
        `${row.owner}/${row.name} was edited after it had been applied: add a new migration instead`,
      );
    }
  }
  const applied = new Set(ledger.map((row) => `${row.owner}/${row.number}`));
  return files.filter((file) => !applied.has(`${file.owner}/${file.number}`));
}

async function applyMigration(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('begin');
  try {
    await client.query('insert into db.migration (owner, number, name, sha256, breaking) values ($1, $2, $3, $4, $5)', [
      file.owner,
      file.number,
      file.name,
      file.sha256,
      file.breaking,
    ]);
    await client.query(file.text);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${file.owner}/${file.name} failed: ${(error as Error).message}`, { cause: error });
  }
}

function readMigrations(source: MigrationSource): MigrationFile[] {
  const files = readdirSync(source.folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return files.map((name, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
    if (Number.isNaN(number))
      throw new MigrationError(
        'db.migration-misnamed',
        `${source.owner}/${name}: migrations are named 0001_what_it_does.sql`,
      );
    if (number !== index + 1)
      throw new MigrationError(
        'db.migration-missing',
        `${source.owner}: migration ${index + 1} is missing before ${name}`,
      );
    const text = readFileSync(join(source.folder, name), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { owner: source.owner, number, name, text, sha256, breaking: text.startsWith('-- breaking') };
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'vamco-migrate' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
