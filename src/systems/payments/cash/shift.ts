/** Cash shift (ca thu tiền mặt): what a person took since they last counted the till, and the closing of it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import type { ActEnvironment, Actor, Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import { newId } from '../../../platform/db/ids.ts';
import { actOnMoney, type MoneyCommand } from '../act-on-money.ts';
import type { PaymentTables } from '../tables.ts';

export interface TillLine {
  readonly id: string;
  readonly caseCode: string | null;
  readonly payer: string | null;
  /** đồng */
  readonly amount: number;
  readonly receivedAt: Instant;
  readonly receiptId: string | null;
  readonly series: string | null;
  readonly number: number | null;
}

const LINES = sql`
  select k.id, k.case_code as "caseCode", c.person_name as payer, k.amount, k.received_at as "receivedAt",
    r.id as "receiptId", r.series, r.number
  from payments.collection k left join cases.case c on c.id = k.case_id
    left join payments.receipt r on r.collection_id = k.id and r.voided_at is null`;

/** Not counted yet, in the order in which it was taken. */
export async function listTill(db: QueryExecutorProvider, accountId: string): Promise<readonly TillLine[]> {
  const rows = await sql<TillLine>`
    ${LINES} where k.taken_by = ${accountId} and k.by = 'counter' and k.shift_id is null order by k.received_at, k.id
  `.execute(db);
  return rows.rows;
}

export async function listShiftLines(db: QueryExecutorProvider, shiftId: string): Promise<readonly TillLine[]> {
  const rows = await sql<TillLine>`${LINES} where k.shift_id = ${shiftId} order by k.received_at, k.id`.execute(db);
  return rows.rows;
}

export interface Shift {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly number: number;
  readonly closedAt: Instant;
  /** đồng, by the receipts */
  readonly expected: number;
  /** đồng, in the till */
  readonly counted: number;
  readonly receipts: number;
  /** Why the two differ, while it has not been erased. */
  readonly note: string | null;
}

const SHIFT = sql`
  select s.id, s.account_id as "accountId", a.name, s.number, s.closed_at as "closedAt", s.expected, s.counted, s.receipts,
    (select t.body::jsonb #>> '{}' from journal.content t where t.subject_id = s.id and t.name = 'note' limit 1) as note
  from payments.cash_shift s join identity.account a on a.id = s.account_id`;

export async function listShifts(
  db: QueryExecutorProvider,
  accountId: string,
  limit: number,
): Promise<readonly Shift[]> {
  const rows =
    await sql<Shift>`${SHIFT} where s.account_id = ${accountId} order by s.number desc limit ${limit}`.execute(db);
  return rows.rows;
}

export async function findShift(
  db: QueryExecutorProvider,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<Shift | undefined> {
  const rows = await sql<Shift>`${SHIFT} where s.id = ${id} and s.account_id = ${accountId}`.execute(db);
  return rows.rows[0];
}

export interface CloseShift extends MoneyCommand {
  /** What the page showed as taken; more may have come in since. */
  readonly shown: number;
  /** đồng; undefined when it was not a whole number. */
  readonly counted: number | undefined;
  readonly note: string;
}

export const closeShift = (
  env: ActEnvironment<PaymentTables>,
  actor: Actor & { readonly account: string; readonly unit: string },
  command: CloseShift,
): Promise<Outcome> =>
  actOnMoney(env, actor, command, {
    name: 'payments.close-shift',
    async decide(trx, at) {
      await sql`select 1 from identity.account where id = ${actor.account} for no key update`.execute(trx);
      const till = await trx
        .selectFrom('payments.collection')
        .select(['id', 'amount', 'version'])
        .where('taken_by', '=', actor.account)
        .where('by', '=', 'counter')
        .where('shift_id', 'is', null)
        .forUpdate()
        .execute();
      if (till.length === 0) return refuse('payments.till-empty');
      const expected = till.reduce((sum, { amount }) => sum + amount, 0);
      if (expected !== command.shown) return refuse('payments.till-moved');
      const { counted } = command;
      if (counted === undefined || counted < 0) return refuse('payments.count-missing');
      if (counted !== expected && command.note === '') return refuse('payments.count-unexplained');
      const last = await trx
        .selectFrom('payments.cash_shift')
        .select(({ fn }) => fn.max('number').as('number'))
        .where('account_id', '=', actor.account)
        .executeTakeFirst();
      const id = newId();
      const number = (last?.number ?? 0) + 1;
      return {
        kind: 'act',
        subject: { type: 'payments.cash-shift', id },
        rows: [
          {
            table: 'payments.cash_shift',
            op: 'insert',
            values: {
              id,
              account_id: actor.account,
              unit_id: actor.unit,
              number,
              closed_at: isoOf(at),
              expected,
              counted,
              receipts: till.length,
            },
          },
          ...till.map(({ id: key, version }) => ({
            table: 'payments.collection',
            op: 'update' as const,
            key: { id: key },
            version,
            values: { shift_id: id, version: version + 1 },
          })),
        ],
        entries: [
          {
            type: 'payments.shift-closed',
            body: { number, expected, counted, receipts: till.length },
            content: { note: command.note === '' ? undefined : command.note },
          },
        ],
        answer: { id },
      };
    },
  });
