/** Roles and passwords of the embedded database: an owner who migrates, and the role the program runs as, which owns nothing. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

export type RoleName = 'postgres' | 'vamco_owner' | 'vamco_app';

/** Password by role, 48 hex digits each, kept in `DATA_DIR/keys/database.json` with mode 0600. */
export type Passwords = Readonly<Record<RoleName, string>>;

const passwordFile = (dataDir: string): string => join(dataDir, 'keys', 'database.json');

export function readPasswords(dataDir: string): Passwords {
  const path = passwordFile(dataDir);
  if (!existsSync(path)) throw new EmbeddedDatabaseError('db.database-keys-missing', path);
  return JSON.parse(readFileSync(path, 'utf8')) as Passwords;
}

export function makePasswords(dataDir: string): Passwords {
  const path = passwordFile(dataDir);
  const secret = (): string => randomBytes(24).toString('hex');
  const passwords: Passwords = { postgres: secret(), vamco_owner: secret(), vamco_app: secret() };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, `${JSON.stringify(passwords)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return passwords;
}

export function urlFor(role: RoleName, passwords: Passwords, port: number, database = 'vamco'): string {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}

/** Makes what is missing, so that a start cut short anywhere is completed by the next one. */
export async function ensureRolesAndDatabase(passwords: Passwords, port: number): Promise<void> {
  const client = new Client({ connectionString: urlFor('postgres', passwords, port, 'postgres') });
  await client.connect();
  try {
    const roles = await client.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'vamco%'`);
    for (const role of ['vamco_owner', 'vamco_app'] as const) {
      if (roles.rows.some((row) => row.rolname === role)) continue;
      await client.query(`create role ${role} login password '${passwords[role]}'`);
    }
    const databases = await client.query(`select 1 from pg_database where datname = 'vamco'`);
    if (databases.rowCount === 0) await client.query('create database vamco owner vamco_owner');
    await client.query('revoke all on database vamco from public');
    await client.query('grant connect, temporary on database vamco to vamco_app');
  } finally {
    await client.end();
  }
}
