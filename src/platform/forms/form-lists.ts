/** Lists that fields choose from by name: nations and peoples from here, provinces and communes from whoever knows them. */
import type { LocalText } from '../i18n/local-text.ts';

export interface ListOption {
  readonly value: string;
  readonly label: LocalText;
  readonly hint?: LocalText;
  /** Of a commune: the code of its province. */
  readonly parent?: string;
}

/** The options of a list, or undefined when there is no list of that name. */
export type FormLists = (name: string) => readonly ListOption[] | undefined;

export const listsFrom =
  (lists: Readonly<Record<string, readonly ListOption[]>>): FormLists =>
  (name) =>
    Object.hasOwn(lists, name) ? lists[name] : undefined;
