/** Texts with places to fill: `Ngày sinh: {child.birth_date|words}`, read once and checked against what there is to fill them. */
import type { Answers } from '../../forms/answers.ts';
import { answerOf, isAnswers } from '../../forms/answers.ts';
import type { FieldNode, Form, FormNode } from '../../forms/form.ts';
import { type Fault, fault } from '../../pack/fault.ts';
import { dayText } from '../../text/vietnamese-date.ts';
import { shown, type Run } from '../paper/paper.ts';
import { answerText } from './answer-text.ts';
import { FORMATS } from './formats.ts';
import { ISSUE_FIELDS, type ResultIssue } from './issue.ts';

/** What the places are filled from: the row is there inside a list or table. */
export interface Scope {
  readonly answers: Answers;
  readonly issue: ResultIssue;
  readonly row?: { readonly answers: Answers; readonly index: number };
}

export type TemplateText = readonly (string | ((scope: Scope) => string | undefined))[];

/** Where a text stands: the form it reads, and the row's fields inside a list or table. */
export interface TextPlace {
  readonly form: Form;
  readonly row?: readonly FormNode[];
  /** Path of the text in the template, for faults. */
  readonly at: string;
}

const PLACE = /\{([^{}]*)\}/g;
const PATH = /^([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)(?:\|([a-z]+))?$/;

export function compileText(text: string, place: TextPlace, faults: Fault[]): TemplateText {
  const parts: (string | ((scope: Scope) => string | undefined))[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACE)) {
    parts.push(text.slice(end, match.index));
    const reader = readerOf(match[1] ?? '', place);
    if (reader) parts.push(reader);
    else faults.push(unknownPlace(place.at, match[0]));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  if (parts.some((part) => typeof part === 'string' && /[{}]/.test(part))) faults.push(unknownPlace(place.at, text));
  return parts.filter((part) => part !== '');
}

/** The text with its places filled; an unanswered one is an ellipsis. */
export const fillText = (text: TemplateText, scope: Scope): string =>
  fillRuns(text, scope)
    .map((run) => run.text)
    .join('');

/** The same in pieces, so that a paper can tell its own words from what was filled in. */
export const fillRuns = (text: TemplateText, scope: Scope): Run[] =>
  text.map((part) => (typeof part === 'string' ? { text: part } : { text: shown(part(scope)), filled: true }));

function readerOf(placeholder: string, { form, row }: TextPlace): ((scope: Scope) => string | undefined) | undefined {
  const [, path = '', format] = PATH.exec(placeholder) ?? [];
  if (row && path === 'index' && format === undefined) return (scope) => String((scope.row?.index ?? 0) + 1);
  const issueField = path.startsWith('issue.') ? ISSUE_FIELDS[path.slice('issue.'.length)] : undefined;
  if (issueField) {
    const { kind, read } = issueField;
    const text = (value: string | undefined) => (value !== undefined && kind === 'date' ? dayText(value) : value);
    return formatted(
      format,
      kind,
      ({ issue }) => text(read(issue)),
      ({ issue }) => read(issue),
    );
  }
  const node = findField(row ?? form.sections.flatMap((section) => section.nodes), path);
  if (!node) return undefined;
  const stored = ({ answers, row: current }: Scope) => valueAt(row ? (current?.answers ?? {}) : answers, path);
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
  text: (scope: Scope) => string | undefined,
  raw: (scope: Scope) => unknown,
): ((scope: Scope) => string | undefined) | undefined {
  if (name === undefined) return text;
  const format = FORMATS[name];
  if (!format?.kinds.includes(kind)) return undefined;
  // A code or an address is written in words first; days and numbers are formatted as they are.
  const source = name === 'upper' ? text : raw;
  return (scope) => {
    const value = source(scope);
    return typeof value === 'string' || typeof value === 'number' ? format.write(value, kind) : undefined;
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

const unknownPlace = (at: string, place: string): Fault =>
  fault(
    'documents.unknown-place',
    at,
    `Không có gì để điền vào “${place}”.`,
    `There is nothing to fill “${place}” with.`,
  );
