import { expect, test } from 'vitest';
import { checkFormDefinition } from './compile-form.ts';
import type { FormDefinition, Section, SimpleField } from './definition.ts';
import { SHARED_BLOCKS } from './shared-blocks.ts';
import { BIRTH, formOf, MARITAL } from './test-forms.ts';

type Fields = Section['fields'];
const label = { vi: 'Nhãn' };
const section = (fields: Fields, more: Partial<FormDefinition> = {}) => ({
  code: 'x',
  title: label,
  sections: [{ key: 's', title: label, fields }],
  ...more,
});
const faultsOf = (fields: Fields, more?: Partial<FormDefinition>) =>
  checkFormDefinition(section(fields, more)).map((fault) => `${fault.at} ${fault.code}`);
const sex: Extract<SimpleField, { kind: 'choice' }> = {
  kind: 'choice',
  key: 'sex',
  label,
  options: [
    { value: 'male', label },
    { value: 'female', label },
  ],
};

test('the sample forms and every shared block are sound', () => {
  expect(checkFormDefinition(BIRTH)).toEqual([]);
  expect(checkFormDefinition(MARITAL)).toEqual([]);
  for (const { code } of SHARED_BLOCKS)
    expect(faultsOf([{ kind: 'block', key: 'b', label, use: code, prefill: 'account' }])).toEqual([]);
});

test('a shared block is unfolded: less, changed, and filled from the block’s source', () => {
  const [mother] = formOf(BIRTH).sections[1]?.nodes.slice(1) ?? [];
  const nodes = mother?.kind === 'block' ? mother.nodes : [];
  expect(nodes.map((node) => node.key)).not.toContain('sex');
  expect(nodes.find((node) => node.key === 'ethnicity')).toMatchObject({
    required: false,
    prefill: 'population.mother.ethnicity',
  });
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'pack.shape'],
  ['a form without sections', { code: 'x', title: label, sections: [] }, 'pack.shape'],
  ['a property nobody knows', section([{ kind: 'text', key: 'a', label, colour: 'red' } as never]), 'pack.shape'],
  ['a kind nobody knows', section([{ kind: 'slider', key: 'a', label } as never]), 'forms.unknown-kind'],
  ['a pattern of its own', section([{ kind: 'text', key: 'a', label, pattern: '(a+)+$' } as never]), 'pack.shape'],
  ['a key in capitals', section([{ kind: 'text', key: 'Name', label }]), 'pack.shape'],
])('%s is refused', (_, definition, code) => {
  expect(checkFormDefinition(definition).map((fault) => fault.code)).toContain(code);
});

test('every fault says where it is', () => {
  expect(
    faultsOf([
      { kind: 'text', key: 'a', label },
      { kind: 'date', key: 'a', label },
    ]),
  ).toEqual(['a forms.repeated-key']);
  expect(faultsOf([{ kind: 'text', key: 'context', label }])).toEqual(['context forms.reserved-key']);
  expect(faultsOf([{ kind: 'text', key: 'type', label }])).toEqual(['type forms.reserved-key']);
  expect(faultsOf([{ kind: 'date', key: 'd', label, min: '2026-02-30' }])).toEqual(['d forms.limits']);
  expect(faultsOf([{ kind: 'integer', key: 'n', label, min: 5, max: 1 }])).toEqual(['n forms.limits']);
  expect(faultsOf([{ kind: 'choice', key: 'c', label }])).toEqual(['c forms.options-or-list']);
  expect(faultsOf([{ kind: 'choice', key: 'c', label, list: 'moons' }])).toEqual(['c forms.unknown-list']);
  expect(faultsOf([{ ...sex, options: [...(sex.options ?? []), { value: 'male', label }] }])).toEqual([
    'sex forms.repeated-option',
  ]);
  expect(faultsOf([{ ...sex, default: 'x' }])).toEqual(['sex forms.unknown-option']);
  expect(faultsOf([{ kind: 'block', key: 'b', label }])).toEqual(['b forms.use-or-fields']);
  expect(faultsOf([{ kind: 'block', key: 'b', label, use: 'nobody' }])).toEqual(['b.use forms.unknown-block']);
  expect(faultsOf([{ kind: 'block', key: 'b', label, use: 'person', except: ['age'] }])).toEqual([
    'b.except forms.unknown-field',
  ]);
  expect(
    faultsOf([{ kind: 'block', key: 'b', label, use: 'person', adjust: { full_name: { max_length: 3 } } }]),
  ).toEqual(['b.full_name (full_name) pack.shape']);
});

test('conditions are checked with their place in the source', () => {
  const visible = (source: string): string[] => faultsOf([sex, { kind: 'text', key: 'a', label, visible: source }]);
  expect(visible("sex == 'male'")).toEqual([]);
  expect(visible("sexx == 'male'")).toEqual(['a.visible: 0-4 conditions.unknown-name']);
  expect(visible('sex == 1')).toEqual(['a.visible: 0-8 conditions.unlike-values']);
  expect(visible("sex == 'mal'")).toEqual(['a.visible forms.unknown-option']);
  expect(visible("sex in ['male', 'other']")).toEqual(['a.visible forms.unknown-option']);
  expect(visible('answered(a)')).toEqual(['a.visible forms.reads-ahead']);
  expect(visible("context.channel == 'online'")).toEqual([]);
  expect(
    faultsOf([
      { kind: 'text', key: 'a', label, required: 'b' },
      { kind: 'boolean', key: 'b', label },
    ]),
  ).toEqual([]);
  expect(
    faultsOf([
      { kind: 'text', key: 'a', label, visible: 'b' },
      { kind: 'boolean', key: 'b', label },
    ]),
  ).toEqual(['a.visible forms.reads-ahead']);
});

test('inside a block its own fields come first, then those around it', () => {
  const inner = (visible: string): Fields => [
    { kind: 'boolean', key: 'married', label },
    { kind: 'block', key: 'b', label, fields: [sex, { kind: 'text', key: 'a', label, visible }] },
  ];
  expect(faultsOf(inner("married && sex == 'male' && b.sex == 'male'"))).toEqual([]);
  expect(faultsOf(inner('answered(b.a)'))).toEqual(['b.a.visible forms.reads-ahead']);
  expect(faultsOf(inner("b.sex == 'x'"))).toEqual(['b.a.visible forms.unknown-option']);
});

test('a check points at a field that exists', () => {
  const check = (at: string, when: string) =>
    faultsOf([sex], { checks: [{ code: 'c', effect: 'warn', when, at, message: label }] });
  expect(check('sex', "sex == 'male'")).toEqual([]);
  expect(check('age', "sex == 'male'")).toEqual(['checks.c.at forms.unknown-field']);
  expect(check('sex', 'sex')).toEqual(['checks.c: 0-3 conditions.not-yes-or-no']);
});

test('every fault has a sentence in both languages', () => {
  const faults = checkFormDefinition(section([{ kind: 'choice', key: 'c', label, list: 'moons' }]));
  expect(faults[0]?.message).toEqual({ vi: 'Không có danh mục “moons”.', en: 'There is no list “moons”.' });
});
