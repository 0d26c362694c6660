import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './json.ts';

test.each([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [{ ê: 1, z: 2, a: undefined }, '{"z":2,"ê":1}'],
  ['Hồ sơ "Vàm Cỏ"\n', '"Hồ sơ \\"Vàm Cỏ\\"\\n"'],
  ['\ud800', '"\ufffd"'],
  [-0, '0'],
])('%j is written %s', (value, text) => expect(canonicalJson(value)).toBe(text));

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
  '%d is refused, since it prints differently elsewhere',
  (value) => expect(() => canonicalJson(value)).toThrow(TypeError),
);

test('the order of keys never changes the text, and reading it gives the value back', () =>
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean())),
      (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      },
    ),
    { numRuns: 100 },
  ));
