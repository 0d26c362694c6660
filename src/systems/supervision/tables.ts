/** The tables of supervision. */
import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { CaseTables } from '../../platform/cases/tables.ts';
import type { Clause } from '../../platform/conditions/explain.ts';
import type { IdentityTables } from '../../platform/identity/tables.ts';
import type { JournalTables } from '../../platform/journal/tables.ts';
import type { OrganisationTables } from '../../platform/organisation/tables.ts';
import type { SettingTables } from '../../platform/settings/tables.ts';
import type { Severity } from './scenario.ts';

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
  'supervision.sweep': {
    scenario: string;
    version: number;
    reached: At;
    swept_at: At;
    found: Generated<string>;
    looked: Generated<string>;
  };
}
