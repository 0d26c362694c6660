/** The keys of an installation, saved apart from its data: whoever holds a backup alone can neither sign nor open a session with it. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupFault, type BackupFault } from './backup-fault.ts';
import { syncPath } from './durable-file.ts';

/** Passwords of the embedded server belong to that server's folder, not to the data in it. */
const OF_THE_SERVER = 'database.json';
const PUBLIC_KEY = 'journal.public.pem';

/** Where `vamco backup DIR` puts the keys unless told otherwise. */
export const keyFolderBeside = (folder: string): string => `${folder.replace(/\/+$/, '')}.keys`;

/** Copies what is not there yet; answers the names copied. */
export async function copyKeys(from: string, to: string): Promise<string[]> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const copied: string[] = [];
  for (const name of (await readdir(from)).sort()) {
    if (name === OF_THE_SERVER || existsSync(join(to, name))) continue;
    await copyFile(join(from, name), join(to, name));
    await syncPath(join(to, name));
    copied.push(name);
  }
  await syncPath(to);
  return copied;
}

/** The public half goes with the data: it proves the journal to anybody, and shows which keys belong to a backup. */
export async function savePublicKey(keys: string, folder: string): Promise<void> {
  await copyFile(join(keys, PUBLIC_KEY), join(folder, PUBLIC_KEY));
}

export const readPublicKey = (folder: string): Promise<string> => readFile(join(folder, PUBLIC_KEY), 'utf8');

/** Undefined when `keys`, or else `saved`, holds the journal key that this backup's checkpoints are signed with. */
export async function findKeyFault(folder: string, keys: string, saved: string): Promise<BackupFault | undefined> {
  const place = existsSync(join(keys, PUBLIC_KEY)) ? keys : saved;
  if (!existsSync(join(place, PUBLIC_KEY))) return backupFault('backup.keys-missing', keyFolderBeside(folder));
  if ((await readPublicKey(place)) !== (await readPublicKey(folder))) return backupFault('backup.keys-differ', place);
  return undefined;
}
