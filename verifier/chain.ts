/** One of the 32 chains, walked from its first entry: each entry must continue the one before and say what its rows say. */
import { createHash, createHmac } from 'node:crypto';
import { canonicalText } from './canonical.ts';
import type { Fault, FaultKind } from './fault.ts';
import type { ContentRecord, EntryColumns, EntryRecord, HeadRecord, SealedEntry } from './record.ts';

/** What a chain is after the entries so far. Erasures wait until the entry that ordered them comes by. */
export interface ChainWalk {
  readonly chain: number;
  seq: number;
  hash: string;
  entries: number;
  head: HeadRecord | undefined;
  /** Hashes that checkpoints name, by sequence number. */
  readonly sealed: ReadonlyMap<number, { readonly hash: string; readonly checkpoint: number }>;
  readonly sealedTo: number;
  readonly erasures: Map<string, { readonly subject: string; readonly content: string; readonly entry: string }[]>;
}

export function startWalk(chain: number, sealed: ChainWalk['sealed']): ChainWalk {
  const sealedTo = Math.max(0, ...sealed.keys());
  return { chain, seq: 0, hash: '0'.repeat(64), entries: 0, head: undefined, sealed, sealedTo, erasures: new Map() };
}

/** Takes the next entry of the chain. Goes on from the hash it states: one changed entry is one fault, not one in each that follows. */
export function* walkEntry(walk: ChainWalk, record: EntryRecord): Generator<Fault> {
  const where = { chain: walk.chain, seq: record.seq };
  walk.entries += 1;
  if (record.seq <= walk.seq) return yield { kind: 'entry-misplaced', ...where };
  yield* missing(walk, record.seq - 1);
  if (hashOf(record, walk.hash) !== record.hash) yield { kind: 'entry-changed', ...where };
  walk.seq = record.seq;
  walk.hash = record.hash;
  yield* contradictions(walk);

  const entry = readSealed(record.sealed);
  if (!entry) return yield { kind: 'entry-malformed', ...where };
  const named = { ...where, entry: entry.id };
  if (chainOf(entry.subject.id) !== walk.chain) yield { kind: 'entry-in-wrong-chain', ...named };
  if (record.columns && !columnsAgree(record.columns, entry)) yield { kind: 'column-changed', ...named };
  for (const { kind, content } of judgeContents(walk, entry, record.contents)) yield { kind, ...named, content };
  yield* explainErasures(walk, entry);
}

/** After the last entry: the chain must reach its head and every checkpoint, and no erasure may stand unexplained. */
export function* endWalk(walk: ChainWalk): Generator<Fault> {
  const { chain, head } = walk;
  yield* missing(walk, Math.max(walk.sealedTo, head?.seq ?? 0));
  const reached = head?.seq === walk.seq && head.hash === walk.hash;
  const isShort = head !== undefined && head.seq > walk.seq;
  if (!reached && !isShort) yield { kind: 'head-changed', chain, ...(head ? { seq: head.seq } : {}) };
  for (const { content, entry } of [...walk.erasures.values()].flat())
    yield { kind: 'erasure-unexplained', chain, entry, content };
}

function* missing(walk: ChainWalk, through: number): Generator<Fault> {
  const count = through - walk.seq;
  if (count > 0) yield { kind: 'entry-missing', chain: walk.chain, seq: walk.seq + 1, count };
}

function* contradictions({ chain, seq, hash, sealed }: ChainWalk): Generator<Fault> {
  const named = sealed.get(seq);
  if (named && named.hash !== hash) yield { kind: 'checkpoint-contradicted', chain, seq, checkpoint: named.checkpoint };
}

function hashOf({ chain, seq, recorded_at, sealed }: EntryRecord, previous: string): string {
  const lines = ['vamco-journal-1', chain, seq, previous, recorded_at, sealed];
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');
}

/** Undefined when the text is not canonical JSON, member order and escapes included, or not an entry of a version that is known. */
function readSealed(sealed: string): SealedEntry | undefined {
  let entry: SealedEntry;
  try {
    entry = JSON.parse(sealed) as SealedEntry;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return canonicalText(entry) === sealed && isKnown(entry) ? entry : undefined;
}

/** Version 2 is version 1 with an effect, which verification does not look at. */
const isKnown = (entry: SealedEntry | null): boolean =>
  (entry?.v === 1 || entry?.v === 2) &&
  typeof entry.id === 'string' &&
  typeof entry.type === 'string' &&
  typeof entry.subject?.id === 'string' &&
  typeof entry.actor === 'object' &&
  Array.isArray(entry.content ?? []);

const chainOf = (subject: string): number => Number.parseInt(subject.slice(-2), 16) & 31;

function columnsAgree(columns: EntryColumns, entry: SealedEntry): boolean {
  return (
    columns.id === entry.id &&
    columns.type === entry.type &&
    columns.subject_type === entry.subject.type &&
    columns.subject_id === entry.subject.id &&
    columns.account_id === (entry.actor.account ?? null) &&
    columns.unit_id === (entry.actor.unit ?? null) &&
    columns.occurred_at === `${Date.parse(entry.at) * 1000}`
  );
}

function* judgeContents(
  walk: ChainWalk,
  entry: SealedEntry,
  rows: readonly ContentRecord[],
): Generator<{ kind: FaultKind; content: string }> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { id, name, hmac } of entry.content ?? []) {
    const row = byId.get(id);
    byId.delete(id);
    if (!row) yield { kind: 'content-missing', content: id };
    else if (row.name !== name || row.subject_id !== entry.subject.id) yield { kind: 'content-changed', content: id };
    else if (row.erased_by !== null && row.body === null && row.salt === null) expectErasure(walk, entry, row);
    else if (hmacOf(row) !== hmac) yield { kind: 'content-changed', content: id };
  }
  for (const id of byId.keys()) yield { kind: 'content-unnamed', content: id };
}

const hmacOf = ({ salt, body }: ContentRecord): string | undefined =>
  salt === null || body === null
    ? undefined
    : createHmac('sha256', Buffer.from(salt, 'hex')).update(body, 'utf8').digest('hex');

/** The entry that ordered an erasure is on the same subject, hence later in the same chain. */
function expectErasure(walk: ChainWalk, entry: SealedEntry, row: ContentRecord): void {
  const by = row.erased_by as string;
  const waiting = walk.erasures.get(by) ?? [];
  waiting.push({ subject: entry.subject.id, content: row.id, entry: entry.id });
  walk.erasures.set(by, waiting);
}

function* explainErasures(walk: ChainWalk, order: SealedEntry): Generator<Fault> {
  const explained = walk.erasures.get(order.id);
  if (!explained) return;
  walk.erasures.delete(order.id);
  for (const { subject, content, entry } of explained) {
    if (!order.type.endsWith('content-erased') || order.subject.id !== subject)
      yield { kind: 'erasure-unexplained', chain: walk.chain, entry, content };
  }
}
