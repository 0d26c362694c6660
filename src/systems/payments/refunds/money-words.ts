/** Words of money that waits for a person, and of refunds. */
import { defineTexts } from '../../../platform/i18n/texts.ts';

export const puzzleTexts = defineTexts({
  amount: { vi: 'Số tiền khác số yêu cầu', en: 'Another amount than asked' },
  twice: { vi: 'Nộp lần nữa cho khoản đã nộp', en: 'Paid again after it was paid' },
  cancelled: { vi: 'Yêu cầu nộp tiền đã bị thay hoặc đã thu tại quầy', en: 'Its request had ended' },
  unknown: { vi: 'Không rõ nộp cho hồ sơ nào', en: 'For no known dossier' },
});

export const standingTexts = defineTexts({
  settled: { vi: 'Đã khớp với hồ sơ', en: 'Settled' },
  unmatched: { vi: 'Chưa khớp', en: 'Unmatched' },
  returned: { vi: 'Đã trả lại', en: 'Sent back' },
});

export const refundStateTexts = defineTexts({
  proposed: { vi: 'Chờ duyệt', en: 'Waits for approval' },
  approved: { vi: 'Đã duyệt, chờ chi', en: 'Approved, to be sent' },
  refused: { vi: 'Không duyệt', en: 'Not approved' },
  sent: { vi: 'Đã chi trả', en: 'Sent' },
});
