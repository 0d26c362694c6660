/** Refusals of documents, each with its sentence. */
import type { RefusalSpec } from '../system/define-system.ts';

export const documentRefusals: Readonly<Record<string, RefusalSpec>> = {
  'documents.template-unknown': {
    text: { vi: 'Không có mẫu giấy này.', en: 'There is no such template of a paper.' },
  },
  'documents.template-changed': {
    text: {
      vi: 'Mẫu đã được người khác sửa hoặc công bố trong khi bạn đang xem. Hãy mở lại mẫu.',
      en: 'Somebody else has changed or published the template meanwhile. Open it again.',
    },
  },
  'documents.nothing-new': {
    text: {
      vi: 'Nội dung không khác gì phiên bản đang áp dụng.',
      en: 'The template is the same as the one in force.',
    },
  },
  'documents.day-passed': {
    text: { vi: 'Ngày áp dụng phải từ hôm nay trở đi.', en: 'The day must be today or later.' },
  },
};
