/** Transfers (luân chuyển giấy tờ): what an office must send to another, what it has sent, and what is on its way to it. */
import { type QueryExecutorProvider, sql } from 'kysely';
import { type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

export const SIDES = ['to-send', 'sent', 'to-take'] as const;
export type Side = (typeof SIDES)[number];

export interface ListedTransfer {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly person: string | null;
  readonly content: 'papers' | 'result';
  /** The other office. */
  readonly office: LocalText;
  readonly openedAt: Instant;
  readonly sentAt: Instant | null;
  readonly how: 'post' | 'courier' | null;
  readonly reference: string | null;
}

interface Asked {
  readonly units: readonly string[];
  readonly side: Side;
  /** Of the last one on the page before. */
  readonly after?: { readonly openedAt: Instant; readonly id: string } | undefined;
  readonly limit: number;
}

/** Longest waiting first. */
export async function listTransfers(db: QueryExecutorProvider, asked: Asked): Promise<ListedTransfer[]> {
  const { units, side, after, limit } = asked;
  const found = await sql<ListedTransfer>`
    select t.id, t.case_id as "caseId", c.code, c.title, c.person_name as person, t.content, u.name as office,
      t.opened_at as "openedAt", t.sent_at as "sentAt", t.how, t.reference
    from dossiers.transfer t join cases.case c on c.id = t.case_id
      join organisation.unit u on u.id = ${side === 'to-take' ? sql`t.from_unit` : sql`t.to_unit`}
    where ${isOnSide(side, units)}
      and ${after ? sql`(t.opened_at, t.id) > (${isoOf(after.openedAt)}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by t.opened_at, t.id limit ${limit}
  `.execute(db);
  return found.rows;
}

export async function countTransfers(
  db: QueryExecutorProvider,
  units: readonly string[],
): Promise<Readonly<Record<Side, number>>> {
  const parts = SIDES.map(
    (
      side,
    ) => sql`(select count(*)::integer from (select 1 from dossiers.transfer t join cases.case c on c.id = t.case_id
      where ${isOnSide(side, units)} limit ${COUNTED}) n) as ${sql.ref(side)}`,
  );
  const found = await sql<Record<Side, number>>`select ${sql.join(parts)}`.execute(db);
  return found.rows[0] ?? { 'to-send': 0, sent: 0, 'to-take': 0 };
}

const COUNTED = 1000;

/** Those of these that the units may send, or take in. */
export async function findTransfers(
  db: QueryExecutorProvider,
  { ids, units, side }: { readonly ids: readonly string[]; readonly units: readonly string[]; readonly side: Side },
): Promise<{ readonly id: string; readonly caseId: string; readonly code: string }[]> {
  const column = side === 'to-take' ? sql`t.to_unit` : sql`t.from_unit`;
  const found = await sql<{ id: string; caseId: string; code: string }>`
    select t.id, t.case_id as "caseId", c.code from dossiers.transfer t join cases.case c on c.id = t.case_id
    where t.id = any(${ids}::uuid[]) and ${column} = any(${units}::uuid[]) order by t.opened_at, t.id
  `.execute(db);
  return found.rows;
}

/** A result that has been handed over without its paper needs to go nowhere any more. */
const isOnSide = (side: Side, units: readonly string[]) => sql`
  t.taken_at is null and not (t.content = 'result' and c.closed_at is not null)
  and ${
    side === 'to-take'
      ? sql`t.to_unit = any(${units}::uuid[])`
      : sql`t.from_unit = any(${units}::uuid[]) and t.sent_at is ${side === 'sent' ? sql`not null` : sql`null`}`
  }`;
