/** Storing a file: what arrives is told by its bytes, freed of what a photo says beside the picture, checked for viruses, kept once, and written down. */
import { join } from 'node:path';
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Config } from '../config/config.ts';
import { newId } from '../db/ids.ts';
import { createClamdScanner, readClamdAddress, type ScanResult } from './antivirus.ts';
import type { Digest } from './blob-store.ts';
import { createDiskStore, type DiskStore } from './disk-store.ts';
import { fileFault, type FileFault } from './file-fault.ts';
import { cleanFileName } from './file-name.ts';
import { type FileType, mimeOf } from './file-type.ts';
import { type FilePurpose, ruleOf } from './purpose.ts';
import { openingFault } from './quarantine.ts';
import { sniffFile } from './sniff.ts';
import { stripMetadata } from './strip-metadata.ts';

export interface FileToStore {
  readonly name: string;
  /** What the sender claims it is. */
  readonly mime?: string;
  readonly bytes: Uint8Array;
  readonly purpose: FilePurpose;
  /** The draft or case it belongs to, and for which component. */
  readonly owner: { readonly type: string; readonly id: string };
  readonly component?: string;
  readonly uploadedBy?: string;
  readonly at: Instant;
}

export interface StoredFile {
  readonly id: string;
  readonly digest: Digest;
  readonly name: string;
  readonly type: FileType;
  /** Bytes. */
  readonly size: number;
}

export type Storing =
  | { readonly file: StoredFile; readonly fault?: undefined }
  | { readonly fault: FileFault; readonly file?: undefined };

export interface FileHouse {
  readonly db: QueryExecutorProvider;
  readonly config: Pick<Config, 'dataDir' | 'clamd'>;
}

export const storeOf = (config: Pick<Config, 'dataDir'>): DiskStore => createDiskStore(join(config.dataDir, 'files'));

/** The bytes are durable before the row is written: a row never names what is not there, and bytes without a row are swept (sweep.ts). */
export async function storeFile({ db, config }: FileHouse, given: FileToStore): Promise<Storing> {
  const sniffed = await sniffFile(given.bytes, given, given.purpose);
  if (sniffed.fault) return sniffed;
  const stripped = stripMetadata(given.bytes, sniffed.type);
  if (stripped.fault) return stripped;
  const scanned = await scan(config.clamd, stripped.bytes);
  if (scanned?.state === 'infected') return { fault: fileFault('files.infected') };
  const put = await storeOf(config).put(stripped.bytes, ruleOf(given.purpose).limit);
  if (put.fault) return put;
  const file = { id: newId(), digest: put.digest, name: cleanFileName(given.name), type: sniffed.type, size: put.size };
  const clean = scanned?.state === 'clean';
  await sql`
    with kept as (
      insert into files.blob (digest, size, type, scan, scanned_at, stored_at)
      values (${file.digest}, ${file.size}, ${file.type}, ${clean ? 'clean' : 'unknown'}, ${clean ? isoOf(given.at) : null}, ${isoOf(given.at)})
      on conflict (digest) do update set unused_since = null
    )
    insert into files.file (id, digest, owner_type, owner_id, purpose, component, name, retention, uploaded_by, uploaded_at)
    values (${file.id}, ${file.digest}, ${given.owner.type}, ${given.owner.id}, ${given.purpose}, ${given.component ?? null}, ${file.name},
            'dossier', ${given.uploadedBy ?? null}, ${isoOf(given.at)})
  `.execute(db);
  // A sweep that held the row took the bytes with it before it let us write ours.
  const store = storeOf(config);
  if (!(await store.has(put.digest))) await store.put(stripped.bytes);
  return { file };
}

async function scan(clamd: string | undefined, bytes: Uint8Array): Promise<ScanResult | undefined> {
  const address = clamd === undefined ? undefined : readClamdAddress(clamd);
  return address && createClamdScanner(address).scan(bytes);
}

export interface FoundFile extends StoredFile {
  readonly mime: string;
  readonly ownerType: string;
  readonly ownerId: string;
  readonly component: string | null;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Instant;
  /** Why it can't be opened now. */
  readonly closed: FileFault | undefined;
}

interface FileRow extends Omit<FoundFile, 'mime' | 'closed'> {
  readonly scan: 'unknown' | 'clean' | 'infected';
}

/** By id, or all of an owner (a draft or a case) in the order they came. Whether the asker may see them is the owner's question. */
export async function findFiles(
  { db, config }: FileHouse,
  by: { readonly ids: readonly string[] } | { readonly owner: string },
): Promise<FoundFile[]> {
  const which = 'ids' in by ? sql`f.id = any(${by.ids}::uuid[])` : sql`f.owner_id = ${by.owner}`;
  const rows = await sql<FileRow>`
    select f.id, f.digest, f.name, b.type, b.size::double precision as size, b.scan, f.owner_type as "ownerType", f.owner_id as "ownerId",
           f.component, f.uploaded_by as "uploadedBy", f.uploaded_at as "uploadedAt"
    from files.file f join files.blob b on b.digest = f.digest
    where ${which} and f.removed_at is null order by f.uploaded_at, f.id
  `.execute(db);
  const checking = config.clamd !== undefined;
  return rows.rows.map(({ scan, ...row }) => ({
    ...row,
    mime: mimeOf(row.type),
    closed: openingFault(scan, { checking }),
  }));
}

/** Files change hands within one type of owner: what was brought for a draft is the case's once it is handed in. */
export async function giveFiles(
  db: QueryExecutorProvider,
  { ids, owner }: { readonly ids: readonly string[]; readonly owner: string },
): Promise<void> {
  await sql`update files.file set owner_id = ${owner} where id = any(${ids}::uuid[])`.execute(db);
}

/** The whole content; undefined when the store has lost it. */
export async function readFileBytes(config: Pick<Config, 'dataDir'>, digest: Digest): Promise<Uint8Array | undefined> {
  const content = await storeOf(config).open(digest);
  if (!content) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks);
}
