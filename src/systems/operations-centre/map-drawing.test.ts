import { expect, test } from 'vitest';
import { instant } from '../../platform/calendar/instant.ts';
import { communeOf, metresBetween } from './geo-point.ts';
import { drawMap, moveApart, radiusOf, unitRadius } from './map-drawing.ts';
import { legendSteps } from './pages/wall-map.tsx';
import { trendPoints } from './pages/wall-tile.tsx';
import { lengthText } from './words.ts';

const SHEET = { width: 740, height: 912 };
const TAN_NINH = { id: 'a', code: '25459', lat: 11.3153, lon: 106.1028, km2: 21.35 };
const TAN_LAP = { id: 'b', code: '25489', lat: 11.6778, lon: 106.0397, km2: 257.61 };
const TAN_TAP = { id: 'c', code: '28207', lat: 10.5367, lon: 106.7085, km2: 60.22 };
const ALL = [TAN_NINH, TAN_LAP, TAN_TAP];

test('everything is on the sheet, north is up, east is right, and big circles lie under small ones', () => {
  const drawing = drawMap(
    ALL,
    new Map([
      ['a', 30],
      ['c', 3],
    ]),
    SHEET,
  );
  for (const { x, y, r } of drawing.discs) {
    expect(x - r).toBeGreaterThanOrEqual(0);
    expect(y - r).toBeGreaterThanOrEqual(0);
    expect(x + r).toBeLessThanOrEqual(SHEET.width);
    expect(y + r).toBeLessThanOrEqual(SHEET.height);
  }
  const [ninh, lap, tap] = ALL.map(drawing.spotOf) as [
    { x: number; y: number },
    { x: number; y: number },
    { x: number; y: number },
  ];
  expect(lap.y).toBeLessThan(ninh.y);
  expect(tap.x).toBeGreaterThan(ninh.x);
  expect(drawing.symbols.map(({ value }) => value)).toEqual([30, 3]);
  expect(drawing.scale.km).toBe(20);
});

test('a degree is as long on the sheet as it is on the ground, across and down', () => {
  const { spotOf } = drawMap(ALL, new Map(), SHEET);
  const a = { lat: 11, lon: 106 };
  const [east, south] = [
    { lat: 11, lon: 106.5 },
    { lat: 10.5, lon: 106 },
  ];
  const across = (spotOf(east).x - spotOf(a).x) / metresBetween(a, east);
  const down = (spotOf(south).y - spotOf(a).y) / metresBetween(a, south);
  expect(across / down).toBeCloseTo(1, 1);
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
