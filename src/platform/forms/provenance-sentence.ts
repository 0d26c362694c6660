/** Where an answer came from, in words for the person who is asked to confirm it. */
import { inLanguage, type LocalText } from '../i18n/local-text.ts';
import { defineTexts, type Locale } from '../i18n/texts.ts';

const texts = defineTexts({
  from: { vi: (source: string) => `Lấy từ ${source}`, en: (source: string) => `From ${source}` },
  changed: { vi: (source: string) => `Đã sửa so với ${source}`, en: (source: string) => `Changed from ${source}` },
});

export function provenanceSentence(origin: { label: LocalText; changed: boolean }, locale: Locale): string {
  const words = texts(locale);
  return (origin.changed ? words.changed : words.from)(inLanguage(origin.label, locale).text);
}
