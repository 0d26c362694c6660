/** The case engine's tables as systems see them. */
import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../calendar/instant.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

/** Few legal statuses; the step, what it waits for, its flags and its lateness are separate dimensions. */
export type CaseStatus = 'draft' | 'submitted' | 'open' | 'decided' | 'closed';

export interface CaseRow {
  id: string;
  kind: string;
  code: string;
  title: string;
  person_name: string | null;
  search: string;
  status: CaseStatus;
  outcome: string | null;
  step: string | null;
  step_role: string | null;
  waiting: string | null;
  flags: Generated<string[]>;
  channel: string | null;
  area_id: string | null;
  applicant_id: string | null;
  receiving_unit: string | null;
  competent_unit: string | null;
  returning_unit: string | null;
  holding_unit: string | null;
  assignee_id: string | null;
  definition_id: string | null;
  term: string | null;
  received_at: MaybeAt;
  promised_at: MaybeAt;
  due_at: MaybeAt;
  step_due_at: MaybeAt;
  answer_due_at: MaybeAt;
  opened_at: At;
  closed_at: MaybeAt;
  changed_at: At;
  simulated: Generated<boolean>;
  version: Generated<number>;
}

export type ClockEventKind = 'started' | 'paused' | 'resumed' | 'restarted' | 'extended' | 'stopped';

export interface ClockEventRow {
  case_id: string;
  seq: number;
  kind: ClockEventKind;
  at: At;
  reason: string | null;
  term: string | null;
  until: MaybeAt;
  entry_id: string;
}

export interface ConsultationRow {
  id: string;
  case_id: string;
  unit_id: string;
  asked_by: string | null;
  asked_at: At;
  due_at: At;
  remind_at: MaybeAt;
  reminded_at: MaybeAt;
  overdue_at: MaybeAt;
  answered_at: MaybeAt;
  /** Key of a part of a linked procedure; null for an opinion. */
  part: string | null;
  outcome: 'done' | 'refused' | 'called-off' | null;
  reference: string | null;
  /** The paper of a part that is done. */
  file_id: string | null;
}

export interface CaseTables {
  'cases.case': CaseRow;
  'cases.clock_event': ClockEventRow;
  'cases.timer': { case_id: string; kind: string; fire_at: At };
  'cases.assignment': {
    case_id: string;
    seq: number;
    account_id: string;
    unit_id: string;
    step: string | null;
    assigned_by: string | null;
    assigned_at: At;
  };
  'cases.consultation': ConsultationRow;
  'cases.seen': { case_id: string; account_id: string; first_at: At; last_at: At };
  'cases.number_series': { unit_code: string; day: string; last: number };
}
