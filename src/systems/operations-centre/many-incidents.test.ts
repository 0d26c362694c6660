import { type CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { type Db, openDatabase } from '../../platform/db/database.ts';
import { findView, listOwnCentres } from './centres.ts';
import { loadIncident, seenBy } from './incident-state.ts';
import { countOpen, listLog, listOpen } from './list-incidents.ts';
import { readIncident } from './read-incident.ts';
import { listNews } from './read-wall.ts';
import type { CentreTables } from './tables.ts';

const MANY = 100_000;
const AT = instant('2026-11-23T08:00');

let house: House<CentreTables>;

/** A hundred thousand incidents of three years in every commune, three hundred of them open; a signal and two steps each. */
beforeAll(async () => {
  house = await aHouse<CentreTables>();
  const owner = openDatabase({ url: house.ownerUrl });
  for (const step of [
    // what they are searched by is made after them, as for any load of many rows
    `drop index cases.case_search_index`,
    `create temp table place as select row_number() over (order by a.code) - 1 as n, a.id as area, u.id as unit, u.code
       from organisation.area a join organisation.unit u on u.area_id = a.id and u.kind = 'people-committee'
       where a.level = 'commune' and a.valid_from = '2025-07-01'`,
    `create temp table many as select gen_random_uuid() as id, g as n, p.area, p.unit, p.code,
         timestamptz '2026-11-23 07:00+07' - g * interval '15 minutes' as at, g % 333 = 0 as open
       from generate_series(1, ${MANY}) g join place p on p.n = g % (select count(*) from place)`,
    `insert into cases."case" (id, kind, code, title, status, step, area_id, competent_unit, holding_unit, opened_at, closed_at, changed_at, search, version)
       select id, 'incident', 'SC.' || code || '-' || n, 'Sự cố ' || n, case when open then 'open' else 'closed' end, 'new', area, unit, unit, at,
         case when open then null else at + interval '2 hours' end, at, 'su co ' || n, 1 from many`,
    `insert into identity.account (id, kind, name, created_at)
       select gen_random_uuid(), 'citizen', 'Người dân ' || n, now() from generate_series(1, 5000) n`,
    `insert into operations_centre.incident (case_id, unit_id, area_id, holder_id, kind, severity, title, first_at, last_at, signals, opened_at, closed_at)
       select id, unit, area, case when n % 1000 = 1 then (select min(id::text)::uuid from identity.account) end, (array['fire', 'flood', 'traffic', 'service'])[1 + n % 4], 1 + n % 5, jsonb_build_object('vi', 'Sự cố ' || n), at, at, 1, at,
         case when open then null else at + interval '2 hours' end from many`,
    `insert into operations_centre.signal (id, case_id, source, kind, severity, title, area_id, at, heard_at)
       select gen_random_uuid(), id, 'feedback.dossier-rated', 'service', 1, '{"vi": "Tín hiệu"}', area, at, at from many`,
    `insert into operations_centre.step (case_id, key, place, text, due_at)
       select id, k, 1, '{"vi": "Việc"}', at from many, unnest(array['a', 'b']) k`,
    `create index case_search_index on cases."case" using gin (search public.gin_trgm_ops)`,
    'analyze identity.account, cases."case", operations_centre.incident, operations_centre.signal, operations_centre.step',
  ])
    await sql.raw(step).execute(owner.db);
  await owner.close();
}, 180_000);
afterAll(() => house.close());

/** The queries that a reading asks, each explained with what it was asked with. */
async function plansOf(read: (db: Db<CentreTables>) => Promise<unknown>): Promise<string[]> {
  const asked: CompiledQuery[] = [];
  const executor = house.db.getExecutor();
  const watched = bound(executor, 'executeQuery', (query: CompiledQuery) => {
    asked.push(query);
    return executor.executeQuery(query);
  });
  await read(bound(house.db, 'getExecutor', () => watched));
  expect(asked.length).toBeGreaterThan(0);
  const plans: string[] = [];
  for (const { sql: text, parameters } of asked) {
    const plan = await house.db.getExecutor().executeQuery<Record<'QUERY PLAN', string>>({
      ...(asked[0] as CompiledQuery),
      sql: `explain ${text}`,
      parameters,
    });
    plans.push(plan.rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
  return plans;
}

/** The same object, but for one of its functions. */
const bound = <T extends object>(of: T, instead: string, run: (...given: never[]) => unknown): T =>
  new Proxy(of, {
    get(target, name) {
      if (name === instead) return run;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

const GREAT = /Seq Scan on (incident|"?case"?|signal|step)\b/;

async function viewOf(role: { readonly unit: string }, asked = '') {
  const found = await sql<{ id: string }>`
    select id from organisation.unit where code = ${role.unit} and valid_to is null
  `.execute(house.db);
  const signedIn = {
    accountId: '00000000-0000-7000-8000-00000000000a',
    positions: [{ unitId: found.rows[0]?.id ?? '', permissions: new Set(['operations-centre.watch']) }],
  };
  const own = await listOwnCentres(house.db, signedIn as never, {
    permission: 'operations-centre.watch',
    day: '2026-11-23',
  });
  const view = await findView(house.db, own, { asked, at: AT });
  if (!view) throw new Error('no view');
  return { view, reach: seenBy(own, signedIn.accountId) };
}

const FILTERS = [
  ['newest', {}],
  ['open', { state: 'open' }],
  ['of one kind', { kind: 'fire' }],
  ['searched', { search: 'co 9' }],
  ['of a month', { from: instant('2025-03-01T00:00'), until: instant('2025-04-01T00:00') }],
  ['a late page', { after: `${instant('2024-06-01T00:00')}.00000000-0000-7000-8000-000000000000` }],
] as const;

test.each([
  ['the province', 'H53', ''],
  ['a former district', 'H53', 'tan-bien'],
  ['a commune', 'H53.101', ''],
])('the log of %s is a page by indexes, however it is filtered', async (_, unit, asked) => {
  const { view, reach } = await viewOf({ unit }, asked);
  for (const [name, filter] of FILTERS) {
    const log = { reach, view, filter: { drill: false, limit: 50, ...filter } };
    const [plan = ''] = await plansOf((db) => listLog(db, log));
    expect(`${name}\n${plan}`).not.toMatch(GREAT);
    const { rows } = await listLog(house.db, log);
    expect(rows.length, name).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(50);
  }
});

test('pages follow each other without a gap or a double', async () => {
  const { view, reach } = await viewOf({ unit: 'H53.101' });
  const seen = new Set<string>();
  let after: string | undefined;
  for (let pages = 0; pages < 40; pages++) {
    const { rows, next } = await listLog(house.db, {
      reach,
      view,
      filter: { drill: false, limit: 50, ...(after && { after }) },
    });
    for (const { id } of rows) {
      expect(seen.has(id)).toBe(false);
      seen.add(id);
    }
    after = next;
    if (!next) break;
  }
  const held = await sql<{ count: number }>`
    select count(*)::integer as count from operations_centre.incident where area_id = ${view.centre.areaId}
  `.execute(house.db);
  expect(seen.size).toBe(held.rows[0]?.count);
});

test('the log of an officer keeps what they held elsewhere, closed or not', async () => {
  const { view } = await viewOf({ unit: 'H53.101' });
  const held = await sql<{ holder: string; count: number }>`
    select holder_id as holder, count(*)::integer as count from operations_centre.incident where holder_id is not null group by 1
  `.execute(house.db);
  const { holder = '', count = 0 } = held.rows[0] ?? {};
  const log = {
    reach: { units: [], areas: [], accountId: holder },
    view: { ...view, areas: 'all' as const },
    filter: { drill: false, limit: 200 },
  };
  for (const plan of await plansOf((db) => listLog(db, log))) expect(plan).not.toMatch(GREAT);
  const { rows } = await listLog(house.db, log);
  expect(rows).toHaveLength(count);
  expect(rows.filter(({ closedAt }) => closedAt !== null).length).toBeGreaterThan(50);
});

test('what the wall asks of incidents is read by indexes', async () => {
  const { view } = await viewOf({ unit: 'H53' });
  for (const read of [
    (db: Db<CentreTables>) => listOpen(db, view, 60),
    (db: Db<CentreTables>) => countOpen(db, view),
    (db: Db<CentreTables>) => listNews(db, view),
  ])
    for (const plan of await plansOf(read)) expect(plan).not.toMatch(GREAT);
  expect(await countOpen(house.db, view)).toMatchObject({ open: Math.floor(MANY / 333), drill: 0 });
});

test('one incident is found by its code by an index, and who its log names by theirs', async () => {
  const { view } = await viewOf({ unit: 'H53' });
  const [one] = await listOpen(house.db, view, 1);
  for (const plan of await plansOf((db) => loadIncident(db, { code: one?.code ?? '' }, 'all')))
    expect(plan).not.toMatch(GREAT);
  const state = await loadIncident(house.db, { code: one?.code ?? '' }, 'all');
  if (!state) throw new Error('no incident');
  const reader = { at: AT, accountId: '00000000-0000-7000-8000-00000000000a' };
  const plans = await plansOf((db) => readIncident({ db, registry: house.platform.registry }, state, reader));
  const ofLog = plans.filter((plan) => /\bentry\b/.test(plan));
  expect(ofLog).toHaveLength(1);
  for (const plan of ofLog) expect(plan).not.toMatch(/Seq Scan on (account|unit) /);
});
