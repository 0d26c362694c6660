/** Payment requests: made when a dossier asks for money, settled by what the bank tells, once. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { entryActor, writeAct } from '../../platform/cases/act.ts';
import type { RowChange } from '../../platform/cases/decision.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { type EntryDraft, sealEntry } from '../../platform/journal/entry.ts';
import type { ReceivingAccounts } from './receiving-account.ts';
import type { PaymentTables } from './tables.ts';
import { writeVietQr } from './vietqr.ts';

export interface FeeToRequest {
  readonly caseId: string;
  readonly caseCode: string;
  /** đồng still owed */
  readonly amount: number;
  readonly accountId: string | null;
  readonly simulated: boolean;
  readonly to: ReceivingAccounts['accounts'][number];
  readonly at: Instant;
}

/** Inside the subscriber's transaction; a request still waiting for the same dossier is replaced, so that two QRs never compete. */
export async function makeRequest(trx: Db<PaymentTables>, fee: FeeToRequest): Promise<string> {
  await trx
    .updateTable('payments.request')
    .set({ state: 'cancelled' })
    .where('case_id', '=', fee.caseId)
    .where('state', '=', 'waiting')
    .execute();
  const id = newId();
  const reference = `VC${id.replaceAll('-', '').slice(-16).toUpperCase()}`;
  const qr = writeVietQr({ bin: fee.to.bin, account: fee.to.number, amount: fee.amount, purpose: reference });
  if (!qr.ok) throw new Error(`the receiving account gives no VietQR: ${qr.fault.code}`);
  const row = {
    id,
    case_id: fee.caseId,
    case_code: fee.caseCode,
    account_id: fee.accountId,
    reference,
    amount: fee.amount,
    bank: fee.to.bank,
    bin: fee.to.bin,
    account: fee.to.number,
    holder: fee.to.holder,
    qr_text: qr.value,
    simulated: fee.simulated,
    created_at: isoOf(fee.at),
    paid: 0,
    state: 'waiting',
    last_sequence: 0,
    version: 1,
  };
  await write(trx, id, fee.at, [{ table: 'payments.request', op: 'insert', values: row }], {
    type: 'payments.requested',
    body: { case: fee.caseId, code: fee.caseCode, amount: fee.amount, reference },
  });
  return id;
}

/** What a bank's message says, after its signature was checked. */
export interface BankMessage {
  readonly eventId: string;
  readonly type: 'payment.succeeded' | 'payment.pending' | 'payment.failed';
  readonly sequence: number;
  readonly reference: string;
  readonly transactionId: string;
  /** đồng */
  readonly amount: number;
}

export type Taken = 'settled' | 'recorded' | 'mismatch' | 'late' | 'failed' | 'repeated' | 'unknown';

/** Exactly once in effect: a repeated event is known by its id, a later "pending" never undoes a payment, a wrong amount is kept for a person to look at. */
export async function takeMessage(db: Db<PaymentTables>, message: BankMessage, at: Instant): Promise<Taken> {
  return db.transaction().execute(async (trx) => {
    const request = await trx
      .selectFrom('payments.request')
      .selectAll()
      .where('reference', '=', message.reference)
      .forUpdate()
      .executeTakeFirst();
    if (!request) return 'unknown';
    const known = await trx
      .selectFrom('payments.message')
      .select('event_id')
      .where('event_id', '=', message.eventId)
      .executeTakeFirst();
    if (known) return 'repeated';
    const effect = effectOf(message, request);
    const settled = effect === 'settled';
    const values = {
      last_sequence: Math.max(request.last_sequence, message.sequence),
      ...(settled ? { state: 'paid', paid: message.amount, paid_at: isoOf(at) } : {}),
      ...(effect === 'mismatch' ? { state: 'mismatch', paid: message.amount } : {}),
      ...(effect === 'failed' ? { state: 'failed' } : {}),
      version: request.version + 1,
    };
    const rows: RowChange[] = [
      {
        table: 'payments.message',
        op: 'insert',
        values: {
          event_id: message.eventId,
          request_id: request.id,
          type: message.type,
          sequence: message.sequence,
          amount: message.amount,
          transaction: message.transactionId,
          effect,
          received_at: isoOf(at),
        },
      },
      { table: 'payments.request', op: 'update', key: { id: request.id }, version: request.version, values },
    ];
    if (settled) rows.push(await receiptRow(trx, { caseId: request.case_id, amount: message.amount, by: 'bank', at }));
    await write(trx, request.id, at, rows, {
      type: settled ? 'payments.fee-paid' : 'payments.message-taken',
      body: {
        case: request.case_id,
        code: request.case_code,
        amount: message.amount,
        asked: request.amount,
        transaction: message.transactionId,
        effect,
      },
    });
    return effect;
  });
}

function effectOf(
  message: BankMessage,
  request: { amount: number; state: string; last_sequence: number },
): Exclude<Taken, 'repeated' | 'unknown'> {
  if (request.state === 'paid') return 'late';
  if (message.type === 'payment.succeeded') return message.amount === request.amount ? 'settled' : 'mismatch';
  if (message.sequence <= request.last_sequence) return 'late';
  return message.type === 'payment.failed' ? 'failed' : 'recorded';
}

/** The next number of the series, in the transaction that uses it: a failed act gives it back, so none is missing. */
export async function receiptRow(
  trx: Db<PaymentTables>,
  paid: { caseId: string; amount: number; by: 'bank' | 'counter'; at: Instant },
): Promise<RowChange> {
  const series = `BL-${isoOf(paid.at).slice(2, 4)}T`;
  const next = await sql<{ last: number }>`
    insert into payments.receipt_series (series, last) values (${series}, 1)
    on conflict (series) do update set last = receipt_series.last + 1 returning last
  `.execute(trx);
  return {
    table: 'payments.receipt',
    op: 'insert',
    values: {
      id: newId(),
      series,
      number: next.rows[0]?.last as number,
      case_id: paid.caseId,
      amount: paid.amount,
      by: paid.by,
      issued_at: isoOf(paid.at),
    },
  };
}

async function write(
  trx: Db<PaymentTables>,
  requestId: string,
  at: Instant,
  rows: readonly RowChange[],
  draft: EntryDraft,
): Promise<void> {
  const actor = programActor('payments');
  const entry = sealEntry(draft, {
    actor: entryActor(actor),
    subject: { type: 'payments.request', id: requestId },
    at,
  });
  await writeAct(trx, { rows, entries: [entry] });
}
