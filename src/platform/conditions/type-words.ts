/** Types of values in words, for whoever writes a condition. */
import type { LocalText } from '../i18n/local-text.ts';

export const TYPE_WORDS: Readonly<Record<string, Required<LocalText>>> = {
  string: { vi: 'văn bản', en: 'text' },
  day: { vi: 'ngày', en: 'day' },
  int: { vi: 'số nguyên', en: 'whole number' },
  money: { vi: 'đồng', en: 'đồng' },
  double: { vi: 'số', en: 'number' },
  bool: { vi: 'đúng/sai', en: 'yes or no' },
  instant: { vi: 'thời điểm', en: 'moment' },
  strings: { vi: 'danh sách văn bản', en: 'list of texts' },
  rows: { vi: 'danh sách', en: 'list' },
};
