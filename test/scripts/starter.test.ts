import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fromRoot } from '../../src/platform/config/project-root.ts';
import { findProcess } from '../../src/platform/db/embedded/process-identity.ts';

const scratch = mkdtempSync(join(tmpdir(), 'vamco-starter-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A program of its own that begins with these imports of scripts/. */
function run(code: string): ChildProcess {
  const imports = `
    import { oneAtATime } from ${JSON.stringify(fromRoot('scripts/one-at-a-time.mjs'))};
    import { runToTheEnd, startProgram } from ${JSON.stringify(fromRoot('scripts/run.mjs'))};
    import { appendFileSync } from 'node:fs';`;
  return spawn(process.execPath, ['--input-type=module', '-e', imports + code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function answerOf(child: ChildProcess): Promise<{ code: number | null; words: string }> {
  let words = '';
  child.stdout?.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, words };
}

const firstWords = async (child: ChildProcess): Promise<string> =>
  ((await once(child.stdout as NonNullable<typeof child.stdout>, 'data')) as [Buffer])[0].toString('utf8').trim();

/** Prints its pid, then each signal it gets; ends with 7 a moment after SIGTERM. */
const LISTENER = `
  process.on('SIGINT', () => console.log('SIGINT'));
  process.on('SIGTERM', () => { console.log('SIGTERM'); setTimeout(() => process.exit(7), 100); });
  process.on('disconnect', () => process.exit(0));
  console.log(process.pid); setInterval(() => undefined, 1000);`;
const start = (options: string): string =>
  `process.exitCode = await startProgram(process.execPath, ['-e', ${JSON.stringify(LISTENER)}], ${options}).ended;`;

it('installs and builds go one after the other, also past the lock of a dead process', async () => {
  const [lock, log] = [join(scratch, 'lock'), join(scratch, 'log')];
  const dead = run('console.log(1)');
  await once(dead, 'close');
  writeFileSync(lock, String(dead.pid));
  const work = `oneAtATime(() => {
    appendFileSync(${JSON.stringify(log)}, '(');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
    appendFileSync(${JSON.stringify(log)}, ')');
  }, ${JSON.stringify(lock)});`;
  await Promise.all([1, 2, 3].map(() => once(run(work), 'close')));
  expect(readFileSync(log, 'utf8')).toBe('()()()');
});

it('a program runs as if it were the starter: its words, its exit code, each signal once', async () => {
  const child = run(start('{}'));
  const pid = Number(await firstWords(child));
  const rest = answerOf(child);
  child.kill('SIGINT');
  child.kill('SIGINT'); // npm passes on what the terminal has sent already
  await expect.poll(() => findProcess(pid)).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, 600));
  child.kill('SIGTERM');
  expect(await rest).toEqual({ code: 7, words: 'SIGINT\nSIGTERM\n' });
});

it('a server does not outlive a starter that is killed', async () => {
  const child = run(start('{ boundToUs: true }'));
  const pid = Number(await firstWords(child));
  expect(findProcess(pid)).toBeDefined();
  child.kill('SIGKILL');
  await expect.poll(() => findProcess(pid), { timeout: 20_000 }).toBeUndefined();
});
