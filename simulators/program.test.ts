import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startSimulator } from './start-simulator.ts';

const settings = { CLIENT_ID: 'portal', CLIENT_SECRET: 's', REDIRECT_URIS: 'http://127.0.0.1:3000/x' };
const entry = fileURLToPath(new URL('vneid/main.ts', import.meta.url));

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const ended = async (pid: number) => {
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  return !isAlive(pid);
};

test('a program answers on a free port, says it is well, and ends when asked', async () => {
  const running = await startSimulator('vneid', settings);
  expect(await (await fetch(`${running.url}/healthz`)).json()).toEqual({ ok: true, name: 'vneid' });
  await running.stop();
  expect(isAlive(running.pid)).toBe(false);
});

test.each(['pipe', 'ignore'] as const)('a program ends when its parent is killed (its input: %s)', async (stdin) => {
  // a parent between us and the program, which dies without a word
  const script = `
    const child = require('node:child_process').spawn(process.execPath, ${JSON.stringify([entry])}, { stdio: ['${stdin}', 'pipe', 'inherit'] });
    child.stdout.once('data', () => process.stdout.write(child.pid + '\\n'));
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['-e', script], {
    env: { ...process.env, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await once(parent.stdout, 'data');
  const pid = Number(String(output));
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  expect(await ended(pid)).toBe(true);
});

test.each([
  ['thiếu thiết lập CLIENT_SECRET, REDIRECT_URIS', { CLIENT_SECRET: '', REDIRECT_URIS: '' }],
  ['chỉ chạy trên máy này', { HOST: '0.0.0.0' }],
  ['PORT phải là số', { PORT: '1000000' }],
])('a start that cannot succeed ends with one sentence: %s', async (sentence, wrong) => {
  await expect(startSimulator('vneid', { ...settings, ...wrong })).rejects.toThrow(sentence);
});

test('a used port is told', async () => {
  const first = await startSimulator('vneid', settings);
  await expect(startSimulator('vneid', { ...settings, PORT: new URL(first.url).port })).rejects.toThrow('EADDRINUSE');
  await first.stop();
});

test('every program listed is there, with a port of its own', () => {
  const programs = JSON.parse(readFileSync(new URL('programs.json', import.meta.url), 'utf8')) as {
    entry: string;
    portOffset: number;
  }[];
  expect(programs.filter((program) => !existsSync(new URL(`../${program.entry}`, import.meta.url)))).toEqual([]);
  expect(new Set(programs.map(({ portOffset }) => portOffset)).size).toBe(programs.length);
});
