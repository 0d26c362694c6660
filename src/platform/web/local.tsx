/** Local: data text in the reader's language, marked with the language it is really in. */
import { inLanguage, type LocalText } from '../i18n/local-text.ts';
import { CommaList } from './components/comma-list/comma-list.tsx';
import { useLocale } from './frame.tsx';

/**
 * A translation that is missing shows the Vietnamese text of record with `lang="vi"`, so that a screen reader reads it as Vietnamese.
 * `terms`: the text is a list of terms with commas, none of which may break.
 */
export function Local({ text, terms }: { text: LocalText; terms?: boolean }) {
  const locale = useLocale();
  const shown = inLanguage(text, locale);
  const words = terms ? <CommaList text={shown.text} /> : shown.text;
  return shown.lang === locale ? <>{words}</> : <span lang={shown.lang}>{words}</span>;
}
