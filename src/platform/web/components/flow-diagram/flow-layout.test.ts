import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type FlowPart, type FlowStep, layFlow, type Point } from './flow-layout.ts';

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

/** Of steps that may be missing: nothing is drawn of those. */
const someParts = fc
  .array(fc.record({ from: fc.integer({ min: 0, max: 9 }), until: fc.integer({ min: 0, max: 9 }) }), { maxLength: 4 })
  .map((parts): FlowPart[] =>
    parts.map(({ from, until }, index) => ({
      key: `p${index}`,
      title: 'Cấp thẻ bảo hiểm y tế cho trẻ',
      lines: [],
      from: `s${from}`,
      until: `s${until}`,
    })),
  );

const crosses = (box: Pick<Box, 'x' | 'y' | 'width' | 'height'>, [ax, ay]: Point, [bx, by]: Point): boolean =>
  Math.max(ax, bx) > box.x + 1 &&
  Math.min(ax, bx) < box.x + box.width - 1 &&
  Math.max(ay, by) > box.y + 1 &&
  Math.min(ay, by) < box.y + box.height - 1;

test('whatever the flow, every step has its box, none lies on another, no line crosses one, and all is inside the picture', () => {
  fc.assert(
    fc.property(aFlow, someParts, fc.boolean(), (steps, parts, small) => {
      const { boxes, parts: beside, lines, width, height } = layFlow(steps, { small, parts });
      expect(boxes.map(({ step }) => step.key).toSorted()).toEqual(steps.map(({ key }) => key).toSorted());
      boxes.forEach((box, index) => {
        const next = boxes[index + 1];
        if (next) expect(box.y + box.height).toBeLessThan(next.y);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
      });
      const known = parts.filter(({ from, until }) =>
        [from, until].every((key) => steps.some((step) => step.key === key)),
      );
      expect(beside).toHaveLength(small ? 0 : known.length);
      for (const part of beside) {
        expect(boxes.some(({ y, height: tall }) => part.y < y + tall && y < part.y + part.height)).toBe(false);
        expect(part.x + part.width).toBeLessThanOrEqual(width);
      }
      for (const { points } of lines) {
        points.slice(1).forEach((point, index) => {
          const from = points[index] as Point;
          expect([...boxes, ...beside].some((box) => crosses(box, from, point))).toBe(false);
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
