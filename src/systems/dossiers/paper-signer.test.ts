import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { titlesOf } from './paper-signer.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
}, 120_000);
afterAll(() => house.close());

test.each([
  ['Chủ tịch', 'full', '2026-11-23', ['Chủ tịch']],
  ['Phó Chủ tịch', 'full', '2026-11-23', ['KT. Chủ tịch', 'Phó Chủ tịch']],
  ['Phó trưởng phòng', 'full', '2026-11-23', ['KT. Trưởng phòng', 'Phó trưởng phòng']],
  ['Phó Chánh Văn phòng', 'full', '2026-11-23', ['KT. Chánh Văn phòng', 'Phó Chánh Văn phòng']],
  ['Chủ tịch', 'acting', '2026-11-23', ['Q. Chủ tịch']],
  // the province says nothing of those days
  ['Phó Chủ tịch', 'full', '2019-11-23', ['Phó Chủ tịch']],
] as const)('%s (%s) signs on %s under %j', async (title, manner, day, titles) => {
  expect(await titlesOf(house.db, title, { manner, day })).toEqual(titles);
});
