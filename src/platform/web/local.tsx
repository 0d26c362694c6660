/** Local: data text in the reader's language, marked with the language it is really in. */
import { inLanguage, type LocalText } from '../i18n/local-text.ts';
import { useLocale } from './frame.tsx';

/** A translation that is missing shows the Vietnamese text of record with `lang="vi"`, so that a screen reader reads it as Vietnamese. */
export function Local({ text }: { text: LocalText }) {
  const locale = useLocale();
  const shown = inLanguage(text, locale);
  return shown.lang === locale ? <>{shown.text}</> : <span lang={shown.lang}>{shown.text}</span>;
}
