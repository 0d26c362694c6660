/** Verification: every chain from its first entry to its head, held against the checkpoints that lie outside the database. */
import { createHash, type KeyObject } from 'node:crypto';
import { type ChainWalk, endWalk, startWalk, walkEntry } from './chain.ts';
import { CHAINS, type CheckpointFile, judgeCheckpoints, type TrustedCheckpoint } from './checkpoints.ts';
import type { Fault } from './fault.ts';
import type { JournalRecord, ReadingRecord } from './record.ts';

export interface Report {
  readonly ok: boolean;
  readonly entries: number;
  readonly checkpoints: number;
  /** Entries after the last checkpoint: whoever holds the database could have rewritten them without trace. */
  readonly unsealed: number;
  readonly faults: readonly Fault[];
}

/** Reads the records once; of a chain they come by sequence number, of a checkpoint's readings by id. Memory does not grow with the journal. */
export async function verifyJournal(
  records: AsyncIterable<JournalRecord>,
  checkpoints: readonly CheckpointFile[],
  key: KeyObject,
): Promise<Report> {
  const { trusted, faults: found } = judgeCheckpoints(checkpoints, key);
  const faults = [...found];
  const walks = Array.from({ length: CHAINS }, (_, chain) => startWalk(chain, sealedIn(trusted, chain)));
  const digests = new Map<number, ReadingDigest>();
  for await (const record of records) {
    if (record.kind === 'reading') addReading(digests, record);
    else if (record.kind === 'head') (walks[record.chain] as ChainWalk).head = record;
    else faults.push(...walkEntry(walks[record.chain] as ChainWalk, record));
  }
  for (const walk of walks) faults.push(...endWalk(walk));
  faults.push(...judgeReadings(digests, trusted));
  const total = (count: (walk: ChainWalk) => number): number => walks.reduce((sum, walk) => sum + count(walk), 0);
  return {
    ok: faults.length === 0,
    entries: total((walk) => walk.entries),
    checkpoints: checkpoints.length,
    unsealed: total((walk) => Math.max(0, walk.seq - walk.sealedTo)),
    faults,
  };
}

function sealedIn(trusted: readonly TrustedCheckpoint[], chain: number): ChainWalk['sealed'] {
  const sealed = new Map<number, { hash: string; checkpoint: number }>();
  for (const { number, heads } of trusted) {
    const [seq, hash] = heads[chain] as readonly [number, string];
    // The first checkpoint that named a hash is the one it is held against: a later one may not say otherwise.
    if (seq > 0 && !sealed.has(seq)) sealed.set(seq, { hash, checkpoint: number });
  }
  return sealed;
}

interface ReadingDigest {
  count: number;
  readonly hash: ReturnType<typeof createHash>;
}

function addReading(digests: Map<number, ReadingDigest>, reading: ReadingRecord): void {
  if (reading.checkpoint === null) return;
  const digest = digests.get(reading.checkpoint) ?? { count: 0, hash: createHash('sha256') };
  const line = [reading.id, reading.account_id, reading.subject_id, reading.what, reading.recorded_at].join('|');
  digest.hash.update(digest.count === 0 ? line : `\n${line}`, 'utf8');
  digest.count += 1;
  digests.set(reading.checkpoint, digest);
}

function* judgeReadings(
  digests: ReadonlyMap<number, ReadingDigest>,
  trusted: readonly TrustedCheckpoint[],
): Generator<Fault> {
  for (const { number, readings } of trusted) {
    const digest = digests.get(number) ?? { count: 0, hash: createHash('sha256') };
    if (digest.count !== readings.count || digest.hash.digest('hex') !== readings.sha256)
      yield { kind: 'readings-changed', checkpoint: number };
  }
}
