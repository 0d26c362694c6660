/** Refusals of payments: each broken rule with its stable code and its sentence. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

export const paymentRefusals = {
  'payments.already-voided': {
    text: { vi: 'Biên lai này đã bị hủy trước đó.', en: 'This receipt was voided before.' },
  },
  'payments.reason-missing': {
    text: { vi: 'Hãy chọn lý do và ghi rõ.', en: 'Choose the reason and say more about it.' },
  },
  'payments.till-empty': {
    text: {
      vi: 'Chưa thu khoản tiền mặt nào kể từ lần chốt ca trước.',
      en: 'No cash was taken since the last shift was closed.',
    },
  },
  'payments.count-missing': {
    text: { vi: 'Hãy ghi số tiền đếm được, là số nguyên.', en: 'Give the amount counted, a whole number.' },
  },
  'payments.count-unexplained': {
    text: {
      vi: 'Số đếm được khác số theo biên lai: hãy giải trình chênh lệch.',
      en: 'What was counted differs from the receipts: explain the difference.',
    },
  },
  'payments.till-moved': {
    text: {
      vi: 'Vừa có thêm khoản thu sau khi mở trang này. Hãy xem lại rồi chốt ca.',
      en: 'More cash has come in since this page was opened. Look again, then close the shift.',
    },
  },
} as const satisfies Record<string, RefusalSpec>;
