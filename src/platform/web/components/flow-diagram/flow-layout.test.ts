import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type FlowStep, layFlow, type Point } from './flow-layout.ts';

const aFlow = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc
    .array(
      fc.record({
        title: fc.lorem({ maxCount: 6 }),
        lane: fc.constantFrom('Tiếp nhận', 'Chuyên viên', 'Lãnh đạo'),
        to: fc.uniqueArray(fc.option(fc.integer({ min: 0, max: count - 1 })), { maxLength: 3 }),
        optional: fc.boolean(),
        back: fc.boolean(),
      }),
      { minLength: count, maxLength: count },
    )
    .map((steps): FlowStep[] =>
      steps.map(({ to, ...step }, index) => ({
        ...step,
        key: `s${index}`,
        lines: [{ text: '4 giờ' }],
        ways: to.map((target) => ({ to: target === null ? null : `s${target}` })),
      })),
    ),
);

const crosses = (box: Box, [ax, ay]: Point, [bx, by]: Point): boolean =>
  Math.max(ax, bx) > box.x + 1 &&
  Math.min(ax, bx) < box.x + box.width - 1 &&
  Math.max(ay, by) > box.y + 1 &&
  Math.min(ay, by) < box.y + box.height - 1;

test('whatever the flow, every step has its box, none lies on another, no line crosses one, and all is inside the picture', () => {
  fc.assert(
    fc.property(aFlow, fc.boolean(), (steps, small) => {
      const { boxes, lines, width, height } = layFlow(steps, { small });
      expect(boxes.map(({ step }) => step.key).toSorted()).toEqual(steps.map(({ key }) => key).toSorted());
      boxes.forEach((box, index) => {
        const next = boxes[index + 1];
        if (next) expect(box.y + box.height).toBeLessThan(next.y);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
      });
      for (const { points } of lines) {
        points.slice(1).forEach((point, index) => {
          const from = points[index] as Point;
          expect(boxes.some((box) => crosses(box, from, point))).toBe(false);
          expect(point[0]).toBeLessThanOrEqual(width);
          expect(point[1]).toBeLessThanOrEqual(height);
        });
      }
    }),
  );
});

test('steps stand in the order of the flow, whatever their order in the list', () => {
  const step = (key: string, to: string | null): FlowStep => ({
    key,
    title: key,
    lane: 'A',
    lines: [],
    ways: [{ to }],
  });
  const { boxes } = layFlow([step('a', 'c'), step('b', null), step('c', 'b')]);
  expect(boxes.map((box) => box.step.key)).toEqual(['a', 'c', 'b']);
});
