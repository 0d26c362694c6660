import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOutline } from './outline.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vamco-outline-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const feature = (type: string, coordinates: unknown, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const SQUARE = [
  [106, 11],
  [106.1, 11],
  [106.1, 11.1],
  [106, 11],
];

function read(features: unknown) {
  writeFileSync(join(folder, 'o.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
  return readOutline(folder, 'o.geojson');
}

test('areas with the code of a commune are its borders, islands too; everything else is a line', () => {
  const outline = read([
    feature('Polygon', [SQUARE], { code: '25459' }),
    feature('MultiPolygon', [[SQUARE], [SQUARE]], { code: '25480' }),
    feature('LineString', SQUARE, { name: 'Vàm Cỏ Đông' }),
    feature('Polygon', [SQUARE]),
  ]);
  expect(outline.communes['25459']).toEqual([SQUARE]);
  expect(outline.communes['25480']).toHaveLength(2);
  expect(outline.lines).toHaveLength(2);
});

test('points nearer than a screen shows are left out, ends are not', () => {
  const line = [
    [106, 11],
    [106.0001, 11],
    [106.0002, 11],
    [106.0003, 11],
  ];
  expect(read([feature('LineString', line)]).lines).toEqual([[line[0], line[3]]]);
});

test.each([
  ['a point', [feature('Point', [106, 11])], /feature 1 is neither a line nor an area/],
  [
    'metres of a map sheet',
    [
      feature('LineString', [
        [600_000, 1_200_000],
        [600_001, 1_200_000],
      ]),
    ],
    /feature 1/,
  ],
  [
    'a word for a number',
    [
      feature('Polygon', [
        [
          ['x', 11],
          [106, 11],
        ],
      ]),
    ],
    /feature 1/,
  ],
  ['no list', 'x', /no FeatureCollection/],
  [
    'too much',
    [
      feature(
        'LineString',
        Array.from({ length: 20_001 }, (_, n) => [100 + n * 0.001, 11]),
      ),
    ],
    /20001 points/,
  ],
])('%s is refused at the start with its place', (_, features, words) => {
  expect(() => read(features)).toThrow(words);
});

test('a file that is not JSON is named', () => {
  writeFileSync(join(folder, 'o.geojson'), '{');
  expect(() => readOutline(folder, 'o.geojson')).toThrow(/o\.geojson of the province pack is not readable/);
});
