/** The properties of one kind of question as answers of the designer, and back. */
import type { Answers } from '../../../platform/forms/answers.ts';
import { type Field, type FormDefinition, OPTION_VALUE } from '../../../platform/forms/definition.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import { isDay } from '../../../platform/text/partial-day.ts';
import type { AnyField } from './form-outline.ts';
import { definitionKey } from './definition-key.ts';
import { errorAtField, isYes, numberOf, pairAnswers, readPair, textOf } from './part-form.ts';

type Properties = Readonly<Record<string, unknown>>;
type Option = { readonly value: string; readonly label: { readonly vi: string; readonly en?: string } };

export function kindAnswers(field: AnyField): Answers {
  const own = field as unknown as Record<string, never>;
  const options = (own['options'] ?? []) as readonly Option[];
  return {
    pattern: text(own['pattern'], 'none'),
    ...number('min_length', own['minLength']),
    ...number('max_length', own['maxLength']),
    capitals: own['capitals'] === true,
    day_min: dayTyped(own['min']),
    day_max: dayTyped(own['max']),
    ...number('least', own['min']),
    ...number('most', own['max']),
    ...number('digits', own['digits']),
    ...pairAnswers('unit', own['unit']),
    offered: text(own['list'], 'own'),
    options: options.map(lineOf).join('\n'),
    display: text(own['display'], 'auto'),
    commune_only: own['parts'] === 'commune',
    component: text(own['component'], 'none'),
    ...pairAnswers('item', own['item']),
    use: text(own['use'], 'own'),
    except: ((own['except'] ?? []) as readonly string[]).join(', '),
    block_prefill: text(own['prefill'], 'none'),
    ...number('rows_min', own['min']),
    ...number('rows_max', own['max']),
  };
}

const text = (value: unknown, none: string): string => (typeof value === 'string' ? value : none);
const number = (key: string, value: unknown): Answers => (typeof value === 'number' ? { [key]: value } : {});
const lineOf = ({ value, label }: Option): string => `${label.vi} | ${label.en ?? ''} | ${value}`;
const dayTyped = (value: unknown): string =>
  value === 'today' ? 'hôm nay' : typeof value === 'string' ? value.split('-').reverse().join('/') : '';

/** Undefined values are taken away from the question. */
export function readKind(kind: Field['kind'], answers: Answers, before: AnyField | undefined): Properties | FieldError {
  switch (kind) {
    case 'text':
      return {
        pattern: unlessNone(answers, 'pattern'),
        minLength: numberOf(answers, 'min_length'),
        maxLength: numberOf(answers, 'max_length'),
        capitals: isYes(answers, 'capitals') || undefined,
      };
    case 'textarea':
      return { maxLength: numberOf(answers, 'max_length') };
    case 'date':
    case 'partial-date':
      return readDays(answers);
    case 'integer':
      return { ...limitsOf(answers), unit: readPair(answers, 'unit') };
    case 'decimal':
      return { ...limitsOf(answers), digits: numberOf(answers, 'digits'), unit: readPair(answers, 'unit') };
    case 'money':
      return limitsOf(answers);
    case 'choice': {
      const display = textOf(answers, 'display');
      return readOptions(answers, before, {
        display: display === 'radio' || display === 'select' ? display : undefined,
      });
    }
    case 'multi':
      return readOptions(answers, before, limitsOf(answers));
    case 'address':
      return { parts: isYes(answers, 'commune_only') ? 'commune' : undefined };
    case 'file':
      return { component: unlessNone(answers, 'component'), max: numberOf(answers, 'most') };
    case 'block':
      return { ...readUse(answers, before), prefill: unlessNone(answers, 'block_prefill') };
    case 'group':
      return {
        ...readUse(answers, before),
        item: readPair(answers, 'item'),
        min: numberOf(answers, 'rows_min'),
        max: numberOf(answers, 'rows_max'),
      };
    default:
      return {};
  }
}

const limitsOf = (answers: Answers): Properties => ({
  min: numberOf(answers, 'least'),
  max: numberOf(answers, 'most'),
});

function unlessNone(answers: Answers, key: string): string | undefined {
  const value = textOf(answers, key);
  return value === '' || value === 'none' ? undefined : value;
}

function readDays(answers: Answers): Properties | FieldError {
  const read = { min: readDayLimit(textOf(answers, 'day_min')), max: readDayLimit(textOf(answers, 'day_max')) };
  const wrong = read.min === 'wrong' ? 'day_min' : read.max === 'wrong' ? 'day_max' : undefined;
  if (wrong === undefined) return read;
  return errorAtField(
    wrong,
    'Nhập ngày như 31/12/2026, hoặc viết: hôm nay.',
    'Enter a day such as 31/12/2026, or: hôm nay (today).',
  );
}

function readDayLimit(typed: string): string | undefined {
  if (typed === '') return undefined;
  if (['hôm nay', 'hom nay', 'today'].includes(typed.toLowerCase())) return 'today';
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : 'wrong';
}

/** A label that is there already keeps its value, so that conditions and old answers still mean the same. */
function readOptions(answers: Answers, before: AnyField | undefined, more: Properties): Properties | FieldError {
  const offered = textOf(answers, 'offered');
  if (offered !== 'own' && offered !== '') return { ...more, list: offered, options: undefined };
  const known = ((before as { options?: readonly Option[] } | undefined)?.options ?? []) as readonly Option[];
  const taken = new Set<string>();
  const options: Option[] = [];
  for (const line of textOf(answers, 'options').split('\n')) {
    const [vi = '', en = '', value = ''] = line.split('|').map((part) => part.trim());
    if (vi === '') continue;
    const same = known.find((option) => (value === '' ? option.label.vi === vi : option.value === value));
    const stored = value || same?.value || definitionKey(vi, taken);
    if (!OPTION_VALUE.test(stored))
      return errorAtField(
        'options',
        `Giá trị lưu “${stored}” chỉ gồm chữ không dấu, chữ số và các dấu . _ -, nhiều nhất 128 ký tự.`,
        `The stored value "${stored}" may have letters without marks, digits and . _ - only, at most 128.`,
      );
    if (taken.has(stored))
      return errorAtField('options', `Lựa chọn “${stored}” có hai lần.`, `Option "${stored}" is there twice.`);
    taken.add(stored);
    options.push({ ...same, value: stored, label: { vi, ...(en !== '' && { en }) } });
  }
  if (options.length === 0) return errorAtField('options', 'Nhập ít nhất một lựa chọn.', 'Enter at least one option.');
  if (options.length > 300) return errorAtField('options', 'Nhiều nhất 300 lựa chọn.', 'At most 300 options.');
  return { ...more, options, list: undefined };
}

function readUse(answers: Answers, before: AnyField | undefined): Properties {
  const use = textOf(answers, 'use');
  const own = before as { fields?: FormDefinition['sections'][number]['fields'] } | undefined;
  if (use === 'own' || use === '')
    return { use: undefined, except: undefined, adjust: undefined, fields: own?.fields ?? [] };
  const except = textOf(answers, 'except')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return { use, fields: undefined, except: except.length > 0 ? except : undefined };
}
