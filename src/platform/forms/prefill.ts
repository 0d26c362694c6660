/** Prefill: answers the state already has (thông tin chỉ cung cấp một lần), each with the register it came from and what that register said. */
import { type Json, sortedJson } from '../db/json.ts';
import type { LocalText } from '../i18n/local-text.ts';
import { type Answer, type Answers, answerOf, isAnswers } from './answers.ts';
import { startAnswers } from './default-answers.ts';
import { brokenLimit } from './field-limits.ts';
import type { FieldNode, Form, FormContext, FormNode } from './form.ts';
import { join } from './outline.ts';

/** Where values come from: `account`, `population`. */
export interface PrefillSource {
  /** `Cơ sở dữ liệu quốc gia về dân cư`. */
  readonly label: LocalText;
  readonly values: Answers;
}
export type PrefillSources = Readonly<Record<string, PrefillSource>>;

/** By path of the field: which source, and what it said, so that a change is seen for ever. */
export type Provenance = Readonly<
  Record<string, { readonly source: string; readonly label: LocalText; readonly answer: Answer }>
>;

/** Defaults and sources under the answers there are: what a person has said stays. A value the field would not accept is left out. */
export function prefill(
  form: Form,
  sources: PrefillSources,
  context: FormContext,
  answers: Answers = {},
): { answers: Answers; provenance: Provenance } {
  const provenance: Record<string, Provenance[string]> = {};
  const nodes = form.sections.flatMap((section) => section.nodes);
  const start = overlay(startAnswers(form), answers);
  const filled = fillNodes(nodes, start, answers, '', (node, path) => {
    const found = find(sources, node, context);
    if (found !== undefined) provenance[path] = found;
    return found?.answer;
  });
  return { answers: filled, provenance };
}

/** `Lấy từ …`, or that the person changed it and what the register said. */
export function provenanceNote(
  provenance: Provenance,
  path: string,
  answer: Answer | undefined,
): { readonly label: LocalText; readonly changed: boolean } | undefined {
  const origin = Object.hasOwn(provenance, path) ? provenance[path] : undefined;
  return origin && { label: origin.label, changed: textOf(origin.answer) !== textOf(answer) };
}

/** The database keeps the parts of an address in an order of its own. */
const textOf = (answer: Answer | undefined): string => (answer === undefined ? '' : sortedJson(answer as Json));

function fillNodes(
  nodes: readonly FormNode[],
  start: Answers,
  said: Answers,
  path: string,
  fill: (node: FieldNode, path: string) => Answer | undefined,
): Answers {
  const filled: Record<string, Answers[string]> = { ...start };
  for (const node of nodes) {
    const at = join(path, node.key);
    const before = said[node.key];
    if (node.kind === 'block') {
      const inside = fillNodes(node.nodes, asAnswers(start[node.key]), asAnswers(before), at, fill);
      if (Object.keys(inside).length > 0) filled[node.key] = inside;
    } else if (node.kind === 'field' && answerOf(node.field, before) === undefined) {
      const value = fill(node, at);
      if (value !== undefined) filled[node.key] = value;
    }
  }
  return filled;
}

function find(sources: PrefillSources, node: FieldNode, context: FormContext): Provenance[string] | undefined {
  const [name = '', ...rest] = (node.prefill ?? '').split('.');
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
  if (source === undefined) return undefined;
  const stored = rest.reduce<unknown>(
    (value, key) => (isAnswers(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    source.values,
  );
  const answer = answerOf(node.field, stored);
  if (answer === undefined || brokenLimit(node, answer, false, context.today) !== undefined) return undefined;
  return { source: name, label: source.label, answer };
}

function overlay(under: Answers, over: Answers): Answers {
  const keys = [...new Set([...Object.keys(under), ...Object.keys(over)])];
  return Object.fromEntries(
    keys.map((key) => {
      const [below, above] = [under[key], over[key]];
      return [key, isAnswers(below) && isAnswers(above) ? overlay(below, above) : (above ?? below)];
    }),
  );
}

const asAnswers = (value: unknown): Answers => (isAnswers(value) ? value : {});
