/** Words that the pages of back-tests share. */
import { defineTexts } from '../../../../platform/i18n/texts.ts';

export const backTestTexts = defineTexts({
  title: { vi: 'Thử trên quá khứ', en: 'Back-test' },
  draft: { vi: 'Bản nháp', en: 'Draft' },
  version: { vi: (number: string) => `Phiên bản ${number}`, en: (number: string) => `Version ${number}` },
  period: {
    vi: (from: string, to: string) => `${from} đến ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày', en: 'Until' },
  first: { vi: 'Thử bản nào', en: 'Which text' },
  second: { vi: 'So với', en: 'Compared with' },
  chooseText: { vi: 'Chọn bản cần thử.', en: 'Choose the text to try.' },
  chooseOther: { vi: 'Chọn một bản khác với bản thử.', en: 'Choose another text than the one that is tried.' },
  noDay: { vi: 'Nhập ngày có trong lịch.', en: 'Enter a day of the calendar.' },
  noPeriod: {
    vi: 'Ngày cuối không trước ngày đầu, và không quá 5 năm.',
    en: 'The last day is not before the first, and not five years after it.',
  },
  run: { vi: 'Thử', en: 'Try it' },
  found: { vi: 'Phát hiện', en: 'Found' },
  falseAlarms: { vi: 'Báo nhầm', en: 'False alarms' },
});

export const STATES = {
  waiting: { vi: 'Chờ chạy', en: 'Waits' },
  running: { vi: 'Đang chạy', en: 'Running' },
  done: { vi: 'Đã xong', en: 'Done' },
  failed: { vi: 'Không chạy được', en: 'Failed' },
} as const;

/** `ban-nhap` or the number of a version. */
export function textName(name: string, locale: 'vi' | 'en'): string {
  const words = backTestTexts(locale);
  return name === 'ban-nhap' ? words.draft : words.version(name);
}
