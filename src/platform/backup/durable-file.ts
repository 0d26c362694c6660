/** Files that are on the disk, not only in memory, before anybody is told that they are. */
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Appears whole or not at all. */
export async function writeDurably(path: string, text: string, mode = 0o644): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncPath(dirname(path));
}

/** A file or a folder. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
