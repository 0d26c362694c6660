/** The store on a disk: `ab/cd/<digest>`, written beside, synced, then moved into place. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant } from '../calendar/instant.ts';
import { newId } from '../db/ids.ts';
import { type BlobStore, type Content, type Digest, isDigest, type Putting } from './blob-store.ts';
import { fileFault } from './file-fault.ts';
import { megabytes } from './purpose.ts';

const INCOMING = 'incoming';

export interface DiskStore extends BlobStore {
  /** Removes what uploads cut off before `before` left behind; answers how many. */
  readonly removeLeftovers: (before: Instant) => Promise<number>;
  /** Everything that lies in the store, folder by folder. */
  readonly list: () => AsyncIterable<Digest>;
  /** Put before then, and not again since. */
  readonly isOlder: (digest: Digest, before: Instant) => Promise<boolean>;
}

export function createDiskStore(folder: string): DiskStore {
  const pathOf = (digest: Digest): string => join(folder, digest.slice(0, 2), digest.slice(2, 4), digest);
  const has = async (digest: Digest): Promise<boolean> => isDigest(digest) && (await exists(pathOf(digest)));
  const openBlob = async (digest: Digest) => ((await has(digest)) ? readChunks(pathOf(digest)) : undefined);
  return {
    has,
    open: openBlob,
    put: (content, limit = Number.POSITIVE_INFINITY) => put(folder, pathOf, content, limit),
    remove: async (digest) => {
      if (isDigest(digest)) await rm(pathOf(digest), { force: true });
    },
    isWhole: async (digest) => {
      const chunks = await openBlob(digest);
      const hash = createHash('sha256');
      for await (const chunk of chunks ?? []) hash.update(chunk);
      return chunks !== undefined && hash.digest('hex') === digest;
    },
    removeLeftovers: (before) => removeLeftovers(join(folder, INCOMING), before),
    list: () => listDigests(folder),
    isOlder: async (digest, before) => isDigest(digest) && (await isFileOlder(pathOf(digest), before)),
  };
}

async function put(
  folder: string,
  pathOf: (digest: Digest) => string,
  content: Content,
  limit: number,
): Promise<Putting> {
  const draft = join(folder, INCOMING, newId());
  await makeFolder(dirname(draft));
  try {
    const blob = await writeDraft(draft, content, limit);
    if (blob.fault) return blob;
    const path = pathOf(blob.digest);
    await makeFolder(dirname(path));
    // Two at once write the same bytes: whichever moves last changes nothing.
    await rename(draft, path);
    await syncFolder(dirname(path));
    return blob;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeDraft(draft: string, content: Content, limit: number): Promise<Putting> {
  const file = await open(draft, 'wx', 0o400);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      size += chunk.length;
      if (size > limit) return { fault: fileFault('files.too-large', { limit: megabytes(limit) }) };
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    await file.sync();
    return { digest: hash.digest('hex'), size };
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let offset = 0; offset < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, offset);
    offset += bytesWritten;
  }
}

/** Opens before it answers, so that a blob removed meanwhile is read to its end. */
async function readChunks(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = await open(path, 'r');
  return file.createReadStream();
}

/** A new folder is on the disk only when the folder above it is: each one made is synced into its parent. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeLeftovers(folder: string, before: Instant): Promise<number> {
  if (!(await exists(folder))) return 0;
  let removed = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!(await isFileOlder(path, before))) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

/** False also for one that has just gone: an upload moves its own into place. */
async function isFileOlder(path: string, before: Instant): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < before;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function* listDigests(folder: string): AsyncGenerator<Digest> {
  for (const first of await listFolder(folder, /^[0-9a-f]{2}$/))
    for (const second of await listFolder(join(folder, first), /^[0-9a-f]{2}$/))
      yield* await listFolder(join(folder, first, second), /^[0-9a-f]{64}$/);
}

const listFolder = async (folder: string, wanted: RegExp): Promise<string[]> =>
  (await exists(folder)) ? (await readdir(folder)).filter((name) => wanted.test(name)) : [];

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
