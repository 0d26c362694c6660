/** Fees of a procedure (phí, lệ phí), one page each. Tables by page are kept as they are: they come with the pack. */
import { groupedNumber } from '../../../platform/text/money.ts';
import { METHODS } from '../definition-atoms.ts';
import { valueWords } from '../draft/fact-words.ts';
import type { Fee } from '../fee-definition.ts';
import { definitionList } from './definition-list.ts';
import {
  CONFIRM_FIELD,
  confirmAnswer,
  errorAtField,
  listOf,
  numberOf,
  pair,
  pairAnswers,
  readConfirm,
  readPair,
  textOf,
} from './part-form.ts';
import type { Answers } from '../../../platform/forms/answers.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';

const TYPES = [
  { value: 'fee', label: { vi: 'Phí', en: 'Fee' } },
  { value: 'charge', label: { vi: 'Lệ phí', en: 'Charge' } },
  { value: 'price', label: { vi: 'Giá dịch vụ', en: 'Price' } },
  { value: 'duty', label: { vi: 'Nghĩa vụ tài chính khác (thuế)', en: 'Another duty, such as tax' } },
] as const;

const FORMULAS = [
  { value: 'fixed', label: { vi: 'Một mức cố định', en: 'One amount' } },
  {
    value: 'per-unit',
    label: { vi: 'Mức nhân số lượng trong biểu mẫu', en: 'An amount for each unit the form counts' },
  },
  { value: 'assessed', label: { vi: 'Theo thông báo của cơ quan khác', en: "By another body's notice" } },
  { value: 'text', label: { vi: 'Chỉ ghi bằng lời, không thu qua hệ thống', en: 'In words only, never charged here' } },
] as const;

const KEPT = { value: 'kept', label: { vi: 'Giữ cách tính hiện có', en: 'Keep the formula as it is' } };

const PAYABLE = [
  { value: 'receipt', label: { vi: 'Khi tiếp nhận', en: 'At receipt' } },
  { value: 'processing', label: { vi: 'Trong khi giải quyết', en: 'While it is processed' } },
  { value: 'return', label: { vi: 'Khi trả kết quả', en: 'When the result is handed over' } },
] as const;

const isPlain = ({ formula }: Fee): boolean => FORMULAS.some(({ value }) => value === formula.kind);

export const feesPart = definitionList<'fees'>({
  part: 'fees',
  add: { vi: 'Thêm khoản phí, lệ phí', en: 'Add a fee' },
  always: { vi: 'Luôn thu', en: 'Always charged' },
  details: ({ formula, text, channels }) => [
    ...('amount' in formula
      ? [{ vi: `${groupedNumber(formula.amount)} đồng`, en: `${groupedNumber(formula.amount)} VND` }]
      : [FORMULAS.find(({ value }) => value === formula.kind)?.label ?? { vi: 'theo bậc', en: 'by tiers' }]),
    ...(text ? [text] : []),
    ...(channels ?? []).map((method) => valueWords('method', method)),
  ],
  fields: (_definition, _choices, before) => [
    ...pair('name', { vi: 'Tên khoản thu', en: 'Name' }),
    { kind: 'choice', key: 'fee_type', label: { vi: 'Loại', en: 'Kind' }, display: 'radio', options: [...TYPES] },
    {
      kind: 'choice',
      key: 'formula',
      label: { vi: 'Cách tính', en: 'How it is reckoned' },
      display: 'radio',
      options: [...FORMULAS, ...(before && !isPlain(before) ? [KEPT] : [])],
    },
    {
      kind: 'money',
      key: 'amount',
      label: { vi: 'Mức thu', en: 'Amount' },
      visible: "formula in ['fixed', 'per-unit']",
      min: 0,
      max: 1_000_000_000_000,
    },
    {
      kind: 'text',
      key: 'count',
      label: { vi: 'Khóa của câu hỏi đếm số lượng', en: 'Key of the question that counts' },
      hint: {
        vi: 'Câu hỏi kiểu số nguyên hoặc danh sách, ví dụ copies_count.',
        en: 'A whole number or a list, such as copies_count.',
      },
      visible: "formula == 'per-unit'",
      maxLength: 80,
    },
    ...pair('unit', { vi: 'Đơn vị tính', en: 'Unit' }, { optional: true, most: 40, visible: "formula == 'per-unit'" }),
    ...pair('by', { vi: 'Cơ quan ra thông báo', en: 'Body that gives notice' }, { visible: "formula == 'assessed'" }),
    ...pair('text', { vi: 'Mức thu bằng lời', en: 'In words' }, { optional: true, long: true, most: 4000 }),
    {
      kind: 'multi',
      key: 'channels',
      label: { vi: 'Chỉ thu khi nộp bằng cách', en: 'Only when filed this way' },
      hint: { vi: 'Để trống: mọi cách nộp.', en: 'None chosen: all ways.' },
      required: false,
      options: METHODS.map((value) => ({ value, label: valueWords('method', value) })),
    },
    {
      kind: 'choice',
      key: 'payable',
      label: { vi: 'Nộp khi nào', en: 'When it is paid' },
      required: false,
      display: 'select',
      options: [...PAYABLE],
    },
    ...pair('exempt', { vi: 'Trường hợp miễn, giảm', en: 'Exemptions' }, { optional: true, long: true, most: 4000 }),
    CONFIRM_FIELD,
  ],
  answers: (entry) => {
    const formula = entry?.formula;
    return {
      ...pairAnswers('name', entry?.name),
      fee_type: entry?.type ?? 'charge',
      formula: !entry ? 'fixed' : isPlain(entry) ? entry.formula.kind : KEPT.value,
      ...(formula && 'amount' in formula && { amount: formula.amount }),
      count: formula?.kind === 'per-unit' ? formula.count : '',
      ...pairAnswers('unit', formula?.kind === 'per-unit' ? formula.unit : undefined),
      ...pairAnswers('by', formula?.kind === 'assessed' ? formula.by : undefined),
      ...pairAnswers('text', entry?.text),
      channels: entry?.channels ?? [],
      payable: entry?.payable ?? '',
      ...pairAnswers('exempt', entry?.exempt),
      confirm: confirmAnswer(entry?.confirm),
    };
  },
  read(answers, before) {
    const formula = readFormula(answers, before);
    if ('path' in formula) return formula;
    const channels = METHODS.filter((method) => listOf(answers, 'channels').includes(method));
    return {
      type: TYPES.find(({ value }) => value === textOf(answers, 'fee_type'))?.value ?? 'charge',
      formula,
      text: readPair(answers, 'text'),
      channels: channels.length > 0 ? channels : undefined,
      payable: PAYABLE.find(({ value }) => value === textOf(answers, 'payable'))?.value,
      exempt: readPair(answers, 'exempt'),
      confirm: readConfirm(answers),
    };
  },
  places: { name: 'name_vi', type: 'fee_type', formula: 'formula', text: 'text_vi', '': 'formula' },
});

function readFormula(answers: Answers, before: Fee | undefined): Fee['formula'] | FieldError {
  const kind = textOf(answers, 'formula');
  const amount = numberOf(answers, 'amount') ?? 0;
  if (kind === 'kept' && before) return before.formula;
  if (kind === 'per-unit') {
    const count = textOf(answers, 'count');
    if (!/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/.test(count))
      return errorAtField(
        'count',
        'Khóa gồm chữ thường không dấu, chữ số và gạch dưới.',
        'A key has small letters, digits and underscores.',
      );
    const unit = readPair(answers, 'unit');
    return { kind: 'per-unit', amount, count, ...(unit && { unit }) };
  }
  const by = readPair(answers, 'by');
  if (kind === 'assessed' && by) return { kind: 'assessed', by };
  return kind === 'fixed' ? { kind: 'fixed', amount } : { kind: 'text' };
}
