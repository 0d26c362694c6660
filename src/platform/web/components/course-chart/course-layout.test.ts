import { expect, test } from 'vitest';
import { type CourseLimit, layCourse } from './course-layout.ts';

const limits: readonly CourseLimit[] = [
  { value: 90, text: 'tốt', tone: 'good' },
  { value: 80, text: 'cảnh báo', tone: 'warn' },
];
const lay = (values: readonly (number | null)[], more: Partial<Parameters<typeof layCourse>[0]> = {}) =>
  layCourse({
    width: 880,
    height: 260,
    direction: 'up',
    limits: [],
    points: values.map((value, place) => ({ key: `${place}`, label: `${place}`, value })),
    ...more,
  });

test('a period that nobody knows breaks the line, and has no dot', () => {
  const { stretches, dots } = lay([70, 75, null, 80, 82]);
  expect(stretches.map(({ length }) => length)).toEqual([2, 2]);
  expect(dots.map(({ key }) => key)).toEqual(['0', '1', '3', '4']);
});

test('larger values lie higher, and every value lies between the ends of the axis', () => {
  const { dots, ticks } = lay([3, 250, 120]);
  const [low, high] = [ticks[0]?.y ?? 0, ticks.at(-1)?.y ?? 0];
  const ys = dots.map(({ y }) => y);
  expect(ys[1]).toBeLessThan(ys[2] as number);
  expect(ys[2]).toBeLessThan(ys[0] as number);
  expect(ys.every((y) => y <= low && y >= high)).toBe(true);
});

test.each([
  ['a share does not go beyond the whole', [98, 100], 100, 100],
  ['what never changes still has an axis', [5, 5], undefined, 6],
  ['nought alone has one too', [0, 0], undefined, 1],
] as const)('%s', (_, values, most, last) => {
  const { ticks } = lay(values, most === undefined ? {} : { most });
  expect(ticks.at(-1)?.value).toBe(last);
  expect(ticks.length).toBeGreaterThan(1);
  expect(ticks.length).toBeLessThan(8);
});

test.each([
  ['up', ['good', 'warn', 'alarm']],
  ['down', ['alarm', 'warn', 'good']],
] as const)('where %s is good the bands lie from above as %j', (direction, order) => {
  const shown = direction === 'up' ? limits : limits.map((one) => ({ ...one, value: 170 - one.value }));
  const { bands } = lay([70, 95], { direction, limits: shown });
  expect(bands.toSorted((a, b) => a.y - b.y).map(({ tone }) => tone)).toEqual(order);
});

test('on a narrow drawing words under the axis are left out, never the last', () => {
  const labels = lay(
    Array.from({ length: 13 }, (_, place) => place),
    { width: 340 },
  ).labels;
  expect(labels.length).toBeLessThan(8);
  expect(labels.at(-1)?.text).toBe('12');
});

test('the words of two limits close together do not lie on each other', () => {
  const close = lay([50, 100], { limits: [limits[0] as CourseLimit, { ...(limits[1] as CourseLimit), value: 89 }] });
  const [a = 0, b = 0] = close.limits.map(({ textY }) => textY);
  expect(Math.abs(a - b)).toBeGreaterThanOrEqual(14);
});
