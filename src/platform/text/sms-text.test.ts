import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { smsLength, smsText } from './sms-text.ts';

/** GSM 03.38 once more, letter by letter from the standard's table and not from the program. */
const BASIC = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

const VIETNAMESE =
  'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵAĂÂĐEÊOÔƠUƯ';
const word = fc.string({ unit: fc.constantFrom(...Array.from(VIETNAMESE)), minLength: 1, maxLength: 7 });
const code = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9999 }))
  .map(([office, number]) => `H53.${office}-261123-${String(number).padStart(4, '0')}`);
const address = fc
  .tuple(code, fc.stringMatching(/^[a-z~_-]{1,40}$/))
  .map(([of, path]) => `https://dichvucong.tayninh.gov.vn/${path}?ma=${of}`);
const sentence = fc
  .array(fc.oneof({ weight: 8, arbitrary: word }, code, address, fc.constantFrom('8.000 đồng', '–', '“a”', '…')), {
    maxLength: 60,
  })
  .map((words) => words.join(' '));

test('a message loses its marks, not its meaning', () => {
  expect(smsText('Hồ sơ của bà Đỗ Thị Hoa đã được tiếp nhận – lệ phí 8.000 đồng…')).toBe(
    'Ho so cua ba Do Thi Hoa da duoc tiep nhan - le phi 8.000 dong...',
  );
});

test('a long message ends after a whole word', () => {
  const sent = smsText('Trả kết quả đúng hẹn '.repeat(20));
  expect(sent).toMatch(/ (Tra|ket|qua|dung|hen)\.\.\.$/);
  expect(smsLength(sent)).toBeGreaterThan(150);
});

test('an address keeps the characters that count double, and a text holds as many fewer', () => {
  expect(smsText('Xem https://dvc.example/~hoa [1] và https://dvc.example/hồ-sơ')).toBe(
    'Xem https://dvc.example/~hoa (1) va https://dvc.example/h%E1%BB%93-s%C6%A1',
  );
  expect(smsLength('a{}€')).toBe(7);
  expect(smsLength('ạ')).toBe(Infinity);
  const full = `https://dvc.example/${'~'.repeat(70)}`;
  expect(smsText(full)).toBe(full);
  expect(smsLength(full)).toBe(160);
  expect(smsText(`a ${full}`)).toBe('a...');
});

test('any Vietnamese text becomes one message of basic characters only, with every code and address whole or left out', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      const sent = smsText(text);
      expect(smsLength(sent)).toBeLessThanOrEqual(160);
      expect(sent.replace(/https?:\/\/\S+/g, '')).toMatch(BASIC);
      const given = new Set(text.split(/\s+/).filter((one) => /^(H53|https)/.test(one)));
      for (const one of sent.replace(/\.\.\.$/, '').split(/\s+/)) {
        if (/^(H5|H$|https?)/.test(one)) expect(given).toContain(one);
      }
    }),
    { numRuns: 500 },
  );
});

test('any text at all fits one message in the 7-bit alphabet', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const sent = smsText(text);
      expect(smsLength(sent)).toBeLessThanOrEqual(160);
      if (!/https?:/i.test(text)) expect(sent).toMatch(BASIC);
    }),
    { numRuns: 300 },
  );
});
