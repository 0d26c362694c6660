/** Legal part: the texts that a procedure rests on. */
import type { ProcedureDefinition } from '../definition.ts';
import {
  CONFIRM_FIELD,
  confirmAnswer,
  pair,
  pairAnswers,
  type PartForm,
  readConfirm,
  readPair,
  rowsAt,
  textOf,
  withChanges,
} from './part-form.ts';

export const legalPart: PartForm = {
  part: 'legal',
  fields: () => [
    {
      kind: 'group',
      key: 'texts',
      label: { vi: 'Căn cứ pháp lý', en: 'Legal grounds' },
      item: { vi: 'Văn bản', en: 'Text' },
      max: 50,
      fields: [
        {
          kind: 'text',
          key: 'number',
          label: { vi: 'Số, ký hiệu', en: 'Number' },
          hint: { vi: 'Ví dụ: 60/2014/QH13', en: 'For example: 60/2014/QH13' },
          maxLength: 80,
        },
        ...pair('title', { vi: 'Tên văn bản', en: 'Title' }, { long: true }),
        {
          kind: 'text',
          key: 'articles',
          label: { vi: 'Điều', en: 'Articles' },
          hint: { vi: 'Cách nhau bằng dấu chấm phẩy.', en: 'With semicolons between them.' },
          required: false,
          maxLength: 300,
        },
        CONFIRM_FIELD,
      ],
    },
  ],
  answers: ({ definition: { legalBasis } }) => ({
    texts: legalBasis.map(({ number, title, articles, confirm }) => ({
      number,
      ...pairAnswers('title', title),
      articles: (articles ?? []).join('; '),
      confirm: confirmAnswer(confirm),
    })),
  }),
  apply({ definition, form }, answers) {
    const legalBasis = rowsAt(answers, 'texts').flatMap((row) => {
      const number = textOf(row, 'number');
      const title = readPair(row, 'title');
      if (number === '' || !title) return [];
      const articles = textOf(row, 'articles')
        .split(';')
        .map((one) => one.trim().slice(0, 40))
        .filter((one) => one !== '');
      const before = definition.legalBasis.find((one) => one.number === number);
      const changes = {
        number,
        title,
        articles: articles.length > 0 ? articles : undefined,
        confirm: readConfirm(row),
      };
      return [withChanges<ProcedureDefinition['legalBasis'][number]>(before, changes)];
    });
    return { content: { form, definition: withChanges(definition, { legalBasis }) } };
  },
  place: (at) => {
    const row = /^legalBasis\.(\d+)/.exec(at)?.[1];
    return row === undefined ? undefined : `texts.${row}.number`;
  },
};
