/** The sentences that explain a due time to a citizen. */
import { inLanguage, type LocalText } from '../i18n/local-text.ts';
import { defineTexts, LOCALES, type Locale } from '../i18n/texts.ts';
import { asSentence, namedDay, namedDays, minuteInWords, namedTime, workingTimeInWords } from './day-words.ts';
import { type Day, dayOf, type Instant } from './instant.ts';
import { type Term, termInWords } from './term.ts';

const at = namedTime;
const day = namedDay;
const days = namedDays;
const worked = workingTimeInWords;
const term = (locale: Locale, value: Term): string => inLanguage(termInWords(value), locale).text;
const title = (locale: Locale, value: LocalText): string => inLanguage(value, locale).text;
const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

export const dueTexts = defineTexts({
  received: {
    vi: (time: Instant) => `Hồ sơ được nhận lúc ${at('vi', time)}.`,
    en: (time: Instant) => `The dossier was received at ${at('en', time)}.`,
  },
  late: {
    vi: (cutOff: number) =>
      `Nhận sau ${minuteInWords(cutOff)} nên thời hạn tính từ đầu giờ của ngày làm việc tiếp theo.`,
    en: (cutOff: number) =>
      `Received after ${minuteInWords(cutOff)}, so the term starts when the next working day begins.`,
  },
  outsideHours: {
    vi: 'Nhận ngoài giờ làm việc nên thời hạn tính từ lúc mở cửa tiếp theo.',
    en: 'Received outside office hours, so the term starts at the next opening.',
  },
  restDay: {
    vi: 'Nhận vào ngày nghỉ nên thời hạn tính từ lúc mở cửa của ngày làm việc tiếp theo.',
    en: 'Received on a day off, so the term starts when the next working day opens.',
  },
  starts: {
    vi: (time: Instant, value: Term) => `Thời hạn ${term('vi', value)} bắt đầu tính từ ${at('vi', time)}.`,
    en: (time: Instant, value: Term) => `The term, ${term('en', value)}, starts at ${at('en', time)}.`,
  },
  sameDay: {
    vi: (time: Instant) => `Thời hạn là trong ngày: đến hết giờ làm việc của ngày bắt đầu, ${day('vi', dayOf(time))}.`,
    en: (time: Instant) =>
      `The term is the same day: until the office closes on the day it starts, ${day('en', dayOf(time))}.`,
  },
  countedTime: {
    vi: (from: Day, to: Day, ms: number, left: number, inDays: boolean, why?: LocalText) =>
      `${asSentence(days('vi', from, to))}${why ? ` (${title('vi', why)})` : ''}: tính ${worked('vi', ms, inDays)}, ${left > 0 ? `còn ${worked('vi', left, inDays)}` : 'đủ thời hạn'}.`,
    en: (from: Day, to: Day, ms: number, left: number, inDays: boolean, why?: LocalText) =>
      `${days('en', from, to)}${why ? ` (${title('en', why)})` : ''}: ${worked('en', ms, inDays)} counted, ${left > 0 ? `${worked('en', left, inDays)} left` : 'the term is complete'}.`,
  },
  dayOff: {
    vi: (from: Day, to: Day, why: LocalText) =>
      `${asSentence(days('vi', from, to))}: nghỉ ${title('vi', why)}, không tính.`,
    en: (from: Day, to: Day, why: LocalText) => `${days('en', from, to)}: ${title('en', why)}, not counted.`,
  },
  firstDay: {
    vi: (first: Day) => `Ngày bắt đầu, ${day('vi', first)}, không tính.`,
    en: (first: Day) => `The day it starts, ${day('en', first)}, is not counted.`,
  },
  countedDays: {
    vi: (value: Term, last: Day) => `Đếm ${term('vi', value)}, kể cả ngày nghỉ: đến ${day('vi', last)}.`,
    en: (value: Term, last: Day) => `Counting ${term('en', value)}, days off included: up to ${day('en', last)}.`,
  },
  countedMonths: {
    vi: (value: Term, last: Day) => `Đếm ${term('vi', value)}: đến ${day('vi', last)}.`,
    en: (value: Term, last: Day) => `Counting ${term('en', value)}: up to ${day('en', last)}.`,
  },
  pausedTime: {
    vi: (from: Instant, to: Instant, ms: number, inDays: boolean) =>
      `Tạm dừng từ ${at('vi', from)} đến ${at('vi', to)}: ${worked('vi', ms, inDays)} không tính vào thời hạn.`,
    en: (from: Instant, to: Instant, ms: number, inDays: boolean) =>
      `Paused from ${at('en', from)} to ${at('en', to)}: ${worked('en', ms, inDays)} not counted.`,
  },
  pausedDays: {
    vi: (from: Instant, to: Instant, count: number) =>
      `Tạm dừng từ ${at('vi', from)} đến ${at('vi', to)}: hạn lùi ${count} ngày (ngày đầu tạm dừng không tính).`,
    en: (from: Instant, to: Instant, count: number) =>
      `Paused from ${at('en', from)} to ${at('en', to)}: the end moves ${counted(count, 'day')} later (the first day of a pause is not counted).`,
  },
  pausedAtClosing: {
    vi: (closed: Day, next: Day) =>
      `Hết giờ làm việc ngày ${day('vi', closed)} vẫn đang tạm dừng: hạn chuyển sang ${day('vi', next)}.`,
    en: (closed: Day, next: Day) =>
      `At the closing of ${day('en', closed)} it was still paused: the end moves to ${day('en', next)}.`,
  },
  pauseWithoutEffect: {
    vi: (from: Instant, to: Instant) =>
      `Tạm dừng từ ${at('vi', from)} đến ${at('vi', to)}: ngoài thời hạn, không làm thay đổi hạn.`,
    en: (from: Instant, to: Instant) =>
      `Paused from ${at('en', from)} to ${at('en', to)}: outside the term, so the due time stays.`,
  },
  stillPaused: {
    vi: (from: Instant) =>
      `Đang tạm dừng từ ${at('vi', from)}: hạn dưới đây là sớm nhất và còn lùi thêm cho đến khi hồ sơ được giải quyết tiếp.`,
    en: (from: Instant) =>
      `Paused since ${at('en', from)}: the time below is the earliest possible and moves on until work goes on.`,
  },
  extendedBy: {
    vi: (value: Term) => `Được gia hạn thêm ${term('vi', value)}.`,
    en: (value: Term) => `Extended by ${term('en', value)}.`,
  },
  extendedUntil: {
    vi: (decided: Instant, until: Instant) => `Quyết định lúc ${at('vi', decided)} hẹn lại hạn đến ${at('vi', until)}.`,
    en: (decided: Instant, until: Instant) =>
      `A decision at ${at('en', decided)} set the new due time: ${at('en', until)}.`,
  },
  carried: {
    vi: (last: Day, why: LocalText, next: Day) =>
      `Ngày cuối, ${day('vi', last)}, nghỉ ${title('vi', why)} nên hạn chuyển sang ngày làm việc tiếp theo, ${day('vi', next)}.`,
    en: (last: Day, why: LocalText, next: Day) =>
      `The last day, ${day('en', last)}, is a day off (${title('en', why)}), so the end moves to the next working day, ${day('en', next)}.`,
  },
  due: {
    vi: (time: Instant) => `Hạn trả kết quả: ${at('vi', time)}.`,
    en: (time: Instant) => `Due: ${at('en', time)}.`,
  },
  unconfirmedDay: {
    vi: (name: LocalText, from: Day, to: Day) =>
      `${asSentence(title('vi', name))} (${days('vi', from, to)}): chưa có văn bản xác nhận.`,
    en: (name: LocalText, from: Day, to: Day) =>
      `${asSentence(title('en', name))} (${days('en', from, to)}): not yet confirmed by a document.`,
  },
  undecidedDay: {
    vi: (name: LocalText, from: Day) =>
      `${title('vi', name)} (${day('vi', from)}) được tính là ngày làm việc: chưa có văn bản xác nhận là ngày nghỉ.`,
    en: (name: LocalText, from: Day) =>
      `${title('en', name)} (${day('en', from)}) is counted as a working day: no document yet makes it a day off.`,
  },
  unconfirmedHours: {
    vi: (hours: string) => `Giờ làm việc ${hours}: chưa có văn bản xác nhận.`,
    en: (hours: string) => `Office hours ${hours}: not yet confirmed by a document.`,
  },
  unconfirmedLate: {
    vi: (cutOff: number) =>
      `Mốc ${minuteInWords(cutOff)} để chuyển sang ngày làm việc tiếp theo: chưa có văn bản xác nhận.`,
    en: (cutOff: number) =>
      `The ${minuteInWords(cutOff)} limit for starting the same day: not yet confirmed by a document.`,
  },
  calendarEnd: {
    vi: (from: Day, to: Day) =>
      `Lịch chỉ có ngày nghỉ lễ ${days('vi', from, to)}; ngày nghỉ lễ ngoài khoảng đó chưa được tính.`,
    en: (from: Day, to: Day) =>
      `The calendar knows holidays ${days('en', from, to)} only; holidays outside it are not counted yet.`,
  },
  weeklyRest: { vi: 'hằng tuần', en: 'weekly rest' },
});

type DueTexts = ReturnType<typeof dueTexts>;

/** One sentence in both languages. */
export function say<K extends keyof DueTexts>(
  key: K,
  ...values: DueTexts[K] extends (...args: infer A) => string ? A : []
): Required<LocalText> {
  const [vi, en] = LOCALES.map((locale) => {
    const text: unknown = dueTexts(locale)[key];
    return typeof text === 'function' ? (text(...values) as string) : (text as string);
  }) as [string, string];
  return { vi, en };
}
