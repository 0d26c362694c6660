/** The tables of the schema `statistics`. */
import type { ColumnType } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Definitions } from './definitions.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

export type Standing = 'early' | 'on-time' | 'late' | 'no-term';

export interface StatisticsTables {
  'statistics.handling': {
    case_id: string;
    unit_id: string;
    receiving_unit: string;
    returning_unit: string;
    procedure_code: string;
    online_level: string;
    channel: string;
    simulated: boolean;
    submitted_at: At;
    received_at: MaybeAt;
    finished_at: MaybeAt;
    outcome: string | null;
    standing: Standing | null;
    requests: number;
    asked_by: 'nobody' | 'one-stop' | 'others';
    score: number | null;
    complained: boolean;
    duty: 'none' | 'owed' | 'paid-online';
    digital: boolean;
    electronic: boolean | null;
  };
  'statistics.part': {
    case_id: string;
    seq: number;
    step: string;
    unit_id: string;
    account_id: string | null;
    arrived_at: At;
    due_at: MaybeAt;
    done_at: At;
    standing: Standing;
    ended_at: MaybeAt;
  };
  'statistics.definition': {
    id: string;
    digest: string;
    body: ColumnType<Definitions, string, never>;
    loaded_at: At;
  };
}
