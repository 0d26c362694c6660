import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBreaches } from '../../scripts/check-house-rules.ts';
import { RULES } from '../../scripts/house-rules.ts';
import { plantHouse, root } from './planted-house.ts';

const house = plantHouse();
afterAll(() => house.remove());

const found = (folder: string): string[] => findBreaches(folder).map(({ file, rule }) => `${file} ${rule}`);

describe('the house rules', () => {
  it('turn red on each planted file, and only there', () => {
    expect(found(house.root).sort()).toEqual(house.expected('house'));
  });

  it('have a planted violation each; the length of a file has its own test', () => {
    const planted = new Set(house.expected('house').map((line) => line.split(' ')[1]));
    expect(RULES.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual(['one-noun-a-file']);
  });

  it('let a file have 300 lines, a test 400', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vamco-long-'));
    mkdirSync(join(folder, 'src'));
    const write = (name: string, lines: number) =>
      writeFileSync(join(folder, 'src', name), `/** Long. */\n${'export {};\n'.repeat(lines - 1)}`);
    write('long.ts', 300);
    write('too-long.ts', 301);
    write('long.test.ts', 400);
    write('too-long.test.ts', 401);
    expect(found(folder)).toEqual(['src/too-long.test.ts one-noun-a-file', 'src/too-long.ts one-noun-a-file']);
    rmSync(folder, { recursive: true });
  });

  it('except only files that are there', () => {
    const excepted = RULES.flatMap((rule) => Object.keys(rule.except ?? {}));
    expect(excepted.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
