/** What a result paper can be filled with: the answers of the form, what the office added, and who issues it. */
import { compileCondition, evaluate } from '../../conditions/condition.ts';
import type { Subject, Values } from '../../conditions/subject.ts';
import { type Answers, answerOf, isAnswers, rowsOf } from '../../forms/answers.ts';
import type { FieldNode, Form, FormNode } from '../../forms/form.ts';
import { fault } from '../../pack/fault.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import type { Vocabulary } from '../templates/compile-blocks.ts';
import type { Place, Placeholder } from '../templates/template-text.ts';
import { answerText } from './answer-text.ts';
import { FORMATS } from './formats.ts';
import { ISSUE_FIELDS, type ResultIssue } from './issue.ts';

/** What the places are filled from: the row is there inside a list or table. */
export interface ResultScope {
  readonly answers: Answers;
  readonly issue: ResultIssue;
  /** The answers as conditions see them. */
  readonly values: Values;
  readonly row?: { readonly answers: Answers; readonly index: number };
}

export function resultVocabulary(form: Form, subject: Subject): Vocabulary<ResultScope> {
  const nodes = form.sections.flatMap((section) => section.nodes);
  const groupOf = (each: string) => {
    const node = nodes.find((candidate) => candidate.key === each);
    return node?.kind === 'group' ? node : undefined;
  };
  return {
    place: (placeholder, each) =>
      placeOf(placeholder, { form, nodes, row: each === undefined ? undefined : groupOf(each)?.nodes }),
    rows(each) {
      const group = groupOf(each);
      return (
        group &&
        ((scope) =>
          rowsOf(scope.answers[each], group.max).map((answers, index) => ({ ...scope, row: { answers, index } })))
      );
    },
    when(source, at, faults) {
      const { condition, errors } = compileCondition(subject, source);
      for (const { code, message } of errors ?? []) faults.push(fault(code, at, message.vi, message.en ?? message.vi));
      return condition && (({ values }) => evaluate(condition, values).value === true);
    },
  };
}

interface Known {
  readonly form: Form;
  readonly nodes: readonly FormNode[];
  readonly row: readonly FormNode[] | undefined;
}

function placeOf({ path, format }: Placeholder, { form, nodes, row }: Known): Place<ResultScope> | undefined {
  if (row && path === 'index' && format === undefined) return { read: (scope) => String((scope.row?.index ?? 0) + 1) };
  const issueField = path.startsWith('issue.') ? ISSUE_FIELDS[path.slice('issue.'.length)] : undefined;
  if (issueField) {
    const { kind, read, own } = issueField;
    const text = (value: string | undefined) => (value !== undefined && kind === 'date' ? dayText(value) : value);
    const place = formatted(
      format,
      kind,
      ({ issue }) => text(read(issue)),
      ({ issue }) => read(issue),
    );
    return place && (own ? { ...place, own } : place);
  }
  const node = findField(row ?? nodes, path);
  if (!node) return undefined;
  const stored = ({ answers, row: current }: ResultScope) => valueAt(row ? (current?.answers ?? {}) : answers, path);
  return formatted(
    format,
    node.field.kind,
    (scope) => answerText(form, node, stored(scope)),
    (scope) => answerOf(node.field, stored(scope)),
  );
}

function formatted(
  name: string | undefined,
  kind: FieldNode['field']['kind'],
  text: (scope: ResultScope) => string | undefined,
  raw: (scope: ResultScope) => unknown,
): Place<ResultScope> | undefined {
  if (name === undefined) return { read: text };
  const format = FORMATS[name];
  if (!format?.kinds.includes(kind)) return undefined;
  // A code or an address is written in words first; days and numbers are formatted as they are.
  const source = name === 'upper' ? text : raw;
  return {
    read(scope) {
      const value = source(scope);
      return typeof value === 'string' || typeof value === 'number' ? format.write(value, kind) : undefined;
    },
  };
}

function findField(nodes: readonly FormNode[], path: string): FieldNode | undefined {
  const [key, ...rest] = path.split('.');
  const node = nodes.find((candidate) => candidate.key === key);
  if (node?.kind === 'block') return findField(node.nodes, rest.join('.'));
  return node?.kind === 'field' && rest.length === 0 ? node : undefined;
}

function valueAt(answers: Answers, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isAnswers(value) ? value[key] : undefined), answers);
}
