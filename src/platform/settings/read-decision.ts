/** What a person gives for publishing: the first day in force, the number and the date of the decision. */
import { type Day, dayOf } from '../calendar/instant.ts';
import { commandIdOf, type Exchange, fieldOf, shownVersionOf } from '../http/route.ts';
import { readTypedDay, type TypedDay } from '../text/typed-day.ts';
import type { FieldError } from '../web/components/error-summary/error-summary.tsx';
import type { SettingToPublish } from './publish-setting.ts';

export interface TypedDecision {
  readonly from: TypedDay;
  readonly decisionNumber: string;
  readonly decisionDay: TypedDay;
}

export type ReadDecision =
  | { readonly command: SettingToPublish; readonly errors?: undefined }
  | { readonly errors: readonly FieldError[]; readonly typed: TypedDecision };

const WORDS = {
  noDay: { vi: 'Nhập ngày có trong lịch, ví dụ 5 12 2026.', en: 'Enter a day of the calendar, such as 5 12 2026.' },
  passed: { vi: 'Ngày áp dụng phải từ hôm nay trở đi.', en: 'The day must be today or later.' },
  number: { vi: 'Nhập số, ký hiệu của quyết định.', en: 'Enter the number of the decision.' },
  future: { vi: 'Ngày của quyết định không thể sau hôm nay.', en: 'A decision is not dated after today.' },
} as const;

/** Undefined when the form was not ours. */
export function readDecision(exchange: Exchange): ReadDecision | undefined {
  const { form, clock, locale } = exchange;
  const at = clock();
  const commandId = commandIdOf(exchange);
  const last = Number(fieldOf(form, 'last'));
  if (!commandId || !Number.isSafeInteger(last)) return undefined;
  const typed: TypedDecision = {
    from: typedOf(exchange, 'from'),
    decisionNumber: fieldOf(form, 'decisionNumber').normalize('NFC').trim().slice(0, 100),
    decisionDay: typedOf(exchange, 'decisionDay'),
  };
  const [from, decisionDay] = [readTypedDay(typed.from), readTypedDay(typed.decisionDay)];
  const today = dayOf(at);
  const wrong: FieldError[] = [
    ...faultOfDay('from', from, (day) => (day < today ? WORDS.passed[locale] : undefined)),
    ...(typed.decisionNumber === '' ? [{ name: 'decisionNumber', message: WORDS.number[locale] }] : []),
    ...faultOfDay('decisionDay', decisionDay, (day) => (day > today ? WORDS.future[locale] : undefined)),
  ];
  if (from === undefined || decisionDay === undefined || wrong.length > 0) return { errors: wrong, typed };
  const { decisionNumber } = typed;
  return { command: { commandId, shown: shownVersionOf(exchange) ?? 0, last, from, decisionNumber, decisionDay, at } };

  function faultOfDay(name: string, day: Day | undefined, judge: (day: Day) => string | undefined): FieldError[] {
    const message = day === undefined ? WORDS.noDay[locale] : judge(day);
    return message === undefined ? [] : [{ name, message }];
  }
}

function typedOf({ form }: Pick<Exchange, 'form'>, name: string): TypedDay {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    fieldOf(form, `${name}.${part}`).trim().slice(0, 4),
  );
  return { day, month, year };
}
