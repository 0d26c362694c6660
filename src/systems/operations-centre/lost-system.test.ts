import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { MINUTE } from '../../platform/calendar/working-time.ts';
import type { LayerSpec, TileSpec } from '../../platform/system/contributions.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { findProvinceCentre, findView } from './centres.ts';
import { keepFigures } from './kept-figures.ts';
import { readWall } from './read-wall.ts';
import type { CentreTables } from './tables.ts';
import { partsOf } from './wall-parts.ts';

let house: House<CentreTables>;
beforeAll(async () => {
  house = await aHouse<CentreTables>();
  house.setClock('2026-11-23T08:00');
});
afterAll(() => house?.close());

const named = { title: { vi: 'Mực nước' }, unit: { vi: 'cm' }, source: { vi: 'Trạm đo' }, href: () => '/can-bo' };

test('a system that answers no more leaves its last figure, old and of a source that is lost, and a map of which nothing is known; the rest stands', async () => {
  let isDown = false;
  const orFail = <T>(value: T): Promise<T> => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(value));
  const tile: TileSpec = {
    ...named,
    oldAfterMinutes: 5,
    read: (_, { at }) => orFail({ value: 142, context: { vi: 'dưới báo động 1' }, status: 'normal', asOf: at }),
  };
  const layer: LayerSpec = { ...named, read: () => orFail(new Map([['a', 3]])) };
  const registry = {
    ...house.platform.registry,
    tiles: new Map([['water.level', tile]]),
    layers: new Map([['water.level', layer]]),
  };
  const platform = { ...house.platform, registry } as unknown as Platform<CentreTables>;
  const figures = keepFigures();
  const look = async () => {
    const at = house.platform.clock();
    const centre = await findProvinceCentre(house.db, at);
    const view = centre && (await findView(house.db, [centre], { asked: '', at }));
    if (!view) throw new Error('the province has no centre');
    return readWall(platform, figures, view);
  };
  const well = await look();
  expect(well.tiles).toMatchObject([{ value: 142, isOld: false }]);
  expect(well.layer).toMatchObject({ isLost: false });
  isDown = true;
  house.setClock('2026-11-23T08:01');
  const down = await look();
  expect(down.tiles).toMatchObject([{ value: 142, isOld: true, asOf: down.view.at - MINUTE }]);
  expect(down.layer).toMatchObject({ isLost: true });
  expect(down.sources.find(({ name }) => name.vi === 'Trạm đo')).toMatchObject({ state: 'lost' });
  expect(down.communes).toHaveLength(96);
  // whoever looks on is told of the map too, although it shows no circle either way
  expect(partsOf(down).map).not.toBe(partsOf({ ...down, layer: down.layer && { ...down.layer, isLost: false } }).map);
});
