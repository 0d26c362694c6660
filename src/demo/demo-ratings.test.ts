/** The invented ratings of a demonstration: of answered simulated dossiers alone, each once, in the past, marked as simulated. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBirthDossier } from '../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../test/harness/house.ts';
import { anAccount } from '../../test/harness/people.ts';
import type { DossierTables } from '../systems/dossiers/index.ts';
import { inventRatings } from './demo-ratings.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
});
afterAll(() => house.close());

test('citizens rate what was answered, most of them content, one of them not and saying why', async () => {
  const accountId = await anAccount(house, 'citizen');
  const ids: string[] = [];
  for (let count = 0; count < 5; count++)
    ids.push(await aBirthDossier(house as never, { accountId, stage: 'accepted' }));
  const [open, real, ...answered] = ids as [string, string, ...string[]];
  await sql`update cases.case set simulated = true where id <> ${real}`.execute(house.db);
  await sql`
    update cases.case set status = 'closed', outcome = 'approved', waiting = null, changed_at = changed_at - interval '9 days'
    where id <> ${open}`.execute(house.db);
  expect(await inventRatings(house.platform)).toBe(3);
  expect(await inventRatings(house.platform)).toBe(0);
  const found = await sql<{ id: string; score: number; reasons: number; past: boolean; simulated: boolean }>`
    select r.case_id as id, r.score, cardinality(r.reasons) as reasons, r.rated_at < ${new Date(house.platform.clock())} as past, r.simulated
    from feedback.rating r order by r.score
  `.execute(house.db);
  expect(found.rows.map(({ id }) => id).toSorted()).toEqual(answered.toSorted());
  expect(found.rows.map(({ score, reasons, past, simulated }) => [score, reasons, past, simulated])).toEqual([
    [2, 1, true, true],
    [5, 0, true, true],
    [5, 0, true, true],
  ]);
  await house.readJournal();
  const parked = await sql`select subscriber, last_error from journal.parked`.execute(house.db);
  expect(parked.rows).toEqual([]);
});
