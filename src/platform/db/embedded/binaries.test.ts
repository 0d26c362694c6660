import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { linkLibraries, locateBinaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

it('the server runs after an install that could not make symbolic links', () => {
  const native = dirname(dirname(locateBinaries().postgres));
  const copy = mkdtempSync(join(tmpdir(), 'vamco-binaries-'));
  try {
    const isNoLink = (path: string): boolean => !lstatSync(path).isSymbolicLink();
    for (const part of ['bin/postgres', 'lib', 'pg-symlinks.json'])
      cpSync(join(native, part), join(copy, 'native', part), { recursive: true, filter: isNoLink });
    const version = (): string =>
      spawnSync(join(copy, 'native', 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout;
    expect(version()).toBe('');
    linkLibraries(join(copy, 'native'));
    linkLibraries(join(copy, 'native')); // what is there already is left alone
    expect(version()).toMatch(/^postgres \(PostgreSQL\) 18\./);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

it('a platform without programs is named', () => {
  const attempt = (): unknown => locateBinaries('plan9-mips');
  expect(attempt).toThrow(EmbeddedDatabaseError);
  expect(attempt).toThrow(/plan9-mips/);
});
