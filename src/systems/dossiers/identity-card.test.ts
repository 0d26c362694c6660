import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCard } from './identity-card.ts';

test('the code on a card says number, name, birth and address; twelve digits alone are enough', () => {
  expect(
    readCard('072195001234|290123456|Nguyễn Thị Ngọc Ánh|05041995|Nữ|Ấp Thạnh Trung, Tân Biên, Tây Ninh|10052021'),
  ).toEqual({
    personalNumber: '072195001234',
    name: 'Nguyễn Thị Ngọc Ánh',
    birthDate: '1995-04-05',
    sex: 'female',
    address: 'Ấp Thạnh Trung, Tân Biên, Tây Ninh',
  });
  expect(readCard(' 072 195 001 234 ')).toEqual({ personalNumber: '072195001234' });
  expect(readCard('072195001234||A|31022020|Nam||')).toEqual({
    personalNumber: '072195001234',
    name: 'A',
    sex: 'male',
  });
});

test('anything else is no card', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const card = readCard(text);
      expect(card === undefined || /^\d{12}$/.test(card.personalNumber)).toBe(true);
    }),
    { numRuns: 200 },
  );
  expect(readCard('12345')).toBeUndefined();
});

const whole = {
  personalNumber: '072195001234',
  name: 'Nguyễn Thị Ngọc Ánh',
  birthDate: '1995-04-05',
  sex: 'female',
  address: 'Ấp Thạnh Trung, Tân Biên',
};
const typed = '072195001234|290123456|Nguyễn Thị Ngọc Ánh|05041995|Nữ|Ấp Thạnh Trung, Tân Biên|10052021';

test.each([
  ['with Enter and a tab at its end', `${typed}\t\r\n`],
  ['with the reader’s mark and a byte order mark before it', `\uFEFF]Q3${typed}`],
  ['with shift lost on the bar', typed.replaceAll('|', String.fromCodePoint(92))],
  ['with a broken bar', typed.replaceAll('|', '¦')],
  [
    'with wide digits and bars of an input method',
    typed.replaceAll('|', '｜').replaceAll('0', '０').replaceAll('7', '７'),
  ],
  ['with letters and marks apart', typed.normalize('NFD')],
  [
    'on the Vietnamese layout, whose digits are letters and marks',
    typed.replace('072195001234', 'đ\u0303âă\u0323\u0300đđăâêô'),
  ],
  ['the same, composed on the way', typed.replace('072195001234', 'Đ\u0303âặ\u0300đđăâêô')],
  ['twice, the same card', `${typed}${typed}`],
  ['with the fields of later cards behind', `${typed}|Nguyễn Văn Hai|Trần Thị Ba|`],
])('a card is read %s', (_, text) => {
  expect(readCard(text)).toEqual(whole);
});

test('with the lock of capitals on, the name stands as it is written', () => {
  const locked = typed.replace('Nguyễn Thị Ngọc Ánh', 'nGUYỄN tHỊ nGỌC áNH').replace('Nữ', 'nỮ');
  expect(readCard(locked)).toEqual(whole);
});

test('what a reader could not type is left for the officer, never guessed', () => {
  expect(readCard('072195001234|290123456|Nguy?n Th? Ng?c Ánh|05041995|N?|?p Th?nh Trung|10052021')).toEqual({
    personalNumber: '072195001234',
    birthDate: '1995-04-05',
    sex: 'female',
  });
});

test('two people’s cards read in one go are no card', () => {
  expect(readCard(typed + typed.replace('072195001234', '072088005678'))).toBeUndefined();
});
