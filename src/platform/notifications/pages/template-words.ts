/** Words that the pages of templates share. */
import { defineTexts } from '../../i18n/texts.ts';
import type { Locale } from '../../i18n/texts.ts';
import type { LocalText } from '../../i18n/local-text.ts';
import type { TextPart } from '../template-texts.ts';

export const TEMPLATES = '/quan-tri/mau-thong-bao';

export const LANGUAGE_NAMES: Readonly<Record<Locale, Required<LocalText>>> = {
  vi: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'Tiếng Anh', en: 'English' },
};

export const PART_NAMES: Readonly<Record<TextPart, Required<LocalText>>> = {
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  body: { vi: 'Nội dung trên cổng và trong thư', en: 'Text in the portal and by mail' },
  sms: { vi: 'Tin nhắn SMS', en: 'Text message' },
};

export const templateTexts = defineTexts({
  title: { vi: 'Mẫu thông báo', en: 'Notification templates' },
  version: { vi: (number: number) => `Phiên bản ${number}`, en: (number: number) => `Version ${number}` },
  pack: { vi: 'theo gói dữ liệu của tỉnh', en: 'of the province pack' },
  administrator: { vi: 'do quản trị công bố', en: 'published by an administrator' },
  draft: { vi: 'Bản nháp', en: 'Draft' },
});
