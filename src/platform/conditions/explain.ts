/** Explanations: a condition taken apart into its clauses, each with what it came to, the values it read, and a sentence. */
import { type ASTNode, type ParseResult, serialize } from '@marcbachmann/cel-js';
import type { LocalText } from '../i18n/local-text.ts';
import { type Condition, isBound } from './condition.ts';
import { phraseOf } from './phrase.ts';
import { readPaths } from './read-paths.ts';
import { type Bound, bindValues, type Values } from './subject.ts';
import { childrenOf } from './syntax-tree.ts';
import { labelOf, printedValue, variableAt } from './vocabulary.ts';

export interface Clause {
  readonly source: string;
  /** "ngày nộp sau hạn trả". */
  readonly sentence: LocalText;
  /** Undefined when a value it needs is missing. */
  readonly value: boolean | undefined;
  /** How the clauses below make this one: all of them, any of them, or the opposite of the one. Absent at the ends of the tree. */
  readonly joined?: 'all' | 'any' | 'not';
  readonly clauses: readonly Clause[];
  /** Values read, at the ends of the tree. */
  readonly reads: readonly ReadValue[];
}

export interface ReadValue {
  readonly path: string;
  readonly label: LocalText;
  /** Absent when there is no value. */
  readonly printed?: LocalText;
}

/** The condition in words, whatever the values: "tình trạng là ly hôn". */
export const sayCondition = ({ parsed, subject }: Condition): LocalText => phraseOf(parsed.ast, subject.variables);

export function explain(condition: Condition, values: Values | Bound): Clause {
  const bound = isBound(values) ? values : bindValues(condition.subject, values);
  return clauseOf(condition.parsed.ast, bound);
}

function clauseOf(node: ASTNode, bound: Bound): Clause {
  const { source, sentence, evaluate } = saidOf(node, bound.subject);
  const shared = { source, sentence, value: valueOf(evaluate, bound) };
  const joined = JOINED[node.op];
  if (joined === undefined) return { ...shared, clauses: [], reads: readsOf(node, bound) };
  return { ...shared, joined, clauses: partsOf(node, node.op).map((part) => clauseOf(part, bound)), reads: [] };
}

interface Said {
  readonly source: string;
  readonly sentence: LocalText;
  readonly evaluate: ParseResult;
}

/** What does not rest on values is made once for each clause of a condition: to parse it again took most of the time of an explanation. */
const said = new WeakMap<ASTNode, Said>();

function saidOf(node: ASTNode, { environment, variables }: Bound['subject']): Said {
  const known = said.get(node);
  if (known) return known;
  const source = serialize(node);
  const made = { source, sentence: phraseOf(node, variables), evaluate: environment.parse(source) };
  said.set(node, made);
  return made;
}

const JOINED: Readonly<Record<string, Clause['joined']>> = { '&&': 'all', '||': 'any', '!_': 'not' };

/** `a && b && c` is one list of three, however the parser nested it. */
function partsOf(node: ASTNode, op: string): ASTNode[] {
  if (op === '!_') return childrenOf(node);
  return childrenOf(node).flatMap((child) => (child.op === op ? partsOf(child, op) : [child]));
}

function valueOf(evaluate: ParseResult, { values }: Bound): boolean | undefined {
  try {
    const value: unknown = evaluate(values);
    return typeof value === 'boolean' ? value : undefined;
  } catch (error) {
    // what can't be decided is told as that; the whole condition was compiled, so nothing else can be wrong
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function readsOf(node: ASTNode, { subject, values }: Bound): ReadValue[] {
  return [...new Set(readPaths(node))].map((path) => {
    const stored = path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], values);
    const variable = variableAt(subject.variables, path);
    const printed = variable && printedValue(variable, stored);
    return { path, label: labelOf(subject.variables, path), ...(printed === undefined ? {} : { printed }) };
  });
}
