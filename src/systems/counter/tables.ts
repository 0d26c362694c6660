/** The tables of the schema `counter`. */
import type { ColumnType } from 'kysely';
import type { Day, Instant } from '../../platform/calendar/instant.ts';
import type { CounterRules } from './rules.ts';

type Time = ColumnType<Instant, string, string>;
type MaybeTime = ColumnType<Instant | null, string | null, string | null>;

export type TicketState = 'waiting' | 'called' | 'serving' | 'served' | 'absent' | 'closed';
export type AppointmentState = 'booked' | 'arrived' | 'cancelled' | 'called-off' | 'absent';
export type DeviceKind = 'kiosk' | 'display';

export interface CounterTables {
  'counter.rules': { id: number; body: ColumnType<CounterRules, string, string>; loaded_at: Time };
  'counter.place': {
    id: string;
    unit_id: string;
    number: number;
    group_keys: readonly string[];
    account_id: string | null;
    opened_at: MaybeTime;
    priority_run: number;
    version: number;
  };
  'counter.ticket': {
    id: string;
    unit_id: string;
    day: Day;
    group_key: string;
    letter: string;
    number: number;
    is_priority: boolean;
    ground: string | null;
    appointment_id: string | null;
    appointment_at: MaybeTime;
    taken_at: Time;
    rank_at: Time;
    waits_since: Time;
    state: TicketState;
    place_id: string | null;
    for_place: string | null;
    returns: number;
    absent_at: MaybeTime;
    dossier_code: string | null;
    secret: string;
    version: number;
  };
  'counter.call': {
    id: string;
    ticket_id: string;
    unit_id: string;
    place_id: string;
    place_number: number;
    account_id: string;
    code: string;
    group_key: string;
    is_priority: boolean;
    waits_since: Time;
    called_at: Time;
    last_at: Time;
    calls: number;
    started_at: MaybeTime;
    ended_at: MaybeTime;
    outcome: 'served' | 'absent' | 'transferred' | 'closed' | null;
    version: number;
  };
  'counter.device': {
    id: string;
    unit_id: string;
    kind: DeviceKind;
    name: string;
    code_hash: Buffer | null;
    code_expires_at: MaybeTime;
    token_hash: Buffer | null;
    created_at: Time;
    signed_in_at: MaybeTime;
    revoked_at: MaybeTime;
    version: number;
  };
  'counter.appointment': {
    id: string;
    code: string;
    unit_id: string;
    place_no: number;
    period: string;
    group_key: string;
    account_id: string | null;
    person_name: string | null;
    phone: string | null;
    state: AppointmentState;
    reminded_at: MaybeTime;
    created_at: Time;
    version: number;
  };
}
