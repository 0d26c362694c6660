/** Interface texts: both languages side by side, both required by the compiler. Vietnamese is the default. */

export type Locale = 'vi' | 'en';

export const LOCALES: readonly Locale[] = ['vi', 'en'];

/** One text in both languages: a sentence, or a function that fills values into one. */
type Text = { vi: string; en: string } | { vi: (...args: never[]) => string; en: (...args: never[]) => string };

type Spoken<T> = { readonly [K in keyof T]: T[K] extends { vi: infer V } ? (V extends string ? string : V) : never };

/**
 * A catalogue of texts: `const texts = defineTexts({ save: { vi: 'Lưu', en: 'Save' } })`, then `texts('vi').save`.
 * A function text must take the same arguments in both languages.
 */
export function defineTexts<const T extends Record<string, Text>>(catalogue: T): (locale: Locale) => Spoken<T> {
  const spoken = new Map(LOCALES.map((locale) => [locale, speak(catalogue, locale)]));
  return (locale) => spoken.get(locale) as Spoken<T>;
}

function speak(catalogue: Record<string, Text>, locale: Locale): Record<string, unknown> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, text[locale]]));
}
