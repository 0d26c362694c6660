import { expect, test } from 'vitest';
import { reviewForm, type ReviewOptions } from './review.ts';
import { BIRTH, CONTEXT, formOf, MARITAL } from './test-forms.ts';

const birth = formOf(BIRTH);
const answers = {
  child: {
    full_name: 'Nguyễn Văn Bình',
    birth_date: '2026-11-01',
    born_at: 'home',
    facility: 'không hỏi nữa',
    place: { province: '80', commune: '25486', detail: '' },
  },
  mother_known: true,
  mother: {
    full_name: 'Lê Thị Hoa',
    birth_date: '1990',
    ethnicity: '01',
    nationality: 'VN',
    id_kind: 'identity-card',
    personal_number: '072190000123',
    residence: { province: '80', commune: '25459', detail: 'Số 5, Ấp 1' },
  },
  birth_paper: ['f1'],
  email: 'hoa@vidu.vn',
  pledge: true,
};
const rowsOf = (options: Partial<ReviewOptions> = {}) =>
  reviewForm(birth, answers, { context: CONTEXT, locale: 'vi', ...options }).flatMap((section) =>
    section.parts.flatMap((part) => part.rows.map((row) => [row.path, row.shown?.text])),
  );

test('answers read as they are said, addresses from the smallest part to the largest', () => {
  expect(rowsOf()).toEqual([
    ['child.full_name', 'Nguyễn Văn Bình'],
    ['child.birth_date', '01/11/2026'],
    ['child.born_at', 'Tại nhà'],
    ['child.place', 'Xã Tân Biên, Tỉnh Tây Ninh'],
    ['mother_known', 'Có'],
    ['mother.full_name', 'LÊ THỊ HOA'],
    ['mother.birth_date', '1990'],
    ['mother.ethnicity', 'Kinh'],
    ['mother.nationality', 'Việt Nam'],
    ['mother.id_kind', 'Thẻ căn cước, căn cước công dân'],
    ['mother.personal_number', '072190000123'],
    ['mother.residence', 'Số 5, Ấp 1, Phường Tân Ninh, Tỉnh Tây Ninh'],
    ['birth_paper', undefined],
    ['email', 'hoa@vidu.vn'],
  ]);
});

test('in English what is translated is, and the rest says that it is Vietnamese', () => {
  const [child] = reviewForm(birth, answers, { context: CONTEXT, locale: 'en' });
  expect(child?.parts[0]?.rows.map((row) => row.shown)).toEqual([
    { text: 'Nguyễn Văn Bình', lang: 'vi' },
    { text: '1 November 2026', lang: 'en' },
    { text: 'At home', lang: 'en' },
    { text: 'Xã Tân Biên, Tỉnh Tây Ninh', lang: 'vi' },
  ]);
});

test('personal answers are masked so that two people can still be told apart', () => {
  expect(rowsOf({ masked: true })).toEqual(
    expect.arrayContaining([
      ['child.full_name', 'N••• V••• B•••'],
      ['child.birth_date', '01/11/2026'],
      ['mother.birth_date', '1990'],
      ['mother.personal_number', '•••123'],
      ['mother.residence', 'Phường Tân Ninh, Tỉnh Tây Ninh'],
      ['email', 'h•••@vidu.vn'],
    ]),
  );
});

test('blocks and rows have headings, in the order of the form', () => {
  const [, mother] = reviewForm(birth, answers, { context: CONTEXT, locale: 'vi' });
  expect(mother?.parts.map((part) => part.heading?.vi)).toEqual([undefined, 'Người mẹ']);
  const marital = reviewForm(
    formOf(MARITAL),
    { birth_date: '1990-05-01', periods: [{ from: '2008' }, { from: '2012' }], copies: 2 },
    { context: CONTEXT, locale: 'vi' },
  );
  expect(marital[0]?.parts.map((part) => part.heading?.vi)).toEqual([
    undefined,
    'Thời gian cư trú 1',
    'Thời gian cư trú 2',
    undefined,
  ]);
});

test('files are named by their ids, for whoever knows their names', () => {
  const rows = reviewForm(birth, answers, { context: CONTEXT, locale: 'vi' }).flatMap((section) =>
    section.parts.flatMap((part) => part.rows),
  );
  expect(rows.find((row) => row.path === 'birth_paper')?.files).toEqual(['f1']);
});
