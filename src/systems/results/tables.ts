/** The tables of the schema `results`. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;
type Text = ColumnType<LocalText, string, string>;

export interface ResultTables {
  'results.result': {
    id: string;
    case_id: string;
    case_code: string;
    procedure_code: string;
    kind: string;
    title: Text;
    number: string;
    outcome: 'approved' | 'rejected';
    unit_id: string;
    receiving_unit: string;
    account_id: string | null;
    file_id: string;
    sha256: string;
    issued_at: At;
    valid_until: Day | null;
    replaced_by: string | null;
    revoked_at: MaybeAt;
    /** A certified copy of another paper, with its pages. */
    is_copy: Generated<boolean>;
    simulated: Generated<boolean>;
    search: string;
  };
  'results.paper': {
    id: string;
    account_id: string;
    case_id: string;
    case_code: string;
    procedure_code: string;
    component: string;
    component_code: string | null;
    name: Text;
    file_id: string;
    sha256: string;
    confirmed_unit: string;
    confirmed_at: At;
    valid_until: Day | null;
    removed_at: MaybeAt;
  };
  'results.reuse': {
    file_id: string;
    source: 'result' | 'paper';
    held_id: string;
    account_id: string;
    owner_id: string;
    component: string;
    chosen_at: At;
  };
}
