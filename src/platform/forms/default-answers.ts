/** Answers a form starts with: the defaults its fields name. */
import type { Answers } from './answers.ts';
import type { Form, FormNode } from './form.ts';

/** Groups start empty; their rows get these when they are added. */
export function defaultAnswers(nodes: readonly FormNode[]): Answers {
  const entries = nodes.map((node) => [node.key, defaultOf(node)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

export const startAnswers = (form: Form): Answers => defaultAnswers(form.sections.flatMap((section) => section.nodes));

function defaultOf(node: FormNode): Answers[string] {
  if (node.kind === 'field') return 'default' in node.field ? node.field.default : undefined;
  if (node.kind === 'group') return undefined;
  const inside = defaultAnswers(node.nodes);
  return Object.keys(inside).length === 0 ? undefined : inside;
}
