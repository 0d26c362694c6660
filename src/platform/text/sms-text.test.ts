import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smsText } from './sms-text.ts';

test('a message loses its marks, not its meaning', () => {
  expect(smsText('Hồ sơ của bà Đỗ Thị Hoa đã được tiếp nhận – lệ phí 8.000 đồng…')).toBe(
    'Ho so cua ba Do Thi Hoa da duoc tiep nhan - le phi 8.000 dong...',
  );
});

test('a long message ends after a whole word', () => {
  const sent = smsText('Trả kết quả đúng hẹn '.repeat(20));
  expect(sent.length).toBeLessThanOrEqual(160);
  expect(sent).toMatch(/ (Tra|ket|qua|dung|hen)\.\.\.$/);
});

test('any message fits one SMS in the 7-bit alphabet', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const sent = smsText(text);
      expect(sent.length).toBeLessThanOrEqual(160);
      expect(sent).not.toMatch(/[\u0300-\u036f\u4e00-\u9fff^{}[\]~|\\€]/);
    }),
    { numRuns: 100 },
  );
});
