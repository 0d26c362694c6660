/** Paths of the values an expression reads (`child.birth_date`), without those of a macro's own variable. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { MACROS } from './functions.ts';
import { childrenOf, pathOf } from './syntax-tree.ts';

export function readPaths(node: ASTNode, own: ReadonlySet<string> = new Set()): string[] {
  const path = pathOf(node);
  if (path !== undefined) return own.has(path.split('.')[0] as string) ? [] : [path];
  if (node.op !== 'rcall' || !MACROS.has(node.args[0]))
    return childrenOf(node).flatMap((child) => readPaths(child, own));
  const [receiver, variable, ...body] = childrenOf(node);
  const inner = variable?.op === 'id' ? new Set([...own, variable.args]) : own;
  return [...(receiver ? readPaths(receiver, own) : []), ...body.flatMap((child) => readPaths(child, inner))];
}
