/** Tables of procedures, as this system alone reads and writes them. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../../platform/calendar/instant.ts';
import type { FormDefinition } from '../../platform/forms/definition.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';
import type { ImportedRecord } from './import/imported-record.ts';
import type { Level, ProcedureDefinition, Subject, TermSpec } from './definition.ts';

type JsonOf<T> = ColumnType<T, string, string>;
type At = ColumnType<Instant, string, string>;

/** 1 a line of the catalogue, 2 a record in full, 3 a published version. */
export type SourceRank = 1 | 2 | 3;
export type OnlineLevel = ProcedureDefinition['online']['level'];
export type RecordKind = 'catalogue' | 'detail';
export type DifferenceState = 'open' | 'accepted' | 'rejected' | 'overtaken';

export interface ProcedureRow {
  id: string;
  code: string;
  name: JsonOf<LocalText>;
  field: string;
  field_name: JsonOf<LocalText>;
  levels: Level[];
  subjects: Subject[];
  online: OnlineLevel;
  term: ColumnType<TermSpec | null, string | null, string | null>;
  offered: Generated<boolean>;
  source: SourceRank;
  catalogue_type: string | null;
  state: string | null;
  promulgated_by: string | null;
  departments: string | null;
  elsewhere: Generated<boolean>;
  uses: Generated<number>;
  folded: string;
  search: string;
}

export interface VersionRow {
  id: string;
  procedure_id: string;
  digest: string;
  definition: JsonOf<ProcedureDefinition>;
  form: JsonOf<FormDefinition>;
  valid_from: Day | null;
  valid_to: Day | null;
  published_at: At;
  superseded_at: ColumnType<Instant | null, string | null, string | null>;
  origin: Generated<'pack' | 'administrator'>;
  published_by: string | null;
  copied_from: string | null;
}

export interface DraftRow {
  id: string;
  code: string;
  name: string;
  folded: string;
  base: string | null;
  definition: JsonOf<ProcedureDefinition>;
  form: ColumnType<FormDefinition | null, string | null, string | null>;
  version: number;
  started_at: At;
  changed_at: At;
  changed_by: string;
}

export interface ImportReportRow {
  id: string;
  file_name: string;
  kind: RecordKind | 'unknown';
  loaded: Generated<number>;
  unchanged: Generated<number>;
  reported: Generated<number>;
  flagged: Generated<number>;
  /** Of the loaded ones, those that say otherwise than before and wait for an administrator. */
  changed: Generated<number>;
  started_at: At;
  finished_at: ColumnType<Instant | null, string | null, string | null>;
}

export interface DifferenceRow {
  id: string;
  procedure_id: string;
  kind: RecordKind;
  report_id: string;
  before: JsonOf<ImportedRecord>;
  after: JsonOf<ImportedRecord>;
  flags: string[];
  digest: string;
  state: Generated<DifferenceState>;
  found_at: At;
  settled_at: ColumnType<Instant | null, string | null, string | null>;
}

export interface ProcedureTables {
  'procedures.procedure': ProcedureRow;
  'procedures.version': VersionRow;
  'procedures.draft': DraftRow;
  'procedures.alias': {
    code: string;
    procedure_id: string;
    valid_from: Day | null;
    valid_to: Day | null;
    confirm: boolean;
  };
  'procedures.life_event': {
    key: string;
    position: number;
    name: JsonOf<LocalText>;
    about: JsonOf<LocalText>;
    icon: string;
    codes: string[];
  };
  'procedures.record': {
    procedure_id: string;
    kind: RecordKind;
    content: JsonOf<unknown>;
    flags: string[];
    digest: string;
    report_id: string;
  };
  'procedures.difference': DifferenceRow;
  'procedures.import_report': ImportReportRow;
  'procedures.import_line': {
    report_id: string;
    record: number;
    code: string | null;
    reasons: string[];
    loaded: boolean;
  };
  'procedures.pack_load': { id: string; digest: string; loaded_at: At };
  'procedures.word': { word: string; shown: string; uses: number; slips: string[] };
}
