/** Item forms: each asks for one kind of change in a few questions and answers the items that it means. */
import type { Day } from '../../../calendar/instant.ts';
import type { Refusal } from '../../../cases/decision.ts';
import type { LocalText } from '../../../i18n/local-text.ts';
import type { ChangeItem } from '../item.ts';
import type { Standing } from '../standing.ts';

export interface FormChoice {
  readonly value: string;
  readonly label: LocalText;
  readonly hint?: LocalText;
}

export interface Question {
  readonly name: string;
  readonly label: LocalText;
  readonly hint?: LocalText;
  readonly optional?: boolean;
  /** A line of text unless it says otherwise. */
  readonly as?: 'lines' | 'choice' | 'radios' | 'tick' | 'day';
  readonly width?: 4 | 12 | 24;
  readonly choices?: readonly FormChoice[];
}

export type Typed = Readonly<Record<string, string>>;

export interface FormContext {
  /** As the draft leaves it. */
  readonly standing: Standing;
  readonly day: Day;
}

export type ReadItems =
  | { readonly items: readonly ChangeItem[]; readonly title: LocalText & { readonly en: string } }
  | { readonly errors: readonly { readonly name: string; readonly refusal: Refusal }[] };

/** What a form begins from: it is asked for first where the link did not say. */
export type Subject = 'unit' | 'position' | 'holding' | undefined;

export interface ItemForm {
  /** The last part of its URL. */
  readonly path: string;
  readonly subject: Subject;
  readonly title: LocalText;
  /** What it will do. */
  readonly about: LocalText;
  readonly questions: (context: FormContext, typed: Typed) => readonly Question[];
  /** What stands in the fields at first. */
  readonly begin?: (context: FormContext, typed: Typed) => Typed;
  readonly read: (context: FormContext, typed: Typed) => ReadItems;
}

export const wrong = (name: string, refusal: Refusal): ReadItems => ({ errors: [{ name, refusal }] });
