/** Queues (hàng đợi): typed filters over the case table alone, paged by key, counted up to a thousand. */
import { type QueryExecutorProvider, type RawBuilder, type Selectable, sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import { fold } from '../text/fold.ts';
import type { CaseRow } from './tables.ts';

export const QUEUES = ['mine', 'unit', 'to-receive', 'soon', 'late', 'waiting', 'to-return', 'done'] as const;
export type Queue = (typeof QUEUES)[number];

/** Whose queue: ids resolved before the query, so a list shows exactly what a single row's check would allow. */
export interface QueueOwner {
  readonly accountId: string;
  readonly units: readonly string[];
  readonly roles: readonly string[];
}

export interface QueueFilter {
  readonly kind: string;
  readonly queue: Queue;
  /** Words found in code, title or person, with or without diacritics. */
  readonly search?: string;
  readonly step?: string;
  readonly channel?: string;
  /** Key of the last row of the page before. */
  readonly after?: string;
  readonly limit: number;
  /** Now, and until when "soon" reaches. */
  readonly at: Instant;
  readonly soonUntil: Instant;
}

export type QueueRow = Pick<
  Selectable<CaseRow>,
  | 'id'
  | 'code'
  | 'title'
  | 'person_name'
  | 'status'
  | 'outcome'
  | 'step'
  | 'step_role'
  | 'waiting'
  | 'channel'
  | 'assignee_id'
  | 'received_at'
  | 'due_at'
  | 'answer_due_at'
  | 'opened_at'
  | 'closed_at'
  | 'version'
  | 'simulated'
  | 'definition_id'
  | 'competent_unit'
>;

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  /** Key for the next page; undefined on the last. */
  readonly next: string | undefined;
}

export async function listQueue(db: QueryExecutorProvider, owner: QueueOwner, filter: QueueFilter): Promise<QueuePage> {
  const done = filter.queue === 'done';
  const order = done ? sql`c.closed_at` : sql`coalesce(c.due_at, c.answer_due_at, 'infinity'::timestamptz)`;
  const after = readKey(filter.after);
  const beyond = after
    ? done
      ? sql`and (c.closed_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
      : sql`and (${order}, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const rows = await sql<QueueRow & { key: string }>`
    select c.id, c.code, c.title, c.person_name, c.status, c.outcome, c.step, c.step_role, c.waiting, c.channel, c.assignee_id,
           c.received_at, c.due_at, c.answer_due_at, c.opened_at, c.closed_at, c.version, c.simulated,
           c.definition_id, c.competent_unit, ${order}::text as key
    from cases.case c where ${conditions(owner, filter)} ${beyond}
    order by ${done ? sql`c.closed_at desc, c.id desc` : sql`${order}, c.id`} limit ${filter.limit + 1}
  `.execute(db);
  const page = rows.rows.slice(0, filter.limit);
  const last = page.at(-1);
  return { rows: page, next: rows.rows.length > filter.limit && last ? `${last.key}~${last.id}` : undefined };
}

/** How many a queue holds, at most 1000: shown as "999+". */
export async function countQueues(
  db: QueryExecutorProvider,
  owner: QueueOwner,
  filter: Omit<QueueFilter, 'queue' | 'after' | 'limit'>,
  queues: readonly Queue[] = QUEUES,
): Promise<ReadonlyMap<Queue, number>> {
  const counted = queues.filter((queue) => queue !== 'done');
  const parts = counted.map(
    (queue) =>
      sql`(select count(*) from (select 1 from cases.case c where ${conditions(owner, { ...filter, queue, limit: 0 })} limit 1000) n) as ${sql.ref(queue)}`,
  );
  const result = await sql<Record<Queue, number>>`select ${sql.join(parts)}`.execute(db);
  return new Map(counted.map((queue) => [queue, result.rows[0]?.[queue] ?? 0]));
}

function conditions(owner: QueueOwner, filter: QueueFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [
    sql`c.kind = ${filter.kind}`,
    belongs(owner, filter.queue),
    QUEUE_CONDITIONS[filter.queue](filter),
  ];
  if (filter.step) all.push(sql`c.step = ${filter.step}`);
  if (filter.channel) all.push(sql`c.channel = ${filter.channel}`);
  for (const word of fold(filter.search ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 8))
    all.push(sql`c.search like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`);
  return sql.join(all, sql` and `);
}

function belongs(owner: QueueOwner, queue: Queue): RawBuilder<unknown> {
  // Most officers have one unit: only an equality lets the index give the order.
  const held =
    owner.units.length === 1 ? sql`c.holding_unit = ${owner.units[0]}` : sql`c.holding_unit = any(${owner.units})`;
  return queue === 'mine'
    ? sql`${held} and (c.assignee_id = ${owner.accountId} or (c.assignee_id is null and c.step_role = any(${owner.roles})))`
    : held;
}

const OPEN = sql`c.closed_at is null`;

const QUEUE_CONDITIONS: Readonly<Record<Queue, (filter: QueueFilter) => RawBuilder<unknown>>> = {
  mine: () => sql`${OPEN} and c.waiting is null`,
  unit: () => OPEN,
  'to-receive': () => sql`${OPEN} and c.status = 'submitted' and c.waiting is null`,
  soon: ({ at, soonUntil }) =>
    sql`${OPEN} and c.due_at > ${isoOf(at)}::timestamptz and c.due_at <= ${isoOf(soonUntil)}::timestamptz and c.status = 'open'`,
  late: ({ at }) => sql`${OPEN} and c.due_at <= ${isoOf(at)}::timestamptz and c.status = 'open'`,
  waiting: () => sql`${OPEN} and c.waiting is not null`,
  'to-return': () => sql`${OPEN} and c.status = 'decided'`,
  done: () => sql`c.closed_at is not null`,
};

function readKey(after: string | undefined): { at: string; id: string } | undefined {
  const match = /^([0-9:.+ -]{10,40}|infinity)~([0-9a-f-]{36})$/.exec(after ?? '');
  return match ? { at: match[1] as string, id: match[2] as string } : undefined;
}
