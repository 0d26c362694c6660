/** Deciding a refund (duyệt hoàn trả), by another person than the one who proposed it; and its having been sent, once. */
import type { Selectable } from 'kysely';
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Actor, Outcome } from '../../../platform/cases/act.ts';
import { type Refusal, type RowChange, refuse } from '../../../platform/cases/decision.ts';
import type { Db } from '../../../platform/db/database.ts';
import { isWithin, type Scope } from '../../../platform/permissions/permissions.ts';
import { actOnMoney, type MoneyCommand } from '../act-on-money.ts';
import type { PaymentTables, RefundState } from '../tables.ts';
import type { MoneyPerson } from './propose-refund.ts';

type Env = ActEnvironment<PaymentTables>;
type Refund = Selectable<PaymentTables['payments.refund']>;

export interface DecideRefund extends MoneyCommand {
  readonly refund: string;
  readonly approve: boolean;
  /** Why not, where it is not approved. */
  readonly note: string;
}

export const decideRefund = (
  env: Env,
  who: { readonly actor: MoneyPerson; readonly reach: Scope },
  command: DecideRefund,
): Promise<Outcome> =>
  actOnMoney(env, who.actor, command, {
    name: 'payments.decide-refund',
    async decide(trx, at) {
      const refund = await lockRefund(trx, command.refund, { reach: who.reach, state: 'proposed' });
      if ('kind' in refund) return refund;
      if (refund.proposed_by === who.actor.account) return refuse('payments.same-person');
      if (!command.approve && command.note === '') return refuse('payments.reason-missing');
      const decided = { decided_by: who.actor.account, decided_at: isoOf(at), version: refund.version + 1 };
      return {
        kind: 'act',
        subject: { type: 'payments.refund', id: refund.id },
        rows: [
          refundChange(refund, { ...decided, state: command.approve ? 'approved' : 'refused' }),
          ...(command.approve ? await closeRequest(trx, refund) : await giveFree(trx, refund)),
        ],
        entries: [
          {
            type: command.approve ? 'payments.refund-approved' : 'payments.refund-refused',
            body: {
              case: refund.case_id,
              collection: refund.collection_id,
              amount: refund.amount,
              reason: refund.reason,
            },
            content: { note: command.note === '' ? undefined : command.note },
          },
        ],
      };
    },
  });

export interface RefundSent extends MoneyCommand {
  readonly refund: string;
  /** The bank's number of the transfer. */
  readonly transaction: string;
}

/** By the program when the bank has taken it, or by an officer from the bank's advice. */
export const recordRefundSent = (
  env: Env,
  who: { readonly actor: Actor; readonly reach: Scope },
  command: RefundSent,
): Promise<Outcome> =>
  actOnMoney(env, who.actor, command, {
    name: 'payments.record-refund-sent',
    async decide(trx, at) {
      const refund = await lockRefund(trx, command.refund, { reach: who.reach, state: 'approved' });
      if ('kind' in refund) return refund;
      const { transaction } = command;
      if (!/^[A-Za-z0-9._-]{1,60}$/.test(transaction)) return refuse('payments.transaction-missing');
      const used = await trx
        .selectFrom('payments.refund')
        .select('id')
        .where('transaction', '=', transaction)
        .executeTakeFirst();
      if (used) return refuse('payments.transaction-used');
      return {
        kind: 'act',
        subject: { type: 'payments.refund', id: refund.id },
        rows: [
          refundChange(refund, { state: 'sent', sent_at: isoOf(at), transaction, version: refund.version + 1 }),
          ...(await returned(trx, refund)),
        ],
        entries: [
          {
            type: 'payments.refund-sent',
            body: {
              case: refund.case_id,
              collection: refund.collection_id,
              amount: refund.amount,
              reason: refund.reason,
              transaction,
            },
          },
        ],
      };
    },
  });

async function lockRefund(
  trx: Db<PaymentTables>,
  id: string,
  { reach, state }: { readonly reach: Scope; readonly state: RefundState },
): Promise<Refund | Refusal | { readonly kind: 'not-found' }> {
  const found = await trx.selectFrom('payments.refund').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!found || !isWithin(reach, found.unit_id)) return { kind: 'not-found' };
  return found.state === state ? found : refuse('payments.refund-decided');
}

const refundChange = (refund: Refund, values: Extract<RowChange, { op: 'update' }>['values']): RowChange => ({
  table: 'payments.refund',
  op: 'update',
  key: { id: refund.id },
  version: refund.version,
  values,
});

const collectionOf = (trx: Db<PaymentTables>, { collection_id: id }: Refund) =>
  trx.selectFrom('payments.collection').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();

/** What was set aside is there again. */
async function giveFree(trx: Db<PaymentTables>, refund: Refund): Promise<RowChange[]> {
  const { id, version, refunded } = await collectionOf(trx, refund);
  const values = { refunded: refunded - refund.amount, version: version + 1 };
  return [{ table: 'payments.collection', op: 'update', key: { id }, version, values }];
}

/** Money that never was a payment of its dossier goes back: its request ends, and another can be made. */
async function closeRequest(trx: Db<PaymentTables>, refund: Refund): Promise<RowChange[]> {
  const { request_id: id, standing } = await collectionOf(trx, refund);
  if (id === null || standing !== 'unmatched') return [];
  const request = await trx
    .selectFrom('payments.request')
    .select(['state', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (request?.state !== 'mismatch') return [];
  const { version } = request;
  const values = { state: 'cancelled', version: version + 1 };
  return [{ table: 'payments.request', op: 'update', key: { id }, version, values }];
}

async function returned(trx: Db<PaymentTables>, refund: Refund): Promise<RowChange[]> {
  const { id, version, standing, amount, refunded } = await collectionOf(trx, refund);
  if (standing !== 'unmatched' || refunded < amount) return [];
  const values = { standing: 'returned', version: version + 1 };
  return [{ table: 'payments.collection', op: 'update', key: { id }, version, values }];
}
