/** The tables of the schema `payments`. */
import type { ColumnType, Generated } from 'kysely';
import type { Day, Instant } from '../../platform/calendar/instant.ts';

type At = ColumnType<Instant, string, string>;
type MaybeAt = ColumnType<Instant | null, string | null, string | null>;

export type RequestState = 'waiting' | 'paid' | 'failed' | 'mismatch' | 'cancelled';

/** Why money could not be settled at once. */
export type Puzzle = 'amount' | 'twice' | 'cancelled' | 'unknown';
export type VoidReason = 'wrong-amount' | 'wrong-payer' | 'refunded' | 'other';

export type RefundState = 'proposed' | 'approved' | 'refused' | 'sent';

export interface BilledItem {
  readonly key: string;
  /** đồng */
  readonly amount: number;
}

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
    collection_id: string | null;
    unit_id: string | null;
    check_code: string | null;
    issued_by: string | null;
    void_reason: VoidReason | null;
    voided_by: string | null;
    /** The voided receipt whose place it takes. */
    replaces: string | null;
    version: Generated<number>;
  };
  'payments.receipt_series': {
    series: string;
    last: Generated<number>;
    /** Mẫu số of the receipt's form. */
    form: string | null;
    unit_id: string | null;
    year: number | null;
  };
  'payments.collection': {
    id: string;
    case_id: string | null;
    case_code: string | null;
    request_id: string | null;
    /** The unit that receives the dossier; null while nobody knows. */
    unit_id: string | null;
    /** đồng */
    amount: number;
    /** đồng, given back or about to be */
    refunded: Generated<number>;
    by: 'bank' | 'counter';
    transaction: string | null;
    /** Number of the receiving account. */
    account: string | null;
    reference: string | null;
    standing: 'settled' | 'unmatched' | 'returned';
    puzzle: Puzzle | null;
    /** The officer who took the cash. */
    taken_by: string | null;
    /** The shift it was counted in. */
    shift_id: string | null;
    received_at: At;
    simulated: Generated<boolean>;
    version: Generated<number>;
  };
  'payments.refund': {
    id: string;
    collection_id: string;
    case_id: string | null;
    unit_id: string | null;
    /** A key of the pack's rules of refunds. */
    reason: string;
    /** đồng */
    amount: number;
    state: Generated<RefundState>;
    proposed_by: string;
    proposed_at: At;
    decided_by: string | null;
    decided_at: MaybeAt;
    sent_at: MaybeAt;
    /** The bank's, of the money that went out. */
    transaction: string | null;
    simulated: Generated<boolean>;
    version: Generated<number>;
  };
  'payments.statement_file': {
    /** SHA-256 of its bytes, hex. */
    digest: string;
    name: string;
    source: 'upload' | 'bank';
    first_day: Day;
    last_day: Day;
    lines: number;
    new_lines: number;
    imported_at: At;
    imported_by: string | null;
  };
  'payments.statement_line': {
    id: string;
    account: string;
    transaction: string;
    direction: 'in' | 'out';
    amount: number;
    content: string;
    reference: string | null;
    booked_at: At;
    day: Day;
    digest: string;
  };
  'payments.settlement': {
    id: string;
    day: Day;
    difference: string;
    kind: string;
    reason: string;
    settled_by: string;
    settled_at: At;
  };
  'payments.reconciled_day': {
    day: Day;
    round: number;
    ours: number;
    ours_sum: number;
    bank: number;
    bank_sum: number;
    differences: number;
    closed_by: string;
    closed_at: At;
  };
  'payments.bill': {
    case_id: string;
    /** đồng */
    due: number;
    items: ColumnType<readonly BilledItem[], string, string>;
  };
  'payments.cash_shift': {
    id: string;
    account_id: string;
    unit_id: string;
    number: number;
    closed_at: At;
    expected: number;
    counted: number;
    receipts: number;
  };
}
