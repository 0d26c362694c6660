/** What a form's conditions may speak about: its fields as typed, labelled variables, and the context. */
import type { ScalarType, Variable, Variables } from '../conditions/subject.ts';
import type { SimpleField } from './definition.ts';
import type { OutlineNode } from './outline.ts';

export const CONTEXT_VARIABLES: Variables = {
  context: {
    fields: {
      today: { type: 'day', label: { vi: 'hôm nay', en: 'today' } },
      channel: {
        type: 'string',
        label: { vi: 'cách nộp', en: 'channel' },
        words: {
          online: { vi: 'trực tuyến', en: 'online' },
          counter: { vi: 'tại quầy', en: 'at the counter' },
          post: { vi: 'qua bưu chính', en: 'by post' },
        },
      },
      case: { type: 'string', label: { vi: 'trường hợp', en: 'case' } },
      commune: { type: 'string', label: { vi: 'xã, phường tiếp nhận', en: 'receiving commune' } },
    },
  },
};

export function variablesOf(nodes: readonly OutlineNode[]): Variables {
  return Object.fromEntries(
    nodes.filter((node) => node.field.kind !== 'info').map((node) => [node.field.key, variableOf(node)]),
  );
}

function variableOf({ field, children }: OutlineNode): Variable {
  const { label } = field;
  if (field.kind === 'block') return { label, fields: variablesOf(children) };
  if (field.kind === 'group') return { label, rows: variablesOf(children) };
  if (field.kind === 'address')
    return { label, fields: { province: { type: 'string' }, commune: { type: 'string' }, detail: { type: 'string' } } };
  const words =
    field.kind === 'choice'
      ? Object.fromEntries((field.options ?? []).map((option) => [option.value, option.label]))
      : undefined;
  return { label, type: SCALARS[field.kind], words };
}

const SCALARS: Readonly<Record<Exclude<SimpleField['kind'], 'address'>, ScalarType>> = {
  text: 'string',
  textarea: 'string',
  date: 'day',
  'partial-date': 'day',
  time: 'string',
  integer: 'int',
  decimal: 'double',
  money: 'money',
  boolean: 'bool',
  pledge: 'bool',
  choice: 'string',
  multi: 'strings',
  'personal-number': 'string',
  phone: 'string',
  email: 'string',
  file: 'strings',
  info: 'string',
};
