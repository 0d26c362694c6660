/** Questions that build a condition: choose a field, a comparison and a value; experts write CEL. Both ways give the same text, checked when saved. */
import { compileCondition } from '../../../platform/conditions/condition.ts';
import type { Subject } from '../../../platform/conditions/subject.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import type { Field, SimpleField } from '../../../platform/forms/definition.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { ComparedField } from './compared-fields.ts';
import { errorAtField, rowsAt, textOf } from './part-form.ts';
import { type Clause, OPERATORS, readClauses, writeClauses } from './simple-condition.ts';

export interface ConditionPlace {
  /** `when`: the first part of the questions' keys. */
  readonly key: string;
  readonly label: Required<LocalText>;
  /** What it means without a condition: "luôn hỏi". */
  readonly always: Required<LocalText>;
  /** A third way: "không bắt buộc". */
  readonly never?: Required<LocalText>;
}

/** Longer lists, and more fields with lists than a row has room for, are compared with a typed value. */
const MOST_OPTIONS = 60;
const MOST_LISTS = 50;

const chosenFrom = (fields: readonly ComparedField[]): readonly ComparedField[] =>
  fields.filter(({ options }) => options.length > 0 && options.length <= MOST_OPTIONS).slice(0, MOST_LISTS);

export function conditionQuestions(
  { key, label, always, never }: ConditionPlace,
  fields: readonly ComparedField[],
): Field[] {
  const simple = `${key}_mode == 'simple'`;
  const chosen = chosenFrom(fields);
  const rows: SimpleField[] = [
    {
      kind: 'choice',
      key: 'field',
      label: { vi: 'Câu hỏi', en: 'Question' },
      display: 'select',
      options: fields.map(({ path, label: named }) => ({ value: path, label: named })),
    },
    {
      kind: 'choice',
      key: 'operator',
      label: { vi: 'So sánh', en: 'Comparison' },
      display: 'select',
      options: OPERATORS.map(({ key: value, label: named }) => ({ value, label: named })),
    },
    ...chosen.map(
      ({ path, options }, index): SimpleField => ({
        kind: 'choice',
        key: `value_${index}`,
        label: { vi: 'Giá trị', en: 'Value' },
        display: 'select',
        options: options.map(({ value, label: named }) => ({ value, label: named })),
        visible: `field == '${path}' && ${NEEDS_VALUE}`,
      }),
    ),
    {
      kind: 'text',
      key: 'value',
      label: { vi: 'Giá trị', en: 'Value' },
      hint: { vi: 'Số, hoặc ngày như 31/12/2026.', en: 'A number, or a day such as 31/12/2026.' },
      visible: `field != '' && ${NEEDS_VALUE} && !(field in [${chosen.map(({ path }) => `'${path}'`).join(', ')}])`,
    },
  ];
  return [
    {
      kind: 'choice',
      key: `${key}_mode`,
      label,
      display: 'radio',
      options: [
        { value: 'always', label: always },
        ...(never ? [{ value: 'never', label: never }] : []),
        ...(fields.length === 0
          ? []
          : [
              { value: 'simple', label: { vi: 'Theo câu trả lời, chọn dưới đây', en: 'By the answers, chosen below' } },
            ]),
        { value: 'cel', label: { vi: 'Biểu thức CEL, cho người thạo', en: 'A CEL expression, for experts' } },
      ],
    },
    ...(fields.length === 0
      ? []
      : ([
          {
            kind: 'choice',
            key: `${key}_join`,
            label: { vi: 'Khi có nhiều điều kiện', en: 'Where there are several' },
            display: 'radio',
            visible: simple,
            options: [
              { value: 'all', label: { vi: 'Tất cả phải đúng', en: 'All must hold' } },
              { value: 'any', label: { vi: 'Chỉ cần một đúng', en: 'One is enough' } },
            ],
            default: 'all',
          },
          {
            kind: 'group',
            key: `${key}_rows`,
            label: { vi: 'Điều kiện', en: 'Conditions' },
            item: { vi: 'Điều kiện', en: 'Condition' },
            visible: simple,
            min: 1,
            max: 8,
            fields: rows,
          },
        ] satisfies Field[])),
    {
      kind: 'textarea',
      key: `${key}_cel`,
      label: { vi: 'Biểu thức', en: 'Expression' },
      hint: {
        vi: "Ví dụ: child.birth_date <= context.today && relation == 'mother'",
        en: "For example: child.birth_date <= context.today && relation == 'mother'",
      },
      visible: `${key}_mode == 'cel'`,
      maxLength: 10_000,
    },
  ];
}

const NEEDS_VALUE = "operator in ['eq', 'ne', 'gt', 'ge', 'lt', 'le']";

/** What is too hard for the rows is shown as the expression it is. */
export function conditionAnswers(key: string, source: string | undefined, fields: readonly ComparedField[]): Answers {
  if (source === undefined) return { [`${key}_mode`]: 'always', [`${key}_join`]: 'all' };
  const read = readClauses(source, fields);
  if (!read) return { [`${key}_mode`]: 'cel', [`${key}_cel`]: source, [`${key}_join`]: 'all' };
  return {
    [`${key}_mode`]: 'simple',
    [`${key}_join`]: read.join,
    [`${key}_rows`]: read.clauses.map(({ field, operator, value }) => ({
      field,
      operator,
      ...valueAnswer(field, value, fields),
    })),
  };
}

function valueAnswer(path: string, value: string, fields: readonly ComparedField[]): Answers {
  const index = chosenFrom(fields).findIndex((one) => one.path === path);
  return index === -1 ? { value } : { [`value_${index}`]: value };
}

export type ReadCondition =
  | { readonly source: string | undefined; readonly errors?: undefined }
  | { readonly errors: readonly FieldError[]; readonly source?: undefined };

/** `subject`: what the condition may speak of. A mistake is told at the row, or with its place in the expression. */
export function readCondition(
  answers: Answers,
  key: string,
  { fields, subject }: { readonly fields: readonly ComparedField[]; readonly subject: Subject },
): ReadCondition {
  const mode = textOf(answers, `${key}_mode`);
  if (mode === 'always' || mode === 'never' || mode === '') return { source: undefined };
  if (mode === 'cel') return checked(textOf(answers, `${key}_cel`), `${key}_cel`, subject);
  const clauses = rowsAt(answers, `${key}_rows`).map((row): Clause => {
    const field = textOf(row, 'field');
    const index = chosenFrom(fields).findIndex((one) => one.path === field);
    return { field, operator: textOf(row, 'operator'), value: textOf(row, `value_${index}`) || textOf(row, 'value') };
  });
  const written = writeClauses(clauses, textOf(answers, `${key}_join`) === 'any' ? 'any' : 'all', fields);
  if (written.wrong !== undefined) {
    const { index, message } = written.wrong;
    return { errors: [errorAtField(`${key}_rows.${index}.value`, message.vi, message.en)] };
  }
  return checked(written.source, `${key}_rows.0.field`, subject);
}

function checked(source: string, path: string, subject: Subject): ReadCondition {
  const { errors } = compileCondition(subject, source);
  if (!errors) return { source };
  return {
    errors: errors.map(({ code, range, message }) => {
      const place = {
        vi: ` (ký tự ${range.start + 1}–${range.end})`,
        en: ` (characters ${range.start + 1}–${range.end})`,
      };
      return errorAtField(path, `${message.vi}${place.vi}`, `${message.en ?? message.vi}${place.en}`, code);
    }),
  };
}
