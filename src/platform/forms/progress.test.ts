import { expect, test } from 'vitest';
import { progressOf, sectionAfter } from './progress.ts';
import { BIRTH, CONTEXT, formOf } from './test-forms.ts';

const form = formOf({
  ...BIRTH,
  sections: [
    ...BIRTH.sections,
    {
      key: 'late',
      title: { vi: 'Đăng ký muộn' },
      visible: 'days(child.birth_date, context.today) > 60',
      fields: [{ kind: 'text', key: 'why', label: { vi: 'Lý do' } }],
    },
    {
      key: 'empty',
      title: { vi: 'Trống' },
      fields: [{ kind: 'text', key: 'x', label: { vi: 'x' }, visible: "child.born_at == 'home'" }],
    },
  ],
});
const child = { full_name: 'Bình', birth_date: '2026-11-01', born_at: 'facility', facility: 'BV' };
const states = (answers: object) =>
  progressOf(form, { ...answers }, CONTEXT).map(({ key, state }) => `${key} ${state}`);

test('a section is to do, started or done, by its own answers', () => {
  expect(states({})).toEqual(['child to-do', 'mother to-do', 'papers to-do']);
  expect(states({ child: { full_name: 'Bình' }, mother_known: false })).toEqual([
    'child started',
    'mother done',
    'papers to-do',
  ]);
  expect(states({ child, mother_known: true, mother: { nationality: 'VN' } })).toEqual([
    'child done',
    'mother started',
    'papers to-do',
  ]);
});

test('sections that ask nothing are passed over', () => {
  expect(sectionAfter(form, { child }, CONTEXT, 'papers')).toBeUndefined();
  expect(sectionAfter(form, { child: { ...child, birth_date: '2026-01-01' } }, CONTEXT, 'papers')).toBe('late');
  expect(sectionAfter(form, { child: { ...child, born_at: 'home' } }, CONTEXT, 'papers')).toBe('empty');
  expect(sectionAfter(form, {}, CONTEXT, 'child')).toBe('mother');
});
