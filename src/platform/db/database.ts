/** The way to PostgreSQL: one pool, values in the shapes the program uses, statements prepared by name. */
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Instant } from '../calendar/instant.ts';
import type { PlatformTables } from './platform-tables.ts';

/** A handle for a system: its own tables and the platform's. Inside a transaction the only handle is `trx`, of the same type. */
export type Db<Tables = unknown> = Kysely<Tables & PlatformTables>;

export interface OpenDatabase {
  readonly db: Db;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize?: number;
  /** Prepared statements by name are about 1.3 times as fast; a transaction-mode pooler such as pgbouncer breaks them. */
  readonly namedStatements?: boolean;
  readonly applicationName?: string;
}

export function openDatabase(options: DatabaseOptions): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    application_name: options.applicationName ?? 'vamco',
    types: { getTypeParser },
    ...(options.namedStatements === false ? {} : { Client: NamingClient }),
  });
  // A server restart emits errors on idle clients; without a handler the process dies. The next query reconnects.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  const db: Db = new Kysely<PlatformTables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === TIMESTAMPTZ) return readInstant;
  if (oid === DATE) return String;
  if (oid === INT8) return readWholeNumber;
  return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
}

/** Microseconds are cut off: what needs them (the journal's hashes) selects text. */
function readInstant(value: string): Instant {
  return Date.parse(value.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')) as Instant;
}

function readWholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`a bigint beyond 2^53 came out of the database: ${value}`);
  return number;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size > 5000) names.clear();
    name = createHash('sha1').update(text).digest('hex');
    names.set(text, name);
  }
  return name;
}

class NamingClient extends pg.Client {
  // pg has a dozen overloads of query; only the (text, values) one, which Kysely and our own code use, is given a name.
  // oxlint-disable-next-line typescript/no-explicit-any
  override query(first: any, second?: any, third?: any): any {
    return typeof first === 'string' && Array.isArray(second) && second.length > 0
      ? super.query({ name: nameOf(first), text: first, values: second as unknown[] }, third)
      : super.query(first, second, third);
  }
}
