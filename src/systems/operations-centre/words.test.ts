import { expect, test } from 'vitest';
import { instant } from '../../platform/calendar/instant.ts';
import { ageText, momentText, whenText } from './words.ts';

const at = (text: string) => instant(`${text}+07:00`);

test('a time of another day never looks like one of today, on either side of midnight in Hà Nội', () => {
  const now = at('2026-11-23T00:05:00');
  expect(momentText(at('2026-11-23T00:01:00'), now)).toBe('00:01');
  expect(momentText(at('2026-11-22T23:59:00'), now)).toBe('22/11');
  expect(whenText(at('2026-11-23T23:59:00'), now, 'vi')).toBe('23:59');
  expect(whenText(at('2026-11-24T00:10:00'), now, 'vi')).toBe('24/11/2026 00:10');
});

test.each([
  [59, '59 phút'],
  [60, '1 giờ'],
  [2879, '47 giờ'],
  [2880, '2 ngày'],
  [26_264, '18 ngày'],
])('%i minutes are as old as %s', (minutes, text) => {
  const now = at('2026-11-23T08:00:00');
  expect(ageText((now - minutes * 60_000) as typeof now, now, 'vi')).toBe(text);
});
