/** The tables of the schema `registers`. */
import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';

export interface RegisterTables {
  'registers.filing': {
    id: string;
    case_id: string;
    kind: 'birth' | 'residence';
    /** Several people may move with one dossier. */
    ordinal: number;
    state: Generated<'waiting' | 'queued' | 'done' | 'refused'>;
    /** What the register calls it. */
    reference: string | null;
    refusal: string | null;
    asked_at: ColumnType<Instant, string, string>;
    settled_at: ColumnType<Instant | null, string | null, string | null>;
  };
}
