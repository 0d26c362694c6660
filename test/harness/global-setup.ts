/** One real PostgreSQL for the whole test run, with a migrated template that each test file clones. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { Client } from 'pg';
import { migrationSources } from '../../src/migrations.ts';
import { type EmbeddedDatabase, startEmbedded } from '../../src/platform/db/embedded/launcher.ts';
import { findPostmaster, stopPostmaster } from '../../src/platform/db/embedded/postmaster.ts';
import { findProcess } from '../../src/platform/db/embedded/process-identity.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection of PostgreSQL's superuser and of the two roles, each to database `vamco`, the template. */
    databaseServer: { superuserUrl: string; ownerUrl: string; appUrl: string; failure: string | undefined };
  }
}

const PREFIX = 'vamco-test-';

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await startEmbedded({ dataDir, fsync: false, binaries: otherPostgres() });
  const tearDown = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const { superuserUrl, ownerUrl, appUrl } = server;
  // tests that need no database still run when a migration is broken; the others say why they can't
  const failure = await makeTemplate(server).then(
    () => undefined,
    (error: unknown) => String(error),
  );
  project.provide('databaseServer', { superuserUrl, ownerUrl, appUrl, failure });
  return tearDown;
}

/** `VAMCO_TEST_POSTGRES` names the folder of another PostgreSQL's programs; `npm run endure` sets it to repeat the tests on version 15. */
function otherPostgres(): { initdb: string; postgres: string } | undefined {
  const folder = process.env['VAMCO_TEST_POSTGRES'];
  return folder === undefined ? undefined : { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

async function makeTemplate(server: EmbeddedDatabase): Promise<void> {
  await migrate(server.ownerUrl, migrationSources);
  await withClient(server.superuserUrl, (client) => client.query(`alter database vamco with is_template true`));
}

/** A run that was killed leaves its server behind. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (findProcess(Number(name.slice(PREFIX.length).split('-')[0])) !== undefined) continue;
    const folder = join(tmpdir(), name, 'postgres');
    const running = findPostmaster(folder);
    if (running !== undefined) await stopPostmaster(folder, running.pid, 5_000);
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
