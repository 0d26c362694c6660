/** Lists and counts of findings, where there are many: each is read by an index, none from end to end. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { manyCitizens, manyFindings } from '../../../../test/harness/findings.ts';
import { explained } from '../../../../test/harness/plans.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import type { View } from '../../../platform/system/contributions.ts';
import { supervisionTiles } from '../centre-figures.ts';
import { listRepeats, REPEATED_BY } from '../repeats.ts';
import type { SupervisionTables } from '../tables.ts';
import { countOwnFindings } from './count-own.ts';
import type { FindingReach } from './finding-state.ts';
import { countFindings, type FindingFilter, listFindings } from './list-findings.ts';
import { listOfficersFound, listUnitsFound } from './who-was-found.ts';

let house: House<SupervisionTables>;
let reaches: Readonly<Record<'all' | 'leader' | 'head' | 'officer', FindingReach>>;
let unit: string;
let officer: string;

beforeAll(async () => {
  house = await aHouse<SupervisionTables>();
  for (const role of ['TN', 'HT', 'CV', 'CT']) await anAccount(house, { role });
  await manyCitizens(house.db);
  await manyFindings(house.db, 20_000, house.acting.clock());
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query(
    'analyze supervision.finding; analyze cases.case; analyze identity.account; analyze organisation.unit',
  );
  await owner.end();
  const found = await sql<{ units: string[]; officer: string }>`
    select array_agg(distinct unit_id::text) as units, min(officer_id::text) as officer from (
      select unit_id, officer_id from supervision.finding where officer_id is not null order by unit_id limit 2000) f
  `.execute(house.db);
  const { units = [], officer: someone = '' } = found.rows[0] ?? {};
  [unit, officer] = [units[0] ?? '', someone];
  reaches = {
    all: { accountId: officer, seats: [], units: 'all' },
    leader: { accountId: officer, seats: units.slice(0, 1), units: { units } },
    head: { accountId: officer, seats: units.slice(0, 1), units: { units: units.slice(0, 8) } },
    officer: { accountId: officer, seats: units.slice(0, 1), units: 'none' },
  };
}, 120_000);
afterAll(() => house.close());

const FILTERS: readonly FindingFilter[] = [
  {},
  { own: true },
  { state: 'open' },
  { own: true, state: 'unanswered' },
  { state: 'upheld' },
  { scenario: 'V03' },
  { from: '2026-11-01', to: '2026-11-20' },
];

test.each(['all', 'leader', 'head', 'officer'] as const)(
  'lists of findings are read by their indexes: %s',
  async (who) => {
    for (const filter of [...FILTERS, { officer }, { unit }, { procedure: '1.000007' }]) {
      const { db, plans } = explained(house.db);
      const { rows, next } = await listFindings(db, { reach: reaches[who], filter }, { limit: 50 });
      if (next !== undefined) await listFindings(db, { reach: reaches[who], filter }, { limit: 50, after: next });
      await countFindings(db, { reach: reaches[who], filter });
      for (const plan of plans) expect(plan, JSON.stringify(filter)).not.toMatch(/Seq Scan on (finding|"case")/);
      expect(rows.map(({ foundAt }) => foundAt)).toEqual(rows.map(({ foundAt }) => foundAt).toSorted((a, b) => b - a));
    }
  },
);

test.each(['leader', 'head'] as const)(
  'pages follow one another without a gap or a repetition, whichever way leads to a finding: %s',
  async (who) => {
    const asked = { reach: reaches[who], filter: { from: '2026-06-01' } } as const;
    const whole = await listFindings(house.db, asked, { limit: 5000 });
    const read: string[] = [];
    for (let after: string | undefined, page = 0; page === 0 || after !== undefined; page++) {
      const { rows, next } = await listFindings(house.db, asked, {
        limit: 37,
        ...(after === undefined ? {} : { after }),
      });
      read.push(...rows.map(({ id }) => id));
      after = next;
    }
    expect(whole.rows.length).toBeGreaterThan(40);
    expect(read).toEqual(whole.rows.map(({ id }) => id));
    const { units } = reaches[who].units as { readonly units: readonly string[] };
    const byHand = await sql<{ count: number }>`
    select count(*)::integer as count from supervision.finding f where f.found_at >= '2026-06-01T00:00:00+07:00'
      and (f.officer_id = ${officer} or f.unit_id = any(${units}::uuid[]))
  `.execute(house.db);
    expect(read).toHaveLength(byHand.rows[0]?.count ?? 0);
    expect(await countFindings(house.db, asked)).toBe(Math.min(1000, read.length));
  },
);

test('repeats, the tiles with their courses, the bar and the names a list is narrowed to are read by indexes too', async () => {
  const { platform } = house;
  const { db, plans } = explained(house.db);
  for (const units of ['all', reaches.leader.units] as const) {
    for (const by of REPEATED_BY) {
      const repeats = await listRepeats(db, { by, from: '2026-10-24', to: '2026-11-23', units });
      expect(plans.at(-1)).not.toMatch(/Seq Scan on (account|unit) /);
      if (units === 'all' && by === 'officer') expect(repeats.length).toBeGreaterThan(0);
    }
    const officers = await listOfficersFound(db, units, { unit, officer: '' });
    expect(officers.length).toBeGreaterThan(0);
    await listUnitsFound(db, units);
  }
  const tile = supervisionTiles['supervision.open'];
  const view = { units: [unit], areas: [], at: house.acting.clock() } as unknown as View;
  const reading = await tile?.read({ ...platform, db } as never, view);
  // courses are asked of every system that has one: none reads all cases for it
  for (const units of ['all', [unit]] as const)
    for (const { trend } of platform.registry.tiles.values())
      await trend?.({ ...platform, db } as never, { ...view, units } as View);
  await countOwnFindings({ ...platform, db } as never, { accountId: officer, positions: [{ unitId: unit }] } as never);
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (finding|"case"|act_count|entry)/);
  const byHand = await sql<{ count: number }>`
    select count(*)::integer as count from supervision.finding where unit_id = ${unit} and concluded_at is null
  `.execute(house.db);
  expect(reading?.value).toBe(byHand.rows[0]?.count);
});

test('a list is narrowed to any unit that has findings, and to the officers of the one that is chosen', async () => {
  const found = await sql<{ units: number; officers: string[] }>`
    select count(distinct unit_id)::integer as units, array_agg(distinct officer_id::text) filter (where unit_id = ${unit} and officer_id is not null) as officers
    from supervision.finding
  `.execute(house.db);
  const { units = 0, officers = [] } = found.rows[0] ?? {};
  expect(units).toBeGreaterThan(500);
  expect(await listUnitsFound(house.db, 'all')).toHaveLength(units);
  const ids = async (within: Parameters<typeof listOfficersFound>[1], asked: Parameters<typeof listOfficersFound>[2]) =>
    (await listOfficersFound(house.db, within, asked)).map(({ id }) => id).toSorted();
  expect(await ids('all', { unit, officer: '' })).toEqual(officers.toSorted());
  expect(await ids('all', { unit: '', officer: '' })).toEqual([]);
  expect(await ids('all', { unit: '', officer })).toEqual([officer]);
  const elsewhere = { units: ['00000000-0000-7000-8000-000000000000'] };
  expect(await ids(elsewhere, { unit, officer })).toEqual([]);
});
