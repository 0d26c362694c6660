/** What other systems may ask of payments (phí, lệ phí, thanh toán): reads only. The rest of this folder is private. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { RequestState } from './tables.ts';

export interface PaymentRequest {
  readonly id: string;
  readonly reference: string;
  /** đồng */
  readonly amount: number;
  readonly state: RequestState;
  readonly bin: string;
  readonly account: string;
  readonly holder: string;
  /** Text of the VietQR, for an image. */
  readonly qrText: string;
  /** Page of the payment platform, once it has answered. */
  readonly payUrl: string | null;
  readonly createdAt: Instant;
  readonly paidAt: Instant | null;
}

/** The newest request of a dossier that was not cancelled. */
export async function findPaymentRequest(
  db: QueryExecutorProvider,
  caseId: string,
): Promise<PaymentRequest | undefined> {
  const rows = await sql<PaymentRequest>`
    select id, reference, amount, state, bin, account, holder, qr_text as "qrText", pay_url as "payUrl", created_at as "createdAt", paid_at as "paidAt"
    from payments.request where case_id = ${caseId} and state <> 'cancelled' order by created_at desc, id desc limit 1
  `.execute(db);
  return rows.rows[0];
}

export interface Receipt {
  readonly series: string;
  readonly number: number;
  /** đồng */
  readonly amount: number;
  readonly by: 'bank' | 'counter';
  readonly issuedAt: Instant;
}

export async function listReceipts(db: QueryExecutorProvider, caseId: string): Promise<Receipt[]> {
  const rows = await sql<Receipt>`
    select series, number, amount, by, issued_at as "issuedAt" from payments.receipt where case_id = ${caseId} and voided_at is null order by issued_at
  `.execute(db);
  return rows.rows;
}
