import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromRoot } from './platform/config/project-root.ts';
import { findPostmaster } from './platform/db/embedded/postmaster.ts';

const scratch = mkdtempSync(join(tmpdir(), 'vamco-told-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The operator's command that takes longest, on a database of its own. */
function simulateIn(dataDir: string): ChildProcess {
  const asked = ['simulate', '--from', '2026-11-02', '--to', '2026-11-20', '--dossiers', '200'];
  return spawn(process.execPath, [fromRoot('dist/cli.js'), ...asked], {
    env: { PATH: '/usr/bin:/bin', DATA_DIR: dataDir, MODE: 'bench' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; words: string }> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, words };
}

const TOLD = 'Đã dừng giữa chừng theo yêu cầu. Stopped halfway, as told.\n';

test.each([
  ['SIGTERM', 'while its database is being made', async () => undefined],
  ['SIGINT', 'in the midst of its work', async (child: ChildProcess) => void (await once(child.stderr!, 'data'))],
] as const)(
  'a command that gets %s %s leaves no database running',
  async (signal, _when, moment) => {
    const dataDir = join(scratch, signal);
    const child = simulateIn(dataDir);
    await expect.poll(() => findPostmaster(join(dataDir, 'postgres')), { timeout: 60_000 }).toBeDefined();
    await moment(child);
    const ended = endOf(child);
    child.kill(signal);
    const { code, words } = await ended;
    expect(findPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
    expect(words.endsWith(TOLD)).toBe(true);
    expect(code).toBe(1);
  },
  180_000,
);
