/** Results of a procedure (kết quả), one page each. */
import { valueWords } from '../draft/fact-words.ts';
import { copiedAnswers, copiedQuestions, copiedWords, readCopied } from './copied-questions.ts';
import { definitionList } from './definition-list.ts';
import { CONFIRM_FIELD, confirmAnswer, numberOf, pair, pairAnswers, readConfirm, textOf } from './part-form.ts';
import { readTerm, termAnswers, termQuestions } from './term-questions.ts';

const KINDS = ['paper', 'register-entry', 'notice', 'none'] as const;

export const resultsPart = definitionList<'results'>({
  part: 'results',
  add: { vi: 'Thêm kết quả', en: 'Add a result' },
  always: { vi: 'Luôn có', en: 'Always given' },
  details: ({ kind, originals, template, copy }) => [
    valueWords('kind', kind),
    ...(originals ? [{ vi: `${originals} bản chính`, en: `${originals} originals` }] : []),
    ...(template === undefined ? [] : [{ vi: `mẫu ${template}`, en: `template ${template}` }]),
    ...(copy ? [{ vi: 'bản sao chứng thực', en: 'a certified copy' }] : []),
  ],
  told: (content, { copy }) => (copy ? [copiedWords(content, copy)] : []),
  fields: (content, { templates }, before) => [
    ...pair('name', { vi: 'Tên kết quả', en: 'Name' }),
    {
      kind: 'choice',
      key: 'kind',
      label: { vi: 'Loại', en: 'Kind' },
      display: 'radio',
      options: KINDS.map((value) => ({ value, label: valueWords('kind', value) })),
    },
    {
      kind: 'choice',
      key: 'template',
      label: { vi: 'Mẫu in kết quả', en: 'Template of the paper' },
      display: 'select',
      required: false,
      options: [
        { value: 'none', label: { vi: 'Văn bản trả lời chung', en: 'The general letter of reply' } },
        ...templates.map(({ code, title }) => ({ value: code, label: title })),
      ],
    },
    ...copiedQuestions(content, before?.copy),
    {
      kind: 'integer',
      key: 'originals',
      label: { vi: 'Số bản chính', en: 'Originals' },
      min: 0,
      max: 10,
      required: false,
    },
    ...termQuestions(
      'validity',
      { vi: 'Thời hạn hiệu lực của kết quả', en: 'How long the result is valid' },
      { hint: { vi: 'Để trống: không có thời hạn.', en: 'Empty: for ever.' } },
    ),
    CONFIRM_FIELD,
  ],
  answers: (entry) => ({
    ...pairAnswers('name', entry?.name),
    kind: entry?.kind ?? 'paper',
    template: entry?.template ?? 'none',
    ...copiedAnswers(entry?.copy),
    ...(entry?.originals !== undefined && { originals: entry.originals }),
    ...termAnswers('validity', entry?.validity),
    confirm: confirmAnswer(entry?.confirm),
  }),
  read(answers, before) {
    const template = textOf(answers, 'template');
    return {
      kind: KINDS.find((one) => one === textOf(answers, 'kind')) ?? 'paper',
      template: template === '' || template === 'none' ? undefined : template,
      copy: readCopied(answers, before?.copy),
      originals: numberOf(answers, 'originals'),
      validity: readTerm(answers, 'validity', before?.validity),
      confirm: readConfirm(answers),
    };
  },
  places: { name: 'name_vi', validity: 'validity_count', copy: 'copy_listed' },
});
