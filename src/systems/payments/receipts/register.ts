/** Register of receipts (sổ biên lai): every number of a series, and the proof that none is missing. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Instant } from '../../../platform/calendar/instant.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Scope } from '../../../platform/permissions/permissions.ts';
import { isReached } from '../reach.ts';
import type { VoidReason } from '../tables.ts';

/** A series with its proof: numbers 1 to `last`, each used or voided. */
export interface Series {
  readonly series: string;
  readonly form: string | null;
  readonly year: number | null;
  readonly unit: LocalText | null;
  readonly last: number;
  readonly used: number;
  readonly voided: number;
  /** đồng, of those in force */
  readonly amount: number;
  /** Numbers between 1 and `last` that no receipt bears; none unless somebody has worked past the program. */
  readonly missing: number;
}

export async function listSeries(db: QueryExecutorProvider, reach: Scope): Promise<Series[]> {
  const rows = await sql<Series>`
    select s.series, s.form, s.year, u.name as unit, s.last,
      count(r.id) filter (where r.voided_at is null)::integer as used,
      count(r.id) filter (where r.voided_at is not null)::integer as voided,
      coalesce(sum(r.amount) filter (where r.voided_at is null), 0)::bigint as amount,
      (s.last - count(r.id) filter (where r.number between 1 and s.last))::integer as missing
    from payments.receipt_series s left join payments.receipt r on r.series = s.series
      left join organisation.unit u on u.id = s.unit_id
    where ${isReached(reach, sql`s.unit_id`)}
    group by s.series, s.form, s.year, u.name, s.last order by s.year desc nulls last, s.series
    limit 200
  `.execute(db);
  return rows.rows;
}

export interface RegisteredReceipt {
  readonly id: string;
  readonly series: string;
  readonly number: number;
  readonly caseId: string;
  readonly caseCode: string;
  readonly payer: string | null;
  readonly procedure: string;
  /** đồng */
  readonly amount: number;
  readonly by: 'bank' | 'counter';
  readonly transaction: string | null;
  readonly collectionId: string | null;
  readonly issuedAt: Instant;
  readonly officer: string | null;
  readonly unitId: string | null;
  readonly unit: LocalText | null;
  readonly form: string | null;
  readonly checkCode: string | null;
  readonly voidedAt: Instant | null;
  readonly voidReason: VoidReason | null;
  readonly replacedBy: number | null;
  readonly replaces: number | null;
  readonly simulated: boolean;
}

const SELECT = sql`
  select r.id, r.series, r.number, r.case_id as "caseId", c.code as "caseCode", c.person_name as payer, c.title as procedure,
    r.amount, r.by, k.transaction, k.id as "collectionId", r.issued_at as "issuedAt", a.name as officer, r.unit_id as "unitId", u.name as unit, s.form,
    r.check_code as "checkCode", r.voided_at as "voidedAt", r.void_reason as "voidReason", n.number as "replacedBy",
    o.number as replaces, c.simulated
  from payments.receipt r join cases.case c on c.id = r.case_id join payments.receipt_series s on s.series = r.series
    left join payments.collection k on k.id = r.collection_id
    left join payments.receipt n on n.replaces = r.id left join payments.receipt o on o.id = r.replaces
    left join organisation.unit u on u.id = r.unit_id left join identity.account a on a.id = r.issued_by`;

/** Newest first, by key. */
export async function listReceiptsOf(
  db: QueryExecutorProvider,
  asked: { readonly reach: Scope; readonly series: string; readonly before?: number; readonly limit: number },
): Promise<{ readonly receipts: readonly RegisteredReceipt[]; readonly next?: number }> {
  const rows = await sql<RegisteredReceipt>`
    ${SELECT} where r.series = ${asked.series} and ${isReached(asked.reach, sql`r.unit_id`)}
      and ${asked.before === undefined ? sql`true` : sql`r.number < ${asked.before}`}
    order by r.number desc limit ${asked.limit + 1}
  `.execute(db);
  const receipts = rows.rows.slice(0, asked.limit);
  const last = receipts.at(-1);
  return { receipts, ...(rows.rows.length > asked.limit && last ? { next: last.number } : {}) };
}

export async function findReceipt(
  db: QueryExecutorProvider,
  by: { readonly id: string } | { readonly checkCode: string },
  reach: Scope,
): Promise<RegisteredReceipt | undefined> {
  const key = 'id' in by ? sql`r.id = ${by.id}` : sql`r.check_code = ${by.checkCode}`;
  const rows = await sql<RegisteredReceipt>`${SELECT} where ${key} and ${isReached(reach, sql`r.unit_id`)}`.execute(db);
  return rows.rows[0];
}
