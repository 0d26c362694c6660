import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locateBinaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { type EmbeddedDatabase, startEmbedded } from './launcher.ts';
import { findPostmaster } from './postmaster.ts';
import { chooseServerUser, SERVER_ENVIRONMENT } from './server-user.ts';

const LAUNCHER = fileURLToPath(new URL('launcher.ts', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'vamco-launcher-'));
const isRoot = process.getuid?.() === 0;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const folderFor = (name: string): string => join(scratch, name);
const start = (dataDir: string, port?: number): Promise<EmbeddedDatabase> =>
  startEmbedded({ dataDir, fsync: false, port });

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof EmbeddedDatabaseError)) throw new Error(`no EmbeddedDatabaseError: ${String(error)}`);
  expect(error.text.vi).toMatch(/^[^\n]+[.)]?$/);
  expect(error.text.en).toMatch(/^[^\n]+[.)]?$/);
  return error.code;
}

/** A program of its own that starts the database, prints one line of JSON (`attached`, `port`, or `code`) and lives on until it is told to stop. */
const STARTER = `
  import { startEmbedded } from ${JSON.stringify(LAUNCHER)};
  try {
    const database = await startEmbedded(JSON.parse(process.argv[1]));
    setInterval(() => undefined, 1000);
    process.on('SIGTERM', () => void database.stop().then(() => process.exit(0)));
    console.log(JSON.stringify({ attached: database.attached, port: database.port }));
  } catch (error) {
    console.log(JSON.stringify({ code: error.code ?? String(error) }));
  }`;

interface Answer {
  attached?: boolean;
  port?: number;
  code?: string;
}

async function startElsewhere(
  dataDir: string,
  as = asMe,
  { fsync } = { fsync: false },
): Promise<{ child: ChildProcess; answer: Answer }> {
  const options = JSON.stringify({ dataDir, fsync });
  const [program, ...args] = [...as.prefix, process.execPath, '--input-type=module', '-e', STARTER, options];
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: SERVER_ENVIRONMENT,
    ...as.user,
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, answer: JSON.parse(line.toString('utf8')) as Answer };
}

const asMe: ReturnType<typeof chooseServerUser> = { prefix: [] };
/** Root becomes an ordinary user the same way the server does. */
const asOrdinaryUser = chooseServerUser(folderFor('nowhere'));

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

describe('a data folder and its server', () => {
  const dataDir = folderFor('lives');
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    database = await start(dataDir);
    return () => database.stop();
  });

  it('has an owner who owns the database and a running role that makes nothing', async () => {
    expect(database.attached).toBe(false);
    await ask(database.ownerUrl, 'create schema room; create table room.chair (id integer)');
    await expect(ask(database.appUrl, 'create schema other')).rejects.toThrow(/permission denied/);
    await expect(ask(database.appUrl, 'select * from room.chair')).rejects.toThrow(/permission denied/);
    const [role] = await ask(
      database.appUrl,
      'select rolsuper or rolcreatedb or rolcreaterole as mighty from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ mighty: false });
  });

  it('keeps its passwords to its user, speaks UTF-8 and local time, and listens on the loopback only', async () => {
    expect(statSync(join(dataDir, 'keys', 'database.json')).mode & 0o777).toBe(0o600);
    const [settings] = await ask(
      database.appUrl,
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone, current_setting('listen_addresses') as addresses`,
    );
    expect(settings).toEqual({ encoding: 'UTF8', zone: 'Asia/Ho_Chi_Minh', addresses: '127.0.0.1' });
    const wrong = new URL(database.appUrl);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('is joined by a second program, which does not stop it', async () => {
    const { child, answer } = await startElsewhere(dataDir);
    expect(answer).toEqual({ attached: true, port: database.port });
    await end(child, 'SIGTERM');
    expect(await ask(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('when it is killed: a program', () => {
  it('its server is adopted by the next, who then stops it', async () => {
    const dataDir = folderFor('adopted');
    const { child, answer } = await startElsewhere(dataDir);
    await end(child, 'SIGKILL');
    const database = await start(dataDir);
    expect(database).toMatchObject({ attached: false, port: answer.port });
    await database.stop();
    expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
  });

  it('and its server too, the next start brings back what was acknowledged', async () => {
    const dataDir = folderFor('adopted');
    const { child } = await startElsewhere(dataDir, asMe, { fsync: true });
    const witness = await startEmbedded({ dataDir });
    await ask(witness.ownerUrl, 'create table kept as select 7 as id');
    await end(child, 'SIGKILL');
    process.kill(findPostmaster(join(dataDir, 'postgres'))?.pid as number, 'SIGKILL');
    const database = await startEmbedded({ dataDir });
    expect(await ask(database.ownerUrl, 'select id from kept')).toEqual([{ id: 7 }]);
    await database.stop();
  });

  it('only its server, it is started again at the same address', async () => {
    const database = await startEmbedded({ dataDir: folderFor('adopted') });
    process.kill(findPostmaster(join(folderFor('adopted'), 'postgres'))?.pid as number, 'SIGKILL');
    const answer = async (): Promise<unknown> => ask(database.ownerUrl, 'select id from kept').catch(String);
    await expect.poll(answer, { timeout: 30_000 }).toEqual([{ id: 7 }]);
    await database.stop();
    expect(findPostmaster(join(folderFor('adopted'), 'postgres'))).toBeUndefined();
  });

  it('a pid file that now names a stranger is no obstacle', async () => {
    const dataDir = folderFor('adopted');
    writeFileSync(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const database = await start(dataDir);
    expect(await ask(database.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
  });
});

describe('starting', () => {
  it('at once in two places makes one server and one owner', async () => {
    const dataDir = folderFor('both');
    const [mine, { child, answer }] = await Promise.all([start(dataDir), startElsewhere(dataDir)]);
    expect(mine.attached).toBe(answer.attached === false);
    expect(answer.port).toBe(mine.port);
    if (mine.attached) await end(child, 'SIGTERM');
    else await mine.stop().then(() => end(child, 'SIGTERM'));
    expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
  });

  it('works as an ordinary user', async () => {
    const dataDir = folderFor('ordinary');
    mkdirSync(dataDir);
    if (asOrdinaryUser.user !== undefined) chownSync(dataDir, asOrdinaryUser.user.uid, asOrdinaryUser.user.gid);
    const { child, answer } = await startElsewhere(dataDir, asOrdinaryUser);
    expect(answer.attached).toBe(false);
    await end(child, 'SIGTERM');
    expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
  });

  it.runIf(isRoot)(
    'as root opens a folder that belongs to another user as that user, or says that it cannot',
    async () => {
      const dataDir = folderFor('nobodys');
      const nobody = { uid: 65_534, gid: 65_534 };
      mkdirSync(join(dataDir, 'postgres'), { recursive: true });
      chmodSync(scratch, 0o755);
      chownSync(join(dataDir, 'postgres'), nobody.uid, nobody.gid);
      const reachable = spawnSync(locateBinaries().postgres, ['--version'], nobody).status === 0;
      if (!reachable) return expect(await codeOf(start(dataDir))).toBe('db.no-server-user');
      const database = await start(dataDir);
      const { pid } = findPostmaster(join(dataDir, 'postgres')) as { pid: number };
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\t65534\t/m);
      await database.stop();
    },
  );
});

describe('what keeps it from starting is said in one sentence', () => {
  const prepared = (name: string, files: Record<string, string>): string => {
    const dataDir = folderFor(name);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(dataDir, path, '..'), { recursive: true });
      writeFileSync(join(dataDir, path), text);
    }
    return dataDir;
  };

  it('the port that was asked for is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    expect(await codeOf(start(folderFor('port'), (other.address() as { port: number }).port))).toBe('db.port-in-use');
    other.close();
  });

  it.each([
    ['db.data-folder-newer', { 'postgres/PG_VERSION': '19\n' }],
    ['db.data-folder-older', { 'postgres/PG_VERSION': '17\n' }],
    ['db.data-folder-foreign', { 'postgres/letter.txt': 'hello' }],
    ['db.database-keys-missing', { 'postgres/PG_VERSION': '18\n' }],
    ['db.data-folder-unreadable', { postgres: 'a file where a folder should be' }],
  ])('%s', async (code, files) => {
    expect(await codeOf(start(prepared(code.slice(3), files as Record<string, string>)))).toBe(code);
  });

  it.runIf(existsSync('/proc/self'))('a folder where none can be made', async () => {
    expect(await codeOf(start('/proc/vamco/data'))).toBe('db.data-folder-unreadable');
  });

  it('a folder that may not be written', async () => {
    const dataDir = prepared('forbidden', { 'keys/none': '' });
    if (asOrdinaryUser.user !== undefined) chownSync(dataDir, asOrdinaryUser.user.uid, asOrdinaryUser.user.gid);
    chmodSync(dataDir, 0o000);
    const { answer } = await startElsewhere(dataDir, asOrdinaryUser);
    chmodSync(dataDir, 0o755);
    expect(answer).toEqual({ code: 'db.data-folder-unreadable' });
  });

  const smallDisk = [
    'unshare',
    '--user',
    '--map-root-user',
    '--mount',
    'sh',
    '-c',
    'mount -t tmpfs -o size=16m none "$0" && exec "$@"',
  ];
  const canMount =
    spawnSync(smallDisk[0] as string, [...smallDisk.slice(1), scratch, 'true'], { env: SERVER_ENVIRONMENT }).status ===
    0;
  it.runIf(canMount)('a disk that is full', async () => {
    mkdirSync(folderFor('full'));
    const { answer } = await startElsewhere(folderFor('full'), { prefix: [...smallDisk, folderFor('full')] });
    expect(answer).toEqual({ code: 'db.disk-full' });
  });
});
