/** Reading a step of a process from the row of questions it was written in. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { Step } from '../process-definition.ts';
import { ACTION_WORDS, PAUSE_WORDS } from '../process-words.ts';
import { definitionKey } from './definition-key.ts';
import { listOf, readConfirm, readPair, textOf } from './part-form.ts';

export const ACTIONS = Object.keys(ACTION_WORDS) as Step['actions'][number][];
export const PAUSES = Object.keys(PAUSE_WORDS) as NonNullable<Step['pauses']>[];

export const SILENCE: Readonly<Record<NonNullable<Step['ownClock']>['silence'], Required<LocalText>>> = {
  none: { vi: 'không có hệ quả', en: 'means nothing' },
  consent: { vi: 'coi như đồng ý', en: 'counts as agreement' },
  proceed: { vi: 'tiếp tục giải quyết', en: 'the work goes on' },
};

type Wrong = readonly [field: string, message: Required<LocalText>];
type Changes = { [Key in keyof Step]?: Step[Key] | undefined } & Pick<
  Step,
  'key' | 'name' | 'role' | 'unit' | 'actions'
>;

const BUDGET = /^\d{1,4}(h|min)$/;
/** A term as it is typed. */
export const TERM = /^\d{1,3}(wd|d|h|m)$/;
/** Steps of one name would be one step: that is said, not numbered away. */
export const NONE: ReadonlySet<string> = new Set();
export const KEY = /^[a-z][a-z0-9-]*$/;

/** The values of a row, and what is wrong with each field beyond the form's own checks. */
export function readStep(row: Answers): { readonly step: Changes; readonly errors: readonly Wrong[] } {
  const errors: Wrong[] = [];
  const wrong = (field: string, vi: string, en: string) => errors.push([field, { vi, en }]);
  const name = readPair(row, 'name') ?? { vi: '' };
  const key = textOf(row, 'key') || definitionKey(name.vi, NONE);
  if (!KEY.test(key))
    wrong('key', 'Khóa chỉ gồm chữ thường không dấu, số và gạch nối.', 'A key has small letters, digits and hyphens.');
  const [budget, ownTerm, silence] = [textOf(row, 'budget'), textOf(row, 'own_term'), textOf(row, 'own_silence')];
  if (budget !== '' && !BUDGET.test(budget))
    wrong('budget', 'Nhập giờ như 4h hoặc 30min.', 'Enter hours such as 4h or 30min.');
  if (ownTerm !== '' && !TERM.test(ownTerm))
    wrong('own_term', 'Nhập thời gian như 3wd, 7d hoặc 8h.', 'Enter a time such as 3wd, 7d or 8h.');
  const budgets = linesAs(textOf(row, 'budgets'), /^([a-z0-9-]+)\s*=\s*(\d{1,4}(?:h|min))$/);
  if (!budgets)
    wrong('budgets', 'Mỗi dòng viết: khóa trường hợp = giờ.', 'Write each line as: key of the case = hours.');
  const ways = linesAs(textOf(row, 'next'), /^([a-z0-9-]+)(?:\s+nếu\s+(.+))?$/);
  if (!ways)
    wrong(
      'next',
      'Mỗi dòng viết: khóa bước, hoặc khóa bước nếu điều kiện.',
      'Write each line as: key of the step, or key nếu condition.',
    );
  const step: Changes = {
    key,
    name,
    role: textOf(row, 'role'),
    unit: textOf(row, 'unit').replace('.', ':'),
    actions: ACTIONS.filter((action) => listOf(row, 'actions').includes(action)),
    budget: budget === '' ? undefined : budget,
    budgets: budgets?.length ? Object.fromEntries(budgets.map(([, of = '', hours = '']) => [of, hours])) : undefined,
    guard: textOf(row, 'guard') || undefined,
    next: ways?.length ? ways.map(([, to = '', when]) => ({ to, ...(when === undefined ? {} : { when }) })) : undefined,
    pauses: PAUSES.find((one) => one === textOf(row, 'pauses')),
    ownClock:
      ownTerm === ''
        ? undefined
        : {
            term: ownTerm,
            silence: (Object.keys(SILENCE) as (keyof typeof SILENCE)[]).find((one) => one === silence) ?? 'none',
          },
    confirm: readConfirm(row),
  };
  return { step, errors };
}

/** Undefined when a line is of another form. */
function linesAs(text: string, form: RegExp): RegExpExecArray[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = lines.map((line) => form.exec(line));
  return read.every((one) => one !== null) ? read : undefined;
}
