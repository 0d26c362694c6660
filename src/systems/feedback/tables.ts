/** The table of the schema `feedback`. */
import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';

export type Score = 1 | 2 | 3 | 4 | 5;

export interface FeedbackTables {
  'feedback.rating': {
    case_id: string;
    case_code: string;
    procedure_code: string;
    unit_id: string;
    receiving_unit: string;
    account_id: string;
    score: Score;
    reasons: Generated<readonly string[]>;
    rated_at: ColumnType<Instant, string, string>;
    answered_at: ColumnType<Instant | null, string | null, string | null>;
    simulated: Generated<boolean>;
  };
}
