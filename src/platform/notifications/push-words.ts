/** What a push says: no name, no code, nothing of a dossier, because a locked screen shows it to whoever stands by. */
import { defineTexts, type Locale } from '../i18n/texts.ts';

const texts = defineTexts({
  subject: { vi: 'Có thông báo mới', en: 'You have a new notification' },
  body: { vi: 'Mở cổng dịch vụ công để xem.', en: 'Open the portal to see it.' },
});

export function pushWords(locale: Locale): { readonly subject: string; readonly body: string } {
  const { subject, body } = texts(locale);
  return { subject, body };
}
