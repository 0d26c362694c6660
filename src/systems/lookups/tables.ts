/** The tables of the schema `lookups`. */
import type { ColumnType } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { RegisteredPerson } from './ask-population.ts';

export type LookupState = 'found' | 'unknown' | 'mismatch' | 'unavailable';

/** `vneid`: they signed in at level 2. `card`: their card lay before the officer. `named`: whoever asks knew number, name and birth date. */
export type VerifiedBy = 'vneid' | 'card' | 'named';

export interface LookupTables {
  'lookups.lookup': {
    id: string;
    owner_id: string;
    about: string;
    register: 'population';
    state: LookupState;
    verified_by: VerifiedBy;
    personal_number: string;
    person: ColumnType<RegisteredPerson | null, string | null, never>;
    asked_by: string;
    asked_at: ColumnType<Instant, string, never>;
  };
}
