/** What the members of a dossier's journal entries are called in the explanation of a rule. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';

export const BODY_LABELS: Readonly<Record<string, LocalText>> = {
  amount: { vi: 'Số tiền', en: 'amount' },
  at_step: { vi: 'Ở bước', en: 'at step' },
  before_acceptance: { vi: 'Trước khi tiếp nhận', en: 'before acceptance' },
  code: { vi: 'Mã hồ sơ', en: 'code' },
  components: { vi: 'Giấy tờ được yêu cầu', en: 'papers asked for' },
  due: { vi: 'Hạn', en: 'due' },
  how: { vi: 'Cách trả', en: 'how' },
  items: { vi: 'Khoản thu', en: 'items' },
  key: { vi: 'Mã khoản', en: 'key' },
  late: { vi: 'Trễ hạn', en: 'late' },
  new_due: { vi: 'Ngày hẹn mới', en: 'new date' },
  next_step: { vi: 'Bước tiếp', en: 'next step' },
  number: { vi: 'Số văn bản', en: 'number' },
  outcome: { vi: 'Kết cục', en: 'outcome' },
  paid: { vi: 'Đã nộp', en: 'paid' },
  promised: { vi: 'Ngày hẹn trên phiếu', en: 'promised' },
  sha256: { vi: 'Mã băm của tệp kết quả', en: 'digest of the result file' },
  shown: { vi: 'Giấy tờ đã xem', en: 'papers seen' },
  slip: { vi: 'Số phiếu', en: 'slip number' },
  step: { vi: 'Bước', en: 'step' },
  term: { vi: 'Thời hạn', en: 'term' },
  total: { vi: 'Tổng số tiền', en: 'total' },
  was_due: { vi: 'Hạn cũ', en: 'old date' },
};
