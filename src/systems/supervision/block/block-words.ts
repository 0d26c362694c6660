/** Where blocking is authorised, and its words. */
import { defineTexts } from '../../../platform/i18n/texts.ts';

export const BLOCKS = '/quan-tri/kich-ban-chan';

export const blockTexts = defineTexts({
  title: { vi: 'Cho phép kịch bản chặn hành vi', en: 'Authorise scenarios that block' },
  number: { vi: 'Số, ký hiệu quyết định', en: 'Number of the decision' },
  numberHint: { vi: 'Ví dụ: 15/QĐ-UBND', en: 'Such as 15/QĐ-UBND' },
  numberWrong: { vi: 'Nhập số, ký hiệu của quyết định.', en: 'Enter the number of the decision.' },
  day: { vi: 'Ngày của quyết định', en: 'Date of the decision' },
  dayWrong: {
    vi: 'Nhập ngày có trong lịch, không sau hôm nay.',
    en: 'Enter a day of the calendar, not after today.',
  },
});
