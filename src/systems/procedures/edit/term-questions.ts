/** Questions about a term: how many, of what, and in words where no single value can say it. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { SimpleField } from '../../../platform/forms/definition.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { TermSpec } from '../definition.ts';
import { numberOf, pair, pairAnswers, readPair, textOf, withChanges } from './part-form.ts';

const UNITS = [
  { value: 'wd', label: { vi: 'ngày làm việc', en: 'working days' } },
  { value: 'h', label: { vi: 'giờ làm việc', en: 'working hours' } },
  { value: 'd', label: { vi: 'ngày', en: 'days' } },
  { value: 'm', label: { vi: 'tháng', en: 'months' } },
];

const SAME_DAY = { vi: '0 ngày làm việc là trả trong ngày.', en: '0 working days means the same day.' };

export const termQuestions = (
  key: string,
  label: Required<LocalText>,
  { visible, hint = SAME_DAY }: { readonly visible?: string; readonly hint?: LocalText } = {},
): SimpleField[] => [
  {
    kind: 'integer',
    key: `${key}_count`,
    label,
    hint,
    min: 0,
    max: 9999,
    required: false,
    ...(visible !== undefined && { visible }),
  },
  {
    kind: 'choice',
    key: `${key}_unit`,
    label: { vi: `${label.vi}: đơn vị`, en: `${label.en}: unit` },
    display: 'select',
    required: false,
    options: UNITS,
    ...(visible !== undefined && { visible }),
  },
  ...pair(
    `${key}_text`,
    { vi: `${label.vi} bằng lời`, en: `${label.en} in words` },
    {
      optional: true,
      ...(visible !== undefined && { visible }),
    },
  ),
];

export function termAnswers(key: string, term: TermSpec | undefined): Answers {
  const [, count, unit] = /^(\d+)(wd|h|d|m)$/.exec(term?.value ?? '') ?? [];
  return {
    ...(count !== undefined && { [`${key}_count`]: Number(count) }),
    [`${key}_unit`]: unit ?? '',
    ...pairAnswers(`${key}_text`, term?.text),
  };
}

/** Undefined when nothing was said. */
export function readTerm(answers: Answers, key: string, before: TermSpec | undefined): TermSpec | undefined {
  const count = numberOf(answers, `${key}_count`);
  const unit = textOf(answers, `${key}_unit`);
  const value = count === undefined || unit === '' ? undefined : `${count}${unit}`;
  const text = readPair(answers, `${key}_text`);
  return value === undefined && text === undefined ? undefined : withChanges<TermSpec>(before, { value, text });
}
