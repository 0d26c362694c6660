import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { explained } from '../../../test/harness/plans.ts';
import { instant } from '../../platform/calendar/instant.ts';
import type { DossierTables } from './tables.ts';
import { listDone, readWorkload } from './workload.ts';

let house: House<DossierTables>;
let unit = '';
let officer = '';
const at = instant('2026-11-23T08:00');

/** One in four dossiers is open; those of our unit lie with its officer, or with a role. Each was brought forward by somebody. */
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  officer = await anAccount(house, { role: 'HT', unit: 'vp-25459' });
  const found = await sql<{ id: string }>`select id from organisation.unit where key = 'vp-25459'`.execute(house.db);
  unit = found.rows[0]?.id ?? '';
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query(
    `with units as (
      select id, row_number() over (order by id <> $1, id) - 1 as place, count(*) over () as all from organisation.unit where valid_to is null
    ), made as materialized (
      select gen_random_uuid() as id, n, u.id as unit, n / u.all % 4 = 0 as open, $3::timestamptz - n * interval '7 minutes' as at,
        case when n / u.all % 3 > 0 then case when u.id = $1 then $2::uuid else gen_random_uuid() end end as officer
      from generate_series(1, 100000) n join units u on u.place = n % u.all
    ), cases as (
      insert into cases.case (id, kind, code, title, search, status, holding_unit, competent_unit, receiving_unit, assignee_id, step_role,
        received_at, opened_at, changed_at, closed_at, due_at, flags, simulated, version)
      select id, 'dossier', 'MANY.' || n, 'Nhiều', 'many', case when open then 'open' else 'closed' end, unit, unit, unit,
        case when open then officer end, 'HT', at, at, at, case when open then null else at end, at + interval '5 days', '{}', true, 1 from made
    )
    insert into journal.entry (id, chain, seq, sealed, type, subject_type, subject_id, account_id, unit_id, occurred_at, recorded_at, hash)
    select gen_random_uuid(), 31, 1000000 + n, '{}', 'dossiers.step-completed', 'dossier', id, coalesce(officer, gen_random_uuid()), unit, at, at, sha256('x')
    from made`,
    [unit, officer, '2026-11-23T08:00:00+07:00'],
  );
  await owner.query('vacuum analyze cases.case');
  await owner.query('vacuum analyze journal.entry');
  await owner.end();
}, 120_000);
afterAll(() => house.close());

test('the workload of a unit is counted by indexes among a hundred thousand dossiers and acts', async () => {
  const { db, plans } = explained(house.db);
  const { officers, roles } = await readWorkload(db, { unit, at, soonUntil: instant('2026-11-25T08:00') });
  const own = officers.find(({ id }) => id === officer);
  const byHand = await sql<{ open: number; nobody: number }>`
    select count(*) filter (where assignee_id = ${officer})::integer as open, count(*) filter (where assignee_id is null)::integer as nobody
    from cases.case where holding_unit = ${unit} and closed_at is null
  `.execute(house.db);
  expect(own?.open).toBe(byHand.rows[0]?.open);
  expect(own?.open).toBeGreaterThan(0);
  expect(own?.done).toBeGreaterThan(0);
  expect(roles).toMatchObject([{ role: 'HT', open: byHand.rows[0]?.nobody }]);
  expect(plans).toHaveLength(2);
  expect(plans.join('\n')).toContain('case_workload_index');
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on ("case"|entry)/);
});

test('what an officer has done of late is read by indexes too, a page after the other', async () => {
  const { db, plans } = explained(house.db);
  const asked = { accountId: officer, units: [unit], at, limit: 5 };
  const first = await listDone(db, asked);
  const last = first.at(-1) ?? expect.fail('nothing done');
  const second = await listDone(db, { ...asked, after: { at: last.lastAt, id: last.id } });
  expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(first.length + second.length);
  for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on ("case"|entry)/);
});
