/** A day of reconciliation: both sides, their differences, what was settled, and whether it is closed. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { addDays, type Day, dayOf, type Instant, instantAt, isoOf } from '../../../platform/calendar/instant.ts';
import { compareDay, type Difference, type Movement } from './compare.ts';

/** How many days around a day its other halves are looked for. */
const AROUND = 3;

export interface Settled {
  readonly difference: string;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Instant;
  readonly note: string | null;
}

export interface Closing {
  readonly round: number;
  readonly by: string | null;
  readonly at: Instant;
  /** The two sides are as they were when it was closed. */
  readonly stillHolds: boolean;
}

export interface Side {
  readonly count: number;
  /** đồng: in less out */
  readonly sum: number;
}

export interface ReconciledDay {
  readonly day: Day;
  readonly ours: Side;
  readonly bank: Side;
  readonly differences: readonly (Difference & { readonly settled?: Settled })[];
  readonly open: number;
  readonly closing: Closing | undefined;
  /** A statement covers the day. */
  readonly covered: boolean;
  /** Simulated payments that never went through a bank and are left out. */
  readonly leftOut: number;
}

export async function readDay(db: QueryExecutorProvider, day: Day): Promise<ReconciledDay> {
  const span = { from: isoOf(instantAt(addDays(day, -AROUND), 0)), to: isoOf(instantAt(addDays(day, AROUND + 1), 0)) };
  const [ours, bank, settled, closing, rest] = [
    await listOurs(db, span),
    await listBank(db, span),
    await listSettled(db, day),
    await findClosing(db, day),
    await readRest(db, day),
  ];
  const byKey = new Map(settled.map((one) => [one.difference, one]));
  const differences = compareDay(day, { ours, bank }).map((difference) => {
    const known = byKey.get(difference.key);
    return { ...difference, ...(known ? { settled: known } : {}) };
  });
  const [ourSide, bankSide] = [sideOf(ours, day), sideOf(bank, day)];
  return {
    day,
    ours: ourSide,
    bank: bankSide,
    differences,
    open: differences.filter((difference) => difference.settled === undefined).length,
    closing: closing && {
      ...closing,
      stillHolds:
        closing.ours === ourSide.count &&
        closing.ours_sum === ourSide.sum &&
        closing.bank === bankSide.count &&
        closing.bank_sum === bankSide.sum,
    },
    ...rest,
  };
}

function sideOf(movements: readonly Movement[], day: Day): Side {
  const own = movements.filter(({ at }) => dayOf(at) === day);
  return {
    count: own.length,
    sum: own.reduce((sum, { direction, amount }) => sum + (direction === 'in' ? amount : -amount), 0),
  };
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** A simulated dossier that nobody opened a page of the bank for was paid by the simulation alone. */
const NEVER_AT_BANK = sql`k.simulated and not exists (select 1 from payments.request q where q.id = k.request_id and q.pay_url is not null)`;

async function listOurs(db: QueryExecutorProvider, { from, to }: Span): Promise<readonly Movement[]> {
  const rows = await sql<Movement>`
    select k.id, 'in' as direction, k.transaction, k.reference, k.amount, k.received_at as at
    from payments.collection k where k.by = 'bank' and k.received_at >= ${from} and k.received_at < ${to} and not (${NEVER_AT_BANK})
    union all
    select f.id, 'out', f.transaction, 'HT' || upper(right(replace(f.id::text, '-', ''), 16)), f.amount, f.sent_at
    from payments.refund f where f.sent_at >= ${from} and f.sent_at < ${to}
    order by at, id
  `.execute(db);
  return rows.rows;
}

async function listBank(db: QueryExecutorProvider, { from, to }: Span): Promise<readonly Movement[]> {
  const rows = await sql<Movement>`
    select id, direction, transaction, reference, amount, booked_at as at
    from payments.statement_line where booked_at >= ${from} and booked_at < ${to} order by booked_at, id
  `.execute(db);
  return rows.rows;
}

async function listSettled(db: QueryExecutorProvider, day: Day): Promise<readonly Settled[]> {
  const rows = await sql<Settled>`
    select s.difference, s.reason, a.name as by, s.settled_at as at,
      (select t.body::jsonb #>> '{}' from journal.content t where t.subject_id = s.id and t.name = 'note' limit 1) as note
    from payments.settlement s left join identity.account a on a.id = s.settled_by where s.day = ${day}
  `.execute(db);
  return rows.rows;
}

async function findClosing(db: QueryExecutorProvider, day: Day) {
  const rows = await sql<{
    round: number;
    by: string | null;
    at: Instant;
    ours: number;
    ours_sum: number;
    bank: number;
    bank_sum: number;
  }>`
    select d.round, a.name as by, d.closed_at as at, d.ours, d.ours_sum, d.bank, d.bank_sum
    from payments.reconciled_day d left join identity.account a on a.id = d.closed_by where d.day = ${day} order by d.round desc limit 1
  `.execute(db);
  return rows.rows[0];
}

async function readRest(db: QueryExecutorProvider, day: Day): Promise<Pick<ReconciledDay, 'covered' | 'leftOut'>> {
  const rows = await sql<{ covered: boolean; leftOut: number }>`
    select exists (select 1 from payments.statement_file where ${day}::date between first_day and last_day) as covered,
      (select count(*)::integer from payments.collection k where k.by = 'bank' and k.received_at >= ${isoOf(instantAt(day, 0))}
        and k.received_at < ${isoOf(instantAt(addDays(day, 1), 0))} and ${NEVER_AT_BANK}) as "leftOut"
  `.execute(db);
  return rows.rows[0] ?? { covered: false, leftOut: 0 };
}

export interface ListedDay {
  readonly day: Day;
  readonly lines: number;
  readonly closedAt: Instant | null;
}

/** Days that a statement covers, newest first. */
export async function listDays(
  db: QueryExecutorProvider,
  { before, limit }: { readonly before: Day; readonly limit: number },
): Promise<readonly ListedDay[]> {
  const rows = await sql<ListedDay>`
    select d.day::date::text as day, (select count(*)::integer from payments.statement_line l where l.day = d.day) as lines,
      (select max(c.closed_at) from payments.reconciled_day c where c.day = d.day) as "closedAt"
    from (
      select distinct g.day::date as day from payments.statement_file f,
        generate_series(greatest(f.first_day, ${addDays(before, -400)}::date), least(f.last_day, ${before}::date - 1), interval '1 day') as g (day)
    ) d order by d.day desc limit ${limit}
  `.execute(db);
  return rows.rows;
}
