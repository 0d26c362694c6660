/** Refusals of the plan: each broken rule with its stable code and its sentence. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

export const planRefusals = {
  'plan.same-person': {
    text: {
      vi: 'Người nhập không được tự duyệt: người khác phải duyệt.',
      en: 'Who entered it cannot approve it: another person has to.',
    },
  },
  'plan.already-decided': {
    text: {
      vi: 'Số liệu này không còn chờ duyệt. Hãy tải lại trang để xem ai đã làm gì.',
      en: 'This value no longer waits. Load the page again to see who did what.',
    },
  },
  'plan.reason-missing': { text: { vi: 'Hãy ghi lý do không duyệt.', en: 'Say why it is not approved.' } },
  'plan.not-the-author': {
    text: { vi: 'Chỉ người nhập được rút lại số liệu.', en: 'Only who entered it can take it back.' },
  },
} as const satisfies Record<string, RefusalSpec>;
