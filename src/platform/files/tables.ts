/** The tables of the schema `files`. */
import type { ColumnType } from 'kysely';
import type { Instant } from '../calendar/instant.ts';
import type { ScanState } from './antivirus.ts';
import type { FileType } from './file-type.ts';
import type { FilePurpose } from './purpose.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

export interface FileTables {
  'files.blob': {
    digest: string;
    size: number;
    type: FileType;
    scan: ScanState;
    signature: string | null;
    scanned_at: MaybeAt;
    stored_at: At;
    unused_since: MaybeAt;
  };
  'files.file': {
    id: string;
    digest: string;
    owner_type: string;
    owner_id: string;
    purpose: FilePurpose;
    component: string | null;
    name: string;
    retention: string;
    uploaded_by: string | null;
    uploaded_at: At;
    removed_at: MaybeAt;
  };
}
