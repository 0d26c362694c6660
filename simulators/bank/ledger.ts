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

/** Money that came in on an account. */
export interface StatementEntry {
  readonly transactionId: string;
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

export interface Ledger {
  readonly requests: PaymentRequest[];
  readonly statement: StatementEntry[];
  readonly deliveries: Delivery[];
  /** Writes the file, if there is one, in one step. */
  save(): void;
}

export function openLedger(file: string): Ledger {
  const kept = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Ledger>) : {};
  const { requests = [], statement = [], deliveries = [] } = kept;
  return {
    requests,
    statement,
    deliveries,
    save() {
      if (!file) return;
      writeFileSync(`${file}.new`, JSON.stringify({ requests, statement, deliveries }));
      renameSync(`${file}.new`, file);
    },
  };
}
