import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findProcess } from './process-identity.ts';
import { takeStartLock } from './start-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'vamco-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const lock = join(folder, 'run.lock');

it('is held by one at a time', async () => {
  const release = await takeStartLock(folder, 0);
  await expect(takeStartLock(folder, 100)).rejects.toThrow(new RegExp(`pid ${process.pid}`));
  release();
  (await takeStartLock(folder, 0))();
});

it('goes to those who wait, one after the other', async () => {
  let holders = 0;
  const order: number[] = [];
  const work = async (number: number): Promise<void> => {
    const release = await takeStartLock(folder, 10_000);
    holders += 1;
    expect(holders).toBe(1);
    await Promise.resolve();
    order.push(number);
    holders -= 1;
    release();
  };
  await Promise.all([1, 2, 3, 4, 5].map(work));
  expect(new Set(order)).toEqual(new Set([1, 2, 3, 4, 5]));
});

it('is taken from a holder that has died, also when its number now belongs to another process', async () => {
  writeFileSync(lock, JSON.stringify({ ...findProcess(process.pid), started: 'another time' }));
  const release = await takeStartLock(folder, 0);
  release();
  expect(existsSync(lock)).toBe(false);
});
