import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { instant } from '../../calendar/instant.ts';
import type { IndicatorTables } from '../tables.ts';
import { writeFacts } from '../write-facts.ts';
import type { Drafted } from './drafted.ts';
import { tryDefinition } from './try-definition.ts';

let house: House<IndicatorTables>;

const RATINGS = 'feedback.ratings';
const NOVEMBER = { from: '2026-11-01', to: '2026-12-01' };

/** Two procedures in October; in November one more than can be tried apart. */
beforeAll(async () => {
  house = await aHouse<IndicatorTables>();
  await write('2026-10-05', ['1.00b', '1.00a']);
  await write(
    '2026-11-02',
    Array.from({ length: 5_001 }, (_, index) => `1.${index}`),
  );
}, 120_000);
afterAll(() => house?.close());

async function write(day: string, procedures: readonly string[]): Promise<void> {
  const measure = house.platform.registry.measures.get(RATINGS);
  if (measure?.kind !== 'journal') throw new Error('no ratings');
  const changes = procedures.map((procedure) => ({
    subject: `${day} ${procedure}`,
    label: `H53-${procedure}`,
    at: instant(`${day}T07:00`),
    unit: null,
    values: { score: 5, answered: false, procedure },
  }));
  await house.platform.db.transaction().execute((trx) => writeFacts(trx, { name: RATINGS, measure, changes }));
}

const drafted: Drafted = {
  code: 'satisfaction.tried',
  name: { vi: 'Thử' },
  measure: RATINGS,
  numerator: 'true',
  unit: { vi: 'lượt' },
  period: 'month',
  direction: 'up',
  source: { vi: 'Thử' },
  sector: { sector: 'satisfaction', name: { vi: 'Hài lòng' }, place: 1 },
};

test('conditions that read nothing are tried on all records at once, with the first of them as the example', async () => {
  const { reading, examples } = await tryDefinition(house.platform, drafted, { from: '2026-10-01', to: '2026-11-01' });
  expect(reading).toMatchObject({ value: 2, denominator: null });
  expect(examples).toMatchObject([{ label: 'H53-1.00a', count: 2, place: { part: true } }]);
  expect(await tryDefinition(house.platform, drafted, NOVEMBER)).toMatchObject({ reading: { value: 5_001 } });
});

test('conditions by which nearly every record differs are not tried, and that is said instead of a figure', async () => {
  const one = { ...drafted, numerator: 'procedure == "1.7"' };
  expect(await tryDefinition(house.platform, one, NOVEMBER)).toEqual({
    reading: undefined,
    examples: [],
    tooMany: true,
  });
});
