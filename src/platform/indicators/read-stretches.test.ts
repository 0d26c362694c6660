import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { addDays, addMonths, instant } from '../calendar/instant.ts';
import { findDefinition } from './find-definition.ts';
import { readTrend } from './read-indicator.ts';
import { readValues } from './read-values.ts';
import { resolveSpan } from './span.ts';
import type { IndicatorTables } from './tables.ts';
import { writeFacts } from './write-facts.ts';

let house: House<IndicatorTables>;
let unit: string;

const RATINGS = 'feedback.ratings';
const TODAY = '2026-11-23';

/** From May on, some every month, on its first and its last day too; one in five without a score, every other in a unit. */
beforeAll(async () => {
  house = await aHouse<IndicatorTables>();
  const measure = house.platform.registry.measures.get(RATINGS);
  if (measure?.kind !== 'journal') throw new Error('no ratings');
  const found = await sql<{ id: string }>`select id from organisation.unit where code = 'H53.1' limit 1`.execute(
    house.db,
  );
  unit = found.rows[0]?.id ?? '';
  const days = Array.from({ length: 6 }, (_, month) => addMonths('2026-05-01', month)).flatMap((first) =>
    [first, addDays(first, 13), addDays(addMonths(first, 1), -1)].flatMap((day) => [day, day, day]),
  );
  const changes = days.map((day, place) => ({
    subject: `rating ${place}`,
    label: `rating ${place}`,
    at: instant(`${day}T${place % 2 === 0 ? '00:00' : '23:59'}`),
    unit: place % 2 === 0 ? unit : null,
    values: { answered: place % 3 === 0, ...(place % 5 > 0 && { score: 1 + (place % 5) }) },
  }));
  await house.platform.db.transaction().execute((trx) => writeFacts(trx, { name: RATINGS, measure, changes }));
}, 120_000);
afterAll(() => house?.close());

const months = Array.from({ length: 12 }, (_, back) => addMonths('2026-11-01', back - 11));
/** Twelve months to each month's end, as the plan asks; each month; days across an edge; a span with nothing in it. */
const periods = [
  ...months.map((first) => ({ from: addMonths(first, -11), to: addMonths(first, 1) })),
  ...months.map((first) => ({ from: first, to: addMonths(first, 1) })),
  { from: '2026-05-31', to: '2026-06-02' },
  { from: '2026-12-01', to: '2027-01-01' },
];

test.each(['satisfaction.satisfied', 'satisfaction.ratings', 'satisfaction.low-answered'])(
  '%s read for many spans at once says of each what it says of it alone, of the province and of one unit',
  async (code) => {
    const found = await findDefinition(house.db, code, TODAY);
    if (!found) throw new Error('no indicator');
    for (const whose of [{}, { unit }]) {
      const together = await readTrend(house.platform, { code, periods, ...whose });
      const alone = await Promise.all(
        periods.map(async (days) => {
          const span = await resolveSpan(house.platform.db, { ...days, ...whose }, TODAY);
          return (await readValues(house.platform, [found], span)).get(code);
        }),
      );
      expect(together).toEqual(alone.map((reading) => ({ ...reading, asOf: expect.any(Number) })));
      expect(new Set(together.map(({ numerator }) => numerator)).size).toBeGreaterThan(2);
    }
  },
);
