import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import { writeFacts } from '../../platform/indicators/write-facts.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { getPlan } from './current-definition.ts';
import { readIndicators } from './read-indicators.ts';
import { readScore } from './read-score.ts';
import type { PlanTables } from './tables.ts';

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

test('every indicator that the plan names is one of the pack, and its target reads it', async () => {
  const { plan } = await getPlan(house.platform.db as unknown as Db<PlanTables>);
  const named = plan.targets.flatMap(({ measures }) => measures.flatMap(({ indicator }) => indicator ?? []));
  expect(named.toSorted()).toEqual(['one-stop.online', 'satisfaction.satisfied', 'services.level-four']);
  expect([...(await readIndicators(house.platform, named)).keys()].toSorted()).toEqual(named.toSorted());
  const { targets } = await readScore(house.platform as unknown as Platform<PlanTables>);
  expect(targets.find(({ target }) => target.id === 'T25-E3')?.lead.actual).toMatchObject({
    from: 'indicator',
    numerator: 1,
    denominator: 1,
  });
});

test('of months in which nothing was counted yet, and while it is counted anew, the plan knows nothing', async () => {
  for (const code of ['satisfaction.satisfied', 'satisfaction.ratings'])
    expect(await amounts(code)).toEqual(['2026-11-23']);
  await sql`
    insert into indicators.pending (measure, from_day, from_source, asked_at) values (${RATINGS}, '1900-01-01', true, now())
  `.execute(house.platform.db);
  for (const code of ['satisfaction.satisfied', 'satisfaction.ratings']) expect(await amounts(code)).toEqual([]);
});
