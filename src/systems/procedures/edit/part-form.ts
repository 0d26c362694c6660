/** Part forms: a part of a draft as questions of the forms engine, so that it is asked, checked and kept like any other form. */
import type { Answer, Answers } from '../../../platform/forms/answers.ts';
import { isAnswers, rowsOf } from '../../../platform/forms/answers.ts';
import type { Field, SimpleField } from '../../../platform/forms/definition.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { CONFIRM_MARKS } from '../definition-atoms.ts';
import type { DraftContent } from '../draft/draft.ts';
import type { PartKey } from '../draft/draft-parts.ts';
import type { NamedProcedure } from '../list-named.ts';

/** What a part's questions choose from besides the draft itself. */
export interface Choices {
  readonly units: readonly { readonly key: string; readonly name: LocalText }[];
  /** Sections of commune offices. */
  readonly sections: readonly { readonly key: string; readonly name: LocalText }[];
  readonly roles: readonly { readonly value: string; readonly label: LocalText }[];
  readonly templates: readonly { readonly code: string; readonly title: LocalText }[];
  /** Other procedures that the draft names. */
  readonly named: readonly NamedProcedure[];
}

/** A part that is one page of questions. */
export interface PartForm {
  readonly part: PartKey;
  readonly fields: (content: DraftContent, choices: Choices) => readonly Field[];
  readonly answers: (content: DraftContent) => Answers;
  /** The content as the answers say it, or what is wrong with them beyond the form's own checks. */
  readonly apply: (content: DraftContent, answers: Answers) => Applied;
  /** The question at which a fault of the draft is shown, by its place. */
  readonly place: (at: string, content: DraftContent) => string | undefined;
  /** What the part says as it is saved, in sentences. */
  readonly told?: (content: DraftContent) => readonly LocalText[];
}

export type Applied =
  | { readonly content: DraftContent; readonly errors?: undefined }
  | { readonly errors: readonly FieldError[]; readonly content?: undefined };

/** A text in both languages: the Vietnamese one must be there unless it is optional. */
export function pair(key: string, label: Required<LocalText>, more: Partial<PairOptions> = {}): SimpleField[] {
  const { optional = false, long = false, most = 1000, hint, visible } = more;
  const shared = {
    kind: long ? 'textarea' : 'text',
    maxLength: long ? most : Math.min(most, 1000),
    ...(visible !== undefined && { visible }),
  } as const;
  return [
    {
      ...shared,
      key: `${key}_vi`,
      label: { vi: `${label.vi}, tiếng Việt`, en: `${label.en}, in Vietnamese` },
      ...(optional && { required: false }),
      ...(hint && { hint }),
    },
    {
      ...shared,
      key: `${key}_en`,
      label: { vi: `${label.vi}, tiếng Anh`, en: `${label.en}, in English` },
      required: false,
    },
  ];
}

export interface PairOptions {
  readonly optional: boolean;
  readonly long: boolean;
  readonly most: number;
  readonly hint: Required<LocalText>;
  readonly visible: string;
}

export const pairAnswers = (key: string, text: LocalText | undefined): Answers => ({
  [`${key}_vi`]: text?.vi ?? '',
  [`${key}_en`]: text?.en ?? '',
});

/** Undefined when nothing was written in Vietnamese. */
export function readPair(answers: Answers, key: string): LocalText | undefined {
  const [vi, en] = [textOf(answers, `${key}_vi`), textOf(answers, `${key}_en`)];
  return vi === '' ? undefined : { vi, ...(en !== '' && { en }) };
}

export function textOf(answers: Answers, key: string): string {
  const answer = answers[key];
  return typeof answer === 'string' ? answer.trim() : '';
}

export const numberOf = (answers: Answers, key: string): number | undefined =>
  typeof answers[key] === 'number' ? answers[key] : undefined;

export const isYes = (answers: Answers, key: string): boolean => answers[key] === true;

export const listOf = (answers: Answers, key: string): readonly string[] => {
  const answer = answers[key] as Answer | undefined;
  return Array.isArray(answer) ? (answer as readonly string[]) : [];
};

export const rowsAt = (answers: Answers, key: string): readonly Answers[] => rowsOf(answers[key], 50).filter(isAnswers);

/** What is undefined is taken away; what the questions do not speak of stays. */
export function withChanges<T extends object>(
  before: T | undefined,
  changes: { readonly [K in keyof T]?: T[K] | undefined },
): T {
  const merged = { ...before, ...changes };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as T;
}

/** Why a value is to be confirmed, asked wherever a definition may say so. */
export const CONFIRM_FIELD: SimpleField = {
  kind: 'choice',
  key: 'confirm',
  label: { vi: 'Mức tin cậy của thông tin', en: 'How sure this is' },
  required: false,
  display: 'select',
  options: [
    { value: 'M', label: { vi: 'Chờ xác nhận: ghi theo trí nhớ', en: 'To be confirmed: from memory' } },
    { value: 'unsure', label: { vi: 'Chờ xác nhận: không chắc', en: 'To be confirmed: uncertain' } },
    { value: 'inf', label: { vi: 'Chờ xác nhận: suy ra', en: 'To be confirmed: inferred' } },
    { value: 'd', label: { vi: 'Chờ Hội đồng nhân dân tỉnh quyết định', en: "Until the people's council decides" } },
    { value: 'design', label: { vi: 'Đề xuất của đơn vị', en: 'Our own proposal' } },
  ],
  hint: { vi: 'Để trống khi đã đọc trong văn bản.', en: 'Leave it empty when it was read in the rule itself.' },
};

export type ConfirmMark = (typeof CONFIRM_MARKS)[number];

export const confirmAnswer = (mark: ConfirmMark | undefined): string => (mark === '?' ? 'unsure' : (mark ?? ''));

export function readConfirm(answers: Answers): ConfirmMark | undefined {
  const text = textOf(answers, 'confirm');
  return CONFIRM_MARKS.find((mark) => mark === (text === 'unsure' ? '?' : text));
}

export const errorAtField = (path: string, vi: string, en: string, code = 'format'): FieldError => ({
  key: path.split('.').at(-1) ?? path,
  path,
  name: path,
  code,
  message: { vi, en },
  where: [],
});
