/** Parts that are a list: each entry has a page of its own, and is moved and removed on the list. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { Field } from '../../../platform/forms/definition.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { DraftContent } from '../draft/draft.ts';
import type { PartKey } from '../draft/draft-parts.ts';
import type { Applied, Choices } from './part-form.ts';

/** Which entry: one that is there, or a new one of a kind at a place. */
export interface ItemRef {
  readonly id?: string;
  readonly within?: string;
  readonly kind?: string;
}

export interface ListedItem {
  readonly id: string;
  readonly title: LocalText;
  readonly details: readonly LocalText[];
}

export type Rearrangement = 'up' | 'down' | 'remove';

export interface ItemsPart {
  readonly part: PartKey;
  /** "Thêm thành phần". */
  readonly add: Required<LocalText>;
  readonly list: (content: DraftContent) => readonly ListedItem[];
  /** Undefined: there is no such entry, or none can be added there. */
  readonly title: (content: DraftContent, item: ItemRef) => LocalText | undefined;
  readonly fields: (content: DraftContent, item: ItemRef, choices: Choices) => readonly Field[];
  /** What who files is told of the entry as it is saved. */
  readonly told?: (content: DraftContent, item: ItemRef, choices: Choices) => readonly LocalText[];
  readonly answers: (content: DraftContent, item: ItemRef) => Answers;
  readonly apply: (content: DraftContent, item: ItemRef, answers: Answers) => Applied;
  /** Undefined where there is no such entry. */
  readonly rearrange: (content: DraftContent, id: string, how: Rearrangement) => DraftContent | undefined;
  /** The entry, and its question, that a fault is shown at. */
  readonly place: (content: DraftContent, at: string) => { readonly id: string; readonly field?: string } | undefined;
}

/** Undefined when it is not among them; at the ends nothing moves. */
export function rearranged<T>(list: readonly T[], index: number, how: Rearrangement): T[] | undefined {
  const item = list[index];
  if (item === undefined) return undefined;
  const rest = list.filter((_, at) => at !== index);
  if (how === 'remove') return rest;
  const to = Math.max(0, Math.min(rest.length, index + (how === 'up' ? -1 : 1)));
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
