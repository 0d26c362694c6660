/** Proposing a refund (đề nghị hoàn trả): the money is set aside at once, so that nobody can give it back twice. */
import { isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Actor, Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { Scope } from '../../../platform/permissions/permissions.ts';
import { actOnMoney, type MoneyCommand, type MoneyDecision } from '../act-on-money.ts';
import type { PaymentTables } from '../tables.ts';
import { lockBill, lockCollection, readGround } from './refund-ground.ts';
import { mostToRefund, type RefundReason } from './refund-rules.ts';

/** Where the money goes. */
export interface Payee {
  readonly name: string;
  /** BIN of the bank, six digits. */
  readonly bin: string;
  readonly account: string;
}

export interface ProposeRefund extends MoneyCommand {
  readonly collection: string;
  /** Key of a reason; empty when none was chosen. */
  readonly reason: string;
  /** đồng; undefined when it was not a whole number. */
  readonly amount: number | undefined;
  readonly payee: Payee;
  readonly note: string;
}

export type MoneyPerson = Actor & { readonly account: string };

export const proposeRefund = (
  env: ActEnvironment<PaymentTables>,
  who: { readonly actor: MoneyPerson; readonly reach: Scope; readonly reasons: readonly RefundReason[] },
  command: ProposeRefund,
): Promise<Outcome> =>
  actOnMoney(env, who.actor, command, {
    name: 'payments.propose-refund',
    async decide(trx, at): Promise<MoneyDecision> {
      const collection = await lockCollection(trx, command.collection, who.reach);
      if (!collection) return { kind: 'not-found' };
      await lockBill(trx, collection.case_id);
      const reason = who.reasons.find(({ key }) => key === command.reason);
      if (!reason || command.note === '') return refuse('payments.reason-missing');
      if (!isPayee(command.payee)) return refuse('payments.payee-missing');
      const most = mostToRefund(reason, await readGround(trx, collection));
      if (most === 0) return refuse('payments.reason-does-not-hold');
      const { amount } = command;
      if (amount === undefined || amount <= 0 || amount > most) return refuse('payments.refund-amount', { most });
      const id = newId();
      return {
        kind: 'act',
        subject: { type: 'payments.refund', id },
        rows: [
          {
            table: 'payments.collection',
            op: 'update',
            key: { id: collection.id },
            version: collection.version,
            values: { refunded: collection.refunded + amount, version: collection.version + 1 },
          },
          {
            table: 'payments.refund',
            op: 'insert',
            values: {
              id,
              collection_id: collection.id,
              case_id: collection.case_id,
              unit_id: collection.unit_id,
              reason: reason.key,
              amount,
              state: 'proposed',
              proposed_by: who.actor.account,
              proposed_at: isoOf(at),
              simulated: collection.simulated,
              version: 1,
            },
          },
        ],
        entries: [
          {
            type: 'payments.refund-proposed',
            body: {
              case: collection.case_id,
              code: collection.case_code,
              collection: collection.id,
              amount,
              reason: reason.key,
            },
            content: { payee: { ...command.payee }, note: command.note },
          },
        ],
        answer: { id },
      };
    },
  });

const isPayee = ({ name, bin, account }: Payee): boolean =>
  name !== '' && /^\d{6}$/.test(bin) && /^[A-Za-z0-9]{1,19}$/.test(account);
