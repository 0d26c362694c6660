/** A form without its file questions: at the counter papers are taken by the list of components, on paper or scanned. */
import type { Form, FormNode } from '../../platform/forms/form.ts';

export const withoutFiles = (form: Form): Form => ({
  ...form,
  sections: form.sections
    .map((section) => ({ ...section, nodes: section.nodes.flatMap(kept) }))
    .filter((section) => section.nodes.length > 0),
});

function kept(node: FormNode): FormNode[] {
  if (node.kind === 'field') return node.field.kind === 'file' ? [] : [node];
  const nodes = node.nodes.flatMap(kept);
  return nodes.length === 0 ? [] : [{ ...node, nodes }];
}
