/** What a page's own buttons do to the answers: a row more, a row less, a file less. */
import { type Answers, isAnswers, rowsOf } from './answers.ts';
import { defaultAnswers } from './default-answers.ts';
import type { FormNode } from './form.ts';
import type { RowAction } from './posted-body.ts';

/** The answers after a button; unchanged when it names nothing that is there. */
export function changeRows(nodes: readonly FormNode[], answers: Answers, action: RowAction): Answers {
  return changeAt(nodes, answers, action.path.split('.'), action);
}

function changeAt(
  nodes: readonly FormNode[],
  answers: Answers,
  [key = '', ...rest]: readonly string[],
  action: RowAction,
): Answers {
  const node = nodes.find((one) => one.key === key);
  const stored = Object.hasOwn(answers, key) ? answers[key] : undefined;
  const put = (value: Answers[string]): Answers => ({ ...answers, [key]: value });
  if (node?.kind === 'block') return put(changeAt(node.nodes, isAnswers(stored) ? stored : {}, rest, action));
  if (node?.kind === 'field')
    return action.kind === 'remove-file' && rest.length === 0 ? put(withoutFile(stored, action.item)) : answers;
  if (node === undefined) return answers;
  const rows = rowsOf(stored, node.max);
  if (rest.length > 0) {
    const [index = '', ...inner] = rest;
    return put(rows.map((row, at) => (String(at) === index ? changeAt(node.nodes, row, inner, action) : row)));
  }
  if (action.kind === 'add')
    return put(
      [...rows, ...Array.from({ length: Math.max(1, node.min - rows.length) }, () => defaultAnswers(node.nodes))].slice(
        0,
        node.max,
      ),
    );
  return action.kind === 'remove' ? put(rows.filter((_, at) => String(at) !== action.item)) : answers;
}

function withoutFile(stored: Answers[string], id: string): Answers[string] {
  return Array.isArray(stored) ? (stored as readonly string[]).filter((one) => one !== id) : stored;
}

/** Files already there and those stored with this post; a page can't name any other. */
export function keptFiles(stored: Answers[string], uploaded: readonly string[]): Answers[string] {
  const before = Array.isArray(stored) ? (stored as unknown[]).filter((id) => typeof id === 'string') : [];
  const all = [...new Set([...before, ...uploaded])];
  return all.length === 0 ? undefined : all;
}
