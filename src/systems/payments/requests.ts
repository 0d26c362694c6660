/** Payment requests: made when a dossier asks for money, settled by what the bank tells, once. */
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import { entryActor, writeAct } from '../../platform/cases/act.ts';
import type { Selectable } from 'kysely';
import type { RowChange } from '../../platform/cases/decision.ts';
import type { Db } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { type EntryDraft, sealEntry } from '../../platform/journal/entry.ts';
import { collectionRow, findCase } from './collections.ts';
import { receiptRow } from './receipts/issue-receipt.ts';
import type { ReceivingAccounts } from './receiving-account.ts';
import type { PaymentTables, Puzzle } from './tables.ts';
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
  /** When the bank booked it, where that is known to be another moment than this. */
  readonly bookedAt?: Instant;
}

export type Taken = 'settled' | 'recorded' | 'mismatch' | 'late' | 'failed' | 'repeated' | 'unknown';

/**
 * Exactly once in effect: an event is known by its id and money by its transaction, a later "pending" never undoes a
 * payment. Money that fits nothing (another amount, a second time, a request that was cancelled) is written down all the
 * same and waits for a person.
 */
export const takeMessage = (db: Db<PaymentTables>, message: BankMessage, at: Instant): Promise<Taken> =>
  db.transaction().execute((trx) => takeMessageIn(trx, message, at));

/** In the transaction of an act that learnt of the money from elsewhere, such as the bank's statement. */
export async function takeMessageIn(trx: Db<PaymentTables>, message: BankMessage, at: Instant): Promise<Taken> {
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
  const isNew = message.type === 'payment.succeeded' && (await isNewMoney(trx, message));
  const effect = effectOf(message, request, isNew);
  const values = {
    last_sequence: Math.max(request.last_sequence, message.sequence),
    ...(effect === 'settled' ? { state: 'paid', paid: message.amount, paid_at: isoOf(at) } : {}),
    ...(effect === 'mismatch' && request.state !== 'paid' && request.state !== 'cancelled'
      ? { state: 'mismatch', paid: message.amount }
      : {}),
    ...(effect === 'failed' ? { state: 'failed' } : {}),
    version: request.version + 1,
  };
  const rows: RowChange[] = [
    messageRow(request.id, message, { effect, at }),
    { table: 'payments.request', op: 'update', key: { id: request.id }, version: request.version, values },
    ...(isNew && message.amount > 0 ? await moneyRows(trx, request, { message, effect, at }) : []),
  ];
  await write(trx, request.id, at, rows, {
    type: effect === 'settled' ? 'payments.fee-paid' : 'payments.message-taken',
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
}

const isNewMoney = async (trx: Db<PaymentTables>, { transactionId }: BankMessage): Promise<boolean> =>
  (await trx
    .selectFrom('payments.collection')
    .select('id')
    .where('transaction', '=', transactionId)
    .executeTakeFirst()) === undefined;

type Effect = Exclude<Taken, 'repeated' | 'unknown'>;
type Request = Selectable<PaymentTables['payments.request']>;

function messageRow(
  requestId: string,
  message: BankMessage,
  { effect, at }: { readonly effect: Effect; readonly at: Instant },
): RowChange {
  return {
    table: 'payments.message',
    op: 'insert',
    values: {
      event_id: message.eventId,
      request_id: requestId,
      type: message.type,
      sequence: message.sequence,
      amount: message.amount,
      transaction: message.transactionId,
      effect,
      received_at: isoOf(at),
    },
  };
}

/** What came in, and its receipt where it settles what was asked. */
async function moneyRows(
  trx: Db<PaymentTables>,
  request: Request,
  { message, effect, at }: { readonly message: BankMessage; readonly effect: Effect; readonly at: Instant },
): Promise<RowChange[]> {
  const unitId = (await findCase(trx, request.case_id))?.unitId ?? null;
  const { id, row } = collectionRow({
    caseId: request.case_id,
    caseCode: request.case_code,
    requestId: request.id,
    unitId,
    amount: message.amount,
    by: 'bank',
    transaction: message.transactionId,
    account: request.account,
    reference: request.reference,
    ...(effect === 'settled' ? {} : { puzzle: puzzleOf(request.state) }),
    at: message.bookedAt ?? at,
    simulated: request.simulated,
  });
  if (effect !== 'settled') return [row];
  const receipt = await receiptRow(trx, {
    caseId: request.case_id,
    collectionId: id,
    unitId,
    amount: message.amount,
    by: 'bank',
    at,
  });
  return [row, receipt.row];
}

const puzzleOf = (state: string): Puzzle =>
  state === 'paid' ? 'twice' : state === 'cancelled' ? 'cancelled' : 'amount';

function effectOf(
  message: BankMessage,
  request: Pick<Request, 'amount' | 'state' | 'last_sequence'>,
  isNew: boolean,
): Effect {
  if (message.type === 'payment.succeeded') {
    if (!isNew) return 'late';
    const isAwaited = request.state === 'waiting' || request.state === 'failed';
    return isAwaited && message.amount === request.amount ? 'settled' : 'mismatch';
  }
  if (request.state === 'paid' || message.sequence <= request.last_sequence) return 'late';
  return message.type === 'payment.failed' && request.state === 'waiting' ? 'failed' : 'recorded';
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
