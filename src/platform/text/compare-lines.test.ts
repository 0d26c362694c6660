import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLines } from './compare-lines.ts';

test('what stays, what goes and what comes', () => {
  expect(compareLines('a\nb\nc', 'a\nx\nc\nd')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'gone', text: 'b' },
    { kind: 'new', text: 'x' },
    { kind: 'same', text: 'c' },
    { kind: 'new', text: 'd' },
  ]);
});

test('without what comes it is the old text, without what goes the new one', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = compareLines(before, after);
      const without = (kind: string) =>
        lines
          .filter((line) => line.kind !== kind)
          .map((line) => line.text)
          .join('\n');
      expect(without('new')).toBe(before);
      expect(without('gone')).toBe(after);
    }),
    { numRuns: 200 },
  );
});
