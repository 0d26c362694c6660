/** Fields that a template may put in braces, each with its name, and the rows that its lists and tables may go over. */
import type { FormNode } from '../../../platform/forms/form.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { ISSUE_FIELDS } from '../../../platform/documents/results/issue.ts';
import { fieldsOf } from '../../../platform/documents/slips/slip-template.ts';
import type { PaperTemplate } from './paper-template.ts';

export interface AvailableField {
  readonly path: string;
  readonly label: LocalText;
}

export interface AvailableRows extends AvailableField {
  readonly values: readonly AvailableField[];
}

export interface Available {
  readonly fields: readonly AvailableField[];
  readonly rows: readonly AvailableRows[];
}

const INDEX: AvailableField = { path: 'index', label: { vi: 'Số thứ tự dòng', en: 'Number of the row' } };

export function availableFields(template: PaperTemplate): Available {
  if (template.kind === 'slip') {
    const { fields, rows } = fieldsOf(template.compiled.template.meaning);
    return {
      fields: Object.entries(fields).map(([path, { label }]) => ({ path, label })),
      rows: Object.entries(rows).map(([path, { label, values }]) => ({
        path,
        label,
        values: [INDEX, ...Object.entries(values).map(([key, value]) => ({ path: key, label: value.label }))],
      })),
    };
  }
  const nodes = template.compiled.form.sections.flatMap((section) => section.nodes);
  const issue = Object.entries(ISSUE_FIELDS).map(([key, { label }]) => ({ path: `issue.${key}`, label }));
  return {
    fields: [...issue, ...fieldsIn(nodes, '')],
    rows: nodes.flatMap((node) =>
      node.kind === 'group'
        ? [{ path: node.key, label: node.label, values: [INDEX, ...fieldsIn(node.nodes, '')] }]
        : [],
    ),
  };
}

function fieldsIn(nodes: readonly FormNode[], prefix: string): AvailableField[] {
  return nodes.flatMap((node) => {
    const path = `${prefix}${node.key}`;
    if (node.kind === 'field') return node.field.kind === 'info' ? [] : [{ path, label: node.field.label }];
    if (node.kind === 'group') return [];
    return fieldsIn(node.nodes, `${path}.`).map((one) => ({ ...one, label: under(node.label, one.label) }));
  });
}

const under = (block: LocalText, field: LocalText): LocalText => ({
  vi: `${block.vi}: ${field.vi}`,
  ...(block.en && field.en ? { en: `${block.en}: ${field.en}` } : {}),
});
