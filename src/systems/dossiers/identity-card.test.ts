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
