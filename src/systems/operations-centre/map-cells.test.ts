import { expect, test } from 'vitest';
import { cellsOf } from './map-cells.ts';

test('a disc alone is a whole disc without borders', () => {
  const [cell] = cellsOf([{ x: 50, y: 50, r: 10 }]);
  expect(cell).toEqual({ path: 'M40 50a10 10 0 1 1 20 0a10 10 0 1 1 -20 0Z', borders: [] });
});

test('two that overlap share one border, on the line where their rims cross, and it is drawn once', () => {
  const [left, right] = cellsOf([
    { x: 0, y: 0, r: 10 },
    { x: 12, y: 0, r: 10 },
  ]);
  expect(left?.borders).toHaveLength(1);
  expect(left?.borders[0]?.with).toBe(1);
  const ends = [...(left?.borders[0]?.path ?? '').matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Math.abs(Number(y)),
  ]);
  expect(ends).toEqual([
    [6, 8],
    [6, 8],
  ]);
  expect(right?.borders).toEqual([]);
});

test('the bigger of two pushes the border towards the smaller', () => {
  const [big] = cellsOf([
    { x: 0, y: 0, r: 20 },
    { x: 22, y: 0, r: 8 },
  ]);
  const [, x] = /M(-?[\d.]+) /.exec(big?.borders[0]?.path ?? '') ?? [];
  expect(Number(x)).toBeGreaterThan(14);
  expect(Number(x)).toBeLessThan(20);
});

test('what lies wholly under another has no land left', () => {
  const [, small] = cellsOf([
    { x: 0, y: 0, r: 40 },
    { x: 5, y: 0, r: 4 },
  ]);
  expect(small?.path).toBe('');
});
