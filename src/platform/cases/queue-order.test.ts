import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/harness/database.ts';
import { randomFrom } from '../../../test/endure/random-from.ts';
import { type Instant, instant, isoOf } from '../calendar/instant.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { compareNames, compareVietnamese } from '../text/collation.ts';
import { QUEUE_COLUMNS, type QueueColumn, type QueueSort } from './queue-order.ts';
import { listQueue, type QueueFilter } from './queues.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let opened: OpenDatabase;
const at = instant('2026-11-23T09:00');
const HOUR = 3_600_000;
const unit = newId();
const busy = newId();

interface Row {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly person: string | null;
  readonly step: string | null;
  readonly channel: string;
  readonly due: Instant | null;
  readonly opened: Instant;
  readonly received: Instant | null;
}

/** Few different values, so that the id decides often; null where a row may have none. */
function someRows(count: number): Row[] {
  const random = randomFrom(11);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const time = (): Instant => (at + Math.floor(random() * 40 - 20) * HOUR) as Instant;
  return Array.from({ length: count }, (_, index) => ({
    id: newId(),
    code: `H53.15-2611${10 + (index % 9)}-${String(index).padStart(4, '0')}`,
    title: oneOf(['Đăng ký khai sinh', 'Đăng ký kết hôn', 'Cấp giấy phép xây dựng']),
    person: oneOf(['Nguyễn Thị Hoa', 'Trần Văn Ánh', 'Lê Văn An', 'Đỗ Thị Hòa', 'Bùi Đức Anh', null]),
    step: oneOf(['examine', 'approve', null]),
    channel: oneOf(['online', 'counter', 'post']),
    due: oneOf([time(), null]),
    opened: time(),
    received: oneOf([time(), null]),
  }));
}

const rows = someRows(90);

async function store(holding: string, stored: readonly Row[]): Promise<void> {
  const iso = (time: Instant | null) => (time === null ? null : isoOf(time));
  const values = stored.map((row) => ({
    ...row,
    person_name: row.person,
    due_at: iso(row.due),
    opened_at: iso(row.opened),
    received_at: iso(row.received),
  }));
  await sql`
    insert into cases.case (id, kind, code, title, person_name, search, status, step, channel, holding_unit, due_at, received_at, opened_at, changed_at)
    select r.id, 'dossier', r.code, r.title, r.person_name, text.fold(r.title), 'open', r.step, r.channel, ${holding}, r.due_at, r.received_at, r.opened_at, r.opened_at
    from json_populate_recordset(null::cases.case, ${JSON.stringify(values)}::json) r
  `.execute(opened.db);
}

beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase({ url: database.appUrl });
  await store(unit, rows);
  await store(
    busy,
    someRows(1200).map((row, index) => ({
      ...row,
      code: `H53.16-261123-${index}`,
      title: index < 40 ? 'Tách thửa' : row.title,
    })),
  );
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const asked = (more: Partial<QueueFilter>): QueueFilter => ({
  kind: 'dossier',
  queue: 'unit',
  limit: 7,
  at,
  soonUntil: at,
  ...more,
});
const list = (holding: string, more: Partial<QueueFilter>) =>
  listQueue(opened.db, { accountId: newId(), units: [holding], roles: [] }, asked(more));

async function walk(sort: QueueSort): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await list(unit, { sort, ...(after === undefined ? {} : { after }) });
    ids.push(...page.rows.map((row) => row.id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);
const never = Number.POSITIVE_INFINITY;

/** Each order said a second time, without SQL. */
const orders: Readonly<Record<QueueColumn, (a: Row, b: Row) => number>> = {
  due: (a, b) => compare(a.due ?? never, b.due ?? never),
  received: (a, b) => compare(a.received ?? a.opened, b.received ?? b.opened),
  code: (a, b) => compare(a.code, b.code),
  title: (a, b) => compareVietnamese(a.title, b.title),
  person: (a, b) => compareNames(a.person ?? '', b.person ?? ''),
  step: (a, b) => compare(a.step ?? '', b.step ?? ''),
  channel: (a, b) => compare(a.channel, b.channel),
};

test.each(QUEUE_COLUMNS)('a queue is sorted by %s from either end, page after page, each row once', async (column) => {
  for (const descending of [false, true]) {
    const expected = rows.toSorted((a, b) => (orders[column](a, b) || compare(a.id, b.id)) * (descending ? -1 : 1));
    expect(await walk({ column, descending })).toEqual(expected.map(({ id }) => id));
  }
});

test('a queue too long to be read whole keeps its own order and says so; its due times are sorted from either end', async () => {
  const byPerson = await list(busy, { sort: { column: 'person', descending: false } });
  expect(byPerson.tooLongToSort).toBe(true);
  const own = await list(busy, {});
  expect(byPerson.rows.map(({ id }) => id)).toEqual(own.rows.map(({ id }) => id));
  const latest = await list(busy, { sort: { column: 'due', descending: true } });
  expect(latest.tooLongToSort).toBeUndefined();
  expect(latest.rows.every((row) => row.due_at === null)).toBe(true);
});

test('a search that leaves few rows lets them be sorted', async () => {
  const page = await list(busy, { search: 'tach', sort: { column: 'code', descending: true }, limit: 50 });
  expect(page.tooLongToSort).toBeUndefined();
  expect(page.rows.map(({ code }) => code)).toEqual(
    page.rows
      .map(({ code }) => code)
      .toSorted()
      .toReversed(),
  );
  expect(page.rows).toHaveLength(40);
});

test.each([
  '9999-99-99 09:00:00+07~',
  '2026-02-31 09:00:00+07~',
  '~',
  'x',
  'infinity~not-an-id',
  `${'x'.repeat(500)}~`,
])('a key that nobody was given, %s, begins at the first page', async (text) => {
  const first = await list(unit, {});
  for (const after of [text, `${text}${newId()}`.replace(/^x.*/s, text)])
    expect((await list(unit, { after })).rows).toEqual(first.rows);
});

test('a page past the last row is empty', async () => {
  const after = `￿~${newId()}`;
  expect(await list(unit, { sort: { column: 'code', descending: false }, after })).toEqual({
    rows: [],
    next: undefined,
  });
});
