import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { writeFacts } from '../../platform/indicators/write-facts.ts';
import { readIndicators } from './read-indicators.ts';

let house: House;

const RATINGS = 'feedback.ratings';

beforeAll(async () => {
  house = await aHouse();
  const measure = house.platform.registry.measures.get(RATINGS);
  if (measure?.kind !== 'journal') throw new Error('no ratings');
  const at = instant('2026-11-02T07:00');
  const changes = [{ subject: 'one', label: 'one', at, unit: null, values: { answered: false, score: 5 } }];
  await house.platform.db.transaction().execute((trx) => writeFacts(trx, { name: RATINGS, measure, changes }));
}, 120_000);
afterAll(() => house?.close());

const amounts = async (code: string) =>
  (await readIndicators(house.platform, [code])).get(code)?.actuals.map(({ day }) => day);

test('of months in which nothing was counted yet, and while it is counted anew, the plan knows nothing', async () => {
  for (const code of ['satisfaction.satisfied', 'satisfaction.ratings'])
    expect(await amounts(code)).toEqual(['2026-11-23']);
  await sql`
    insert into indicators.pending (measure, from_day, from_source, asked_at) values (${RATINGS}, '1900-01-01', true, now())
  `.execute(house.platform.db);
  for (const code of ['satisfaction.satisfied', 'satisfaction.ratings']) expect(await amounts(code)).toEqual([]);
});
