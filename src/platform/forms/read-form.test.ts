import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { BIRTH, CONTEXT, formOf, MARITAL } from './test-forms.ts';
import { readForm } from './read-form.ts';
import { validateForm } from './validate-form.ts';

const birth = formOf(BIRTH);
const marital = formOf(MARITAL);
const child = {
  'child.full_name': '  Nguyễn   Văn Bình ',
  'child.birth_date.day': '1',
  'child.birth_date.month': '11',
  'child.birth_date.year': '2026',
  'child.born_at': 'facility',
  'child.facility': 'Bệnh viện Đa khoa Tây Ninh',
};

test('a section is read into typed answers', () => {
  const { answers, errors } = readForm(birth, child, { context: CONTEXT, section: 'child' });
  expect(errors).toEqual([]);
  expect(answers).toEqual({
    child: {
      full_name: 'Nguyễn Văn Bình',
      birth_date: '2026-11-01',
      born_at: 'facility',
      facility: 'Bệnh viện Đa khoa Tây Ninh',
    },
  });
});

test('all errors are told at once, with what was typed', () => {
  const body = {
    'child.full_name': 'Bình 2',
    'child.birth_date.day': '31',
    'child.birth_date.month': '2',
    'child.birth_date.year': '2026',
    'child.born_at': 'nowhere',
  };
  const { errors, typed, answers } = readForm(birth, body, { context: CONTEXT, section: 'child' });
  expect(errors.map(({ path, code, message }) => [path, code, message.vi])).toEqual([
    ['child.full_name', 'format', 'Họ tên chỉ gồm chữ cái, dấu cách, dấu gạch nối, dấu chấm và dấu nháy'],
    ['child.birth_date', 'format', 'Ngày này không có trên lịch; hãy nhập ngày, tháng, năm, ví dụ 27 3 1985'],
    ['child.born_at', 'format', 'Hãy chọn một mục trong danh sách'],
  ]);
  expect(typed).toMatchObject({
    'child.birth_date.day': '31',
    'child.birth_date.month': '2',
    'child.birth_date.year': '2026',
  });
  expect(answers).toEqual({ child: { full_name: 'Bình 2' } });
  expect(errors[0]?.where).toEqual([{ vi: 'Trẻ', en: 'Child' }]);
});

test('a missing answer is named as the person knows it', () => {
  const { errors } = readForm(
    birth,
    { _asked: 'child.full_name child.birth_date child.born_at' },
    { context: CONTEXT, section: 'child' },
  );
  expect(errors.map((error) => error.message.vi)).toEqual([
    'Hãy nhập họ, chữ đệm, tên',
    'Hãy nhập ngày sinh',
    'Hãy trả lời: Trẻ sinh ở đâu?',
  ]);
  expect(readForm(birth, {}, { context: CONTEXT }).errors.map((error) => error.message.en)).toEqual([
    'Enter full name',
    'Enter date of birth',
    'Answer the question: Where was the child born?',
    'Answer the question: Is the mother known?',
    'Tick the pledge to continue',
  ]);
});

test('a question that an answer brings up is asked next, not told as missing', () => {
  const shown = { ...child, _asked: 'child.full_name child.birth_date child.born_at', 'child.born_at': 'home' };
  const { 'child.facility': _, ...body } = shown;
  const read = readForm(birth, body, { context: CONTEXT, section: 'child' });
  expect(read.errors).toEqual([]);
  expect(read.more).toEqual(['child.place']);
  const again = readForm(
    birth,
    { _asked: 'child.place' },
    { context: CONTEXT, section: 'child', previous: read.answers },
  );
  expect(again.more).toEqual([]);
  expect(again.errors.map((error) => error.message.vi)).toEqual(['Hãy nhập nơi sinh']);
});

test('answers to hidden questions stay in the draft and are gone when it is submitted', () => {
  const first = readForm(birth, child, { context: CONTEXT, section: 'child' });
  const changed = readForm(
    birth,
    { 'child.born_at': 'home' },
    { context: CONTEXT, section: 'child', previous: first.answers },
  );
  expect(changed.answers['child']).toMatchObject({ facility: 'Bệnh viện Đa khoa Tây Ninh', born_at: 'home' });
  expect(validateForm(birth, changed.answers, CONTEXT).answers['child']).toEqual({
    full_name: 'Nguyễn Văn Bình',
    birth_date: '2026-11-01',
    born_at: 'home',
  });
});

test('a hidden block is not asked as a whole', () => {
  const { errors } = readForm(
    birth,
    { mother_known: 'false', 'mother.full_name': '123' },
    { context: CONTEXT, section: 'mother' },
  );
  expect(errors).toEqual([]);
  const asked = readForm(birth, { mother_known: 'true' }, { context: CONTEXT, section: 'mother' });
  expect(asked.errors.map((error) => error.path)).toEqual([
    'mother.full_name',
    'mother.birth_date',
    'mother.nationality',
    'mother.id_kind',
    'mother.residence',
  ]);
});

test.each([
  ['tan ninh', '25459'],
  ['P. Tân Ninh', '25459'],
  ['Phường Tân Biên', '25489'],
  ['xã tân biên', '25486'],
  ['Hòa Thành', '25645'],
  ['25459', '25459'],
])('the commune %s is found in the list', (typed, code) => {
  const body = { ...child, 'child.born_at': 'home', 'child.place.province': '80', 'child.place.commune': typed };
  const { answers, errors } = readForm(birth, body, { context: CONTEXT, section: 'child' });
  expect(errors).toEqual([]);
  expect(answers['child']).toMatchObject({ place: { province: '80', commune: code, detail: '' } });
});

test('a commune that could be two, or that no list of its province has, is asked again; other provinces are taken as written', () => {
  const place = (province: string, commune: string) =>
    readForm(
      birth,
      { ...child, 'child.born_at': 'home', 'child.place.province': province, 'child.place.commune': commune },
      { context: CONTEXT, section: 'child' },
    );
  expect(place('80', 'Tân Biên').errors.map((error) => error.code)).toEqual(['format']);
  expect(place('80', 'Bến Thành').typed['child.place.commune']).toBe('Bến Thành');
  expect(place('79', 'Phường Bến Thành').answers['child']).toMatchObject({
    place: { province: '79', commune: 'Phường Bến Thành' },
  });
  expect(place('77', 'x').errors.map((error) => error.message.vi)).toEqual([
    'Hãy chọn tỉnh, thành phố trong danh sách',
  ]);
  expect(place('80', '').errors.map((error) => error.message.vi)).toEqual(['Hãy nhập xã, phường, đặc khu']);
});

test('files are believed only when they were there or have just been stored', () => {
  const read = (previous: object, uploads?: Record<string, string[]>) =>
    readForm(
      birth,
      { birth_paper: 'stolen', _asked: 'birth_paper' },
      { context: CONTEXT, section: 'papers', previous: { ...previous }, uploads },
    ).answers['birth_paper'];
  expect(read({})).toBeUndefined();
  expect(read({ birth_paper: ['a'] }, { birth_paper: ['b', 'a'] })).toEqual(['a', 'b']);
  const removed = readForm(
    birth,
    { '_remove_file.birth_paper': 'a' },
    { context: CONTEXT, section: 'papers', previous: { birth_paper: ['a', 'b'] } },
  );
  expect(removed.answers['birth_paper']).toEqual(['b']);
  expect(removed.errors).toEqual([]);
});

test('whether a field is required may depend on another section', () => {
  const read = (born_at: string) =>
    readForm(
      birth,
      { pledge: 'true' },
      { context: CONTEXT, section: 'papers', previous: { child: { born_at } } },
    ).errors.map((error) => error.message.vi);
  expect(read('facility')).toEqual(['Hãy tải lên giấy chứng sinh']);
  expect(read('home')).toEqual([]);
});

test('checks of the form refuse or warn', () => {
  const previous = { mother_known: true, mother: { full_name: 'nguyen van binh', birth_date: '2018' } };
  const read = readForm(birth, child, { context: CONTEXT, section: 'child', previous });
  expect(read.errors.map((error) => [error.path, error.code])).toEqual([['child.full_name', 'name-repeated']]);
  const { warnings } = validateForm(
    birth,
    { ...read.answers, mother: { ...previous.mother, birth_date: '2018-01-01' } },
    CONTEXT,
  );
  expect(warnings.map((warning) => [warning.path, warning.code])).toEqual([['mother.birth_date', 'young-parent']]);
});

test('a personal number that does not fit the day of birth is doubted, not refused', () => {
  const mother = {
    full_name: 'Lê Thị Hoa',
    birth_date: '1990-05-01',
    nationality: 'VN',
    id_kind: 'identity-card',
    personal_number: '072185000123',
    residence: { province: '80', commune: '25459', detail: 'Ấp 1' },
  };
  const { errors, warnings } = validateForm(birth, { mother_known: true, mother }, CONTEXT);
  expect(errors.filter((error) => error.path.startsWith('mother'))).toEqual([]);
  expect(warnings.map((warning) => warning.message.vi)).toEqual([
    'Hãy kiểm tra lại số định danh cá nhân: số này của người sinh năm 1985',
  ]);
});

test('rows are added and removed by buttons, keeping what was typed around them', () => {
  const first = {
    'periods.0.place.province': '80',
    'periods.0.place.commune': 'Tân Ninh',
    'periods.0.from': '2010',
    'periods._rows': '1',
    birth_date: '1/5/1990',
  };
  const added = readForm(marital, { ...first, _action: 'add:periods' }, { context: CONTEXT, section: 'history' });
  expect(added.errors).toEqual([]);
  expect(added.answers).toEqual({
    birth_date: '1990-05-01',
    periods: [{ place: { province: '80', commune: '25459', detail: '' }, from: '2010' }, {}],
  });
  const removed = readForm(
    marital,
    { 'periods._rows': '2', 'periods.1.from': '2020', _action: 'remove:periods:0' },
    { context: CONTEXT, section: 'history', previous: added.answers },
  );
  expect(removed.answers['periods']).toEqual([{ from: '2020' }]);
});

test('an empty row at the end is dropped; the least number of rows must be filled in', () => {
  const previous = {
    birth_date: '1990-05-01',
    copies: 1,
    periods: [{ place: { province: '79', commune: 'X', detail: '' }, from: '2008-05-01', married_then: false }, {}],
  };
  const { answers, errors } = readForm(
    marital,
    { 'periods._rows': '2', copies: '1' },
    { context: CONTEXT, section: 'history', previous },
  );
  expect(errors).toEqual([]);
  expect(answers['periods']).toHaveLength(1);
  const none = readForm(marital, { 'periods._rows': '0' }, { context: CONTEXT, section: 'history' });
  expect(none.errors.map((error) => error.path)).toContain('periods.0.place');
});

test('checks inside a row point at the row; a gap between rows is a warning', () => {
  const periods = [
    { place: { province: '79', commune: 'X', detail: '' }, from: '2008', to: '2015-05-31', married_then: false },
    { place: { province: '79', commune: 'X', detail: '' }, from: '2016', to: '2012', married_then: true, spouse: 'A' },
  ];
  const { errors, warnings } = validateForm(marital, { birth_date: '1990-05-01', copies: 1, periods }, CONTEXT);
  expect(errors.map((error) => [error.path, error.code, error.where[0]?.vi])).toEqual([
    ['periods.1.to', 'reversed', 'Thời gian cư trú 2'],
  ]);
  expect(warnings.map((warning) => warning.code)).toEqual(['gap']);
});

test('whatever is posted, reading answers, keeps to its limits and invents nothing', () => {
  const names = [
    'child.full_name',
    'child.birth_date',
    'child.birth_date.year',
    'mother.residence.commune',
    'mother_known',
    'periods._rows',
    'periods.0.from',
    'periods.7.from',
    'copies',
    '_asked',
    '_action',
    '__proto__',
    'constructor',
  ];
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('true', 'add:periods', 'remove:periods:0', 'periods.0.from', '1e9', '-1', '\u0000'),
    fc.array(fc.string()),
    fc.object(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), value),
      fc.object(),
      (body, previous) => {
        for (const form of [birth, marital]) {
          const read = readForm(form, body, { context: CONTEXT, previous: previous as Answers });
          const rows = read.answers['periods'];
          expect(Array.isArray(rows) ? rows.length : 0).toBeLessThanOrEqual(3);
          expect(readForm(form, {}, { context: CONTEXT, previous: read.answers }).answers).toEqual(read.answers);
          const valid = validateForm(form, read.answers, CONTEXT);
          expect(validateForm(form, valid.answers, CONTEXT).answers).toEqual(valid.answers);
        }
      },
    ),
    { numRuns: 100 },
  );
});
