/** Language switch: the same page in the other language, by a query parameter that the server remembers. */
import type { Locale } from '../../i18n/texts.ts';

export const LANGUAGE_PARAMETER = 'ngon-ngu';

/** The path as requested, with `ngon-ngu` set to the other language: `/tra-cuu?ma=…&ngon-ngu=en`. */
export function otherLanguage(path: string, locale: Locale): { locale: Locale; name: string; href: string } {
  const other = locale === 'vi' ? 'en' : 'vi';
  const url = new URL(path, 'http://localhost');
  url.searchParams.set(LANGUAGE_PARAMETER, other);
  return { locale: other, name: other === 'vi' ? 'Tiếng Việt' : 'English', href: `${url.pathname}${url.search}` };
}
