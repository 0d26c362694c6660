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
  'payments.note-missing': { text: { vi: 'Hãy ghi rõ lý do.', en: 'Say why.' } },
  'payments.payee-missing': {
    text: {
      vi: 'Hãy ghi đủ chủ tài khoản, ngân hàng (hoặc mã BIN sáu chữ số) và số tài khoản nhận.',
      en: 'Give the holder, the bank (or the six digits of its BIN) and the account number.',
    },
  },
  'payments.reason-does-not-hold': {
    text: {
      vi: 'Lý do này không áp dụng được cho khoản thu này: không có phần nào được hoàn trả.',
      en: 'This reason does not hold for this payment: nothing of it may be given back.',
    },
  },
  'payments.refund-amount': {
    text: {
      vi: 'Số tiền hoàn trả phải từ 1 đến {most} đồng, không quá số được hoàn trả.',
      en: 'The amount must be between 1 and {most} đồng, never more than may be given back.',
    },
  },
  'payments.same-person': {
    text: {
      vi: 'Người đề nghị không được tự duyệt: người khác phải duyệt.',
      en: 'Who proposed it cannot approve it: another person has to.',
    },
  },
  'payments.refund-decided': {
    text: { vi: 'Khoản hoàn trả này không còn ở bước này.', en: 'This refund is no longer at this step.' },
  },
  'payments.transaction-missing': {
    text: {
      vi: 'Hãy ghi số giao dịch của ngân hàng (chữ, số, dấu chấm, gạch).',
      en: 'Give the number of the bank’s transaction (letters, digits, dots, dashes).',
    },
  },
  'payments.transaction-used': {
    text: {
      vi: 'Số giao dịch này đã ghi cho một khoản hoàn trả khác.',
      en: 'This transaction stands for another refund already.',
    },
  },
  'payments.bank-sends': {
    text: {
      vi: 'Hệ thống tự gửi lệnh chi đến ngân hàng; không ghi tay để tránh chi hai lần.',
      en: 'The program asks the bank itself; nothing is recorded by hand, so that it is not sent twice.',
    },
  },
  'payments.not-unmatched': {
    text: {
      vi: 'Khoản thu này đã khớp hoặc đang được trả lại.',
      en: 'This payment is matched already, or being sent back.',
    },
  },
  'payments.dossier-unknown': {
    text: { vi: 'Không có hồ sơ mang mã này ở đơn vị của bạn.', en: 'No dossier of your units has this code.' },
  },
  'payments.dossier-closed': {
    text: {
      vi: 'Hồ sơ này đã kết thúc, không nhận thêm tiền. Hãy trả lại khoản thu.',
      en: 'This dossier is closed and takes no more money. Send the payment back.',
    },
  },
  'payments.statement-missing': { text: { vi: 'Hãy chọn tệp sao kê.', en: 'Choose the statement file.' } },
  'payments.statement-empty': { text: { vi: 'Tệp không có giao dịch nào.', en: 'The file holds no transaction.' } },
  'payments.statement-not-csv': {
    text: {
      vi: 'Tệp này không phải CSV. Tải sao kê dạng CSV từ ngân hàng.',
      en: 'This file is no CSV. Download the statement as CSV from the bank.',
    },
  },
  'payments.statement-headings': {
    text: {
      vi: 'Không tìm thấy dòng tiêu đề với các cột ngày giờ, số giao dịch, ghi có, nội dung.',
      en: 'No line of headings with time, transaction, credit and content was found.',
    },
  },
  'payments.difference-gone': {
    text: { vi: 'Chênh lệch này không còn.', en: 'This difference is no longer there.' },
  },
  'payments.difference-settled': {
    text: { vi: 'Chênh lệch này đã được giải trình.', en: 'This difference has been settled.' },
  },
  'payments.nothing-to-take': {
    text: {
      vi: 'Chỉ ghi nhận được tiền vào có ở sao kê mà không có trong sổ.',
      en: 'Only money that came in by the statement and is not in our books can be taken.',
    },
  },
  'payments.day-not-over': { text: { vi: 'Chỉ chốt được ngày đã qua.', en: 'Only a day that is over can be closed.' } },
  'payments.no-statement': {
    text: { vi: 'Chưa có sao kê của ngày này.', en: 'No statement covers this day.' },
  },
  'payments.day-closed': { text: { vi: 'Ngày này đã chốt.', en: 'This day is closed.' } },
  'payments.differences-open': {
    text: { vi: 'Còn {open} chênh lệch chưa giải trình.', en: '{open} differences are not settled.' },
  },
} as const satisfies Record<string, RefusalSpec>;
