/** What the bank knows: requests for payment, money that moved, messages it owes. In memory, and in a file when one is named. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface PaymentRequest {
  readonly id: string;
  /** The merchant's own name for the payment; asking twice with the same one is asking once. */
  readonly reference: string;
  readonly amount: number;
  readonly account: BankAccount;
  readonly description: string;
  readonly callbackUrl: string;
  readonly returnUrl?: string;
  readonly createdAt: string;
  status: 'waiting' | 'paid' | 'failed';
}

export interface BankAccount {
  readonly bin: string;
  readonly number: string;
  readonly name: string;
}

/** Money that came in on an account, or went out from it. */
export interface StatementEntry {
  readonly transactionId: string;
  readonly direction: 'in' | 'out';
  readonly bin: string;
  readonly account: string;
  readonly amount: number;
  readonly content: string;
  readonly bookedAt: string;
  /** The request it paid; null for a transfer that names none. */
  readonly requestId: string | null;
}

export interface PaymentEvent {
  readonly eventId: string;
  readonly type: 'payment.pending' | 'payment.succeeded' | 'payment.failed';
  /** Order in which things happened to one request; callbacks may come in another. */
  readonly sequence: number;
  readonly requestId: string;
  readonly reference: string;
  readonly transactionId: string;
  readonly amount: number;
  readonly currency: 'VND';
  readonly occurredAt: string;
}

/** One message to deliver: the body never changes, each attempt is signed anew. */
export interface Delivery {
  readonly event: PaymentEvent;
  readonly url: string;
  readonly signing: 'right' | 'wrong-key' | 'stale';
  state: 'owed' | 'delivered' | 'given-up';
  readonly attempts: { readonly at: string; readonly status: number | null }[];
}

/** Money a merchant sent out: under its own reference once, however often it asked. */
export interface Transfer {
  readonly reference: string;
  readonly amount: number;
  readonly from: string;
  readonly to: BankAccount;
  readonly transactionId: string;
}

export interface Ledger {
  readonly transfers: Transfer[];
  readonly requests: PaymentRequest[];
  readonly statement: StatementEntry[];
  readonly deliveries: Delivery[];
  /** Writes the file, if there is one, in one step. */
  save(): void;
}

export function openLedger(file: string): Ledger {
  const kept = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Ledger>) : {};
  const { requests = [], statement = [], deliveries = [], transfers = [] } = kept;
  return {
    requests,
    statement,
    deliveries,
    transfers,
    save() {
      if (!file) return;
      writeFileSync(`${file}.new`, JSON.stringify({ requests, statement, deliveries, transfers }));
      renameSync(`${file}.new`, file);
    },
  };
}
