/** Papers of a dossier (thành phần hồ sơ), one page each. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { valueWords } from '../draft/fact-words.ts';
import { REGISTERS } from '../registers.ts';
import { answeredAnswers, answeredQuestions, readAnswered } from './answered-questions.ts';
import { answeredWords } from './answered-words.ts';
import { definitionList } from './definition-list.ts';
import {
  CONFIRM_FIELD,
  confirmAnswer,
  isYes,
  numberOf,
  pair,
  pairAnswers,
  readConfirm,
  readPair,
  textOf,
} from './part-form.ts';
import { definitionKey } from './definition-key.ts';

const HANDLINGS = ['handed-in', 'shown', 'data', 'guidance'] as const;

export const componentsPart = definitionList<'components'>({
  part: 'components',
  add: { vi: 'Thêm thành phần hồ sơ', en: 'Add a paper' },
  always: { vi: 'Luôn cần', en: 'Always needed' },
  told: answeredWords,
  details: ({ handling, originals, copies, group, condition, replacedBy, resultOf }) => [
    valueWords('handling', handling),
    ...(originals ? [{ vi: `${originals} bản chính`, en: `${originals} originals` }] : []),
    ...(copies ? [{ vi: `${copies} bản sao`, en: `${copies} copies` }] : []),
    ...(group === undefined ? [] : [{ vi: `một trong nhóm ${group}`, en: `one of group ${group}` }]),
    ...(condition ? [condition] : []),
    ...(replacedBy ?? []).map((key) => REGISTERS[key] ?? { vi: key }),
    ...(resultOf ? [{ vi: `kết quả của ${resultOf.join(', ')}`, en: `result of ${resultOf.join(', ')}` }] : []),
  ],
  fields: (content, _choices, before) => [
    ...pair('name', { vi: 'Tên giấy tờ', en: 'Name' }, { long: true, most: 4000 }),
    {
      kind: 'choice',
      key: 'handling',
      label: { vi: 'Người nộp làm gì với giấy này', en: 'What the applicant does with it' },
      display: 'radio',
      options: HANDLINGS.map((value) => ({ value, label: valueWords('handling', value), hint: HINTS[value] })),
    },
    {
      kind: 'boolean',
      key: 'is_form',
      label: {
        vi: 'Đây là tờ khai, đơn (biểu mẫu điện tử thay thế khi nộp trực tuyến)?',
        en: 'Is it the declaration itself (the e-form stands for it online)?',
      },
      visible: "handling == 'handed-in'",
    },
    {
      kind: 'integer',
      key: 'originals',
      label: { vi: 'Số bản chính', en: 'Originals' },
      min: 0,
      max: 20,
      required: false,
      visible: "handling != 'guidance'",
    },
    {
      kind: 'integer',
      key: 'copies',
      label: { vi: 'Số bản sao', en: 'Copies' },
      min: 0,
      max: 20,
      required: false,
      visible: "handling != 'guidance'",
    },
    {
      kind: 'pledge',
      key: 'certified',
      label: { vi: 'Bản sao phải có chứng thực', en: 'Copies must be certified' },
      required: false,
      visible: "handling != 'guidance'",
    },
    {
      kind: 'text',
      key: 'group',
      label: { vi: 'Nhóm giấy tờ thay thế nhau', en: 'Group of alternatives' },
      hint: { vi: 'Các giấy cùng tên nhóm: chỉ cần một giấy.', en: 'Of papers with the same group, one is enough.' },
      required: false,
      maxLength: 60,
    },
    ...answeredQuestions(content, before),
    {
      kind: 'choice',
      key: 'due',
      label: { vi: 'Bản chính nộp khi nào', en: 'When the original is handed in' },
      required: false,
      display: 'select',
      options: [
        { value: 'submission', label: { vi: 'Khi nộp hồ sơ', en: 'When filing' } },
        { value: 'collection', label: { vi: 'Khi nhận kết quả', en: 'When collecting the result' } },
      ],
    },
    ...pair(
      'condition',
      { vi: 'Khi nào cần, bằng lời cho người dân', en: 'When it is needed, in words for people' },
      { optional: true },
    ),
    CONFIRM_FIELD,
  ],
  answers: (entry) => ({
    ...pairAnswers('name', entry?.name),
    handling: entry?.handling ?? 'handed-in',
    is_form: entry?.kind === 'form',
    ...(entry?.originals !== undefined && { originals: entry.originals }),
    ...(entry?.copies !== undefined && { copies: entry.copies }),
    certified: entry?.certified ?? false,
    group: entry?.group ?? '',
    ...answeredAnswers(entry),
    due: entry?.due ?? '',
    ...pairAnswers('condition', entry?.condition),
    confirm: confirmAnswer(entry?.confirm),
  }),
  read(answers, before) {
    const group = textOf(answers, 'group');
    const handling = HANDLINGS.find((one) => one === textOf(answers, 'handling')) ?? 'handed-in';
    const counted = handling !== 'guidance';
    return {
      handling,
      kind: handling === 'handed-in' && isYes(answers, 'is_form') ? 'form' : undefined,
      originals: counted ? numberOf(answers, 'originals') : undefined,
      copies: counted ? numberOf(answers, 'copies') : undefined,
      certified: counted && isYes(answers, 'certified') ? true : undefined,
      group: group === '' ? undefined : definitionKey(group, new Set()),
      ...readAnswered(answers, before),
      due: (['submission', 'collection'] as const).find((one) => one === textOf(answers, 'due')),
      condition: readPair(answers, 'condition'),
      confirm: readConfirm(answers),
    };
  },
  places: { name: 'name_vi', replacedBy: 'replaced_by', factOf: 'fact_of', resultOf: 'result_of' },
});

const HINTS: Readonly<Record<(typeof HANDLINGS)[number], LocalText>> = {
  'handed-in': { vi: 'Nộp vào hồ sơ; trực tuyến thì tải lên.', en: 'Goes into the dossier; uploaded online.' },
  shown: { vi: 'Đối chiếu rồi trả lại.', en: 'Compared and given back.' },
  data: { vi: 'Không phải nộp khi cơ quan tra cứu được.', en: 'Not asked for where the office finds it.' },
  guidance: { vi: 'Chỉ là lời dẫn, không phải nộp gì.', en: 'A note that asks for nothing.' },
};
