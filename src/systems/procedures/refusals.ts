/** Refusals of procedures: why a draft or a version was not written. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

export const procedureRefusals: Readonly<Record<string, RefusalSpec>> = {
  'procedures.draft-exists': {
    text: {
      vi: 'Thủ tục này đã có bản nháp. Mở bản nháp đó để sửa tiếp, hoặc bỏ nó trước.',
      en: 'There is a draft of this procedure already. Open it to go on, or discard it first.',
    },
  },
  'procedures.nothing-new': {
    text: {
      vi: 'Nội dung không khác phiên bản đang hoặc sắp áp dụng, nên không có gì để công bố.',
      en: 'The content is the same as the version in force or scheduled, so there is nothing to publish.',
    },
  },
  'procedures.day-passed': {
    text: { vi: 'Ngày áp dụng phải từ hôm nay trở đi.', en: 'The first day in force must be today or later.' },
  },
  'procedures.versions-changed': {
    text: {
      vi: 'Người khác vừa công bố một phiên bản của thủ tục này. Hãy xem lại rồi công bố.',
      en: 'Somebody else has just published a version of this procedure. Look again, then publish.',
    },
  },
};
