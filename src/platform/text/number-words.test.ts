import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyInWords, moneyText, readDecimal, readWholeNumber } from './money.ts';
import { numberInWords } from './number-words.ts';

test.each([
  [0, 'không'],
  [5, 'năm'],
  [10, 'mười'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [55, 'năm mươi lăm'],
  [101, 'một trăm linh một'],
  [110, 'một trăm mười'],
  [1005, 'một nghìn không trăm linh năm'],
  [1985, 'một nghìn chín trăm tám mươi lăm'],
  [20_000, 'hai mươi nghìn'],
  [1_000_050, 'một triệu không trăm năm mươi'],
  [1_000_000_001, 'một tỷ không trăm linh một'],
  [2_500_000_000_000, 'hai nghìn năm trăm tỷ'],
  [-3, 'âm ba'],
])('%d is %s', (value, words) => {
  expect(numberInWords(value)).toBe(words);
});

test('different numbers have different words, without doubled spaces', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
      expect(numberInWords(a)).not.toMatch(/ {2}|^ | $|undefined/);
      if (a !== b) expect(numberInWords(a)).not.toBe(numberInWords(b));
    }),
    { numRuns: 200 },
  );
});

test('money is printed in đồng and in words', () => {
  expect(moneyText(8000)).toBe('8.000 đồng');
  expect(moneyText(1234567, 'en')).toBe('1,234,567 VND');
  expect(moneyInWords(8000)).toBe('Tám nghìn đồng');
  expect(moneyInWords(500000)).toBe('Năm trăm nghìn đồng');
});

test.each([
  ['1.500.000 đồng', 1_500_000],
  ['1 500 000đ', 1_500_000],
  ['1,500', 1500],
  ['-12', -12],
  ['007', 7],
])('%s is the whole number %d', (text, value) => {
  expect(readWholeNumber(text).value).toBe(value);
});

test.each(['', '1,5', '1.50', '1.500,000', 'mười', '1e3', '99999999999999999999'])('%j is no whole number', (text) => {
  expect(readWholeNumber(text).fault?.code).toBe('text.whole-number');
});

test.each([
  ['62,5', 62.5],
  ['62.5', 62.5],
  ['1.500', 1500],
  ['1.500,25', 1500.25],
  ['7', 7],
])('%s is the number %d', (text, value) => {
  expect(readDecimal(text).value).toBe(value);
});

test.each(['', ',5', '1,2,3', 'NaN', 'Infinity', '1e3'])('%j is no number', (text) => {
  expect(readDecimal(text).fault?.code).toBe('text.decimal');
});
