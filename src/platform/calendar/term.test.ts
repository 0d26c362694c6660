import { expect, test } from 'vitest';
import { parseTerm, termInWords, termText } from './term.ts';

test.each([
  ['3wd', 3, 'wd', '3 ngày làm việc', '3 working days'],
  ['1wd', 1, 'wd', '1 ngày làm việc', '1 working day'],
  ['0wd', 0, 'wd', 'trong ngày', 'the same day'],
  ['8h', 8, 'h', '8 giờ làm việc', '8 working hours'],
  ['10d', 10, 'd', '10 ngày', '10 days'],
  ['1m', 1, 'm', '1 tháng', '1 month'],
])('%s is a term, written back as it was read', (text, count, unit, vi, en) => {
  const { term } = parseTerm(text);
  expect(term).toEqual({ count, unit });
  expect(term && termText(term)).toBe(text);
  expect(term && termInWords(term)).toEqual({ vi, en });
});

test.each(['', '3', 'wd', '3 wd', '-1wd', '1.5wd', '3WD', '3w', '12345d', '٣wd', '3wd '])(
  '“%s” is not a term, and says what one looks like',
  (text) => {
    expect(parseTerm(text).fault).toMatchObject({
      code: 'calendar.term',
      message: { vi: expect.stringContaining('3wd'), en: expect.stringContaining('3wd') },
    });
  },
);

test.each(['0h', '0d', '0m'])('%s: only working days can be none, "trong ngày"', (text) => {
  expect(parseTerm(text).fault?.code).toBe('calendar.term-zero');
});
