/** What people may point at when they rate: a short list, so that units can count it. */
import type { LocalText } from '../../platform/i18n/local-text.ts';

export const REASONS = {
  late: { vi: 'Trả kết quả chậm', en: 'The result was late' },
  unclear: { vi: 'Hướng dẫn không rõ', en: 'The guidance was unclear' },
  'asked-more': { vi: 'Bị yêu cầu giấy tờ ngoài quy định', en: 'Papers beyond the rules were asked for' },
  attitude: { vi: 'Thái độ phục vụ', en: 'How I was treated' },
  'online-hard': { vi: 'Khó nộp trực tuyến', en: 'Applying online was hard' },
  'wrong-result': { vi: 'Kết quả có sai sót', en: 'The result has mistakes' },
  other: { vi: 'Lý do khác', en: 'Something else' },
} as const satisfies Record<string, LocalText>;

export type Reason = keyof typeof REASONS;

export const isReason = (text: string): text is Reason => Object.hasOwn(REASONS, text);

/** Satisfied (hài lòng) is 4 or 5; at 3 or less a reason is asked for. */
export const SATISFIED_FROM = 4;
