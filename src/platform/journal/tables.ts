/** The journal's tables as systems see them: to read, never to write; writing is `journal.append`, inside an act. */
import type { ColumnType } from 'kysely';
import type { Instant } from '../calendar/instant.ts';

type ReadInstant = ColumnType<Instant, string, string>;

export interface EntryRow {
  id: string;
  chain: number;
  seq: number;
  sealed: string;
  type: string;
  subject_type: string;
  subject_id: string;
  account_id: string | null;
  unit_id: string | null;
  occurred_at: ReadInstant;
  recorded_at: ReadInstant;
  hash: Buffer;
}

export interface ContentRow {
  id: string;
  entry_id: string;
  subject_id: string;
  name: string;
  salt: Buffer | null;
  body: string | null;
  erased_by: string | null;
}

export interface JournalTables {
  'journal.entry': EntryRow;
  'journal.content': ContentRow;
  'journal.command': {
    actor_id: string;
    command_id: string;
    digest: Buffer;
    outcome: ColumnType<Record<string, unknown>, string, never>;
  };
  'journal.position': { position: number; entry_id: string };
  'journal.cursor': { subscriber: string; position: number };
  'journal.sequencer': { position: number };
  'journal.head': { chain: number; seq: number; hash: Buffer };
  'journal.parked': {
    subscriber: string;
    position: number;
    subject_id: string;
    attempts: number;
    last_error: string;
    retry_at: ColumnType<Instant | null, string | null, string | null>;
  };
  'journal.reading': {
    id: string;
    account_id: string;
    subject_id: string;
    what: string;
    recorded_at: ColumnType<Instant, never, never>;
    checkpoint: number | null;
  };
  'journal.checkpoint': { number: number; sealed: string; signature: string };
}
