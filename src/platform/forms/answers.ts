/** Answers: what a person has said so far, as plain JSON in the shape of the form. */
import { isDay, isPartialDay } from '../text/partial-day.ts';
import type { SimpleField } from './definition.ts';
import type { FormNode } from './form.ts';

export interface Address {
  /** Code of the province, or ''. */
  readonly province: string;
  /** Code of the commune where the list knows it, else its name as written. */
  readonly commune: string;
  /** House, street, hamlet. */
  readonly detail: string;
}

/** One field's answer. Days are text, amounts whole đồng, files and multiple choices lists of ids and values. */
export type Answer = string | number | boolean | readonly string[] | Address;
export interface Answers {
  readonly [key: string]: Answer | Answers | readonly Answers[] | undefined;
}

/** The stored value when it is an answer of the field's kind, undefined when it is none or empty: definitions change while drafts lie about. */
export function answerOf(field: SimpleField, stored: unknown): Answer | undefined {
  switch (field.kind) {
    case 'integer':
    case 'money':
      return Number.isSafeInteger(stored) ? (stored as number) : undefined;
    case 'decimal':
      return typeof stored === 'number' && Number.isFinite(stored) ? stored : undefined;
    case 'boolean':
    case 'pledge':
      return typeof stored === 'boolean' ? stored : undefined;
    case 'multi':
    case 'file':
      return isTextList(stored) && stored.length > 0 ? stored : undefined;
    case 'address':
      return addressOf(stored);
    case 'date':
      return typeof stored === 'string' && isDay(stored) ? stored : undefined;
    case 'partial-date':
      return typeof stored === 'string' && isPartialDay(stored) ? stored : undefined;
    case 'info':
      return undefined;
    default:
      return typeof stored === 'string' && stored !== '' ? stored : undefined;
  }
}

export function isAnswers(value: unknown): value is Answers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rows of a group, at most `max`; anything that is not a row is none. */
export function rowsOf(stored: unknown, max: number): readonly Answers[] {
  return Array.isArray(stored) ? (stored as unknown[]).filter(isAnswers).slice(0, max) : [];
}

/** The value a condition sees: '' for unanswered text, false for an unanswered yes or no, [] for a list; nothing for an unanswered number or day. */
export function conditionValue(node: FormNode, stored: unknown): unknown {
  if (node.kind === 'block') return conditionValues(node.nodes, isAnswers(stored) ? stored : {});
  if (node.kind === 'group') return rowsOf(stored, node.max).map((row) => conditionValues(node.nodes, row));
  const answer = answerOf(node.field, stored);
  if (answer !== undefined) return answer;
  switch (node.field.kind) {
    case 'boolean':
    case 'pledge':
      return false;
    case 'multi':
    case 'file':
      return [];
    case 'address':
      return { province: '', commune: '', detail: '' };
    case 'integer':
    case 'money':
    case 'decimal':
    case 'date':
    case 'partial-date':
      return undefined;
    default:
      return '';
  }
}

export function conditionValues(nodes: readonly FormNode[], answers: Answers): Record<string, unknown> {
  return Object.fromEntries(nodes.map((node) => [node.key, conditionValue(node, answers[node.key])]));
}

function addressOf(stored: unknown): Address | undefined {
  if (!isAnswers(stored)) return undefined;
  const part = (key: string): string => (typeof stored[key] === 'string' ? stored[key] : '');
  const address = { province: part('province'), commune: part('commune'), detail: part('detail') };
  return address.province === '' && address.commune === '' && address.detail === '' ? undefined : address;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
