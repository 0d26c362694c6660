/** Change sets (bản thay đổi tổ chức bộ máy): a draft of items, published from a day, in force from then on. */
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Day, Instant } from '../../calendar/instant.ts';
import type { Refusal } from '../../cases/decision.ts';
import type { ChangeItem, NumberedItem } from './item.ts';

export type ChangeState = 'draft' | 'published' | 'in-force';

export interface ChangeSet {
  readonly id: string;
  readonly title: string;
  /** Number and date of the decision it rests on. */
  readonly document: string | null;
  readonly state: ChangeState;
  /** First day, of what is published. */
  readonly from: Day | null;
  readonly items: readonly NumberedItem[];
  readonly reverse: readonly ChangeItem[] | null;
  /** Why it could not come into force on its day. */
  readonly fault: Pick<Refusal, 'code' | 'values'> | null;
  /** Raised by every act. */
  readonly version: number;
  readonly changedAt: Instant;
  readonly changedBy: string | null;
}

const SELECT = sql`
  select s.id, s.title, s.document, s.state, s.from_day as "from", s.items, s.reverse, s.fault, s.version,
    s.changed_at as "changedAt", a.name as "changedBy"
  from organisation.change_set s left join identity.account a on a.id = s.changed_by`;

export async function findChangeSet(db: QueryExecutorProvider, id: string): Promise<ChangeSet | undefined> {
  return (await sql<ChangeSet>`${SELECT} where s.id = ${id}`.execute(db)).rows[0];
}

/** Published and not yet in force, soonest first. */
export async function listPending(db: QueryExecutorProvider): Promise<ChangeSet[]> {
  const found = await sql<ChangeSet>`${SELECT} where s.state = 'published' order by s.from_day, s.id`.execute(db);
  return found.rows;
}

export async function listDrafts(db: QueryExecutorProvider): Promise<ChangeSet[]> {
  const found = await sql<ChangeSet>`
    ${SELECT} where s.state = 'draft' order by s.changed_at desc, s.id desc limit 20
  `.execute(db);
  return found.rows;
}

export type ListedChange = Omit<ChangeSet, 'items' | 'reverse'> & { readonly count: number };

/** Last changed first; `before` is the id of the last one shown. */
export async function listChangeSets(
  db: QueryExecutorProvider,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<ListedChange[]> {
  const found = await sql<ListedChange>`
    select s.id, s.title, s.document, s.state, s.from_day as "from", s.fault, s.version, s.changed_at as "changedAt",
      a.name as "changedBy", jsonb_array_length(s.items) as count
    from organisation.change_set s left join identity.account a on a.id = s.changed_by
    where ${before === undefined ? sql`true` : sql`(s.changed_at, s.id) < (select changed_at, id from organisation.change_set where id = ${before})`}
    order by s.changed_at desc, s.id desc limit ${limit}
  `.execute(db);
  return found.rows;
}
