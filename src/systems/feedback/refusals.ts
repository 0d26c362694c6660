/** Refusals of feedback. */
import type { RefusalSpec } from '../../platform/system/define-system.ts';

export const feedbackRefusals = {
  'feedback.no-result': {
    text: {
      vi: 'Chỉ đánh giá được khi hồ sơ đã có kết quả.',
      en: 'A dossier can be rated once it has its result.',
    },
  },
  'feedback.already-rated': {
    text: {
      vi: 'Hồ sơ này đã được đánh giá; đánh giá không sửa được.',
      en: 'This dossier has been rated; a rating is not changed.',
    },
  },
  'feedback.score-missing': { text: { vi: 'Hãy chọn mức hài lòng.', en: 'Choose how satisfied you are.' } },
  'feedback.reason-missing': {
    text: { vi: 'Hãy chọn ít nhất một điều chưa hài lòng.', en: 'Choose at least one thing that was not right.' },
  },
  'feedback.answer-empty': { text: { vi: 'Hãy ghi câu trả lời.', en: 'Write the answer.' } },
  'feedback.already-answered': {
    text: { vi: 'Đánh giá này đã được trả lời.', en: 'This rating has been answered.' },
  },
} as const satisfies Record<string, RefusalSpec>;
