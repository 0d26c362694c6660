import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, normalizeVietnamese, searchTokens, tidyLine, tidyText } from './fold.ts';

test.each([
  ['Hòa Thành', 'hoa thanh'],
  ['Hoà Thành', 'hoa thanh'],
  ['ỦY BAN NHÂN DÂN', 'uy ban nhan dan'],
  ['Uỷ ban', 'uy ban'],
  ['Đắk Nông', 'dak nong'],
  ['  Đăng\u00a0ký\n khai  sinh ', 'dang ky khai sinh'],
  ['thuý, thúy', 'thuy, thuy'],
  ['Nguye\u0302\u0303n', 'nguyen'],
])('%s folds to %s', (written, folded) => {
  expect(fold(written)).toBe(folded);
});

test('every spelling of one word folds the same, composed or not, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(vietnameseText(), (text) => {
      const folded = fold(text);
      expect(fold(text.normalize('NFD'))).toBe(folded);
      expect(fold(text.toUpperCase())).toBe(folded);
      expect(fold(folded)).toBe(folded);
    }),
    { numRuns: 200 },
  );
});

test('text is kept composed, without what no text holds', () => {
  expect(normalizeVietnamese('Tie\u0302\u0301ng')).toBe('Tiếng');
  expect(normalizeVietnamese('a\u0000b\ud800c')).toBe('ab\ufffdc');
  expect(tidyLine(' Nguyễn \t Thị\u200b\u0007 Hoa\n')).toBe('Nguyễn Thị Hoa');
  expect(tidyText('dòng một \r\n\r\n\r\n\r\n  dòng hai  ')).toBe('dòng một\n\ndòng hai');
});

test('a search is cut into words, codes stay whole', () => {
  expect(searchTokens('Khai sinh, KHAI sinh 1.001193 H53.15-261123-0001?')).toEqual([
    'khai',
    'sinh',
    '1.001193',
    'h53.15-261123-0001',
  ]);
  expect(searchTokens(' ,.- ')).toEqual([]);
});

function vietnameseText() {
  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';
  return fc.string({
    unit: fc.constantFrom(...letters.split(''), ...letters.toUpperCase().split(''), ' ', '-', '1', '\u00a0', '\t'),
    maxLength: 40,
  });
}
