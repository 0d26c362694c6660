/** Settling differences and closing a day (giải trình chênh lệch, chốt ngày đối soát). */
import { type Day, dayOf, isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/db/ids.ts';
import { sql } from 'kysely';
import { writeAct } from '../../../platform/cases/act.ts';
import { actOnMoney, type MoneyCommand } from '../act-on-money.ts';
import { collectionRow } from '../collections.ts';
import type { MoneyPerson } from '../refunds/propose-refund.ts';
import { takeMessageIn } from '../requests.ts';
import type { PaymentTables } from '../tables.ts';
import type { Difference } from './compare.ts';
import { readDay } from './read-day.ts';

type Env = ActEnvironment<PaymentTables>;

/** `taken`: money of the statement that our books lack becomes a collection, matched or waiting for a person. */
export const SETTLE_REASONS = ['taken', 'bank-mistake', 'our-mistake', 'other-day', 'other'] as const;
export type SettleReason = (typeof SETTLE_REASONS)[number];

export interface SettleDifference extends MoneyCommand {
  readonly day: Day;
  /** Key of the difference. */
  readonly difference: string;
  /** Empty when none was chosen. */
  readonly reason: string;
  readonly note: string;
}

/** Days are judged one act after another. */
const lockDay = async (trx: Db<PaymentTables>, day: Day): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`payments.day ${day}`}))`.execute(trx);
};

export const settleDifference = (env: Env, actor: MoneyPerson, command: SettleDifference): Promise<Outcome> =>
  actOnMoney(env, actor, command, {
    name: 'payments.settle-difference',
    async decide(trx, at) {
      const { day } = command;
      await lockDay(trx, day);
      const found = (await readDay(trx, day)).differences.find(({ key }) => key === command.difference);
      if (!found) return refuse('payments.difference-gone');
      if (found.settled) return refuse('payments.difference-settled');
      const reason = SETTLE_REASONS.find((one) => one === command.reason);
      if (!reason || command.note === '') return refuse('payments.reason-missing');
      if (reason === 'taken') {
        if (!canTake(found)) return refuse('payments.nothing-to-take');
        await takeFromStatement(trx, found.bank.id, at);
      }
      const id = newId();
      return {
        kind: 'act',
        subject: { type: 'payments.settlement', id },
        rows: [
          {
            table: 'payments.settlement',
            op: 'insert',
            values: {
              id,
              day,
              difference: found.key,
              kind: found.kind,
              reason,
              settled_by: actor.account,
              settled_at: isoOf(at),
            },
          },
        ],
        entries: [
          {
            type: 'payments.difference-settled',
            body: { day, kind: found.kind, reason, amount: (found.bank ?? found.ours)?.amount ?? 0 },
            content: { note: command.note },
          },
        ],
      };
    },
  });

export const canTake = (difference: Difference): difference is Difference & Required<Pick<Difference, 'bank'>> =>
  difference.ours === undefined && difference.bank?.direction === 'in';

/** As if the bank had told of it: it settles its request, or waits for an officer. */
async function takeFromStatement(
  trx: Db<PaymentTables>,
  lineId: string,
  at: Parameters<typeof isoOf>[0],
): Promise<void> {
  const line = await trx
    .selectFrom('payments.statement_line')
    .selectAll()
    .where('id', '=', lineId)
    .executeTakeFirstOrThrow();
  const message = {
    eventId: `sao-ke:${line.transaction}`,
    type: 'payment.succeeded',
    sequence: 2,
    reference: line.reference ?? '',
    transactionId: line.transaction,
    amount: line.amount,
    bookedAt: line.booked_at,
  } as const;
  if ((await takeMessageIn(trx, message, at)) !== 'unknown') return;
  const { row } = collectionRow({
    caseId: null,
    caseCode: null,
    unitId: null,
    amount: line.amount,
    by: 'bank',
    transaction: line.transaction,
    account: line.account,
    ...(line.reference === null ? {} : { reference: line.reference }),
    puzzle: 'unknown',
    at: line.booked_at,
    simulated: false,
  });
  await writeAct(trx, { rows: [row], entries: [] });
}

export interface CloseDay extends MoneyCommand {
  readonly day: Day;
}

export const closeDay = (env: Env, actor: MoneyPerson, command: CloseDay): Promise<Outcome> =>
  actOnMoney(env, actor, command, {
    name: 'payments.close-day',
    async decide(trx, at) {
      const { day } = command;
      if (day >= dayOf(at)) return refuse('payments.day-not-over');
      await lockDay(trx, day);
      const { ours, bank, differences, open, closing, covered } = await readDay(trx, day);
      if (!covered) return refuse('payments.no-statement');
      if (closing?.stillHolds) return refuse('payments.day-closed');
      if (open > 0) return refuse('payments.differences-open', { open });
      const round = (closing?.round ?? 0) + 1;
      const totals = { ours: ours.count, ours_sum: ours.sum, bank: bank.count, bank_sum: bank.sum };
      return {
        kind: 'act',
        subject: { type: 'payments.reconciled-day', id: newId() },
        rows: [
          {
            table: 'payments.reconciled_day',
            op: 'insert',
            values: {
              day,
              round,
              ...totals,
              differences: differences.length,
              closed_by: actor.account,
              closed_at: isoOf(at),
            },
          },
        ],
        entries: [{ type: 'payments.day-closed', body: { day, round, ...totals, differences: differences.length } }],
      };
    },
  });
