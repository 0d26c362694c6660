/** Refusals of results. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

export const resultRefusals = {
  'results.reason-missing': { text: { vi: 'Hãy ghi lý do thu hồi.', en: 'Say why it is withdrawn.' } },
  'results.not-in-force': {
    text: {
      vi: 'Kết quả này không còn giá trị: đã được thay thế hoặc thu hồi trước đó.',
      en: 'This result no longer counts: it was replaced or withdrawn before.',
    },
  },
  'results.already-confirmed': {
    text: { vi: 'Giấy tờ này đã được xác nhận trước đó.', en: 'This paper was confirmed before.' },
  },
} as const satisfies Record<string, RefusalSpec>;
