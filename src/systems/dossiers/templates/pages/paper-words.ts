/** Words and addresses that the pages of papers' templates share. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';
import type { SlipTemplate } from '../../../../platform/documents/slips/slip-template.ts';

export const PAPERS = '/quan-tri/mau-giay';

export const paperPath = (code: string): string => `${PAPERS}/${encodeURIComponent(code)}`;

/** `what` is `nhap-<version of the draft>` or `pb-<version>`. */
export const printPath = (code: string, what: string): string => `${paperPath(code)}/ban-in/${what}/mau.pdf`;

export const paperTexts = defineTexts({
  title: { vi: 'Mẫu phiếu và giấy kết quả', en: 'Templates of papers' },
  version: { vi: (number: number) => `Phiên bản ${number}`, en: (number: number) => `Version ${number}` },
  pack: { vi: 'theo gói dữ liệu của tỉnh', en: 'of the province pack' },
  administrator: { vi: 'do quản trị công bố', en: 'published by an administrator' },
  draft: { vi: 'Bản nháp', en: 'Draft' },
  slip: { vi: 'Phiếu một cửa', en: 'One-stop slip' },
  result: { vi: 'Giấy kết quả', en: 'Result paper' },
  back: { vi: 'Về danh sách mẫu', en: 'Back to the templates' },
  beginning: { vi: 'từ đầu', en: 'since the beginning' },
});

/** Which form of which rule; empty for a paper that no rule gives a form. */
export const ruleOf = (content: unknown): string => {
  const { number, rule, basis } = content as Partial<SlipTemplate> & { readonly basis?: string };
  return [number, rule, basis].filter((part) => part !== undefined).join(', ');
};
