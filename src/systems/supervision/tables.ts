/** The tables of supervision. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../../platform/calendar/instant.ts';
import type { CaseTables } from '../../platform/cases/tables.ts';
import type { Clause } from '../../platform/conditions/explain.ts';
import type { IdentityTables } from '../../platform/identity/tables.ts';
import type { JournalTables } from '../../platform/journal/tables.ts';
import type { OrganisationTables } from '../../platform/organisation/tables.ts';
import type { SettingTables } from '../../platform/settings/tables.ts';
import type { Scenario, Severity } from './scenario.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

/** What a supervisor concludes: it holds, it holds and is excused, or the rule was wrong. */
export type Conclusion = 'upheld' | 'excused' | 'wrong-rule';

export interface FindingRow {
  case_id: string;
  scenario: string;
  scenario_version: number;
  severity: Severity;
  subject_id: string;
  subject_kind: string;
  subject_code: string;
  entry_id: string | null;
  act: string;
  occasion: string;
  procedure_code: string | null;
  unit_id: string | null;
  officer_id: string | null;
  found_at: At;
  message: { readonly vi: string; readonly en: string };
  clauses: Clause | null;
  answered_at: MaybeAt;
  concluded_at: MaybeAt;
  conclusion: Conclusion | null;
  escalations: Generated<number>;
}

export interface SupervisionTables
  extends CaseTables,
    JournalTables,
    OrganisationTables,
    IdentityTables,
    SettingTables {
  'supervision.finding': FindingRow;
  'supervision.rule_error': {
    id: string;
    scenario: string;
    version: number;
    case_id: string;
    act: string;
    reason: string;
    at: At;
  };
  'supervision.switched_off': {
    id: string;
    scenario: string;
    version: number;
    reason: string;
    at: At;
    on_again_at: MaybeAt;
    on_again_by: string | null;
  };
  'supervision.heartbeat': {
    scenario: string;
    version: number;
    evaluations: Generated<string>;
    evaluated_at: MaybeAt;
    tried_at: At;
    fits: boolean;
  };
  'supervision.back_test': {
    id: string;
    scenario: string;
    first: ColumnType<Scenario, string, never>;
    first_name: string;
    second: ColumnType<Scenario | null, string | null, never>;
    second_name: string | null;
    from_day: Day;
    to_day: Day;
    state: 'waiting' | 'running' | 'done' | 'failed';
    ranges: Generated<number>;
    ranges_done: Generated<number>;
    cases: Generated<string>;
    acts: Generated<string>;
    undecided: Generated<string>;
    unread: Generated<string>;
    found: Generated<number>;
    is_cut: Generated<boolean>;
    milliseconds: number | null;
    asked_at: At;
    asked_by: string;
    finished_at: MaybeAt;
  };
  'supervision.back_test_finding': {
    test_id: string;
    number: number;
    which: number;
    case_id: string;
    case_code: string;
    procedure_code: string | null;
    unit_id: string | null;
    entry_id: string | null;
    act: string;
    occasion: string;
    at: At;
    message: { readonly vi: string; readonly en: string };
    clauses: Clause | null;
  };
  'supervision.false_alarm': {
    scenario: string;
    case_id: string;
    occasion: string;
    marked_at: At;
    marked_by: string;
  };
  'supervision.sweep': {
    scenario: string;
    version: number;
    reached: At;
    swept_at: At;
    found: Generated<string>;
    looked: Generated<string>;
  };
}
