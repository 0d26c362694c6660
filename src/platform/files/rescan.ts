/** Rescanning: files that came while the virus scanner was away are looked at again, and opened or closed for good. */
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { Platform } from '../system/platform.ts';
import { createClamdScanner, readClamdAddress, type ScanResult, type Scanner } from './antivirus.ts';
import type { Digest } from './blob-store.ts';
import { storeOf } from './store-file.ts';

export const RESCAN = 'files.rescan';
/** Every ten minutes: an office has eight hours to answer, and cannot read what nobody has checked. */
export const RESCAN_AT = '*/10 * * * *';

const BATCH = 100;

export interface Rescanned {
  /** Clean: they open now. */
  readonly released: number;
  /** Found to be harmful: they never open. */
  readonly quarantined: number;
  /** The scanner could not say, or the bytes are gone. */
  readonly unknown: number;
}

/** Oldest first, all of them, or none while the scanner does not answer. */
export async function rescanFiles({ db, config, clock }: Platform): Promise<Rescanned> {
  const counts = { released: 0, quarantined: 0, unknown: 0 };
  const address = config.clamd === undefined ? undefined : readClamdAddress(config.clamd);
  if (!address) return counts;
  const scanner = createClamdScanner(address);
  const store = storeOf(config);
  let isThere = await scanner.answers();
  for (let batch = await listUnknown(db, ''); isThere && batch.length > 0; ) {
    for (const digest of batch) {
      const result = await scanBlob(scanner, await store.open(digest));
      await writeDown(db, digest, result, clock());
      counts[OUTCOMES[result.state]] += 1;
      isThere = result.state !== 'unknown' || (await scanner.answers());
      if (!isThere) break;
    }
    batch = await listUnknown(db, batch.at(-1) as Digest);
  }
  return counts;
}

const OUTCOMES = { clean: 'released', infected: 'quarantined', unknown: 'unknown' } as const;

async function listUnknown(db: Db, after: Digest): Promise<Digest[]> {
  const rows = await db
    .selectFrom('files.blob')
    .select('digest')
    .where('scan', '=', 'unknown')
    .where('digest', '>', after)
    .orderBy('digest')
    .limit(BATCH)
    .execute();
  return rows.map(({ digest }) => digest);
}

const scanBlob = async (scanner: Scanner, content: AsyncIterable<Uint8Array> | undefined): Promise<ScanResult> =>
  content ? scanner.scan(content) : { state: 'unknown', reason: 'the bytes are gone' };

async function writeDown(db: Db, digest: Digest, result: ScanResult, at: Instant): Promise<void> {
  if (result.state === 'unknown') return;
  await db
    .updateTable('files.blob')
    .set({
      scan: result.state,
      signature: result.state === 'infected' ? result.signature : null,
      scanned_at: isoOf(at),
    })
    .where('digest', '=', digest)
    .where('scan', '=', 'unknown')
    .execute();
}
