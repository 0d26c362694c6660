/** Limits of a field: what a typed answer must still satisfy, each with its sentence. */
import type { LocalText } from '../i18n/local-text.ts';
import { groupedNumber, moneyText } from '../text/money.ts';
import { latestDay } from '../text/partial-day.ts';
import { dayText } from '../text/vietnamese-date.ts';
import type { Address, Answer } from './answers.ts';
import type { ErrorCode, SimpleField } from './definition.ts';
import { requiredSentence } from './field-error.ts';
import type { FieldNode } from './form.ts';
import { PATTERN_RULES } from './patterns.ts';

export interface LimitFault {
  readonly code: ErrorCode;
  readonly message: LocalText;
  /** Of an address: the part that is missing. */
  readonly part?: string;
}

export const DEFAULT_LENGTH = { text: 200, textarea: 2000 };
export const DEFAULT_FILES = 5;

/** The first limit an answer breaks. An unanswered field breaks only `required`. */
export function brokenLimit(
  node: FieldNode,
  answer: Answer | undefined,
  required: boolean,
  today: string,
): LimitFault | undefined {
  const { field } = node;
  if (isUnanswered(field, answer)) return required ? { code: 'required', message: requiredSentence(field) } : undefined;
  switch (field.kind) {
    case 'text':
      return brokenText(field, answer as string);
    case 'textarea':
      return tooLong(answer as string, field.maxLength ?? DEFAULT_LENGTH.textarea);
    case 'date':
    case 'partial-date':
      return brokenDay(field, answer as string, today);
    case 'integer':
    case 'decimal':
      return brokenNumber(field.min, field.max, answer as number, (value) => groupedNumber(value));
    case 'money':
      return brokenNumber(field.min ?? 0, field.max, answer as number, (value) => moneyText(value));
    case 'choice':
    case 'multi':
      return brokenChoice(node, answer as string | readonly string[]);
    case 'address':
      return brokenAddress(field, answer as Address);
    case 'file':
      return brokenCount(answer as readonly string[], undefined, field.max ?? DEFAULT_FILES);
    default:
      return undefined;
  }
}

/** A pledge that is not made is no answer; an address needs at least its province. */
function isUnanswered(field: SimpleField, answer: Answer | undefined): boolean {
  return answer === undefined || (field.kind === 'pledge' && answer === false);
}

function brokenText(field: Extract<SimpleField, { kind: 'text' }>, answer: string): LimitFault | undefined {
  if (answer.length < (field.minLength ?? 0)) {
    return {
      code: 'too-short',
      message: { vi: `Hãy nhập ít nhất ${field.minLength} ký tự`, en: `Enter at least ${field.minLength} characters` },
    };
  }
  const long = tooLong(answer, field.maxLength ?? DEFAULT_LENGTH.text);
  if (long !== undefined || field.pattern === undefined) return long;
  const { fits, message } = PATTERN_RULES[field.pattern];
  return fits(answer) ? undefined : { code: 'format', message };
}

function tooLong(answer: string, max: number): LimitFault | undefined {
  if (answer.length <= max) return undefined;
  const over = answer.length - max;
  return {
    code: 'too-long',
    message: {
      vi: `Chỉ nhập tối đa ${groupedNumber(max)} ký tự, đang thừa ${groupedNumber(over)} ký tự`,
      en: `Enter at most ${groupedNumber(max, 'en')} characters; there are ${groupedNumber(over, 'en')} too many`,
    },
  };
}

/** A partial day is too late only when even its first day is, and too early only when even its last day is. */
function brokenDay(field: { min?: string; max?: string }, answer: string, today: string): LimitFault | undefined {
  const limitOf = (limit: string | undefined): string | undefined => (limit === 'today' ? today : limit);
  const [min, max] = [limitOf(field.min), limitOf(field.max)];
  if (max !== undefined && answer > max.slice(0, answer.length)) {
    const vi =
      field.max === 'today' ? 'Ngày này không được sau hôm nay' : `Ngày này không được sau ngày ${dayText(max)}`;
    const en =
      field.max === 'today' ? 'The day must not be after today' : `The day must not be after ${dayText(max, 'en')}`;
    return { code: 'max', message: { vi, en } };
  }
  if (min !== undefined && (latestDay(answer) ?? answer) < min) {
    const vi =
      field.min === 'today' ? 'Ngày này không được trước hôm nay' : `Ngày này không được trước ngày ${dayText(min)}`;
    const en =
      field.min === 'today' ? 'The day must not be before today' : `The day must not be before ${dayText(min, 'en')}`;
    return { code: 'min', message: { vi, en } };
  }
  return undefined;
}

function brokenNumber(
  min: number | undefined,
  max: number | undefined,
  answer: number,
  print: (value: number) => string,
): LimitFault | undefined {
  if (min !== undefined && answer < min) {
    return {
      code: 'min',
      message: { vi: `Số này không được nhỏ hơn ${print(min)}`, en: `The number must be ${print(min)} or more` },
    };
  }
  if (max !== undefined && answer > max) {
    return {
      code: 'max',
      message: { vi: `Số này không được lớn hơn ${print(max)}`, en: `The number must be ${print(max)} or less` },
    };
  }
  return undefined;
}

/** Stored answers are looked at again when the list has changed since. */
function brokenChoice({ field, options }: FieldNode, answer: string | readonly string[]): LimitFault | undefined {
  const chosen = typeof answer === 'string' ? [answer] : answer;
  if (!chosen.every((value) => options.some((option) => option.value === value))) {
    return { code: 'not-offered', message: { vi: 'Hãy chọn một mục trong danh sách', en: 'Choose one of the list' } };
  }
  return field.kind === 'multi' ? brokenCount(chosen, field.min, field.max) : undefined;
}

function brokenCount(
  chosen: readonly string[],
  min: number | undefined,
  max: number | undefined,
): LimitFault | undefined {
  if (min !== undefined && chosen.length < min) {
    return { code: 'too-few', message: { vi: `Hãy chọn ít nhất ${min} mục`, en: `Choose at least ${min}` } };
  }
  if (max !== undefined && chosen.length > max) {
    return { code: 'too-many', message: { vi: `Chỉ được tối đa ${max} mục`, en: `At most ${max} are allowed` } };
  }
  return undefined;
}

function brokenAddress(
  field: Extract<SimpleField, { kind: 'address' }>,
  { province, commune, detail }: Address,
): LimitFault | undefined {
  const wanted: [part: string, value: string, vi: string, en: string][] = [
    ['province', province, 'Hãy chọn tỉnh, thành phố', 'Choose the province'],
    ['commune', commune, 'Hãy nhập xã, phường, đặc khu', 'Enter the commune'],
    [
      'detail',
      field.parts === 'commune' ? '-' : detail,
      'Hãy nhập số nhà, đường, ấp, khu phố',
      'Enter the house number, street or hamlet',
    ],
  ];
  const missing = wanted.find(([, value]) => value === '');
  return missing && { code: 'required', part: missing[0], message: { vi: missing[2], en: missing[3] } };
}
