/** The invented violations of a demonstration: each is found by the rule it breaks, marked as simulated, told to nobody, and made once. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../test/harness/house.ts';
import { listRepeats } from '../systems/supervision/repeats.ts';
import { makeDemoAccounts } from './demo-accounts.ts';
import { inventViolations } from './demo-violations.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
  await makeDemoAccounts(house.platform);
}, 120_000);
afterAll(() => house.close());

async function countFound() {
  const found = await sql<{ scenario: string; found: number; simulated: boolean }>`
    select f.scenario, count(*)::integer as found, bool_and(c.simulated) as simulated
    from supervision.finding f join cases.case c on c.id = f.case_id group by 1 order by 1
  `.execute(house.db);
  return found.rows;
}

test('each is found once, also when it is run again, and some officers are found again and again', async () => {
  expect(await inventViolations(house.platform, '2026-11-23')).toBe(32);
  const found = await countFound();
  expect(found).toEqual(
    Object.entries({ V01: 4, V02: 9, V03: 6, V05: 3, V10: 5, V17: 5 }).map(([scenario, count]) => ({
      scenario,
      found: count,
      simulated: true,
    })),
  );
  await inventViolations(house.platform, '2026-11-23');
  expect(await countFound()).toEqual(found);
  const open = await sql`select 1 from cases.case where kind = 'dossier' and closed_at is null`.execute(house.db);
  expect(open.rows).toEqual([]);
  await house.readJournal();
  const told = await sql`select 1 from supervision.untold`.execute(house.db);
  expect(told.rows).toEqual([]);
  const repeats = await listRepeats(house.db, { by: 'officer', from: '2026-10-24', to: '2026-11-23', units: 'all' });
  expect(repeats.some(({ scenario, findings, acts }) => scenario === 'V02' && findings >= 3 && acts >= findings)).toBe(
    true,
  );
  const parked = await sql`select subscriber, last_error from journal.parked`.execute(house.db);
  expect(parked.rows).toEqual([]);
});
