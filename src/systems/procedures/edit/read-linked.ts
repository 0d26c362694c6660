/** Reading a part of a linked procedure from the row of questions it was written in. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { LinkedPart } from '../process-definition.ts';
import { inOrder } from './answered-questions.ts';
import { definitionKey } from './definition-key.ts';
import { listOf, readConfirm, readPair, textOf } from './part-form.ts';
import { KEY, NONE, TERM } from './read-step.ts';

type Wrong = readonly [field: string, message: Required<LocalText>];
type Changes = { [K in keyof LinkedPart]?: LinkedPart[K] | undefined } & Pick<LinkedPart, 'key'>;

/** The values of a row, and what is wrong with each field beyond the form's own checks. */
export function readLinked(
  row: Answers,
  before: ReadonlyMap<string, LinkedPart>,
): { readonly part: Changes; readonly errors: readonly Wrong[] } {
  const errors: Wrong[] = [];
  const name = readPair(row, 'name') ?? { vi: '' };
  const key = textOf(row, 'key') || definitionKey(name.vi, NONE);
  const term = textOf(row, 'term');
  if (!KEY.test(key))
    errors.push([
      'key',
      {
        vi: 'Khóa chỉ gồm chữ thường không dấu, số và gạch nối.',
        en: 'A key has small letters, digits and hyphens.',
      },
    ]);
  if (!TERM.test(term))
    errors.push(['term', { vi: 'Nhập thời gian như 5wd, 8h hoặc 10d.', en: 'Enter a time such as 5wd, 8h or 10d.' }]);
  const part: Changes = {
    key,
    name,
    procedure: textOf(row, 'procedure') || undefined,
    unit: textOf(row, 'unit').replace('.', ':'),
    takes: inOrder(listOf(row, 'takes'), before.get(key)?.takes),
    from: textOf(row, 'from'),
    until: textOf(row, 'until'),
    term,
    guard: textOf(row, 'guard') || undefined,
    confirm: readConfirm(row),
  };
  return { part, errors };
}
