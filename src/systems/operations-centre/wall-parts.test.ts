import { expect, test } from 'vitest';
import { instant } from '../../platform/calendar/instant.ts';
import type { WallShown } from './read-wall.ts';
import { changedParts, partsOf } from './wall-parts.ts';

const AT = instant('2026-11-23T08:00:10');
const fire = { id: 'a', lat: 11.3, lon: 106.1, severity: 4, isDrill: false, isUntaken: true, holder: null };
const SHOWN = {
  view: { at: AT, confirm: false },
  counts: { open: 1, untaken: 1, highest: 4, drill: 0 },
  communes: [{ code: '25459' }],
  layer: { key: 'dossiers.late', values: new Map([['x', 3]]) },
  incidents: [fire],
  others: [],
  tiles: [{ key: 'one', value: 5, asOf: AT, spec: {}, href: undefined }],
  sources: [{ name: { vi: 'Một cửa' }, lastAt: AT, state: 'fresh' }],
  news: [],
} as unknown as WallShown;

const told = (change: object): readonly string[] => [
  ...changedParts(partsOf(SHOWN), partsOf({ ...SHOWN, ...change } as WallShown)),
];

test('the first time everything is told, then what has changed and nothing else', () => {
  expect(changedParts(undefined, partsOf(SHOWN)).size).toBe(7);
  expect(told({ view: { ...SHOWN.view, at: AT + 20_000 } })).toEqual([]);
  expect(told({ tiles: [{ ...SHOWN.tiles[0], value: 6 }] })).toEqual(['tiles']);
  expect(told({ incidents: [{ ...fire, holder: 'Lê An' }] })).toEqual(['incidents']);
  expect(told({ incidents: [{ ...fire, isUntaken: false }] })).toEqual(['map', 'incidents']);
  expect(told({ layer: { ...SHOWN.layer, values: new Map([['x', 4]]) } })).toEqual(['map']);
  expect(told({ view: { ...SHOWN.view, at: AT + 60_000 } })).toEqual(['clock', 'tiles', 'incidents']);
});
