/** The tables of the schema `payments`. */
import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

export type RequestState = 'waiting' | 'paid' | 'failed' | 'mismatch' | 'cancelled';

export interface PaymentTables {
  'payments.request': {
    id: string;
    case_id: string;
    case_code: string;
    account_id: string | null;
    reference: string;
    /** đồng */
    amount: number;
    /** đồng */
    paid: Generated<number>;
    state: Generated<RequestState>;
    /** Name of the bank. */
    bank: string | null;
    bin: string;
    account: string;
    holder: string;
    qr_text: string;
    pay_url: string | null;
    provider_id: string | null;
    last_sequence: Generated<number>;
    simulated: Generated<boolean>;
    created_at: At;
    paid_at: MaybeAt;
    version: Generated<number>;
  };
  'payments.message': {
    event_id: string;
    request_id: string;
    type: string;
    sequence: number;
    amount: number;
    transaction: string;
    effect: 'settled' | 'recorded' | 'mismatch' | 'late' | 'failed';
    received_at: At;
  };
  'payments.receipt': {
    id: string;
    series: string;
    number: number;
    case_id: string;
    amount: number;
    by: 'bank' | 'counter';
    issued_at: At;
    voided_at: MaybeAt;
  };
  'payments.receipt_series': { series: string; last: Generated<number> };
}
