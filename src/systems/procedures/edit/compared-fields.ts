/** Fields that a condition may compare: those of the whole form and of its blocks, with what they can be compared with. */
import type { Form, FormNode } from '../../../platform/forms/form.ts';
import type { ListOption } from '../../../platform/forms/form-lists.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { METHODS } from '../definition-atoms.ts';
import { valueWords } from '../draft/fact-words.ts';

export interface ComparedField {
  /** `child.birth_date`. */
  readonly path: string;
  readonly label: LocalText;
  readonly type: 'text' | 'number' | 'day' | 'yes-no' | 'list';
  /** Of a choice, and yes or no. */
  readonly options: readonly ListOption[];
}

const YES_NO: readonly ListOption[] = [
  { value: 'true', label: { vi: 'Có', en: 'Yes' } },
  { value: 'false', label: { vi: 'Không', en: 'No' } },
];

const CHANNEL: ComparedField = {
  path: 'context.channel',
  label: { vi: 'Cách nộp hồ sơ', en: 'Way of filing' },
  type: 'text',
  options: METHODS.map((value) => ({ value, label: valueWords('method', value) })),
};

/** Rows of groups are for experts; so is a path too long to be a choice's value. */
export function comparedFields(form: Form): ComparedField[] {
  const fields = form.sections.flatMap((section) => fieldsOf(section.nodes, '', []));
  return [...fields, CHANNEL].filter(({ path }) => path.length <= 40).slice(0, 250);
}

function fieldsOf(nodes: readonly FormNode[], before: string, where: readonly LocalText[]): ComparedField[] {
  return nodes.flatMap((node): ComparedField[] => {
    const path = before === '' ? node.key : `${before}.${node.key}`;
    if (node.kind === 'group') return [];
    if (node.kind === 'block') return fieldsOf(node.nodes, path, [...where, node.label]);
    const type = TYPES[node.field.kind];
    if (!type) return [];
    return [
      { path, label: named([...where, node.field.label]), type, options: type === 'yes-no' ? YES_NO : node.options },
    ];
  });
}

const named = (labels: readonly LocalText[]): LocalText => ({
  vi: labels.map((one) => one.vi).join(': '),
  en: labels.map((one) => one.en ?? one.vi).join(': '),
});

const TYPES: Readonly<Partial<Record<string, ComparedField['type']>>> = {
  text: 'text',
  textarea: 'text',
  choice: 'text',
  'personal-number': 'text',
  phone: 'text',
  email: 'text',
  time: 'text',
  integer: 'number',
  money: 'number',
  decimal: 'number',
  date: 'day',
  'partial-date': 'day',
  boolean: 'yes-no',
  pledge: 'yes-no',
  multi: 'list',
};
