/** The designer's questions about one question of a form: its words, when it is asked, whether it must be answered, what fills it in. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { Field, FormDefinition } from '../../../platform/forms/definition.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import { RESERVED_KEYS } from '../../../platform/forms/reserved-keys.ts';
import type { DraftContent } from '../draft/draft.ts';
import { answeredForm } from './answered-form.ts';
import { comparedFields } from './compared-fields.ts';
import { conditionAnswers, conditionQuestions, readCondition } from './condition-questions.ts';
import type { FieldKind } from './field-words.ts';
import { type AnyField, findNode, keysWithin, putField } from './form-outline.ts';
import type { PutForm } from './form-part.ts';
import type { ItemRef } from './items-part.ts';
import { kindAnswers, readKind } from './kind-answers.ts';
import { kindQuestions, sourceQuestion } from './kind-questions.ts';
import { definitionKey } from './definition-key.ts';
import { errorAtField, isYes, pair, pairAnswers, readPair, textOf } from './part-form.ts';

const VISIBLE = {
  key: 'visible',
  label: { vi: 'Hỏi khi nào', en: 'When it is asked' },
  always: { vi: 'Luôn hỏi', en: 'Always' },
};
const REQUIRED = {
  key: 'required',
  label: { vi: 'Có bắt buộc trả lời không', en: 'Must it be answered' },
  always: { vi: 'Bắt buộc', en: 'Yes' },
  never: { vi: 'Không bắt buộc', en: 'No' },
};

const ANSWERLESS: ReadonlySet<FieldKind> = new Set(['info', 'block', 'group']);

export function fieldQuestions(content: DraftContent, form: FormDefinition, item: ItemRef): readonly Field[] {
  const { field, kind, atRoot } = aboutOf(form, item);
  const asked = answeredForm(content);
  const compared = asked ? comparedFields(asked) : [];
  const current = field && 'prefill' in field ? field.prefill : undefined;
  return [
    ...pair(
      'label',
      { vi: kind === 'info' ? 'Đoạn chữ' : 'Câu hỏi, nhãn', en: kind === 'info' ? 'Text' : 'Label' },
      { long: kind === 'info' || kind === 'pledge', most: 4000 },
    ),
    ...(field ? [] : [NEW_KEY]),
    ...(kind === 'info' ? [] : pair('hint', { vi: 'Gợi ý', en: 'Hint' }, { optional: true, most: 4000 })),
    ...kindQuestions(kind, { definition: content.definition, prefill: current }),
    ...(ANSWERLESS.has(kind)
      ? []
      : [
          ...conditionQuestions(REQUIRED, compared),
          ...(atRoot || current !== undefined ? [sourceQuestion(current)] : []),
          PERSONAL,
        ]),
    ...conditionQuestions(VISIBLE, compared),
  ];
}

const NEW_KEY: Field = {
  kind: 'text',
  key: 'field_key',
  label: { vi: 'Khóa', en: 'Key' },
  hint: {
    vi: 'Tên trong dữ liệu và điều kiện: chữ thường không dấu, chữ số, gạch dưới. Để trống thì lấy từ nhãn; về sau không đổi được.',
    en: 'Its name in data and conditions: small letters, digits, underscores. Empty: made from the label. It cannot be changed later.',
  },
  required: false,
  maxLength: 40,
};

const PERSONAL: Field = {
  kind: 'pledge',
  key: 'personal',
  label: { vi: 'Dữ liệu cá nhân: che trong danh sách và nhật ký', en: 'Personal data: masked in lists and logs' },
  required: false,
};

export function fieldAnswers(content: DraftContent, form: FormDefinition, item: ItemRef): Answers {
  const { field } = aboutOf(form, item);
  const asked = answeredForm(content);
  const compared = asked ? comparedFields(asked) : [];
  const required = field && 'required' in field ? field.required : undefined;
  const needed = conditionAnswers('required', typeof required === 'string' ? required : undefined, compared);
  return {
    ...pairAnswers('label', field?.label),
    ...pairAnswers('hint', field?.hint),
    ...(field ? kindAnswers(field) : { offered: 'own', use: 'own', display: 'auto' }),
    ...needed,
    ...(required === false && { required_mode: 'never' }),
    prefill: (field && 'prefill' in field ? field.prefill : undefined) ?? 'none',
    personal: field !== undefined && 'personal' in field && field.personal === true,
    ...conditionAnswers('visible', field?.visible, compared),
  };
}

export function putQuestion(content: DraftContent, form: FormDefinition, item: ItemRef, answers: Answers): PutForm {
  const { field, kind, within, atRoot } = aboutOf(form, item);
  const conditions = readConditions(content, answers, field, kind);
  if ('errors' in conditions) return { errors: conditions.errors };
  const key = field?.key ?? newKey(form, within, answers);
  if (typeof key !== 'string') return { errors: [key] };
  const own = readKind(kind, answers, field);
  if ('path' in own) return { errors: [own as FieldError] };
  const source = textOf(answers, 'prefill');
  const filled = atRoot || (field && 'prefill' in field && field.prefill !== undefined);
  const changes: Record<string, unknown> = {
    ...field,
    kind,
    key,
    label: readPair(answers, 'label'),
    hint: kind === 'info' ? undefined : readPair(answers, 'hint'),
    ...(ANSWERLESS.has(kind)
      ? {}
      : {
          required: conditions.required,
          personal: isYes(answers, 'personal') || undefined,
          ...(filled && { prefill: source === '' || source === 'none' ? undefined : source }),
        }),
    visible: conditions.visible,
    ...own,
  };
  const told = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return {
    form: putField(form, { ...(item.id !== undefined && { id: item.id }), within }, told as unknown as AnyField),
  };
}

interface Conditions {
  readonly visible: string | undefined;
  readonly required: string | false | undefined;
}

function readConditions(
  content: DraftContent,
  answers: Answers,
  field: AnyField | undefined,
  kind: FieldKind,
): Conditions | { readonly errors: readonly FieldError[] } {
  const asked = answeredForm(content);
  const before = field && 'required' in field ? field.required : undefined;
  // while the form has faults nothing can be compared with it: expressions stay as they are
  if (!asked) return { visible: field?.visible, required: before === true ? undefined : before };
  const context = { fields: comparedFields(asked), subject: asked.subject };
  const visible = keptInside(field?.visible, answers, 'visible') ?? readCondition(answers, 'visible', context);
  const required = keptInside(before, answers, 'required') ?? readCondition(answers, 'required', context);
  const errors = [...(visible.errors ?? []), ...(ANSWERLESS.has(kind) ? [] : (required.errors ?? []))];
  if (errors.length > 0) return { errors };
  const never = textOf(answers, 'required_mode') === 'never';
  return { visible: visible.source, required: never ? false : required.source };
}

/** Inside a block an expression may name its neighbours, which the whole form does not know: what was not touched stays, and is checked with the draft. */
function keptInside(before: string | boolean | undefined, answers: Answers, key: string) {
  const kept =
    typeof before === 'string' && textOf(answers, `${key}_mode`) === 'cel' && textOf(answers, `${key}_cel`) === before;
  return kept ? { source: before, errors: undefined } : undefined;
}

function newKey(form: FormDefinition, within: string, answers: Answers): string | FieldError {
  const taken = new Set([...keysWithin(form, within), ...RESERVED_KEYS]);
  const typed = textOf(answers, 'field_key');
  if (typed === '') return definitionKey(readPair(answers, 'label')?.vi ?? '', taken, '_');
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(typed))
    return errorAtField(
      'field_key',
      'Khóa bắt đầu bằng chữ thường không dấu, rồi chữ, số, gạch dưới.',
      'A key begins with a small letter, then letters, digits, underscores.',
    );
  return taken.has(typed)
    ? errorAtField('field_key', 'Khóa này đã dùng hoặc dành riêng.', 'This key is taken or reserved.')
    : typed;
}

function aboutOf(form: FormDefinition, { id, within = '', kind }: ItemRef) {
  const node = findNode(form, id);
  if (node?.kind === 'field')
    return { field: node.field, kind: node.field.kind, within: node.within, atRoot: node.within.startsWith('s.') };
  return { field: undefined, kind: kind as FieldKind, within, atRoot: within.startsWith('s.') };
}
