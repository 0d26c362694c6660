import { expect, test } from 'vitest';
import { instant } from '../calendar/instant.ts';
import { dayInWords, dayOnPaper, dayText, timeInSentence, timeInTable } from './vietnamese-date.ts';

const at = instant('2026-11-23T14:05');

test('times in sentences and in tables', () => {
  expect(timeInSentence(at)).toBe('14 giờ 05 phút ngày 23/11/2026');
  expect(timeInSentence(at, 'en')).toBe('14:05 on 23 November 2026');
  expect(timeInTable(at)).toBe('23/11/2026 14:05');
});

test('on papers days below 10 and the months 1 and 2 take a zero', () => {
  expect(dayOnPaper('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
  expect(dayOnPaper('2026-03-05')).toBe('ngày 05 tháng 3 năm 2026');
  expect(dayOnPaper('2026-11-23')).toBe('ngày 23 tháng 11 năm 2026');
});

test('days in words, whole or as far as they are known', () => {
  expect(dayInWords('1985-03-27')).toBe('ngày hai mươi bảy tháng ba năm một nghìn chín trăm tám mươi lăm');
  expect(dayInWords('2026-04-04')).toBe('ngày bốn tháng tư năm hai nghìn không trăm hai mươi sáu');
  expect(dayInWords('1950-12')).toBe('tháng mười hai năm một nghìn chín trăm năm mươi');
  expect(dayText('1985')).toBe('1985');
  expect(dayText('1985-03')).toBe('3/1985');
  expect(dayText('1985-03-27', 'en')).toBe('27 March 1985');
});
