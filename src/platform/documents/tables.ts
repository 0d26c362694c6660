/** The table of issued papers as systems see it: read by its code or its subject, written by the act that issues. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../calendar/instant.ts';

export interface DocumentTables {
  'documents.issued_document': {
    id: string;
    code: string;
    meaning: string;
    subject_type: string;
    subject_id: string;
    unit_id: string;
    number: string | null;
    title: string;
    file_id: string;
    digest: string;
    signers: ColumnType<readonly unknown[], string, string>;
    issued_at: ColumnType<Instant, string, string>;
    valid_until: Day | null;
    replaced_by: string | null;
    revoked_at: ColumnType<Instant | null, string | null, string | null>;
    simulated: Generated<boolean>;
  };
}
