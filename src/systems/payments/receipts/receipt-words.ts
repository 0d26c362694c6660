/** Words of receipts: why a number was voided, how the money came. */
import { defineTexts } from '../../../platform/i18n/texts.ts';

export const voidReasonTexts = defineTexts({
  'wrong-amount': { vi: 'Ghi sai số tiền', en: 'Wrong amount' },
  'wrong-payer': { vi: 'Ghi sai người nộp', en: 'Wrong payer' },
  refunded: { vi: 'Đã hoàn trả tiền', en: 'The money was given back' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
});

export const paidByTexts = defineTexts({
  bank: { vi: 'Chuyển khoản', en: 'Bank transfer' },
  counter: { vi: 'Tiền mặt tại quầy', en: 'Cash at the counter' },
});
