/** The data folder: made with the folders above it, one at a time. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';

/** Node's own `recursive` never ends in /proc, where nothing can be made and nothing says why (Node 24.21). */
export function makeDataFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  if (dirname(folder) !== folder) makeDataFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new EmbeddedDatabaseError('db.data-folder-unreadable', folder, { cause: error });
    if (code !== 'EEXIST') throw error; // two programs may start at once
  }
}
