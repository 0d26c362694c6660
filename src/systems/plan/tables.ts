/** The tables of the schema `plan`. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../../platform/calendar/instant.ts';
import type { PlanDefinition } from './definition.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

/** An actual value, the baseline (mốc ban đầu), or a point of a trajectory that the province sets itself. */
export type ValueKind = 'actual' | 'baseline' | 'point';
export type ValueState = 'draft' | 'approved' | 'refused' | 'withdrawn' | 'annulled';

export interface PlanTables {
  'plan.definition': {
    id: string;
    digest: string;
    body: ColumnType<PlanDefinition, string, never>;
    loaded_at: At;
  };
  'plan.value': {
    id: string;
    target: string;
    measure: string;
    kind: ValueKind;
    /** The day it speaks of. */
    day: Day;
    /** Ten-thousandths of the unit. */
    amount: number;
    numerator: number | null;
    denominator: number | null;
    document_number: string;
    document_day: Day;
    file_id: string | null;
    note: Generated<string>;
    state: Generated<ValueState>;
    /** Of a demonstration: nobody reported it. */
    invented: Generated<boolean>;
    definition_id: string;
    entered_by: string | null;
    entered_at: At;
    decided_by: string | null;
    decided_at: MaybeAt;
    refused_for: string | null;
    version: Generated<number>;
  };
  'plan.approval': { sheet: string; code: string; version: number; decided_by: string; decided_at: At };
  'plan.record': {
    sheet: string;
    code: string;
    version: number;
    cells: ColumnType<Readonly<Record<string, string>>, string, never>;
    /** đồng */
    amount: number | null;
    removed: Generated<boolean>;
    invented: Generated<boolean>;
    made_by: string | null;
    made_at: At;
  };
}
