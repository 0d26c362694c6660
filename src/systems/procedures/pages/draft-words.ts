/** Words and addresses shared by the pages on which procedures are edited. */
import { defineTexts } from '../../../platform/i18n/texts.ts';

export const EDITED = '/quan-tri/thu-tuc';
export const editedPath = (code: string): string => `${EDITED}/${encodeURIComponent(code)}`;
export const draftPath = (code: string): string => `${editedPath(code)}/nhap`;

export const draftTexts = defineTexts({
  list: { vi: 'Biên tập thủ tục', en: 'Edit procedures' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  draft: { vi: 'Bản nháp', en: 'Draft' },
  code: { vi: 'Mã', en: 'Code' },
  inForce: { vi: 'Đang áp dụng', en: 'In force' },
  scheduled: { vi: 'Chờ áp dụng', en: 'Scheduled' },
  ended: { vi: 'Hết áp dụng', en: 'Ended' },
  replaced: { vi: 'Đã thay', en: 'Replaced' },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `from ${day}` },
  until: { vi: (day: string) => `đến hết ${day}`, en: (day: string) => `to ${day}` },
  always: { vi: 'từ trước', en: 'since before' },
  from: { vi: 'Áp dụng từ ngày', en: 'In force from' },
  changedBy: {
    vi: (name: string, when: string) => `${name} sửa lúc ${when}`,
    en: (name: string, when: string) => `changed by ${name} at ${when}`,
  },
  somebody: { vi: 'Chương trình', en: 'The program' },
});
