import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import type { Platform } from '../system/platform.ts';
import type { IndicatorDefinition } from './definition.ts';
import { findDefinition } from './find-definition.ts';
import { listRecords } from './list-records.ts';
import { loadDefinitions } from './load-definitions.ts';
import type { FigureMeasure, MeasureSpec, SnapshotMeasure } from './measure.ts';
import { readTrend } from './read-indicator.ts';
import type { IndicatorTables } from './tables.ts';

/** Three of one and seven of another, in every unit and every period. */
const figures: FigureMeasure = {
  kind: 'figures',
  title: { vi: 'Số liệu' },
  subscriber: 'test.figures',
  figures: () =>
    new Map([
      ['three', { vi: 'Ba' }],
      ['seven', { vi: 'Bảy' }],
    ]),
  count: async () => ({ lines: new Map([['unit', { three: 3, seven: 7 }]]), simulated: false }),
  list: async (_, { keys }) => ({
    rows: keys.map((key) => ({ subject: key, label: key, at: null, unit: null })),
    next: undefined,
  }),
};

const snapshot: SnapshotMeasure = {
  kind: 'snapshot',
  title: { vi: 'Hiện trạng' },
  variables: { kind: { type: 'string' } },
  list: async () =>
    ['a', 'b', 'b'].map((kind, index) => ({ subject: `${kind}${index}`, label: kind, values: { kind } })),
};

const base: Omit<IndicatorDefinition, 'code' | 'numerator' | 'measure'> = {
  name: { vi: 'Thử' },
  unit: { vi: 'cái' },
  period: 'month',
  direction: 'up',
  source: { vi: 'thử' },
  version: 1,
  from: '2026-01-01',
  sector: { sector: 'test', name: { vi: 'Thử' }, place: 99 },
};
const NOVEMBER = { version: 2, from: '2026-11-10' };

let house: House<IndicatorTables>;
let platform: Platform;

beforeAll(async () => {
  house = await aHouse<IndicatorTables>();
  const measures = new Map<string, MeasureSpec>([
    ['test.figures', figures],
    ['test.snapshot', snapshot],
  ]);
  platform = { ...house.platform, registry: { ...house.platform.registry, measures } };
  const counted = { ...base, code: 'test.counted', measure: 'test.figures', numerator: ['three'] };
  const held = { ...base, code: 'test.held', measure: 'test.snapshot', numerator: 'kind == "a"' };
  const indicators = [
    counted,
    { ...counted, ...NOVEMBER, numerator: ['seven'] },
    held,
    { ...held, ...NOVEMBER, numerator: 'kind == "b"' },
  ];
  await loadDefinitions(house.db, { indicators, measures, clock: house.platform.clock });
}, 120_000);
afterAll(() => house?.close());

const periods = [
  { from: '2026-10-01', to: '2026-11-01' },
  { from: '2026-11-01', to: '2026-12-01' },
];

test.each([
  ['figures of a system', 'test.counted', [3, 7], ['three'], ['seven']],
  ['what is in force', 'test.held', [1, 2], ['a'], ['b', 'b']],
])(
  '%s goes by the definition of the last day of each period, and so do its records',
  async (_, code, values, before, after) => {
    expect((await readTrend(platform, { code, periods })).map(({ value }) => value)).toEqual(values);
    const found = await findDefinition(house.db, code, '2026-11-23');
    if (!found) throw new Error('no indicator');
    const listed = await Promise.all(
      periods.map(async (span) => {
        const { rows } = await listRecords(platform, { found, part: 'tu-so', span, limit: 10 });
        return rows.map(({ label }) => label);
      }),
    );
    expect(listed).toEqual([before, after]);
  },
);
