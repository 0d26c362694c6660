/** What a person types of a value: numbers, days and the document, every mistake with its field. */
import { dayOf } from '../../platform/calendar/instant.ts';
import { fieldOf } from '../../platform/http/route.ts';
import { defineTexts } from '../../platform/i18n/texts.ts';
import { readTypedDay, type TypedDay } from '../../platform/text/typed-day.ts';
import { readWholeNumber } from '../../platform/text/money.ts';
import type { FieldError } from '../../platform/web/components/error-summary/error-summary.tsx';
import { DONE, readAmount, shareOf } from './amount.ts';
import { deadlineOf, type Measure, type Target } from './definition.ts';
import type { EnteredValue } from './enter-value.ts';
import type { PlanExchange } from './office.ts';
import type { ValueKind } from './tables.ts';

const texts = defineTexts({
  measure: { vi: 'Chọn cách đo.', en: 'Choose the measure.' },
  kind: { vi: 'Chọn loại số liệu.', en: 'Choose what kind of value it is.' },
  day: { vi: 'Nhập ngày có trong lịch, ví dụ 31 10 2026.', en: 'Enter a day of the calendar, such as 31 10 2026.' },
  future: { vi: 'Số liệu thực hiện không thể sau hôm nay.', en: 'An actual value is not of a day to come.' },
  pointDay: {
    vi: 'Mốc ban đầu và mốc lộ trình phải trước hạn của chỉ tiêu.',
    en: 'A baseline or a point of the trajectory lies before the deadline.',
  },
  numerator: { vi: 'Nhập tử số, là số nguyên từ 0.', en: 'Enter the numerator, a whole number from 0.' },
  denominator: {
    vi: 'Nhập mẫu số, là số nguyên lớn hơn 0. Chưa có mẫu số thì chưa nhập: chỉ tiêu hiện “Chưa có số liệu”.',
    en: 'Enter the denominator, a whole number above 0. Without one do not enter it: the target then says “No data yet”.',
  },
  share: { vi: 'Tử số không thể lớn hơn mẫu số.', en: 'The numerator is not larger than the denominator.' },
  amount: {
    vi: 'Nhập một số không âm, tối đa bốn chữ số sau dấu phẩy.',
    en: 'Enter a number from 0, with at most four decimals.',
  },
  whole: { vi: 'Nhập một số nguyên không âm.', en: 'Enter a whole number from 0.' },
  done: { vi: 'Chọn đã hoàn thành hay chưa.', en: 'Choose whether it is done.' },
  document: { vi: 'Nhập số, ký hiệu của văn bản.', en: 'Enter the number of the document.' },
  documentFuture: { vi: 'Ngày văn bản không thể sau hôm nay.', en: 'A document is not dated after today.' },
});

export type ReadValue =
  | { readonly value: EnteredValue; readonly errors?: undefined }
  | { readonly errors: readonly FieldError[]; readonly value?: undefined };

const KINDS: readonly ValueKind[] = ['actual', 'baseline', 'point'];
const MOST_PARTS = 1_000_000_000_000;

export function readValue(
  { form, clock, locale }: Pick<PlanExchange, 'form' | 'clock' | 'locale'>,
  target: Target,
): ReadValue {
  const words = texts(locale);
  const today = dayOf(clock());
  const errors: FieldError[] = [];
  const wrong = (name: string, message: string): undefined => {
    errors.push({ name, message });
    return undefined;
  };
  const measure =
    target.measures.find(({ key }) => key === (fieldOf(form, 'measure') || target.measures[0]?.key)) ??
    wrong('measure', words.measure);
  const kind = KINDS.find((one) => one === fieldOf(form, 'kind')) ?? wrong('kind', words.kind);
  const day = readTypedDay(typedDayOf(form, 'day')) ?? wrong('day', words.day);
  if (day !== undefined && kind !== undefined && kind !== 'point' && day > today) wrong('day', words.future);
  if (day !== undefined && kind !== undefined && kind !== 'actual' && day >= deadlineOf(target))
    wrong('day', words.pointDay);
  const amount = measure && readParts(form, measure, wrong, words);
  const documentNumber = fieldOf(form, 'documentNumber').normalize('NFC').trim().slice(0, 100);
  if (documentNumber === '') wrong('documentNumber', words.document);
  const documentDay = readTypedDay(typedDayOf(form, 'documentDay')) ?? wrong('documentDay', words.day);
  if (documentDay !== undefined && documentDay > today) wrong('documentDay', words.documentFuture);
  if (errors.length > 0 || !measure || !kind || !day || !amount || !documentDay) return { errors };
  const note = fieldOf(form, 'note').normalize('NFC').trim().slice(0, 1000);
  return {
    value: { target: target.id, measure: measure.key, kind, day, ...amount, documentNumber, documentDay, note },
  };
}

type Parts = Pick<EnteredValue, 'amount' | 'numerator' | 'denominator'>;

function readParts(
  form: PlanExchange['form'],
  { kind, counter }: Measure,
  wrong: (name: string, message: string) => undefined,
  words: ReturnType<typeof texts>,
): Parts | undefined {
  const alone = (amount: number): Parts => ({ amount, numerator: null, denominator: null });
  // a growth may be more than the whole
  if (kind === 'percent') return readShare(form, { wrong, words, most: counter === undefined });
  const text = fieldOf(form, 'amount').trim();
  if (kind === 'yes-no') {
    if (text !== 'yes' && text !== 'no') return wrong('amount', words.done);
    return alone(text === 'yes' ? DONE : 0);
  }
  const amount = readAmount(text);
  if (amount === undefined || amount < 0) return wrong('amount', kind === 'score' ? words.amount : words.whole);
  return kind !== 'score' && amount % DONE !== 0 ? wrong('amount', words.whole) : alone(amount);
}

function readShare(
  form: PlanExchange['form'],
  {
    wrong,
    words,
    most,
  }: {
    readonly wrong: (name: string, message: string) => undefined;
    readonly words: ReturnType<typeof texts>;
    readonly most: boolean;
  },
): Parts | undefined {
  const numerator = wholePart(fieldOf(form, 'numerator'), 0) ?? wrong('numerator', words.numerator);
  const denominator = wholePart(fieldOf(form, 'denominator'), 1) ?? wrong('denominator', words.denominator);
  if (numerator === undefined || denominator === undefined) return undefined;
  if (most && numerator > denominator) return wrong('numerator', words.share);
  return { amount: shareOf(numerator, denominator) ?? 0, numerator, denominator };
}

function wholePart(text: string, least: number): number | undefined {
  const { value } = readWholeNumber(text);
  return value !== undefined && value >= least && value <= MOST_PARTS ? value : undefined;
}

export function typedDayOf(form: PlanExchange['form'], name: string): TypedDay {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    fieldOf(form, `${name}.${part}`).trim().slice(0, 4),
  );
  return { day, month, year };
}
