/** Ways part: the term, the channels and what differs in each, the cases with terms of their own, what silence means. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { Field } from '../../../platform/forms/definition.ts';
import { METHODS } from '../definition-atoms.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { valueWords } from '../draft/fact-words.ts';
import { definitionKey } from './definition-key.ts';
import { isYes, listOf, pair, pairAnswers, type PartForm, readPair, rowsAt, textOf, withChanges } from './part-form.ts';
import { readTerm, termAnswers, termQuestions } from './term-questions.ts';

export const waysPart: PartForm = {
  part: 'ways',
  fields: () => [
    ...termQuestions('term', { vi: 'Thời hạn giải quyết', en: 'Term' }),
    {
      kind: 'multi',
      key: 'methods',
      label: { vi: 'Cách nộp hồ sơ', en: 'Ways to file' },
      options: METHODS.map((value) => ({ value, label: valueWords('method', value) })),
    },
    ...METHODS.flatMap((method): Field[] => {
      const words = valueWords('method', method);
      const visible = `'${method}' in methods && ${method}_own`;
      return [
        {
          kind: 'pledge',
          key: `${method}_own`,
          label: {
            vi: `${words.vi}: có thời hạn hoặc ghi chú riêng`,
            en: `${words.en ?? words.vi}: has a term or a note of its own`,
          },
          required: false,
        },
        ...termQuestions(
          `${method}_term`,
          { vi: `${words.vi}: thời hạn, nếu khác`, en: `${words.en ?? words.vi}: term, where it differs` },
          { visible },
        ),
        ...pair(
          `${method}_note`,
          { vi: `${words.vi}: ghi chú`, en: `${words.en ?? words.vi}: note` },
          {
            optional: true,
            visible,
          },
        ),
      ];
    }),
    {
      kind: 'group',
      key: 'cases',
      label: { vi: 'Trường hợp có thời hạn riêng', en: 'Cases with terms of their own' },
      hint: {
        vi: 'Bỏ trống nếu mọi hồ sơ có chung một thời hạn. Điều kiện để trống thì người nộp tự chọn trường hợp.',
        en: 'None where every dossier has the same term. Without a condition the applicant chooses the case.',
      },
      item: { vi: 'Trường hợp', en: 'Case' },
      max: 20,
      fields: [
        ...pair('name', { vi: 'Tên trường hợp', en: 'Name' }),
        {
          kind: 'textarea',
          key: 'when',
          label: { vi: 'Điều kiện (CEL)', en: 'Condition (CEL)' },
          required: false,
          maxLength: 5000,
        },
        ...termQuestions('term', { vi: 'Thời hạn', en: 'Term' }),
      ],
    },
    {
      kind: 'boolean',
      key: 'consent',
      label: {
        vi: 'Luật có cho rằng hết thời hạn mà cơ quan im lặng là đồng ý không?',
        en: 'Does the law say that silence at the end of the term is consent?',
      },
    },
    ...pair('outcome', { vi: 'Hệ quả khi im lặng', en: 'What follows from silence' }, { visible: 'consent' }),
    {
      kind: 'text',
      key: 'basis',
      label: { vi: 'Căn cứ của việc im lặng là đồng ý', en: 'The rule that says so' },
      visible: 'consent',
    },
  ],
  answers: ({ definition: { term, channels, cases = [], silence } }) => ({
    ...termAnswers('term', term),
    methods: channels.map(({ method }) => method),
    ...Object.assign(
      {},
      ...channels.map(
        (one): Answers => ({
          [`${one.method}_own`]: one.term !== undefined || one.note !== undefined,
          ...termAnswers(`${one.method}_term`, one.term),
          ...pairAnswers(`${one.method}_note`, one.note),
        }),
      ),
    ),
    cases: cases.map((one) => ({
      ...pairAnswers('name', one.name),
      when: one.when ?? '',
      ...termAnswers('term', one.term),
    })),
    consent: silence.effect === 'consent',
    ...pairAnswers('outcome', silence.effect === 'consent' ? silence.outcome : undefined),
    basis: silence.effect === 'consent' ? silence.basis : '',
  }),
  apply({ definition, form }, answers) {
    const term = readTerm(answers, 'term', definition.term) ?? {};
    const chosen = listOf(answers, 'methods');
    const order = [...new Set([...definition.channels.map(({ method }) => method), ...METHODS])];
    const channels = order
      .filter((method) => chosen.includes(method))
      .map((method) => {
        const before = definition.channels.find((one) => one.method === method);
        const changes = {
          method,
          term: readTerm(answers, `${method}_term`, before?.term),
          note: readPair(answers, `${method}_note`),
        };
        return withChanges<ProcedureDefinition['channels'][number]>(before, changes);
      });
    const cases = casesOf(definition, answers);
    return {
      content: {
        form,
        definition: withChanges(definition, {
          term,
          channels,
          cases: cases.length > 0 ? cases : undefined,
          silence: silenceOf(definition, answers, term.value),
        }),
      },
    };
  },
  place: (at) => PLACES.find(([start]) => at.startsWith(start))?.[1],
};

const PLACES: readonly (readonly [string, string])[] = [
  ['term', 'term_count'],
  ['channels', 'methods'],
  ['silence', 'consent'],
  ...Array.from({ length: 20 }, (_, index) => [`cases.${index}.term`, `cases.${index}.term_count`] as const).reverse(),
];

function casesOf({ cases = [] }: ProcedureDefinition, answers: Answers): NonNullable<ProcedureDefinition['cases']> {
  const taken = new Set<string>();
  return rowsAt(answers, 'cases').flatMap((row) => {
    const name = readPair(row, 'name');
    if (!name) return [];
    const before = cases.find((one) => one.name.vi === name.vi);
    const key = before?.key ?? definitionKey(name.vi, taken);
    taken.add(key);
    const when = textOf(row, 'when');
    const changes = {
      key,
      name,
      when: when === '' ? undefined : when,
      term: readTerm(row, 'term', before?.term) ?? {},
    };
    return [withChanges<NonNullable<ProcedureDefinition['cases']>[number]>(before, changes)];
  });
}

function silenceOf({ silence }: ProcedureDefinition, answers: Answers, after: string | undefined) {
  const outcome = readPair(answers, 'outcome');
  if (!isYes(answers, 'consent') || !outcome) return { effect: 'none' as const };
  const before = silence.effect === 'consent' ? silence : undefined;
  return {
    ...before,
    effect: 'consent' as const,
    after: after ?? before?.after ?? '',
    outcome,
    basis: textOf(answers, 'basis'),
  };
}
