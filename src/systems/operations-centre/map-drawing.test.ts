import { expect, test } from 'vitest';
import { instant } from '../../platform/calendar/instant.ts';
import { communeOf, metresBetween } from './geo-point.ts';
import { drawMap, type MapToDraw, radiusOf, unitRadius } from './map-drawing.ts';
import { tilesUnder } from './map-tiles.ts';
import { moveApart, placeWords } from './move-apart.ts';
import { projectionOf } from './projection.ts';
import { legendSteps } from './pages/map-legend.tsx';
import { trendPoints } from './pages/wall-tile.tsx';
import { lengthText } from './words.ts';

const SHEET = { width: 740, height: 912 };
const named = (name: string) => ({ name: { vi: name } });
const TAN_NINH = { ...named('Phường Tân Ninh'), id: 'a', code: '25459', lat: 11.3153, lon: 106.1028, km2: 21.35 };
const TAN_LAP = { ...named('Xã Tân Lập'), id: 'b', code: '25489', lat: 11.6778, lon: 106.0397, km2: 257.61 };
const TAN_TAP = { ...named('Xã Tân Tập'), id: 'c', code: '28207', lat: 10.5367, lon: 106.7085, km2: 60.22 };
const ALL = [TAN_NINH, TAN_LAP, TAN_TAP];

const aMap = (over: Partial<MapToDraw> = {}): MapToDraw => ({
  communes: ALL,
  neighbours: [],
  districts: [],
  values: new Map(),
  shapes: new Map(),
  ...over,
});

test('everything is on the sheet, north is up, east is right, and big circles lie under small ones', () => {
  const values = new Map([
    ['a', 30],
    ['c', 3],
  ]);
  const drawing = drawMap(aMap({ values }), SHEET);
  const spots = ALL.map(drawing.projection.spotOf);
  for (const { x, y } of spots) {
    expect(x).toBeGreaterThan(0);
    expect(y).toBeGreaterThan(0);
    expect(x).toBeLessThan(SHEET.width);
    expect(y).toBeLessThan(SHEET.height);
  }
  expect(drawing.land.map(({ code, isOurs }) => [code, isOurs])).toEqual(ALL.map(({ code }) => [code, true]));
  const [ninh, lap, tap] = spots as [{ x: number; y: number }, { x: number; y: number }, { x: number; y: number }];
  expect(lap.y).toBeLessThan(ninh.y);
  expect(tap.x).toBeGreaterThan(ninh.x);
  expect(drawing.symbols.map(({ value }) => value)).toEqual([30, 3]);
  expect(drawing.scale.km).toBe(20);
});

test('a degree is as long on the sheet as it is on the ground, across and down', () => {
  const { spotOf } = projectionOf(ALL, SHEET);
  const a = { lat: 11, lon: 106 };
  const [east, south] = [
    { lat: 11, lon: 106.5 },
    { lat: 10.5, lon: 106 },
  ];
  const across = (spotOf(east).x - spotOf(a).x) / metresBetween(a, east);
  const down = (spotOf(south).y - spotOf(a).y) / metresBetween(a, south);
  expect(across / down).toBeCloseTo(1, 1);
});

test('a commune alone fills the sheet, its neighbours stand around it faintly, and what is far away is not drawn', () => {
  const near = { ...TAN_NINH, ...named('Phường Bình Minh'), id: 'd', code: '25480', lat: 11.34, lon: 106.16, km2: 30 };
  const drawing = drawMap(aMap({ communes: [TAN_NINH], neighbours: [near, TAN_LAP, TAN_TAP] }), SHEET);
  expect(drawing.land.map(({ code, isOurs }) => [code, isOurs])).toEqual([
    ['25459', true],
    ['25480', false],
  ]);
  expect(drawing.names.find(({ isOurs }) => isOurs)?.name.vi).toBe('Phường Tân Ninh');
  expect(drawing.scale.km).toBeLessThan(20);
  expect(drawing.grid.length).toBeGreaterThan(1);
});

test('borders between former districts are told from those inside of one', () => {
  const near = { ...TAN_NINH, ...named('Phường Bình Minh'), id: 'd', code: '25480', lat: 11.33, lon: 106.13 };
  const one = aMap({ communes: [TAN_NINH, near], districts: [{ name: { vi: 'A' }, communes: ['25459', '25480'] }] });
  const two = aMap({
    communes: [TAN_NINH, near],
    districts: [
      { name: { vi: 'A' }, communes: ['25459'] },
      { name: { vi: 'B' }, communes: ['25480'] },
    ],
  });
  expect(drawMap(one, SHEET).borders).toMatchObject({ inner: expect.stringMatching(/^M/), outer: '' });
  expect(drawMap(two, SHEET).borders).toMatchObject({ inner: '', outer: expect.stringMatching(/^M/) });
});

test('true borders are drawn where every commune has them', () => {
  const square = [
    [
      [106.0, 11.2],
      [106.2, 11.2],
      [106.2, 11.4],
      [106.0, 11.2],
    ],
  ] as const;
  const drawing = drawMap(aMap({ communes: [TAN_NINH], shapes: new Map([['25459', square]]) }), SHEET);
  expect(drawing.land[0]?.path).toMatch(/^M[-\d. ]+L[-\d. ]+L[-\d. ]+L[-\d. ]+Z$/);
  expect(drawing.borders).toEqual({ inner: '', outer: '' });
  expect(drawing.isReckoned).toBe(false);
});

test('pictures of a tile server cover the sheet and lie where their places are', () => {
  const projection = projectionOf(ALL, SHEET);
  const tiles = tilesUnder('https://ban-do.example/{z}/{x}/{y}.png', projection, SHEET);
  expect(tiles.length).toBeGreaterThan(4);
  expect(Math.min(...tiles.map(({ x }) => x))).toBeLessThanOrEqual(0);
  expect(Math.min(...tiles.map(({ y }) => y))).toBeLessThanOrEqual(0);
  expect(Math.max(...tiles.map(({ x, width }) => x + width))).toBeGreaterThanOrEqual(SHEET.width);
  expect(Math.max(...tiles.map(({ y, height }) => y + height))).toBeGreaterThanOrEqual(SHEET.height);
  // the tile of Núi Bà Đen at zoom 10, reckoned by hand
  const tile = tiles.find(({ href }) => href === 'https://ban-do.example/10/813/479.png');
  const mountain = projection.spotOf({ lat: 11.382, lon: 106.171 });
  expect(mountain.x - (tile?.x ?? 0)).toBeCloseTo((tile?.width ?? 0) * 0.998, -0.5);
  expect(mountain.y - (tile?.y ?? 0)).toBeCloseTo((tile?.height ?? 0) * 0.41, -0.5);
});

test('circles grow with the root of what they count, are never lost, and never cover the map', () => {
  expect(radiusOf(0, 4.3)).toBe(0);
  expect(radiusOf(0.1, 4.3)).toBe(4);
  expect(radiusOf(100, 4.3)).toBeCloseTo(43);
  expect(radiusOf(40_000, unitRadius([40_000, 3]))).toBeCloseTo(44);
  expect(unitRadius([])).toBe(4.3);
});

test('marks at one place are moved apart and stay on the sheet', () => {
  const spots = moveApart(
    [
      { x: 0, y: 0 },
      { x: 0, y: 0 },
      { x: 0, y: 0 },
    ],
    18,
    SHEET,
  );
  for (const [index, a] of spots.entries()) {
    expect(a.x).toBeGreaterThanOrEqual(0);
    for (const b of spots.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(36);
  }
});

test('a word that would lie on something is moved a little, and left out where there is no place', () => {
  const words = [
    { x: 100, y: 100 },
    { x: 130, y: 110 },
    { x: 300, y: 100 },
  ];
  const boxOf = ({ x, y }: { x: number; y: number }) => ({ x, y, width: 60, height: 24 });
  // the second has not enough room above its place, and has it below
  expect(placeWords(words, { there: [], behind: [], boxOf })).toEqual([words[0], { x: 130, y: 124 }, words[2]]);
  const mark = boxOf({ x: 310, y: 90 });
  expect(placeWords(words, { there: [mark], behind: [], boxOf }).at(-1)).toEqual({ x: 300, y: 114 });
  // a big circle is kept clear where there is room, and lies under a word where there is none
  expect(placeWords([{ x: 300, y: 100 }], { there: [], behind: [mark], boxOf })).toEqual([{ x: 300, y: 114 }]);
  const wall = { x: 0, y: 0, width: 800, height: 800 };
  expect(placeWords([{ x: 300, y: 100 }], { there: [], behind: [wall], boxOf })).toEqual([{ x: 300, y: 100 }]);
  expect(placeWords([{ x: 300, y: 100 }], { there: [wall], behind: [], boxOf })).toEqual([]);
});

test.each([
  [1, [1]],
  [8, [1, 3]],
  [34, [1, 10, 30]],
  [400, [10, 100, 300]],
])('a layer whose most is %i has the legend %j', (most, steps) => {
  expect(legendSteps(most)).toEqual(steps);
});

test('a point lies in the commune it is deepest in, and far away in none', () => {
  expect(communeOf({ lat: 11.66, lon: 106.05 }, ALL)?.code).toBe('25489');
  expect(communeOf({ lat: 21, lon: 105.8 }, ALL)).toBeUndefined();
});

test('seven equal days are a line in the middle, growing ones rise', () => {
  expect(trendPoints([5, 5, 5]).map(({ y }) => y)).toEqual([20, 20, 20]);
  const rising = trendPoints([1, 2, 3]).map(({ y }) => y);
  expect(rising).toEqual([...rising].toSorted((a, b) => b - a));
});

test.each([
  ['14:00', '14:00', '0 phút'],
  ['12:48', '14:05', '1 giờ 17 phút'],
  ['12:00', '14:00', '2 giờ'],
])('from %s to %s is %s', (from, to, words) => {
  const at = (time: string) => instant(`2026-11-23T${time}`);
  expect(lengthText(at(from), at(to), 'vi')).toBe(words);
});
