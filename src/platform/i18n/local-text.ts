/** Data text: what a definition says in one or more languages. Vietnamese is always there; a missing translation shows Vietnamese, marked as such. */
import type { Locale } from './texts.ts';

/** Text held in data. `vi` is the text of record; other languages are translations for information. */
export interface LocalText {
  readonly vi: string;
  readonly en?: string;
}

/** What to print, and the language it is really in: put `lang` on the element when it differs from the page's. */
export interface ShownText {
  readonly text: string;
  readonly lang: Locale;
}

export function inLanguage(text: LocalText, locale: Locale): ShownText {
  const translated = locale === 'vi' ? undefined : text[locale];
  return translated === undefined || translated === ''
    ? { text: text.vi, lang: 'vi' }
    : { text: translated, lang: locale };
}
