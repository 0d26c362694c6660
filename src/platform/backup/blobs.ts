/** The files that a database refers to, from one store to another. They are written once and never change, so they need no snapshot. */
import type { BlobStore, Digest } from '../files/blob-store.ts';
import { backupFault, BackupInterrupted } from './backup-fault.ts';

const AT_ONCE = 8;

/** Every blob is hashed on its way, so what arrives is whole. Interrupts at one that is missing or damaged in `source`. */
export async function copyBlobs(
  source: BlobStore,
  target: BlobStore,
  digests: readonly Digest[],
): Promise<{ count: number; bytes: number }> {
  const waiting = digests.values();
  let bytes = 0;
  async function copyOnward(): Promise<void> {
    for (const digest of waiting) bytes += await copyBlob(source, target, digest);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, copyOnward));
  return { count: digests.length, bytes };
}

async function copyBlob(source: BlobStore, target: BlobStore, digest: Digest): Promise<number> {
  const content = await source.open(digest);
  const stored = content && (await target.put(content));
  if (stored?.digest !== digest) throw new BackupInterrupted(backupFault('backup.damaged', `files/${digest}`));
  return stored.size;
}
