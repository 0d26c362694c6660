/** The tables of documents: issued papers, read by code or subject and written by the act that issues; templates and their drafts. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../calendar/instant.ts';

type Content = ColumnType<unknown, string, string>;

interface TemplateTable {
  code: string;
  version: number;
  kind: 'slip' | 'result';
  valid_from: Day;
  content: Content;
  origin: 'pack' | 'administrator';
  published_at: ColumnType<Instant, string, string>;
  published_by: string | null;
  copied_from: number | null;
}

interface TemplateDraftTable {
  code: string;
  base: number;
  content: Content;
  version: number;
  changed_at: ColumnType<Instant, string, string>;
  changed_by: string;
}

export interface DocumentTables {
  'documents.template': TemplateTable;
  'documents.template_draft': TemplateDraftTable;
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
