/** The tables of the schema `indicators`. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../calendar/instant.ts';
import type { IndicatorDefinition } from './definition.ts';

type At = ColumnType<Instant, string, string>;

export interface IndicatorTables {
  'indicators.definition': {
    number: Generated<number>;
    code: string;
    version: number;
    valid_from: Day;
    /** The first day that a later version counts. */
    valid_until: Day | null;
    measure: string;
    digest: string;
    body: ColumnType<IndicatorDefinition, string, string>;
    /** Gone from the pack: its figures stay, it is not offered any more. */
    withdrawn: boolean;
    loaded_at: At;
    /** Of the setting that an administrator published; null: of the pack. */
    published_as: number | null;
  };
  'indicators.measure': { name: string; digest: string; counted_at: At };
  'indicators.pending': { measure: string; from_day: Day; from_source: boolean; asked_at: At; asks: Generated<number> };
  'indicators.fact': {
    measure: string;
    subject: string;
    label: string;
    at: At;
    unit_id: string | null;
    area_id: string | null;
    simulated: boolean;
    body: ColumnType<Record<string, unknown>, string, string>;
    numerators: number[];
    denominators: number[];
    unknowns: number[];
  };
  'indicators.count': {
    definition: number;
    day: Day;
    unit_id: string | null;
    area_id: string | null;
    numerator: number;
    denominator: number;
    unknown: number;
    simulated: number;
  };
}
