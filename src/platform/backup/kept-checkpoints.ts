/** Journal checkpoints in a backup: those its snapshot knows of, as the files that were kept outside the database. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '../db/database.ts';
import { syncPath, writeDurably } from './durable-file.ts';

const nameOf = (number: number): string => `${String(number).padStart(8, '0')}.json`;

/** One whose file lies on another machine is taken from the table, which says the same unless somebody changed it. */
export async function saveCheckpoints(db: Db, kept: string, folder: string, last: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const rows = await db
    .selectFrom('journal.checkpoint')
    .selectAll()
    .where('number', '<=', last)
    .orderBy('number')
    .execute();
  for (const row of rows) {
    const name = nameOf(row.number);
    if (existsSync(join(kept, name))) await copyFile(join(kept, name), join(folder, name));
    else await writeDurably(join(folder, name), `${JSON.stringify(row)}\n`);
  }
  await syncPath(folder);
}

/** What is kept already stays: a checkpoint newer than the backup is the proof of what was lost since. */
export async function restoreCheckpoints(folder: string, kept: string): Promise<void> {
  await mkdir(kept, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!existsSync(join(kept, name))) await copyFile(join(folder, name), join(kept, name));
  }
  await syncPath(kept);
}
