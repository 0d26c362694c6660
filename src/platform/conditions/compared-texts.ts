/** Texts a condition compares values with (`relation == 'mother'`, `sex in ['male']`), so that a form can tell a value nobody can choose. */
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Condition } from './condition.ts';
import { childrenOf, pathOf } from './syntax-tree.ts';

export interface ComparedText {
  readonly path: string;
  readonly text: string;
}

export const comparedTexts = (condition: Condition): ComparedText[] => compared(condition.parsed.ast);

function compared(node: ASTNode): ComparedText[] {
  const inside = childrenOf(node).flatMap(compared);
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return inside;
  const [left, right] = node.args;
  return [...inside, ...pairs(left, right), ...pairs(right, left)];
}

function pairs(named: ASTNode, written: ASTNode): ComparedText[] {
  const path = pathOf(named);
  if (path === undefined) return [];
  const literals = written.op === 'list' ? written.args : [written];
  return literals.flatMap((literal) =>
    literal.op === 'value' && typeof literal.args === 'string' ? [{ path, text: literal.args }] : [],
  );
}
