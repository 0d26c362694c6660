import { expect, test } from 'vitest';
import { prefill, provenanceNote } from './prefill.ts';
import { BIRTH, CONTEXT, formOf } from './test-forms.ts';

const form = formOf(BIRTH);
const population = {
  label: { vi: 'Cơ sở dữ liệu quốc gia về dân cư' },
  values: {
    mother: {
      full_name: 'Lê Thị Hoa',
      birth_date: '1990-05-01',
      ethnicity: 'Kinh',
      id_kind: 'identity-card',
      personal_number: 72190,
      residence: { province: '80', commune: '25459', detail: 'Ấp 1' },
    },
  },
};

test('what a register knows is filled in, with its name; what a field would not accept is left out', () => {
  const { answers, provenance } = prefill(form, { population }, CONTEXT);
  expect(answers['mother']).toEqual({
    full_name: 'Lê Thị Hoa',
    birth_date: '1990-05-01',
    nationality: 'VN',
    id_kind: 'identity-card',
    residence: { province: '80', commune: '25459', detail: 'Ấp 1' },
  });
  expect(Object.keys(provenance)).toEqual([
    'mother.full_name',
    'mother.birth_date',
    'mother.id_kind',
    'mother.residence',
  ]);
});

test('what the person said stays, and what the register said is remembered', () => {
  const said = { mother: { full_name: 'Lê Thị Hoà', nationality: 'US' } };
  const { answers, provenance } = prefill(form, { population }, CONTEXT, said);
  expect(answers['mother']).toMatchObject({ full_name: 'Lê Thị Hoà', nationality: 'US', birth_date: '1990-05-01' });
  expect(provenanceNote(provenance, 'mother.birth_date', '1990-05-01')).toEqual({
    label: population.label,
    changed: false,
  });
  expect(provenanceNote(provenance, 'mother.birth_date', '1990-05-02')).toMatchObject({ changed: true });
  expect(provenanceNote(provenance, 'mother.full_name', 'x')).toBeUndefined();
  expect(provenanceNote(provenance, 'constructor', 'x')).toBeUndefined();
});

test('without sources a form starts with its defaults alone', () => {
  expect(prefill(form, {}, CONTEXT)).toEqual({ answers: { mother: { nationality: 'VN' } }, provenance: {} });
});
