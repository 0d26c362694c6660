/** Orders of a queue: the one its index gives, from either end, and by any column while the queue is short enough to be read whole. */
import { type RawBuilder, sql } from 'kysely';
import { findInstant } from '../calendar/instant.ts';
import type { Queue } from './queues.ts';

export const QUEUE_COLUMNS = ['due', 'received', 'code', 'title', 'person', 'step', 'channel'] as const;
export type QueueColumn = (typeof QUEUE_COLUMNS)[number];

export interface QueueSort {
  readonly column: QueueColumn;
  readonly descending: boolean;
}

/** What rows are ordered by, their id last; a page begins after such a key. */
export interface QueueOrder {
  readonly keys: readonly RawBuilder<unknown>[];
  readonly type: 'timestamptz' | 'text';
  readonly descending: boolean;
}

/** When something is owed: the result, before acceptance the answer. */
export const OWED_AT = sql`coalesce(c.due_at, c.answer_due_at, 'infinity'::timestamptz)`;
const SOONEST: QueueOrder = { keys: [OWED_AT], type: 'timestamptz', descending: false };
const LATEST_CLOSED: QueueOrder = { keys: [sql`c.closed_at`], type: 'timestamptz', descending: true };

/** What a queue is shown by, exactly as its index is (migrations/0003, 0007): soonest first, and of what is done the newest. */
export const ownOrder = (queue: Queue): QueueOrder => (queue === 'done' ? LATEST_CLOSED : SOONEST);

/** The queue's index read from the end asked for; undefined when it does not give that order. */
export function fromEnd(queue: Queue, { column, descending }: QueueSort): QueueOrder | undefined {
  // what is done is shown by when it was: that it was due once is another order
  return column === 'due' && queue !== 'done' ? { ...ownOrder(queue), descending } : undefined;
}

const GIVEN = sql`coalesce(substring(c.person_name from '\\S+$'), '') collate text.vi`;
const BEFORE_GIVEN = sql`regexp_replace(coalesce(c.person_name, ''), '\\s*\\S+$', '')`;

const BY_COLUMN: Readonly<Record<QueueColumn, Pick<QueueOrder, 'keys' | 'type'>>> = {
  due: SOONEST,
  received: { keys: [sql`coalesce(c.received_at, c.opened_at)`], type: 'timestamptz' },
  code: { keys: [sql`c.code collate "C"`], type: 'text' },
  title: { keys: [sql`c.title collate text.vi`], type: 'text' },
  // tên, họ, chữ đệm: as lists of people are in Vietnamese, and compareNames here
  person: {
    keys: [
      GIVEN,
      sql`coalesce(substring(${BEFORE_GIVEN} from '^\\S+'), '') collate text.vi`,
      sql`regexp_replace(${BEFORE_GIVEN}, '^\\S+\\s*', '') collate text.vi`,
    ],
    type: 'text',
  },
  step: { keys: [sql`coalesce(c.step, '') collate "C"`], type: 'text' },
  channel: { keys: [sql`coalesce(c.channel, '') collate "C"`], type: 'text' },
};

export const orderBy = ({ column, descending }: QueueSort): QueueOrder => ({ ...BY_COLUMN[column], descending });

export function sortedBy({ keys, descending }: QueueOrder): RawBuilder<unknown> {
  const direction = descending ? sql`desc` : sql`asc`;
  return sql.join([...keys, sql`c.id`].map((key) => sql`${key} ${direction}`));
}

/** Between the parts of a key, where no text of ours has it. */
const SEPARATOR = '\u001f';

export const printedKey = ({ keys }: QueueOrder): RawBuilder<unknown> =>
  sql`concat_ws(${SEPARATOR}, ${sql.join(keys.map((key) => sql`${key}::text`))})`;

export const keyOf = (row: { readonly key: string; readonly id: string }): string => `${row.key}~${row.id}`;

/** Rows after the last one of the page before; all of them when there was none, or when what the URL says is no key. */
export function beyond({ keys, type, descending }: QueueOrder, after: string | undefined): RawBuilder<unknown> {
  const [, printed, id] = /^(.{0,400})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/s.exec(after ?? '') ?? [];
  const values = printed?.split(SEPARATOR) ?? [];
  if (values.length !== keys.length || (type === 'timestamptz' && !values.every(isTime))) return sql`true`;
  const typed = values.map((value) => sql`${value}::${sql.raw(type)}`);
  const than = descending ? sql`<` : sql`>`;
  return sql`(${sql.join([...keys, sql`c.id`])}) ${than} (${sql.join([...typed, sql`${id}::uuid`])})`;
}

/** As PostgreSQL prints a time: `2026-11-23 09:00:00+07`. */
function isTime(text: string): boolean {
  if (text === 'infinity') return true;
  const iso = text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00');
  return findInstant(iso) !== undefined;
}
