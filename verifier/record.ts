/** What a verifier reads: the rows of a journal as docs/standards/journal.md lays them out, from PostgreSQL or from an exported file. */

export interface HeadRecord {
  readonly kind: 'head';
  readonly chain: number;
  readonly seq: number;
  /** 64 hex digits. */
  readonly hash: string;
}

export interface EntryRecord {
  readonly kind: 'entry';
  readonly chain: number;
  readonly seq: number;
  /** Microseconds since 1970-01-01T00:00:00Z, decimal. */
  readonly recorded_at: string;
  readonly sealed: string;
  /** 64 hex digits. */
  readonly hash: string;
  /** What the database's columns repeat of the sealed text; an export may leave them out. */
  readonly columns?: EntryColumns;
  readonly contents: readonly ContentRecord[];
}

export interface EntryColumns {
  readonly id: string;
  readonly type: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly account_id: string | null;
  readonly unit_id: string | null;
  /** Microseconds since 1970-01-01T00:00:00Z, decimal. */
  readonly occurred_at: string;
}

export interface ContentRecord {
  readonly id: string;
  readonly name: string;
  readonly subject_id: string;
  /** Hex; null once erased, as is the body. */
  readonly salt: string | null;
  readonly body: string | null;
  /** The entry that ordered the erasure. */
  readonly erased_by: string | null;
}

export interface ReadingRecord {
  readonly kind: 'reading';
  readonly id: string;
  readonly account_id: string;
  readonly subject_id: string;
  readonly what: string;
  readonly recorded_at: string;
  /** Number of the checkpoint that digested it; null while none has. */
  readonly checkpoint: number | null;
}

export type JournalRecord = HeadRecord | EntryRecord | ReadingRecord;

/** The members of a sealed text that verification looks at. */
export interface SealedEntry {
  readonly v: number;
  readonly id: string;
  readonly type: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly actor: { readonly account?: string; readonly unit?: string };
  readonly at: string;
  readonly content?: readonly { readonly id: string; readonly name: string; readonly hmac: string }[];
}
