/** Invented answers to every question of a form, so that a paper made of them can be looked at before anybody has asked for it. */
import type { Answer, Answers } from './answers.ts';
import type { FieldNode, Form, FormNode } from './form.ts';

export const exampleAnswers = (form: Form): Answers =>
  answersTo(
    form.sections.flatMap(({ nodes }) => nodes),
    form,
  );

const ROWS = 2;

function answersTo(nodes: readonly FormNode[], form: Form): Answers {
  return Object.fromEntries(
    nodes.map((node) => {
      if (node.kind === 'block') return [node.key, answersTo(node.nodes, form)];
      if (node.kind === 'group') return [node.key, Array.from({ length: ROWS }, () => answersTo(node.nodes, form))];
      return [node.key, exampleOf(node, form)];
    }),
  );
}

function exampleOf({ field, options, key }: FieldNode, form: Form): Answer {
  const first = options[0]?.value ?? '';
  switch (field.kind) {
    case 'text':
    case 'textarea':
      return /(^|_)name$/.test(key) ? 'Nguyễn Thị Ngọc Ánh' : `(${field.label.vi})`;
    case 'choice':
      return first;
    case 'multi':
      return [first];
    case 'boolean':
    case 'pledge':
      return true;
    case 'integer':
      return 2;
    case 'decimal':
      return 1.5;
    case 'money':
      return 150_000;
    case 'date':
      return '1995-04-05';
    case 'partial-date':
      return '1995';
    case 'address':
      return {
        province: form.provinces[0]?.value ?? '',
        commune: form.communes[0]?.value ?? '',
        detail: 'Ấp Thạnh Trung',
      };
    case 'file':
      return [];
    default:
      return SAMPLES[field.kind] ?? '';
  }
}

const SAMPLES: Readonly<Record<string, string>> = {
  time: '09:00',
  'personal-number': '072195001234',
  phone: '0912345678',
  email: 'ngoc.anh@example.vn',
};
