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

/** Each branch is one index read in its own order and ends after a page: the cost is that of the page, whatever the unit holds. */
export async function listQueue(db: QueryExecutorProvider, owner: QueueOwner, filter: QueueFilter): Promise<QueuePage> {
  const { key, direction } = ORDERS[filter.queue];
  const after = readKey(filter.after);
  const beyond = after
    ? sql`and (${key}, c.id) ${direction === 'desc' ? sql`<` : sql`>`} (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const order = direction === 'desc' ? sql`desc` : sql`asc`;
  const branches = branchesOf(owner, filter).map(
    ({ from, where }) => sql`(
      select c.* from ${from} cross join lateral (
        select c.*, ${key} as key from cases.case c where ${where} and ${conditions(filter)} ${beyond}
        order by ${key} ${order}, c.id ${order} limit ${filter.limit + 1}
      ) c)`,
  );
  const rows = await sql<QueueRow & { key: string }>`
    select c.id, c.code, c.title, c.person_name, c.status, c.outcome, c.step, c.step_role, c.waiting, c.channel, c.assignee_id,
           c.received_at, c.due_at, c.answer_due_at, c.opened_at, c.closed_at, c.version, c.simulated,
           c.definition_id, c.competent_unit, c.key::text as key
    from (${sql.join(branches, sql` union all `)}) c
    order by c.key ${order}, c.id ${order} limit ${filter.limit + 1}
  `.execute(db);
  const page = rows.rows.slice(0, filter.limit);
  const last = page.at(-1);
  return { rows: page, next: rows.rows.length > filter.limit && last ? `${last.key}~${last.id}` : undefined };
}

/** How many a queue holds, at most 1000: shown as "999+". In the index's order, so that counting ends there (154,000 open: 186 → 9 ms). */
export async function countQueues(
  db: QueryExecutorProvider,
  owner: QueueOwner,
  filter: Omit<QueueFilter, 'queue' | 'after' | 'limit'>,
  queues: readonly Queue[] = QUEUES,
): Promise<ReadonlyMap<Queue, number>> {
  const counted = queues.filter((queue) => queue !== 'done');
  const parts = counted.map((queue) => {
    const asked = { ...filter, queue };
    const branches = branchesOf(owner, asked).map(
      ({ from, where }) => sql`(
        select 1 from ${from} cross join lateral (
          select 1 from cases.case c where ${where} and ${conditions(asked)} order by ${ORDERS[queue].key}, c.id limit ${COUNTED}
        ) c limit ${COUNTED})`,
    );
    return sql`(select count(*) from (select 1 from (${sql.join(branches, sql` union all `)}) c limit ${COUNTED}) n) as ${sql.ref(queue)}`;
  });
  const result = await sql<Record<Queue, number>>`select ${sql.join(parts)}`.execute(db);
  return new Map(counted.map((queue) => [queue, result.rows[0]?.[queue] ?? 0]));
}

const COUNTED = 1000;

interface Branch {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
}

/** A queue is a union of what one index each can give in order: by unit, or, of mine, what is assigned to me and what waits for one of my roles. */
function branchesOf(owner: QueueOwner, { queue }: Pick<QueueFilter, 'queue'>): readonly Branch[] {
  const units = sql`unnest(${owner.units}::uuid[]) as held (unit)`;
  if (queue !== 'mine') return [{ from: units, where: sql`c.holding_unit = held.unit` }];
  return [
    {
      from: sql`(values (1)) as once (only_one)`,
      where: sql`c.assignee_id = ${owner.accountId} and c.holding_unit = any(${owner.units})`,
    },
    {
      from: sql`${units} cross join unnest(${owner.roles}::text[]) as mine (role)`,
      where: sql`c.holding_unit = held.unit and c.assignee_id is null and c.step_role = mine.role`,
    },
  ];
}

function conditions(filter: Omit<QueueFilter, 'after' | 'limit'>): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`c.kind = ${filter.kind}`, QUEUE_CONDITIONS[filter.queue](filter)];
  if (filter.step) all.push(sql`c.step = ${filter.step}`);
  if (filter.channel) all.push(sql`c.channel = ${filter.channel}`);
  for (const word of fold(filter.search ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 8))
    all.push(sql`c.search like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`);
  return sql.join(all, sql` and `);
}

const OPEN = sql`c.closed_at is null`;

const QUEUE_CONDITIONS: Readonly<
  Record<Queue, (filter: Pick<QueueFilter, 'at' | 'soonUntil'>) => RawBuilder<unknown>>
> = {
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

/** What a queue is shown by, exactly as its index is (migrations/0003): soonest first, and of what is done the newest. */
const SOONEST = { key: sql`coalesce(c.due_at, c.answer_due_at, 'infinity'::timestamptz)`, direction: 'asc' } as const;
const DUE = { key: sql`c.due_at`, direction: 'asc' } as const;
const ORDERS: Readonly<Record<Queue, { readonly key: RawBuilder<unknown>; readonly direction: 'asc' | 'desc' }>> = {
  mine: SOONEST,
  unit: SOONEST,
  'to-receive': SOONEST,
  soon: DUE,
  late: DUE,
  waiting: SOONEST,
  'to-return': SOONEST,
  done: { key: sql`c.closed_at`, direction: 'desc' },
};

function readKey(after: string | undefined): { at: string; id: string } | undefined {
  const match = /^([0-9:.+ -]{10,40}|infinity)~([0-9a-f-]{36})$/.exec(after ?? '');
  return match ? { at: match[1] as string, id: match[2] as string } : undefined;
}
