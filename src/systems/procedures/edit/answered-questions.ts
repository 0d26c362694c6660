/** Questions about what answers in place of a paper: registers and the persons they are asked about, and results of other procedures. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { SimpleField } from '../../../platform/forms/definition.ts';
import { personsIn } from '../check-answered.ts';
import type { Component } from '../component-definition.ts';
import type { DraftContent } from '../draft/draft.ts';
import { valueWords } from '../draft/fact-words.ts';
import { REGISTERS } from '../registers.ts';
import { answeredForm } from './answered-form.ts';
import { type Option, withNamed } from './kept-options.ts';
import { listOf, textOf } from './part-form.ts';

const FACTS = ['identity', 'residence'] as const;
const ASKS_POPULATION = "'population' in replaced_by";

export function answeredQuestions(content: DraftContent, before: Component | undefined): SimpleField[] {
  const persons = withNamed(personOptions(content), before?.factOf);
  return [
    {
      kind: 'multi',
      key: 'replaced_by',
      label: { vi: 'Cơ sở dữ liệu tra cứu thay', en: 'Registers that answer instead' },
      hint: {
        vi: 'Tìm thấy ở một trong các cơ sở dữ liệu này thì không phải nộp giấy.',
        en: 'Found in one of these, the paper is not asked for.',
      },
      required: false,
      options: withNamed(
        Object.entries(REGISTERS).map(([value, label]) => ({ value, label })),
        before?.replacedBy,
      ),
    },
    {
      kind: 'choice',
      key: 'fact',
      label: { vi: 'Cơ sở dữ liệu dân cư phải có', en: 'What the population register must know' },
      hint: {
        vi: 'Có rồi thì không hỏi giấy. Để trống: cơ quan tự tra cứu.',
        en: 'Then no paper is asked for. Left open: the office looks it up itself.',
      },
      required: false,
      display: 'select',
      visible: ASKS_POPULATION,
      options: FACTS.map((value) => ({ value, label: valueWords('fact', value) })),
    },
    ...(persons.length === 0
      ? []
      : [
          {
            kind: 'multi',
            key: 'fact_of',
            label: { vi: 'Của những người nào trong biểu mẫu', en: 'Of which persons of the form' },
            hint: {
              vi: 'Để trống: của người nộp. Chọn nhiều người: cơ sở dữ liệu phải trả lời về tất cả.',
              en: 'Left open: of the applicant. Of several, the register must answer for each.',
            },
            required: false,
            visible: ASKS_POPULATION,
            options: persons,
          } satisfies SimpleField,
        ]),
    {
      kind: 'text',
      key: 'result_of',
      label: { vi: 'Giấy này là kết quả của thủ tục', en: 'The paper is the result of procedures' },
      hint: {
        vi: 'Mã thủ tục, cách nhau bằng dấu phẩy, ví dụ 1.001193. Ai đã có kết quả còn hiệu lực thì dùng lại.',
        en: 'Codes with commas between them, such as 1.001193. Who holds such a result in force uses it again.',
      },
      required: false,
      maxLength: 500,
      visible: "handling != 'guidance'",
    },
  ];
}

function personOptions(content: DraftContent): readonly Option[] {
  const form = answeredForm(content);
  return form ? personsIn(form).map(({ key, label }) => ({ value: key, label })) : [];
}

export const answeredAnswers = (entry: Component | undefined): Answers => ({
  replaced_by: entry?.replacedBy ?? [],
  fact: entry?.fact ?? '',
  fact_of: entry?.factOf ?? [],
  result_of: (entry?.resultOf ?? []).join(', '),
});

export function readAnswered(
  answers: Answers,
  before: Component | undefined,
): { readonly [K in 'replacedBy' | 'fact' | 'factOf' | 'resultOf']: Component[K] | undefined } {
  const codes = textOf(answers, 'result_of')
    .split(/[,;\s]+/)
    .filter((code) => code !== '');
  return {
    replacedBy: inOrder(listOf(answers, 'replaced_by'), before?.replacedBy),
    fact: FACTS.find((one) => one === textOf(answers, 'fact')),
    factOf: inOrder(listOf(answers, 'fact_of'), before?.factOf),
    resultOf: codes.length > 0 ? [...new Set(codes)].map((code) => code.slice(0, 40)) : undefined,
  };
}

/** Ticked boxes have the order of the page; what stood there before keeps its own. */
export function inOrder(ticked: readonly string[], before: readonly string[] = []): string[] | undefined {
  if (ticked.length === 0) return undefined;
  return [...before.filter((one) => ticked.includes(one)), ...ticked.filter((one) => !before.includes(one))];
}
