/** Words of reconciliation: kinds of differences, reasons they are settled with, faults of lines. */
import { defineTexts } from '../../../platform/i18n/texts.ts';

export const differenceTexts = defineTexts({
  'missing-in-bank': { vi: 'Có trong sổ, không có ở sao kê', en: 'In our books, not on the statement' },
  'missing-in-ours': { vi: 'Có ở sao kê, không có trong sổ', en: 'On the statement, not in our books' },
  amount: { vi: 'Số tiền khác nhau', en: 'Amounts differ' },
  twice: { vi: 'Chuyển hai lần cùng nội dung', en: 'Came twice with the same text' },
  date: { vi: 'Khác ngày', en: 'Dates differ' },
});

export const settleReasonTexts = defineTexts({
  taken: { vi: 'Ghi nhận khoản thu theo sao kê', en: 'Take the money into our books' },
  'bank-mistake': { vi: 'Ngân hàng ghi nhầm, đã báo ngân hàng', en: 'The bank’s mistake, it was told' },
  'our-mistake': { vi: 'Sổ ghi nhầm, đã xử lý', en: 'Our mistake, it was put right' },
  'other-day': { vi: 'Hạch toán vào ngày khác', en: 'Booked on another day' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
});

export const lineFaultTexts = defineTexts({
  time: { vi: 'không đọc được ngày giờ', en: 'the time cannot be read' },
  amount: {
    vi: 'không đọc được số tiền, hoặc có cả ghi nợ và ghi có',
    en: 'the amount cannot be read, or it is both credit and debit',
  },
  transaction: { vi: 'không có số giao dịch', en: 'it has no transaction number' },
  account: { vi: 'không đọc được số tài khoản', en: 'the account cannot be read' },
});
