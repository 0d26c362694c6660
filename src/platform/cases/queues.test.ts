import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/harness/database.ts';
import { randomFrom } from '../../../test/endure/random-from.ts';
import { type Instant, instant, isoOf } from '../calendar/instant.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { countQueues, listQueue, type Queue, QUEUES, type QueueOwner, type QueueRow } from './queues.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let opened: OpenDatabase;
const at = instant('2026-11-23T09:00');
const soonUntil = instant('2026-11-23T17:00');
const HOUR = 3_600_000;

const units = [newId(), newId(), newId()];
const [unit = '', second = ''] = units;
const me = newId();
const colleague = newId();

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly status: 'submitted' | 'open' | 'decided' | 'closed';
  readonly waiting: string | null;
  readonly role: string;
  readonly assignee: string | null;
  readonly due: Instant | null;
  readonly answerDue: Instant | null;
  readonly closed: Instant | null;
  readonly search: string;
  readonly receiving: string;
  readonly returning: string;
  readonly flags: readonly string[];
}

/** Rows of every kind in three units; some share their due time, so that the id decides. */
function someRows(count: number): Row[] {
  const random = randomFrom(7);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  return Array.from({ length: count }, (): Row => {
    const status = oneOf(['submitted', 'open', 'open', 'decided', 'closed'] as const);
    const time = (): Instant => (at + Math.floor(random() * 40 - 20) * HOUR) as Instant;
    return {
      id: newId(),
      unit: oneOf(units),
      status,
      waiting: oneOf([null, null, 'supplement']),
      role: oneOf(['TN', 'CV', 'CT']),
      assignee: oneOf([null, null, me, colleague]),
      due: status === 'submitted' ? null : oneOf([time(), time(), null]),
      answerDue: status === 'submitted' ? time() : null,
      closed: status === 'closed' ? time() : null,
      search: oneOf(['khai sinh nguyen thi hoa', 'ket hon tran van ba']),
      receiving: oneOf(units),
      returning: oneOf(units),
      flags: oneOf([[], ['received-elsewhere'], ['returned-elsewhere'], ['received-elsewhere', 'returned-elsewhere']]),
    };
  });
}

const rows = someRows(600);

beforeAll(async () => {
  database = await testDatabase();
  opened = openDatabase({ url: database.appUrl });
  const iso = (time: Instant | null) => (time === null ? null : isoOf(time));
  const stored = rows.map((row, index) => ({
    id: row.id,
    code: `H53.15-261123-${String(index).padStart(4, '0')}`,
    status: row.status,
    waiting: row.waiting,
    step_role: row.role,
    holding_unit: row.unit,
    receiving_unit: row.receiving,
    returning_unit: row.returning,
    flags: row.flags,
    assignee_id: row.assignee,
    due_at: iso(row.due),
    answer_due_at: iso(row.answerDue),
    closed_at: iso(row.closed),
    search: row.search,
  }));
  await sql`
    insert into cases.case (id, kind, code, title, search, status, waiting, step_role, holding_unit, receiving_unit, returning_unit, flags, assignee_id, due_at, answer_due_at, closed_at, opened_at, changed_at)
    select r.id, 'dossier', r.code, 'Thử', r.search, r.status, r.waiting, r.step_role, r.holding_unit, r.receiving_unit, r.returning_unit, r.flags, r.assignee_id, r.due_at, r.answer_due_at, r.closed_at,
      ${isoOf(at)}::timestamptz, ${isoOf(at)}::timestamptz
    from json_populate_recordset(null::cases.case, ${JSON.stringify(stored)}::json) r
  `.execute(opened.db);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

/** When the result is owed, or before acceptance the answer; never while neither is. */
function owedAt({ status, waiting, due, answerDue }: Row): number {
  if (status !== 'submitted' && status !== 'open') return Number.POSITIVE_INFINITY;
  return due ?? (waiting === null ? answerDue : null) ?? Number.POSITIVE_INFINITY;
}

/** What each queue is, said a second time and without SQL. */
const belongs: Readonly<Record<Queue, (row: Row, roles: readonly string[]) => boolean>> = {
  mine: (row, roles) =>
    !row.closed && row.waiting === null && (row.assignee === me || (row.assignee === null && roles.includes(row.role))),
  unit: (row) => !row.closed,
  'to-receive': (row) => !row.closed && row.status === 'submitted' && row.waiting === null,
  soon: (row) => owedAt(row) > at && owedAt(row) <= soonUntil,
  late: (row) => owedAt(row) <= at,
  waiting: (row) => !row.closed && row.waiting !== null,
  'to-return': (row) => row.status === 'decided',
  'for-others': (row) => !row.closed && row.flags.includes('received-elsewhere'),
  'from-others': (row) => !row.closed && row.flags.includes('received-elsewhere') && row.receiving !== row.unit,
  'return-here': (row) => !row.closed && row.flags.includes('returned-elsewhere'),
  done: (row) => row.closed !== null,
};

/** Whose it is: who holds it, received it, or returns it. */
const unitOf = (queue: Queue, row: Row): string =>
  queue === 'for-others' ? row.receiving : queue === 'return-here' ? row.returning : row.unit;

function expected(queue: Queue, owner: QueueOwner, search = ''): string[] {
  const time = (row: Row): number =>
    queue === 'done' ? -(row.closed as number) : (row.due ?? row.answerDue ?? Number.POSITIVE_INFINITY);
  const sign = queue === 'done' ? -1 : 1;
  return rows
    .filter(
      (row) =>
        owner.units.includes(unitOf(queue, row)) && belongs[queue](row, owner.roles) && row.search.includes(search),
    )
    .sort((a, b) => time(a) - time(b) || sign * (a.id < b.id ? -1 : 1))
    .map((row) => row.id);
}

async function walk(queue: Queue, owner: QueueOwner, search?: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page: { rows: readonly QueueRow[]; next: string | undefined } = await listQueue(opened.db, owner, {
      kind: 'dossier',
      queue,
      limit: 7,
      at,
      soonUntil,
      ...(after ? { after } : {}),
      ...(search ? { search } : {}),
    });
    ids.push(...page.rows.map((row) => row.id));
    after = page.next;
  } while (after !== undefined);
  return ids;
}

const officer: QueueOwner = { accountId: me, units: [unit], roles: ['TN', 'CV'] };
const leader: QueueOwner = { accountId: me, units: [unit, second], roles: ['CT'] };

test.each(QUEUES)(
  'the queue “%s”, page after page, is what it says and in its order: of one unit, and of several',
  async (queue) => {
    expect(await walk(queue, officer)).toEqual(expected(queue, officer));
    expect(await walk(queue, leader)).toEqual(expected(queue, leader));
  },
);

test('a search inside a queue finds without diacritics', async () => {
  expect(await walk('unit', officer, 'Nguyễn Hoa')).toEqual(expected('unit', officer, 'nguyen'));
});

test('counts say what the lists hold', async () => {
  const counts = await countQueues(opened.db, leader, { kind: 'dossier', at, soonUntil });
  for (const [queue, count] of counts) expect([queue, count]).toEqual([queue, expected(queue, leader).length]);
  expect(counts.has('done')).toBe(false);
});

test('who reaches no unit sees nothing', async () => {
  for (const queue of QUEUES) expect(await walk(queue, { ...officer, units: [] })).toEqual([]);
});
