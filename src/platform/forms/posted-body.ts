/** The posted body: names and texts as a browser sends them, whatever a stranger put in. */
import { normalizeVietnamese } from '../text/fold.ts';

/** A parsed urlencoded or multipart body: one text or several under each name. Anything else in it is ignored. */
export type PostedBody = Readonly<Record<string, unknown>>;

/** No text field is longer than 10,000 characters; what is beyond this is cut before it is looked at. */
const MAX_TEXT = 20_000;
const MAX_VALUES = 300;

/** The text under a name, the last one when there are several (a hidden default before a box); undefined when there is none. */
export function postedText(body: PostedBody, name: string): string | undefined {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  const text: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof text === 'string' ? normalizeVietnamese(text.slice(0, MAX_TEXT)) : undefined;
}

export function postedTexts(body: PostedBody, name: string): string[] {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  const texts: unknown[] = Array.isArray(value) ? value.slice(0, MAX_VALUES) : [value];
  return texts.filter((text) => typeof text === 'string').map((text) => normalizeVietnamese(text.slice(0, MAX_TEXT)));
}

/** Whether something under this name, or under a part of it (`birth_date.day`), was sent. */
export function isPosted(body: PostedBody, name: string, parts: readonly string[]): boolean {
  return Object.hasOwn(body, name) || parts.some((part) => Object.hasOwn(body, `${name}.${part}`));
}

/** Paths of the fields the page showed: an untouched radio sends nothing, so the page says what it asked. */
export const ASKED = '_asked';
/** Name of the row buttons, with values `add:periods` and `remove:periods:1`. */
export const ACTION = '_action';
/** A file's button is named `_remove_file.birth_paper`; its value is the file's id. */
export const REMOVE_FILE = '_remove_file.';

export function askedPaths(body: PostedBody): ReadonlySet<string> {
  return new Set((postedText(body, ASKED) ?? '').split(' ').filter(Boolean));
}

export interface RowAction {
  readonly kind: 'add' | 'remove' | 'remove-file';
  readonly path: string;
  /** Index of the row, or id of the file, to remove. */
  readonly item: string;
}

export function postedAction(body: PostedBody): RowAction | undefined {
  const match = /^(add|remove):([a-z0-9_.]{1,120})(?::([0-9]{1,3}))?$/.exec(postedText(body, ACTION) ?? '');
  if (match) return { kind: match[1] as 'add' | 'remove', path: match[2] as string, item: match[3] ?? '' };
  const button = Object.keys(body).find((name) => name.startsWith(REMOVE_FILE));
  return button === undefined
    ? undefined
    : { kind: 'remove-file', path: button.slice(REMOVE_FILE.length), item: postedText(body, button) ?? '' };
}
