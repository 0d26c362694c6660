/** Paying: what happens to the money, and which messages the merchant gets in which disorder. */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Courier } from './courier.ts';
import type { Delivery, Ledger, PaymentEvent, PaymentRequest, StatementEntry, Transfer } from './ledger.ts';

/** What can go wrong between a bank and a merchant, in the words of the pages. */
export const MODES = {
  normal: 'Bình thường: báo một lần',
  repeated: 'Báo ba lần cùng lúc',
  delayed: 'Báo chậm',
  'out-of-order': 'Báo sai thứ tự: thành công trước, đang xử lý sau',
  failing: 'Thanh toán thất bại',
  'wrong-signature': 'Tin giả mạo: chữ ký sai, không có tiền',
  stale: 'Tin phát lại: chữ ký đã cũ một giờ, không có tiền',
  'amount-mismatch': 'Trả sai số tiền',
  lost: 'Có tiền nhưng không báo',
} as const;

export type Mode = keyof typeof MODES;

export interface Payment {
  readonly mode: Mode;
  /** For `delayed`; 5000 when absent. */
  readonly delayMs?: number;
  /** For `amount-mismatch`; one thousand đồng short (at least 1 đồng is paid) when absent. */
  readonly amount?: number;
}

export interface Till {
  /** False when the request is already paid; a forged message needs no open request. */
  pay(request: PaymentRequest, payment: Payment): boolean;
  /** A transfer that pays no request: it shows on the statement and nobody is told. */
  receive(transfer: Omit<StatementEntry, 'transactionId' | 'bookedAt' | 'requestId' | 'direction'>): StatementEntry;
  /** Money sent out; the same reference again is the same transfer, another content under it is refused (undefined). */
  send(transfer: Omit<Transfer, 'transactionId'> & { readonly content: string }): Transfer | undefined;
}

export function newTill(ledger: Ledger, courier: Courier): Till {
  const book = (entry: Omit<StatementEntry, 'transactionId' | 'bookedAt'>) => {
    const booked = { transactionId: newTransactionId(), ...entry, bookedAt: new Date().toISOString() };
    ledger.statement.push(booked);
    return booked;
  };
  const owe = (request: PaymentRequest, event: PaymentEvent, signing: Delivery['signing'] = 'right') => {
    const delivery: Delivery = { event, url: request.callbackUrl, signing, state: 'owed', attempts: [] };
    ledger.deliveries.push(delivery);
    return delivery;
  };

  function pay(request: PaymentRequest, payment: Payment): boolean {
    const { mode } = payment;
    if (mode === 'wrong-signature' || mode === 'stale') {
      const forged = eventOf(request, 'payment.succeeded', request.amount, newTransactionId());
      void courier.bring(owe(request, forged, mode === 'stale' ? 'stale' : 'wrong-key'));
      return true;
    }
    if (request.status === 'paid') return false;
    if (mode === 'failing') {
      request.status = 'failed';
      void courier.bring(owe(request, eventOf(request, 'payment.failed', request.amount, newTransactionId())));
      return true;
    }

    request.status = 'paid';
    const amount = mode === 'amount-mismatch' ? (payment.amount ?? Math.max(1, request.amount - 1000)) : request.amount;
    const { bin, number } = request.account;
    const { transactionId } = book({
      direction: 'in',
      bin,
      account: number,
      amount,
      content: request.reference,
      requestId: request.id,
    });
    const succeeded = eventOf(request, 'payment.succeeded', amount, transactionId);
    if (mode === 'lost') return true;

    const owed = [owe(request, succeeded)];
    if (mode === 'repeated') owed.push(owe(request, succeeded), owe(request, succeeded));
    if (mode === 'out-of-order') owed.push(owe(request, eventOf(request, 'payment.pending', amount, transactionId)));
    void bringAll(courier, owed, payment);
    return true;
  }

  return {
    pay(request, payment) {
      const isDone = pay(request, payment);
      ledger.save();
      return isDone;
    },
    receive(transfer) {
      const entry = book({ ...transfer, direction: 'in', requestId: null });
      ledger.save();
      return entry;
    },
    send({ content, ...asked }) {
      const known = ledger.transfers.find(({ reference }) => reference === asked.reference);
      if (known) {
        const isSame =
          known.amount === asked.amount && known.from === asked.from && known.to.number === asked.to.number;
        return isSame ? known : undefined;
      }
      const { transactionId } = book({
        direction: 'out',
        bin: asked.to.bin,
        account: asked.from,
        amount: asked.amount,
        content: `${asked.reference} ${content}`.trim(),
        requestId: null,
      });
      const transfer = { ...asked, transactionId };
      ledger.transfers.push(transfer);
      ledger.save();
      return transfer;
    },
  };
}

async function bringAll(courier: Courier, owed: readonly Delivery[], { mode, delayMs = 5000 }: Payment): Promise<void> {
  if (mode === 'delayed') await pause(delayMs);
  if (mode !== 'out-of-order') await Promise.all(owed.map((delivery) => courier.bring(delivery)));
  else for (const delivery of owed) await courier.bring(delivery);
}

const SEQUENCE: Readonly<Record<PaymentEvent['type'], number>> = {
  'payment.pending': 1,
  'payment.failed': 2,
  'payment.succeeded': 2,
};

function eventOf(
  request: PaymentRequest,
  type: PaymentEvent['type'],
  amount: number,
  transactionId: string,
): PaymentEvent {
  return {
    eventId: randomUUID(),
    type,
    sequence: SEQUENCE[type],
    requestId: request.id,
    reference: request.reference,
    transactionId,
    amount,
    currency: 'VND',
    occurredAt: new Date().toISOString(),
  };
}

const newTransactionId = () =>
  `FT${String(randomInt(1_000_000)).padStart(6, '0')}${String(randomInt(1_000_000)).padStart(6, '0')}`;
