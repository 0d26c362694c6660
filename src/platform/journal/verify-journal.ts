/** Verification: recomputes every chain from its first entry and holds it against the checkpoints that lie outside the database. */
import { createHash, createHmac, verify, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { instant } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { Checkpoint } from './checkpoints.ts';
import { readEntry } from './entry.ts';

export interface Fault {
  readonly kind:
    | 'entry-changed'
    | 'entry-missing'
    | 'column-changed'
    | 'content-changed'
    | 'head-changed'
    | 'checkpoint-forged'
    | 'checkpoint-missing'
    | 'checkpoint-contradicted';
  readonly chain?: number;
  readonly seq?: number;
  readonly entry?: string;
  readonly checkpoint?: number;
}

export interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  readonly checkpoints: number;
  /** Entries after the last checkpoint: a change there could not be proven yet. */
  readonly unsealed: number;
  readonly faults: readonly Fault[];
}

/** `checkpoints` are those kept outside the database. Reads in batches; a running program goes on meanwhile. */
export async function verifyJournal(
  db: Db,
  checkpoints: readonly Checkpoint[],
  publicKey: KeyObject,
): Promise<Verification> {
  const faults: Fault[] = [...checkCheckpoints(checkpoints, publicKey)];
  const sealedHeads = headsByChain(checkpoints);
  let entries = 0;
  let unsealed = 0;
  for (let chain = 0; chain < 32; chain++) {
    const walked = await walkChain(db, chain, sealedHeads[chain] ?? new Map());
    faults.push(...walked.faults);
    entries += walked.entries;
    unsealed += Math.max(0, walked.entries - walked.sealedTo);
  }
  faults.push(...(await checkContents(db)));
  return { ok: faults.length === 0, entries, checkpoints: checkpoints.length, unsealed, faults };
}

interface CheckpointText {
  number: number;
  heads: [number, string][];
  previous: string | null;
}

function* checkCheckpoints(checkpoints: readonly Checkpoint[], publicKey: KeyObject): Generator<Fault> {
  let previous: Checkpoint | undefined;
  for (const checkpoint of checkpoints) {
    const signed = verify(
      null,
      Buffer.from(checkpoint.sealed, 'utf8'),
      publicKey,
      Buffer.from(checkpoint.signature, 'base64'),
    );
    const text = signed ? (JSON.parse(checkpoint.sealed) as CheckpointText) : undefined;
    if (!text || text.number !== checkpoint.number) {
      yield { kind: 'checkpoint-forged', checkpoint: checkpoint.number };
    } else if (checkpoint.number !== (previous?.number ?? 0) + 1) {
      yield { kind: 'checkpoint-missing', checkpoint: (previous?.number ?? 0) + 1 };
    } else if (text.previous !== (previous ? sha256(previous.sealed).toString('hex') : null)) {
      yield { kind: 'checkpoint-forged', checkpoint: checkpoint.number };
    }
    previous = checkpoint;
  }
}

/** For each chain: the hash that checkpoint number n saw at a sequence number. */
function headsByChain(checkpoints: readonly Checkpoint[]): Map<number, { hash: string; checkpoint: number }>[] {
  const chains = Array.from({ length: 32 }, () => new Map<number, { hash: string; checkpoint: number }>());
  for (const checkpoint of checkpoints) {
    const { heads } = JSON.parse(checkpoint.sealed) as CheckpointText;
    heads.forEach(([seq, hash], chain) => {
      if (seq > 0) chains[chain]?.set(seq, { hash, checkpoint: checkpoint.number });
    });
  }
  return chains;
}

interface ChainEntry {
  id: string;
  seq: number;
  sealed: string;
  micros: string;
  hash: string;
  type: string;
  subject_type: string;
  subject_id: string;
  account_id: string | null;
  unit_id: string | null;
  occurred: string;
}

const BATCH = 2000;

async function walkChain(db: Db, chain: number, sealedHeads: Map<number, { hash: string; checkpoint: number }>) {
  const faults: Fault[] = [];
  const sealedTo = Math.max(0, ...sealedHeads.keys());
  const head = await db
    .selectFrom('journal.head')
    .select(['seq', sql<string>`encode(hash, 'hex')`.as('hash')])
    .where('chain', '=', chain)
    .executeTakeFirstOrThrow();
  let previous = '00'.repeat(32);
  let seq = 0;
  let entries = 0;
  for (let batch = await readBatch(db, chain, 0); batch.length > 0; batch = await readBatch(db, chain, seq)) {
    for (const entry of batch) {
      for (let missing = seq + 1; missing < entry.seq; missing++)
        faults.push({ kind: 'entry-missing', chain, seq: missing });
      const hash = hashOf(chain, entry, previous);
      // Go on from the stored hash: one changed entry is one fault, not a fault in each that follows.
      if (hash !== entry.hash) faults.push({ kind: 'entry-changed', chain, seq: entry.seq, entry: entry.id });
      if (!columnsAgree(entry)) faults.push({ kind: 'column-changed', chain, seq: entry.seq, entry: entry.id });
      const sealed = sealedHeads.get(entry.seq);
      if (sealed && sealed.hash !== entry.hash)
        faults.push({ kind: 'checkpoint-contradicted', chain, seq: entry.seq, checkpoint: sealed.checkpoint });
      previous = entry.hash;
      seq = entry.seq;
      entries += 1;
    }
  }
  for (let missing = seq + 1; missing <= sealedTo; missing++)
    faults.push({ kind: 'entry-missing', chain, seq: missing });
  // Entries written while we walked are beyond the head we read: they are only required to continue the chain.
  if (seq < head.seq && head.seq > sealedTo) faults.push({ kind: 'head-changed', chain, seq: head.seq });
  return { faults, entries, sealedTo };
}

async function readBatch(db: Db, chain: number, after: number): Promise<ChainEntry[]> {
  const rows = await sql<ChainEntry>`
    select id, seq, sealed, (extract(epoch from recorded_at) * 1000000)::bigint::text as micros, encode(hash, 'hex') as hash,
           type, subject_type, subject_id, account_id, unit_id, occurred_at::text as occurred
    from journal.entry where chain = ${chain} and seq > ${after} order by seq limit ${BATCH}
  `.execute(db);
  return rows.rows;
}

function hashOf(chain: number, entry: ChainEntry, previous: string): string {
  return sha256(`vamco-journal-1\n${chain}\n${entry.seq}\n${previous}\n${entry.micros}\n${entry.sealed}`).toString(
    'hex',
  );
}

function columnsAgree(row: ChainEntry): boolean {
  const entry = readEntry(row.sealed);
  return (
    entry.id === row.id &&
    entry.type === row.type &&
    entry.subject.type === row.subject_type &&
    entry.subject.id === row.subject_id &&
    (entry.actor.account ?? null) === row.account_id &&
    (entry.actor.unit ?? null) === row.unit_id &&
    instant(entry.at) === instant(row.occurred.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))
  );
}

async function checkContents(db: Db): Promise<Fault[]> {
  const faults: Fault[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await sql<{ id: string; name: string; salt: string; body: string; sealed: string; entry_id: string }>`
      select c.id, c.name, encode(c.salt, 'hex') as salt, c.body, e.sealed, c.entry_id
      from journal.content c join journal.entry e on e.id = c.entry_id
      where c.id > ${after} and c.body is not null order by c.id limit ${BATCH}
    `.execute(db);
    for (const row of rows.rows) {
      const named = readEntry(row.sealed).content?.find(
        (content) => content.id === row.id && content.name === row.name,
      );
      const hmac = createHmac('sha256', Buffer.from(row.salt, 'hex')).update(row.body, 'utf8').digest('hex');
      if (named?.hmac !== hmac) faults.push({ kind: 'content-changed', entry: row.entry_id });
    }
    const last = rows.rows.at(-1);
    if (!last) return faults;
    after = last.id;
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
