import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts';
import { fromRoot } from '../platform/config/project-root.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

let database: TestDatabase;
const dataDir = mkdtempSync(join(tmpdir(), 'vamco-command-'));
beforeAll(async () => {
  database = await testDatabase();
  vi.stubEnv('DATABASE_URL', database.appUrl);
  vi.stubEnv('DATABASE_OWNER_URL', database.ownerUrl);
  vi.stubEnv('DATA_DIR', dataDir);
  vi.stubEnv('MODE', 'demo');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  const code = await runCommand(commands, args);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const answerOf = async (...args: string[]) => {
  const { code, out } = await run(...args, '--json');
  return { code, json: JSON.parse(out) as Record<string, unknown> };
};

describe('every command', () => {
  test.each(commands.map(({ name }) => name))('%s explains itself and ends with 0', async (name) => {
    const { code, out } = await run(name, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`vamco ${name}`);
    expect(out).toContain('--json');
  });

  test('is in the overview', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const { usage } of commands) expect(out).toContain(usage);
  });

  test.each([
    ['a command that is none', ['nothing']],
    ['no command', []],
    ['an option that is none', ['migrate', '--force']],
    ['too many arguments', ['verify-journal', 'now']],
    ['too few', ['backup']],
  ])('%s ends with 2 and says how it is done', async (_, args) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(out + err).toContain('vamco');
  });

  test.each([
    ['a command that is none', ['nothing']],
    ['an option that is none', ['migrate', '--force']],
    ['too few arguments', ['backup']],
  ])('%s is said as JSON to who asks for JSON', async (_, args) => {
    const { code, json } = await answerOf(...args);
    expect(code).toBe(2);
    expect(json.error).toEqual(expect.any(String));
  });
});

test('due-date answers the due time with its steps, and refuses a unit of neither era', async () => {
  const asked = ['due-date', '--received', '2026-02-12T16:10', '--term', '3wd'];
  expect(await answerOf(...asked)).toMatchObject({ code: 0, json: { due: '2026-02-24T17:00:00+07:00' } });
  expect((await answerOf(...asked)).json.steps).toBeInstanceOf(Array);
  expect((await answerOf(...asked, '--unit', 'H53.101')).code).toBe(0);
  expect(await answerOf(...asked, '--unit', 'H99')).toMatchObject({
    code: 2,
    json: { faults: [{ code: 'calendar.unit' }] },
  });
});

test('import answers for every record, loaded or reported; a file it knows nothing of ends with 1', async () => {
  const file = fromRoot('src/systems/procedures/import/fixtures/detail.jsonl');
  const { code, json } = await answerOf('import', 'procedures', file);
  const { loaded, reported } = json as {
    loaded: number;
    reported: { record: number; code: unknown; reason: string }[];
  };
  expect(code).toBe(0);
  expect(loaded).toBeGreaterThan(0);
  expect(reported.length).toBeGreaterThan(0);
  for (const one of reported) expect(one).toMatchObject({ record: expect.any(Number), reason: expect.any(String) });
  expect(reported.every((one) => 'code' in one)).toBe(true);
  expect((await answerOf('import', 'procedures', file)).json).toMatchObject({ loaded, unchanged: loaded });
  expect((await answerOf('import', 'procedures', fromRoot('package.json'))).code).toBe(1);
  expect((await answerOf('import', 'procedures', '/nowhere')).code).toBe(1);
  expect((await answerOf('import', 'people', file)).code).toBe(2);
});

test('verify-journal ends with 0 while the journal is whole, with 1 and the fault once somebody has changed it', async () => {
  const whole = await answerOf('verify-journal');
  expect(whole).toMatchObject({ code: 0, json: { ok: true, checkpoints: 0, faults: [] } });
  expect(whole.json.unsealed).toBe(whole.json.entries);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    `update journal.entry set sealed = replace(sealed, 'tay-ninh', 'long-an') where type = 'system.installed'`,
  );
  await owner.end();
  const changed = await answerOf('verify-journal');
  expect(changed).toMatchObject({ code: 1, json: { ok: false } });
  expect((changed.json.faults as unknown[]).length).toBeGreaterThan(0);
});

test('what cannot be done is one sentence and not 0', async () => {
  for (const args of [
    ['restore', '/nowhere'],
    ['backup', '/nowhere/at/all'],
    ['create-account', '--login', 'a'],
    ['simulate', '--from', '2026-01-01'],
    ['seed', '--dossiers', 'many'],
  ]) {
    const { code, err } = await run(...args);
    expect([args[0], code > 0]).toEqual([args[0], true]);
    expect(err).not.toContain('\n    at ');
  }
});
