import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubtsAbout, readPersonalNumber } from './personal-number.ts';

test('the digits say province, sex and year of birth', () => {
  expect(readPersonalNumber('072 185 000 123').value).toEqual({
    number: '072185000123',
    province: '072',
    sex: 'female',
    birthYear: 1985,
  });
  expect(readPersonalNumber('080204012345').value).toMatchObject({ province: '080', sex: 'male', birthYear: 2004 });
  expect(readPersonalNumber('999085000123').value?.province).toBeUndefined();
});

test.each(['', '07218500012', '0721850001234', '07218500012a', '０７２１８５０００１２３'])(
  '%j is not a personal number',
  (text) => {
    expect(readPersonalNumber(text).fault).toEqual({
      code: 'text.personal-number',
      message: { vi: 'Số định danh cá nhân gồm 12 chữ số', en: 'A personal number has 12 digits' },
    });
  },
);

test('what does not fit the person is a doubt, never a refusal', () => {
  const number = readPersonalNumber('072185000123').value;
  if (!number) throw new Error('unread');
  const codes = (person: { birthYear?: number; sex?: string }) =>
    doubtsAbout(number, { ...person, today: '2026-11-23' }).map((doubt) => doubt.code);
  expect(codes({ birthYear: 1985, sex: 'female' })).toEqual([]);
  expect(codes({ birthYear: 1958, sex: 'male' })).toEqual([
    'text.personal-number-birth-year',
    'text.personal-number-sex',
  ]);
  const future = readPersonalNumber('999299000123').value;
  expect(future && doubtsAbout(future, { today: '2026-11-23' }).map((doubt) => doubt.code)).toEqual([
    'text.personal-number-province',
    'text.personal-number-future',
  ]);
});

test('whatever is typed is read or named, never thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readPersonalNumber(text).value?.number ?? '072185000123').toMatch(/^[0-9]{12}$/);
    }),
    { numRuns: 100 },
  );
});
