/** What other systems may ask of payments (phí, lệ phí, thanh toán): reads, and that a page to pay at be opened. The rest of this folder is private. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { askToOpenNow } from './open-request.ts';
import type { BilledItem, RefundState, RequestState } from './tables.ts';

export { refundStateTexts } from './refunds/money-words.ts';
export { receiptName } from './receipts/receipt-name.ts';
export type { BilledItem } from './tables.ts';

export interface PaymentRequest {
  readonly id: string;
  readonly reference: string;
  /** đồng */
  readonly amount: number;
  readonly state: RequestState;
  /** đồng, as the bank told it; more or less than asked for in a mismatch. */
  readonly paid: number;
  /** Name of the receiving bank, where it is known. */
  readonly bank: string | null;
  readonly bin: string;
  readonly account: string;
  readonly holder: string;
  /** Text of the VietQR, for an image. */
  readonly qrText: string;
  /** Page of the payment platform, once it has answered. */
  readonly payUrl: string | null;
  readonly simulated: boolean;
  readonly createdAt: Instant;
  readonly paidAt: Instant | null;
}

/** The newest request of a dossier that was not cancelled. */
export async function findPaymentRequest(
  db: QueryExecutorProvider,
  caseId: string,
): Promise<PaymentRequest | undefined> {
  const rows = await sql<PaymentRequest>`
    select id, reference, amount, paid, state, simulated, bank, bin, account, holder, qr_text as "qrText", pay_url as "payUrl", created_at as "createdAt", paid_at as "paidAt"
    from payments.request where case_id = ${caseId} and state <> 'cancelled' order by created_at desc, id desc limit 1
  `.execute(db);
  return rows.rows[0];
}

/** For the page that offers to pay: true while the platform's own page is being opened, which takes a moment. */
export async function preparePayPage(
  db: QueryExecutorProvider,
  platform: Pick<Platform, 'config'>,
  request: PaymentRequest,
): Promise<boolean> {
  if (request.payUrl !== null || (request.state !== 'waiting' && request.state !== 'failed')) return false;
  return askToOpenNow(db, platform, request);
}

export interface Receipt {
  readonly series: string;
  readonly number: number;
  /** đồng */
  readonly amount: number;
  readonly by: 'bank' | 'counter';
  readonly issuedAt: Instant;
  /** Printed on it, for its public page; null on those from before there was one. */
  readonly checkCode: string | null;
  /** It no longer counts; the one that took its place, if any, is listed too. */
  readonly voided: boolean;
}

/** Those in force and those voided, in the order of their issue. */
export async function listReceipts(db: QueryExecutorProvider, caseId: string): Promise<Receipt[]> {
  const rows = await sql<Receipt>`
    select series, number, amount, by, issued_at as "issuedAt", check_code as "checkCode", voided_at is not null as voided
    from payments.receipt where case_id = ${caseId} order by issued_at, number
  `.execute(db);
  return rows.rows;
}

/** What a dossier was last asked for, item by item; none where its journal named only the total. */
export async function listBilledItems(db: QueryExecutorProvider, caseId: string): Promise<readonly BilledItem[]> {
  const rows = await sql<{ items: readonly BilledItem[] }>`
    select items from payments.bill where case_id = ${caseId}
  `.execute(db);
  return rows.rows[0]?.items ?? [];
}

export interface OwnRefund {
  readonly id: string;
  /** đồng */
  readonly amount: number;
  readonly state: RefundState;
  readonly proposedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly sentAt: Instant | null;
}

/** What is given back of a dossier's money, or was asked to be, oldest first. */
export async function listOwnRefunds(db: QueryExecutorProvider, caseId: string): Promise<readonly OwnRefund[]> {
  const rows = await sql<OwnRefund>`
    select id, amount, state, proposed_at as "proposedAt", decided_at as "decidedAt", sent_at as "sentAt"
    from payments.refund where case_id = ${caseId} order by id
  `.execute(db);
  return rows.rows;
}
