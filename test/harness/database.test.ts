import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  return database.drop;
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a database for tests', () => {
  it('is a migrated clone that the owner owns', async () => {
    const rows = await ask(database.ownerUrl, `select count(*)::int as applied, current_user as me from db.migration`);
    expect(rows[0]?.['applied']).toBeGreaterThan(0);
    expect(rows[0]?.['me']).toBe('vamco_owner');
  });

  it('lets the running role make nothing', async () => {
    await expect(ask(database.appUrl, 'create table public.planted (id integer)')).rejects.toThrow(/permission denied/);
    await expect(ask(database.appUrl, 'create schema planted')).rejects.toThrow(/permission denied/);
  });

  it('names the connections that a test file forgot', async () => {
    const other = await testDatabase({ empty: true });
    const forgotten = new Client({ connectionString: other.url, application_name: 'forgotten' });
    forgotten.on('error', () => undefined);
    await forgotten.connect();
    await expect(other.drop()).rejects.toThrow(/left connections open: forgotten/);
  });
});
