/** Words of the plan that several pages and files say the same: amounts with their unit, targets, statuses, reasons. */
import type { Day } from '../../platform/calendar/instant.ts';
import { inLanguage } from '../../platform/i18n/local-text.ts';
import { defineTexts, type Locale } from '../../platform/i18n/texts.ts';
import { groupedNumber } from '../../platform/text/money.ts';
import { dayText } from '../../platform/text/vietnamese-date.ts';
import { amountText } from './amount.ts';
import type { Measure } from './definition.ts';
import type { Forecast } from './score/forecast.ts';
import type { Actual, MeasureScore } from './score/score-target.ts';
import { targetAmount } from './score/score-target.ts';

export const planTexts = defineTexts({
  unknown: {
    vi: (count: string) => `${count} chưa biết mức`,
    en: (count: string) => `${count} of unknown level`,
  },
  done: { vi: 'hoàn thành', en: 'done' },
  noActual: { vi: 'chưa có số liệu được duyệt', en: 'no approved value' },
  noBase: { vi: 'chưa nhập mốc ban đầu', en: 'no baseline entered' },
  asOf: { vi: (day: string) => `đến ${day}`, en: (day: string) => `to ${day}` },
  short: { vi: (gap: string) => `thiếu ${gap}`, en: (gap: string) => `${gap} short` },
  points: { vi: 'điểm phần trăm', en: 'percentage points' },
  actual: { vi: 'Số thực hiện', en: 'Actual value' },
  baseline: { vi: 'Mốc ban đầu', en: 'Baseline' },
  point: { vi: 'Mốc lộ trình', en: 'Point of the trajectory' },
  draft: { vi: 'Chờ duyệt', en: 'Waits for approval' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
  refused: { vi: 'Không duyệt', en: 'Not approved' },
  withdrawn: { vi: 'Đã rút lại', en: 'Taken back' },
  annulled: { vi: 'Đã hủy', en: 'Annulled' },
  entered: { vi: 'Nhập theo văn bản', en: 'Entered from a document' },
  indicator: { vi: 'Chỉ số của hệ thống', en: 'An indicator of the system' },
  counter: { vi: 'Bộ đếm được nhập', en: 'An entered counter' },
  'no-actual': {
    vi: 'Chưa có số liệu nào được duyệt.',
    en: 'No value has been approved yet.',
  },
  reached: { vi: 'Số liệu gần nhất đạt mục tiêu.', en: 'The last value reaches the target.' },
  'deadline-passed': { vi: 'Đã qua hạn mà chưa đạt.', en: 'The deadline has passed and it is not reached.' },
  'not-done-yet': { vi: 'Chưa hoàn thành, còn thời gian.', en: 'Not done; there is time.' },
  'not-done-soon': { vi: 'Chưa hoàn thành, sắp đến hạn.', en: 'Not done, and the deadline is near.' },
  'on-path': { vi: 'Theo kịp lộ trình.', en: 'Keeps up with the trajectory.' },
  'on-path-forecast-short': {
    vi: 'Theo kịp lộ trình nhưng dự báo không đạt mục tiêu khi đến hạn.',
    en: 'Keeps up with the trajectory, but the forecast falls short at the deadline.',
  },
  behind: { vi: 'Chậm so với lộ trình.', en: 'Behind the trajectory.' },
  'far-behind': { vi: 'Chậm nhiều so với lộ trình.', en: 'Far behind the trajectory.' },
  'far-behind-forecast-reaches': {
    vi: 'Chậm nhiều so với lộ trình, nhưng dự báo vẫn đạt khi đến hạn.',
    en: 'Far behind the trajectory, but the forecast still reaches the target.',
  },
  'forecast-reaches': {
    vi: 'Chưa có mốc ban đầu; dự báo đạt khi đến hạn.',
    en: 'No baseline; the forecast reaches it.',
  },
  'forecast-short': {
    vi: 'Chưa có mốc ban đầu; dự báo không đạt khi đến hạn.',
    en: 'No baseline; the forecast falls short.',
  },
  'no-baseline': {
    vi: 'Chưa đạt; chưa có mốc ban đầu và chưa đủ số liệu để dự báo.',
    en: 'Not reached; no baseline, and too few values to forecast.',
  },
  'forecast-too-few': {
    vi: (have: number, least: number, days: number) =>
      `Chưa dự báo được: có ${have} số liệu, cần ít nhất ${least}, trải ít nhất ${days} ngày.`,
    en: (have: number, least: number, days: number) =>
      `No forecast: ${have} values, at least ${least} over ${days} days are needed.`,
  },
  'forecast-past': { vi: 'Đã qua hạn: không dự báo.', en: 'Past the deadline: no forecast.' },
  'forecast-none': { vi: 'Việc có hoặc không: không dự báo.', en: 'Done or not: no forecast.' },
  'forecast-value': {
    vi: (value: string, points: number) => `${value}, theo ${points} số liệu gần nhất.`,
    en: (value: string, points: number) => `${value}, from the last ${points} values.`,
  },
});

/** `71,4 %`, `9 cơ sở dữ liệu`, `hạng 25`. */
export function amountWithUnit(amount: number, { kind, unit }: Measure, locale: Locale): string {
  const text = amountText(amount, kind, locale);
  if (!unit) return text;
  const { text: word } = inLanguage(unit, locale);
  return kind === 'rank' ? `${word} ${text}` : `${text} ${word}`;
}

const SIGNS = { '>=': '≥', '<=': '≤', '=': '=' } as const;

/** `≥ 60 %`. */
export function targetText(measure: Measure, locale: Locale): string {
  if (measure.kind === 'yes-no') return planTexts(locale).done;
  const [sign, amount] = [SIGNS[measure.compare], targetAmount(measure)];
  // a rank is named before its number: `hạng ≤ 15`
  return measure.kind === 'rank' && measure.unit
    ? `${inLanguage(measure.unit, locale).text} ${sign} ${amountText(amount, measure.kind, locale)}`
    : `${sign} ${amountWithUnit(amount, measure, locale)}`;
}

/** `131.402 / 184.036 hồ sơ`; of what has no parts, the day it speaks of. */
export function partsText(
  actual: Pick<Actual, 'numerator' | 'denominator' | 'unknown'> & { readonly day?: Day },
  measure: Measure,
  locale: Locale,
): string {
  const words = planTexts(locale);
  const { numerator, denominator, unknown } = actual;
  if (numerator === null || denominator === null)
    return actual.day === undefined ? '' : words.asOf(dayText(actual.day, locale));
  const base = measure.denominator ? inLanguage(measure.denominator, locale).text : '';
  const parts = `${groupedNumber(numerator, locale)} / ${groupedNumber(denominator, locale)} ${base}`.trim();
  return unknown ? `${parts}; ${words.unknown(groupedNumber(unknown, locale))}` : parts;
}

/** How much the forecast falls short; undefined where it does not. */
export function shortfallText({ measure, forecast, trajectory }: MeasureScore, locale: Locale): string | undefined {
  if (forecast.kind !== 'value') return undefined;
  const { amount: target } = trajectory.target;
  const gap = measure.compare === '<=' ? forecast.amount - target : target - forecast.amount;
  if (gap <= 0) return undefined;
  const words = planTexts(locale);
  // cut figures are shown cut, so their difference is that of what is shown
  const text =
    measure.kind === 'percent'
      ? `${groupedNumber(Math.ceil(gap / 1000) / 10, locale)} ${words.points}`
      : amountWithUnit(gap, measure, locale);
  return words.short(text);
}

export function forecastSentence(forecast: Forecast, measure: Measure, locale: Locale): string {
  const words = planTexts(locale);
  if (forecast.kind === 'too-few') return words['forecast-too-few'](forecast.have, forecast.least, forecast.spanDays);
  if (forecast.kind === 'past-deadline') return words['forecast-past'];
  if (forecast.kind === 'none') return words['forecast-none'];
  return words['forecast-value'](amountWithUnit(forecast.amount, measure, locale), forecast.points);
}
