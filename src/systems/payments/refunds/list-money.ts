/** Reading money that waits for a person, and refunds in every state. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { Scope } from '../../../platform/permissions/permissions.ts';
import { isReached } from '../reach.ts';
import type { Puzzle, RefundState } from '../tables.ts';
import type { Payee } from './propose-refund.ts';

export interface FoundMoney {
  readonly id: string;
  readonly caseId: string | null;
  readonly caseCode: string | null;
  readonly payer: string | null;
  /** đồng */
  readonly amount: number;
  /** đồng */
  readonly refunded: number;
  readonly by: 'bank' | 'counter';
  readonly transaction: string | null;
  readonly reference: string | null;
  readonly standing: 'settled' | 'unmatched' | 'returned';
  readonly puzzle: Puzzle | null;
  readonly receivedAt: Instant;
  /** đồng that were asked for with its reference. */
  readonly asked: number | null;
}

const MONEY = sql`
  select k.id, k.case_id as "caseId", k.case_code as "caseCode", c.person_name as payer, k.amount, k.refunded, k.by, k.transaction,
    k.reference, k.standing, k.puzzle, k.received_at as "receivedAt", q.amount as asked
  from payments.collection k left join cases.case c on c.id = k.case_id left join payments.request q on q.id = k.request_id`;

/** Nobody knows yet what for, or it does not fit; oldest first. */
export async function listUnmatched(
  db: QueryExecutorProvider,
  { reach, after, limit }: { readonly reach: Scope; readonly after?: string; readonly limit: number },
): Promise<{ readonly money: readonly FoundMoney[]; readonly next?: string }> {
  const rows = await sql<FoundMoney>`
    ${MONEY} where k.standing = 'unmatched' and k.refunded = 0 and ${isReached(reach, sql`k.unit_id`)}
      and ${after === undefined ? sql`true` : sql`k.id > ${after}`}
    order by k.id limit ${limit + 1}
  `.execute(db);
  const money = rows.rows.slice(0, limit);
  const last = money.at(-1);
  return { money, ...(rows.rows.length > limit && last ? { next: last.id } : {}) };
}

export async function findMoney(db: QueryExecutorProvider, id: string, reach: Scope): Promise<FoundMoney | undefined> {
  const rows = await sql<FoundMoney>`${MONEY} where k.id = ${id} and ${isReached(reach, sql`k.unit_id`)}`.execute(db);
  return rows.rows[0];
}

export interface FoundRefund {
  readonly id: string;
  readonly collectionId: string;
  readonly caseCode: string | null;
  readonly payer: string | null;
  readonly reason: string;
  /** đồng */
  readonly amount: number;
  readonly state: RefundState;
  readonly proposedBy: string | null;
  readonly proposedById: string;
  readonly proposedAt: Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly transaction: string | null;
  readonly simulated: boolean;
  /** While they have not been erased. */
  readonly payee: Payee | null;
  readonly note: string | null;
  readonly refusedFor: string | null;
}

const contentOf = (type: string, name: string) => sql`(
  select t.body::jsonb from journal.content t join journal.entry e on e.id = t.entry_id
  where t.subject_id = f.id and e.type = ${type} and t.name = ${name} limit 1)`;

const REFUND = sql`
  select f.id, f.collection_id as "collectionId", k.case_code as "caseCode", c.person_name as payer, f.reason, f.amount, f.state,
    f.proposed_by as "proposedById", p.name as "proposedBy", f.proposed_at as "proposedAt", d.name as "decidedBy",
    f.decided_at as "decidedAt", f.sent_at as "sentAt", f.transaction, f.simulated,
    ${contentOf('payments.refund-proposed', 'payee')} as payee,
    ${contentOf('payments.refund-proposed', 'note')} #>> '{}' as note,
    ${contentOf('payments.refund-refused', 'note')} #>> '{}' as "refusedFor"
  from payments.refund f join payments.collection k on k.id = f.collection_id left join cases.case c on c.id = f.case_id
    left join identity.account p on p.id = f.proposed_by left join identity.account d on d.id = f.decided_by`;

/** Newest first. */
export async function listRefunds(
  db: QueryExecutorProvider,
  asked: { readonly reach: Scope; readonly state: RefundState; readonly before?: string; readonly limit: number },
): Promise<{ readonly refunds: readonly FoundRefund[]; readonly next?: string }> {
  const rows = await sql<FoundRefund>`
    ${REFUND} where f.state = ${asked.state} and ${isReached(asked.reach, sql`f.unit_id`)}
      and ${asked.before === undefined ? sql`true` : sql`f.id < ${asked.before}`}
    order by f.id desc limit ${asked.limit + 1}
  `.execute(db);
  const refunds = rows.rows.slice(0, asked.limit);
  const last = refunds.at(-1);
  return { refunds, ...(rows.rows.length > asked.limit && last ? { next: last.id } : {}) };
}

export async function findRefund(
  db: QueryExecutorProvider,
  id: string,
  reach: Scope,
): Promise<FoundRefund | undefined> {
  const rows = await sql<FoundRefund>`${REFUND} where f.id = ${id} and ${isReached(reach, sql`f.unit_id`)}`.execute(db);
  return rows.rows[0];
}

/** Of one amount that came in, in the order of their proposal. */
export async function listRefundsOf(db: QueryExecutorProvider, collectionId: string): Promise<readonly FoundRefund[]> {
  const rows = await sql<FoundRefund>`${REFUND} where f.collection_id = ${collectionId} order by f.id`.execute(db);
  return rows.rows;
}
