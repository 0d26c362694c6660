/** Reading the numbers of a series in their order: each with its receipt, used or voided, and those that no receipt bears. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { Scope } from '../../../platform/permissions/permissions.ts';
import { isReached } from '../reach.ts';
import type { VoidReason } from '../tables.ts';

export interface NumberedReceipt {
  readonly number: number;
  readonly issuedAt: Instant;
  readonly caseCode: string;
  readonly payer: string | null;
  /** đồng */
  readonly amount: number;
  readonly by: 'bank' | 'counter';
  readonly transaction: string | null;
  readonly officer: string | null;
  readonly voidedAt: Instant | null;
  readonly voidReason: VoidReason | null;
  readonly voidedBy: string | null;
  /** What was written with the reason, while it has not been erased. */
  readonly note: string | null;
  readonly replacedBy: number | null;
  readonly replaces: number | null;
}

/** A number without a receipt is one that is missing. */
export interface NumberLine {
  readonly number: number;
  readonly receipt: NumberedReceipt | undefined;
}

export interface NumbersAsked {
  readonly reach: Scope;
  readonly series: string;
  readonly from: number;
  readonly to: number;
}

const BATCH = 500;

/** From the first number asked for to the last, by key. */
export async function* readNumbers(
  db: QueryExecutorProvider,
  { reach, series, from, to }: NumbersAsked,
): AsyncGenerator<readonly NumberLine[]> {
  for (let first = from; first <= to; first += BATCH) {
    const last = Math.min(to, first + BATCH - 1);
    const rows = await sql<NumberedReceipt>`
      select r.number, r.issued_at as "issuedAt", c.code as "caseCode", c.person_name as payer, r.amount, r.by, k.transaction,
        a.name as officer, r.voided_at as "voidedAt", r.void_reason as "voidReason", v.name as "voidedBy",
        n.number as "replacedBy", o.number as replaces,
        case when r.voided_at is not null then (select t.body::jsonb #>> '{}' from journal.content t
          where t.subject_id = r.id and t.name = 'note' limit 1) end as note
      from payments.receipt r join cases.case c on c.id = r.case_id
        left join payments.collection k on k.id = r.collection_id
        left join payments.receipt n on n.replaces = r.id left join payments.receipt o on o.id = r.replaces
        left join identity.account a on a.id = r.issued_by left join identity.account v on v.id = r.voided_by
      where r.series = ${series} and r.number between ${first} and ${last} and ${isReached(reach, sql`r.unit_id`)}
      order by r.number
    `.execute(db);
    const byNumber = new Map(rows.rows.map((receipt) => [receipt.number, receipt]));
    yield Array.from({ length: last - first + 1 }, (_, place) => ({
      number: first + place,
      receipt: byNumber.get(first + place),
    }));
  }
}
