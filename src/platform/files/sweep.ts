/** Sweeping: uses that ended go at once, content that no use names goes a day later, and so does what uploads cut off left behind. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { Platform } from '../system/platform.ts';
import type { Digest } from './blob-store.ts';
import type { DiskStore } from './disk-store.ts';
import { storeOf } from './store-file.ts';

const DAY_MS = 86_400_000;
const BATCH = 500;

/** Whoever owns the files says that they are needed no more; they are gone at once, their content later. */
export async function removeFiles(db: Db, ids: readonly string[]): Promise<number> {
  const removed = await db.deleteFrom('files.file').where('id', 'in', ids).executeTakeFirst();
  return Number(removed.numDeletedRows);
}

export async function sweepFiles({ db, config, clock }: Platform): Promise<{ contents: number; leftovers: number }> {
  const store = storeOf(config);
  const before = (clock() - DAY_MS) as Instant;
  await markUnused(db, clock());
  let contents = 0;
  for await (const digest of unusedContents(db, store, before))
    contents += await sweepContent(db, { store, digest, before });
  return { contents, leftovers: await store.removeLeftovers(before) };
}

async function markUnused(db: Db, at: Instant): Promise<void> {
  await sql`
    update files.blob b set unused_since = null
    where unused_since is not null and exists (select 1 from files.file f where f.digest = b.digest)
  `.execute(db);
  await sql`
    update files.blob b set unused_since = ${isoOf(at)}
    where unused_since is null and not exists (select 1 from files.file f where f.digest = b.digest)
  `.execute(db);
}

/** Rows marked a day ago, and bytes on the disk that no row speaks of. */
async function* unusedContents(db: Db, store: DiskStore, before: Instant): AsyncGenerator<Digest> {
  const marked = db
    .selectFrom('files.blob')
    .select('digest')
    .where(sql<boolean>`unused_since < ${isoOf(before)}`);
  for (const { digest } of await marked.execute()) yield digest;
  let batch: Digest[] = [];
  for await (const digest of store.list()) {
    batch.push(digest);
    if (batch.length < BATCH) continue;
    yield* await withoutRow(db, batch);
    batch = [];
  }
  yield* await withoutRow(db, batch);
}

async function withoutRow(db: Db, digests: readonly Digest[]): Promise<Digest[]> {
  const known = await sql<{ digest: Digest }>`select digest from files.blob where digest = any(${digests})`.execute(db);
  const named = new Set(known.rows.map(({ digest }) => digest));
  return digests.filter((digest) => !named.has(digest));
}

/**
 * The row is held from before we look until after the bytes are gone: an upload of the same content waits for it, finds no
 * row, and puts its bytes again. Bytes put after `before` belong to an upload that has not written its row yet.
 */
async function sweepContent(
  db: Db,
  { store, digest, before }: { readonly store: DiskStore; readonly digest: Digest; readonly before: Instant },
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`
      insert into files.blob (digest, size, type, stored_at) values (${digest}, 1, 'pdf', ${isoOf(before)})
      on conflict (digest) do update set unused_since = files.blob.unused_since
    `.execute(trx);
    const gone = await sql`
      delete from files.blob b where digest = ${digest} and not exists (select 1 from files.file f where f.digest = b.digest)
    `.execute(trx);
    if (gone.numAffectedRows === 0n || !(await store.isOlder(digest, before))) return 0;
    await store.remove(digest);
    return 1;
  });
}
