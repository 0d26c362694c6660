import { expect, test } from 'vitest';
import { compareNames, compareVietnamese, nameParts } from './collation.ts';

test('the alphabet is the Vietnamese one', () => {
  const alphabet = 'a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y'.split(' ');
  expect([...alphabet].reverse().sort(compareVietnamese)).toEqual(alphabet);
});

test('tones follow ngang, huyền, hỏi, ngã, sắc, nặng', () => {
  const tones = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ'];
  expect([...tones].reverse().sort(compareVietnamese)).toEqual(tones);
});

test('people are sorted by given name, then family name, then what is between', () => {
  const people = ['Trần Văn An', 'Lê Thị Hoa', 'Nguyễn Thị Hoa', 'Nguyễn Văn Hoa', 'Đỗ Xuân'];
  expect([...people].reverse().sort(compareNames)).toEqual(people);
  expect(nameParts(' Nguyễn  Thị Minh Hoa')).toEqual({ family: 'Nguyễn', middle: 'Thị Minh', given: 'Hoa' });
  expect(nameParts('Hoa')).toEqual({ family: '', middle: '', given: 'Hoa' });
});
