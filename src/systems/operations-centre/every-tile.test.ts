/** The figures that systems give to the wall: the course of each ends with the figure itself, and its past days say what was then. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manyFindings } from '../../../test/harness/findings.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { makeDemoAccounts } from '../../demo/demo-accounts.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { newId } from '../../platform/db/ids.ts';
import type { TileSpec, View } from '../../platform/system/contributions.ts';
import { simulate } from '../../simulation/simulate.ts';

let house: House;
let unit: string;

/** A Friday of the third simulated week. */
const NOW = '2026-05-22T16:00';

beforeAll(async () => {
  house = await aHouse();
  await makeDemoAccounts(house.platform);
  house.setClock(NOW);
  const found = await sql<{ id: string }>`select id from organisation.unit where code = 'H53.101.1' limit 1`.execute(
    house.platform.db,
  );
  unit = found.rows[0]?.id ?? '';
}, 120_000);
afterAll(() => house?.close());

const viewOf = (units: View['units']): View => ({ at: house.platform.clock(), units, areas: 'all' });
const tileOf = (key: string): TileSpec => {
  const tile = house.platform.registry.tiles.get(key);
  if (!tile) throw new Error(`no tile ${key}`);
  return tile;
};
const courseOf = (key: string) => tileOf(key).trend?.(house.platform, viewOf([unit]));
const valueOf = async (key: string) => (await tileOf(key).read(house.platform, viewOf([unit]))).value;

interface Clocked {
  readonly status: string;
  readonly due: string | null;
  /** Kind and time of each event. */
  readonly clock: readonly (readonly [string, string])[];
}

async function aCase({ status, due, clock }: Clocked): Promise<string> {
  const id = newId();
  const received = clock[0]?.[1] ?? NOW;
  await sql`
    insert into cases.case (id, kind, code, title, search, status, receiving_unit, holding_unit, received_at, opened_at, changed_at, due_at, simulated)
    values (${id}, 'dossier', ${id}, 'Thử', 'thu', ${status}, ${unit}, ${unit}, ${local(received)}::timestamptz, ${local(received)}::timestamptz,
      ${local(received)}::timestamptz, ${due === null ? null : local(due)}::timestamptz, true)
  `.execute(house.platform.db);
  for (const [index, [kind, at]] of clock.entries())
    await sql`
      insert into cases.clock_event (case_id, seq, kind, at, entry_id) values (${id}, ${index + 1}, ${kind}, ${local(at)}::timestamptz, ${newId()})
    `.execute(house.platform.db);
  return id;
}

const local = (text: string): string => `${text}:00+07:00`;

test('a dossier is overdue on the days on which its clock ran: not while it was paused, nor once it was decided', async () => {
  const due = '2026-05-18T10:00';
  const started = ['started', '2026-05-04T08:00'] as const;
  const decided = { status: 'decided', due, clock: [started, ['stopped', '2026-05-21T10:00']] } as const;
  await aCase(decided);
  await aCase({
    status: 'open',
    due,
    clock: [started, ['paused', '2026-05-19T12:00'], ['resumed', '2026-05-21T12:00']],
  });
  await aCase({ status: 'open', due: null, clock: [started, ['paused', '2026-05-19T12:00']] });
  expect(await courseOf('dossiers.overdue')).toEqual([0, 0, 2, 1, 1, 1, 1]);
  expect(await valueOf('dossiers.overdue')).toBe(1);
});

test('who was called, was absent and came back waits again, and so on each day', async () => {
  const place = newId();
  await sql`insert into counter.place (id, unit_id, number, group_keys) values (${place}, ${unit}, 91, '{x}')`.execute(
    house.platform.db,
  );
  await aTicket({ day: '2026-05-22', state: 'waiting', since: '15:30', calls: [['08:00', '08:10']] });
  await aTicket({
    day: '2026-05-21',
    state: 'served',
    since: '15:30',
    calls: [
      ['08:00', '08:10'],
      ['15:30', '16:20'],
    ],
  });
  await aTicket({ day: '2026-05-20', state: 'served', since: '08:00', calls: [['08:00', '08:10']] });
  expect(await courseOf('counter.waiting')).toEqual([0, 0, 0, 0, 0, 1, 1]);
  expect(await valueOf('counter.waiting')).toBe(1);

  async function aTicket(ticket: {
    readonly day: string;
    readonly state: string;
    readonly since: string;
    readonly calls: readonly (readonly [string, string])[];
  }): Promise<void> {
    const id = newId();
    const at = (time: string) => local(`${ticket.day}T${time}`);
    const { rows: accounts } = await sql<{ id: string }>`select id from identity.account limit 1`.execute(
      house.platform.db,
    );
    await sql`
      insert into counter.ticket (id, unit_id, day, group_key, letter, number, is_priority, taken_at, rank_at, waits_since, state, secret)
      values (${id}, ${unit}, ${ticket.day}, 'x', 'Z', 1, false, ${at('08:00')}, ${at('08:00')}, ${at(ticket.since)}, ${ticket.state}, ${id})
    `.execute(house.platform.db);
    for (const [since, called] of ticket.calls)
      await sql`
        insert into counter.call (id, ticket_id, unit_id, place_id, place_number, account_id, code, group_key, is_priority, waits_since, called_at, last_at)
        values (${newId()}, ${id}, ${unit}, ${place}, 91, ${accounts[0]?.id}, 'Z001', 'x', false, ${at(since)}, ${at(called)}, ${at(called)})
      `.execute(house.platform.db);
  }
});

test('what has waited for the nation for weeks is not forgotten, and what was told waits until it was', async () => {
  await aMessage({ at: '2026-05-02T08:00', sent: null });
  await aMessage({ at: '2026-05-03T08:00', sent: '2026-05-20T08:00' });
  expect(await courseOf('national-portal.waiting')).toEqual([2, 2, 2, 2, 1, 1, 1]);
  expect(await valueOf('national-portal.waiting')).toBe(1);

  async function aMessage({ at, sent }: { readonly at: string; readonly sent: string | null }): Promise<void> {
    const caseId = await aCase({ status: 'decided', due: null, clock: [] });
    await sql`
      insert into national_portal.message (id, case_id, sequence, entry_id, service, status, local_only, at, next_at, sent_at)
      values (${newId()}, ${caseId}, 1, ${newId()}, 'dossier', 1, true, ${local(at)}::timestamptz,
        ${sent === null ? local('2026-05-23T08:00') : null}::timestamptz, ${sent === null ? null : local(sent)}::timestamptz)
    `.execute(house.platform.db);
  }
});

test('thirty days of ratings are thirty days, in the figure as in its course', async () => {
  await aRating('2026-04-22T12:00', 1);
  await aRating('2026-04-23T12:00', 2);
  await aRating('2026-05-20T12:00', 5);
  expect(await valueOf('feedback.satisfied')).toBe(50);
  expect((await courseOf('feedback.satisfied'))?.at(-1)).toBe(50);

  async function aRating(at: string, score: number): Promise<void> {
    const caseId = await aCase({ status: 'closed', due: null, clock: [] });
    await sql`
      insert into feedback.rating (case_id, case_code, procedure_code, unit_id, receiving_unit, account_id, score, rated_at)
      select ${caseId}, ${caseId}, '1.001193', ${unit}, ${unit}, id, ${score}, ${local(at)}::timestamptz from identity.account limit 1
    `.execute(house.platform.db);
  }
});

test('after some simulated weeks every course ends with its figure, for the province and for each of its units', async () => {
  await simulate(house.platform, {
    from: '2026-05-04',
    until: instant(NOW),
    arrivalsUntil: '2026-05-20',
    dossiers: 60,
    seed: 'figures',
    lanes: 4,
    signs: false,
    owners: [],
  });
  await house.readJournal();
  // what the weeks bring differs a little each time: one of each that no figure may be without
  await manyFindings(house.platform.db, 200, house.platform.clock());
  await aCase({ status: 'open', due: '2026-05-23T09:00', clock: [['started', '2026-05-22T09:00']] });
  const held = await sql<{
    id: string;
  }>`select distinct receiving_unit as id from cases.case where receiving_unit is not null`.execute(house.platform.db);
  const views: View['units'][] = ['all', ...held.rows.map(({ id }) => [id]), held.rows.map(({ id }) => id)];
  const figures = new Set<string>();
  for (const units of views)
    for (const [key, tile] of house.platform.registry.tiles) {
      const { value } = await tile.read(house.platform, viewOf(units));
      const course = await tile.trend?.(house.platform, viewOf(units));
      if (!course) continue;
      expect([key, course.at(-1) ?? null]).toEqual([key, value]);
      if (value) figures.add(key);
    }
  const nought = [...house.platform.registry.tiles].flatMap(([key, { trend }]) =>
    trend && !figures.has(key) ? [key] : [],
  );
  expect(nought).toEqual([]);
}, 240_000);
