import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant } from '../calendar/instant.ts';
import type { Platform } from '../system/platform.ts';
import { followPublished } from './defining/follow-published.ts';
import { checkingOf } from './pack.ts';
import type { Fact, ToldMeasure } from './measure.ts';
import { askForCount, COUNT_PENDING, countPending } from './pending-counts.ts';
import type { IndicatorTables } from './tables.ts';

const NAME = 'test.told';

let house: House<IndicatorTables>;
let platform: Platform;
/** What happens while the measure is being told. */
let meanwhile: () => Promise<void> = async () => undefined;
const told: Fact[] = [];

const measure: ToldMeasure = {
  kind: 'told',
  title: { vi: 'Thử' },
  variables: {},
  subscriber: 'test.teller',
  async tell() {
    const facts = [...told];
    await meanwhile();
    return { facts, next: undefined };
  },
};

beforeAll(async () => {
  house = await aHouse<IndicatorTables>();
  const measures = new Map([[NAME, measure]]);
  platform = { ...house.platform, registry: { ...house.platform.registry, measures } };
  await sql`insert into journal.cursor (subscriber, position) values ('test.teller', 1)`.execute(house.db);
}, 120_000);
afterAll(() => house?.close());

const ask = () =>
  house.db
    .transaction()
    .execute((trx) => askForCount(trx, { name: NAME, measure, from: undefined }, house.platform.clock));
const facts = async (): Promise<number> => {
  const found = await sql`select from indicators.fact where measure = ${NAME}`.execute(house.db);
  return found.rows.length;
};
const pending = async (): Promise<number> => {
  const found = await sql`select from indicators.pending where measure = ${NAME}`.execute(house.db);
  return found.rows.length;
};

test('who asks again while it is being counted waits for nobody, and it is counted once more', async () => {
  await ask();
  meanwhile = async () => {
    told.push({ subject: 'late', label: 'late', at: instant('2026-11-02T09:00'), unit: null, values: {} });
    await ask();
  };
  await countPending(platform);
  expect([await facts(), await pending()]).toEqual([0, 1]);
  meanwhile = async () => undefined;
  await countPending(platform);
  expect([await facts(), await pending()]).toEqual([1, 0]);
});

test('whoever follows what was published leaves a job behind where something is to be counted', async () => {
  const jobs = async () =>
    (await sql`select from graphile_worker.jobs where task_identifier = ${COUNT_PENDING}`.execute(house.db)).rows
      .length;
  const follow = () => followPublished(house.db, { checking: checkingOf(platform), clock: house.platform.clock });
  await follow();
  expect(await jobs()).toBe(0);
  await ask();
  await follow();
  await follow();
  expect(await jobs()).toBe(1);
});
