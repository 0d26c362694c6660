/** Where the program's own files lie: migrations, the province pack and built assets are read from here, also when the program runs as a bundle. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Folder of a province pack. */
export const packFolderOf = (province: string): string => fromRoot('provinces', province);

export const fromRoot = (...parts: string[]): string => join(projectRoot, ...parts);

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'provinces'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('the program is not inside its own folder: no package.json beside a provinces folder');
  return findRoot(parent);
}
