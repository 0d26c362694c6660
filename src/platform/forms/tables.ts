/** The forms' table: only the verbs in draft.ts use it. */
import type { ColumnType } from 'kysely';
import type { Instant } from '../calendar/instant.ts';
import type { Answers } from './answers.ts';
import type { Provenance } from './prefill.ts';

type JsonOf<T> = ColumnType<T, string, string>;
type AtInstant = ColumnType<Instant, string, string>;

export interface DraftRow {
  id: string;
  account_id: string;
  form_version: string;
  particulars: JsonOf<Readonly<Record<string, unknown>>>;
  answers: JsonOf<Answers>;
  provenance: JsonOf<Provenance>;
  version: ColumnType<number, number | undefined, number>;
  created_at: AtInstant;
  updated_at: AtInstant;
  expires_at: AtInstant;
  warned_at: ColumnType<Instant | null, null, string | null>;
}

export interface FormTables {
  'forms.draft': DraftRow;
}
