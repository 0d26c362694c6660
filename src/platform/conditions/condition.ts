/** Conditions: expressions in CEL that are checked when saved, bounded when run, and never throw. */
import { type ASTNode, type ParseResult } from '@marcbachmann/cel-js';
import { type ConditionFault, conditionFault, faultOnRunning, faultOnSaving } from './condition-fault.ts';
import { ALLOWED_CALLS, MACROS } from './functions.ts';
import { readPaths } from './read-paths.ts';
import { type Bound, bindValues, type Subject, type Values } from './subject.ts';
import { childrenOf } from './syntax-tree.ts';

export interface Condition {
  readonly subject: Subject;
  readonly source: string;
  /** Paths of the values it reads (`child.birth_date`), without those of a macro's own variable. */
  readonly reads: readonly string[];
  /** The parsed expression; only this folder uses it. */
  readonly parsed: ParseResult;
}

export type Compiled =
  | { readonly condition: Condition; readonly errors?: undefined }
  | { readonly condition?: undefined; readonly errors: ConditionFault[] };

const MAX_SOURCE = 10_000;

/** Checks against the subject: every name known, every comparison between like values, a yes or no in the end, nothing that can run long. */
export function compileCondition(subject: Subject, source: string): Compiled {
  if (source.length > MAX_SOURCE) return { errors: [conditionFault('conditions.too-long')] };
  try {
    const parsed = subject.environment.parse(source);
    const unbounded = findUnbounded(parsed.ast, false);
    if (unbounded.length > 0) return { errors: unbounded };
    const checked = parsed.check();
    if (!checked.valid) return { errors: [faultOnSaving(checked.error)] };
    const joined = findJoinedLists(parsed.ast);
    if (joined.length > 0) return { errors: joined };
    if (checked.type !== 'bool')
      return { errors: [conditionFault('conditions.not-yes-or-no', { start: 0, end: source.length })] };
    return { condition: { subject, source, reads: [...new Set(readPaths(parsed.ast))], parsed } };
  } catch (error) {
    return { errors: [faultOnSaving(error)] };
  }
}

export type Evaluation =
  | { readonly value: boolean; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: ConditionFault };

/** True, false, or why neither: a missing value makes `conditions.value-missing` unless the rest decides (`true || missing`). Never throws. */
export function evaluate(condition: Condition, values: Values | Bound): Evaluation {
  const bound = isBound(values) ? values : bindValues(condition.subject, values);
  try {
    return { value: condition.parsed(bound.values) as boolean };
  } catch (error) {
    return { error: faultOnRunning(error) };
  }
}

export function isBound(values: Values | Bound): values is Bound {
  return 'subject' in values && 'values' in values && typeof values.subject === 'object';
}

/** A running expression can't be interrupted, so what could run long is not saved. */
function findUnbounded(node: ASTNode, insideMacro: boolean): ConditionFault[] {
  const called = node.op === 'call' || node.op === 'rcall' ? node.args[0] : undefined;
  if (called !== undefined && !ALLOWED_CALLS.has(called)) return [conditionFault('conditions.call-not-allowed', node)];
  const isMacro = node.op === 'rcall' && MACROS.has(node.args[0]);
  if (isMacro && insideMacro) return [conditionFault('conditions.nested-macro', node)];
  if (!isMacro) return childrenOf(node).flatMap((child) => findUnbounded(child, insideMacro));
  const [receiver, ...body] = childrenOf(node);
  return [
    ...(receiver ? findUnbounded(receiver, insideMacro) : []),
    ...body.flatMap((child) => findUnbounded(child, true)),
  ];
}

function findJoinedLists(node: ASTNode): ConditionFault[] {
  const type = (node as { checkedType?: { kind?: string } }).checkedType?.kind;
  if (node.op === '+' && (type === 'list' || type === 'dyn')) return [conditionFault('conditions.joined-lists', node)];
  return childrenOf(node).flatMap(findJoinedLists);
}
