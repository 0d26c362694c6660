/** What the designer asks of one kind of question beyond its words: limits, options, patterns, what a block holds. */
import { type Field, PATTERNS, type SimpleField } from '../../../platform/forms/definition.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { type FieldKind, LIST_NAMES, PATTERN_NAMES, SHARED_NAMES, SOURCES } from './field-words.ts';
import { pair } from './part-form.ts';

const whole = (key: string, vi: string, en: string, least = 0): SimpleField => ({
  kind: 'integer',
  key,
  label: { vi, en },
  required: false,
  min: least,
});

const dayLimit = (key: string, vi: string, en: string): SimpleField => ({
  kind: 'text',
  key,
  label: { vi, en },
  hint: { vi: 'Ngày như 31/12/2026, hoặc viết: hôm nay.', en: 'A day such as 31/12/2026, or write: hôm nay (today).' },
  required: false,
  maxLength: 20,
});

const OPTIONS: Field[] = [
  {
    kind: 'choice',
    key: 'offered',
    label: { vi: 'Các lựa chọn', en: 'What is offered' },
    display: 'select',
    options: [
      { value: 'own', label: { vi: 'Nhập dưới đây', en: 'Entered below' } },
      ...Object.entries(LIST_NAMES).map(([value, label]) => ({ value, label })),
    ],
  },
  {
    kind: 'textarea',
    key: 'options',
    label: { vi: 'Lựa chọn, mỗi dòng một lựa chọn', en: 'Options, one a line' },
    hint: {
      vi: 'Mỗi dòng: nhãn tiếng Việt | nhãn tiếng Anh | giá trị lưu. Hai phần sau có thể bỏ trống; đổi thứ tự dòng là đổi thứ tự lựa chọn.',
      en: 'Each line: Vietnamese label | English label | stored value. The last two may be left out; the order of lines is the order of options.',
    },
    visible: "offered == 'own'",
    maxLength: 10_000,
  },
];

const unit = pair('unit', { vi: 'Đơn vị sau ô nhập', en: 'Unit after the box' }, { optional: true, most: 40 });

const BLOCK: Field[] = [
  {
    kind: 'choice',
    key: 'use',
    label: { vi: 'Câu hỏi bên trong', en: 'Questions inside' },
    display: 'radio',
    options: [
      { value: 'own', label: { vi: 'Tự thêm từng câu hỏi', en: 'Added one by one' } },
      ...SHARED_NAMES.map(({ code, label }) => ({ value: code, label })),
    ],
  },
  {
    kind: 'text',
    key: 'except',
    label: { vi: 'Bỏ các câu hỏi', en: 'Without the questions' },
    hint: {
      vi: 'Khóa cách nhau bằng dấu phẩy, ví dụ ethnicity, id_issuer.',
      en: 'Keys with commas, such as ethnicity, id_issuer.',
    },
    visible: "use != '' && use != 'own'",
    required: false,
    maxLength: 500,
  },
];

const blockSource = (current: string | undefined): Field => ({
  kind: 'choice',
  key: 'block_prefill',
  label: { vi: 'Điền sẵn cả nhóm từ', en: 'Filled in from' },
  required: false,
  display: 'select',
  options: [
    { value: 'none', label: { vi: 'Không điền sẵn', en: 'Not filled in' } },
    { value: 'account', label: { vi: 'Tài khoản của người nộp', en: "The applicant's account" } },
    ...['subject', 'mother', 'father'].map((who) => ({
      value: `population.${who}`,
      label: { vi: `Cơ sở dữ liệu dân cư: ${who}`, en: `Register of the population: ${who}` },
    })),
    ...(current === undefined || BLOCK_SOURCES.includes(current) ? [] : [{ value: current, label: { vi: current } }]),
  ],
});

const BLOCK_SOURCES = ['account', 'population.subject', 'population.mother', 'population.father'];

/** The questions of a kind. `definition` offers its papers for files. */
export function kindQuestions(
  kind: FieldKind,
  { definition, prefill }: { readonly definition: ProcedureDefinition; readonly prefill: string | undefined },
): readonly Field[] {
  switch (kind) {
    case 'text':
      return [
        {
          kind: 'choice',
          key: 'pattern',
          label: { vi: 'Khuôn dạng', en: 'Pattern' },
          required: false,
          display: 'select',
          options: [NONE, ...PATTERNS.map((value) => ({ value, label: PATTERN_NAMES[value] ?? { vi: value } }))],
        },
        whole('min_length', 'Số ký tự ít nhất', 'Fewest characters'),
        whole('max_length', 'Số ký tự nhiều nhất (để trống: 200)', 'Most characters (empty: 200)', 1),
        {
          kind: 'pledge',
          key: 'capitals',
          label: { vi: 'In bằng chữ hoa trên giấy', en: 'Printed in capitals' },
          required: false,
        },
      ];
    case 'textarea':
      return [whole('max_length', 'Số ký tự nhiều nhất (để trống: 2.000)', 'Most characters (empty: 2,000)', 1)];
    case 'date':
    case 'partial-date':
      return [dayLimit('day_min', 'Sớm nhất', 'Earliest'), dayLimit('day_max', 'Muộn nhất', 'Latest')];
    case 'integer':
      return [...limits(), ...unit];
    case 'decimal':
      return [
        ...limits(),
        whole('digits', 'Số chữ số sau dấu phẩy (để trống: 2)', 'Digits after the point (empty: 2)', 1),
        ...unit,
      ];
    case 'money':
      return limits();
    case 'choice':
      return [...OPTIONS, DISPLAY];
    case 'multi':
      return [...OPTIONS, ...limits()];
    case 'address':
      return [
        {
          kind: 'pledge',
          key: 'commune_only',
          label: { vi: 'Chỉ hỏi tỉnh và xã, không hỏi số nhà', en: 'Province and commune only' },
          required: false,
        },
      ];
    case 'file':
      return [
        {
          kind: 'choice',
          key: 'component',
          label: { vi: 'Là thành phần hồ sơ nào', en: 'Which paper of the dossier it is' },
          required: false,
          display: 'select',
          options: [
            NONE,
            ...definition.components
              .filter(({ key }) => key.length <= 40)
              .map(({ key, name }) => ({ value: key, label: name })),
          ],
        },
        whole('most', 'Số tệp nhiều nhất (để trống: 5)', 'Most files (empty: 5)', 1),
      ];
    case 'block':
      return [...BLOCK, blockSource(prefill)];
    case 'group':
      return [
        ...pair('item', { vi: 'Tên một dòng', en: 'Name of one row' }, { most: 100 }),
        ...BLOCK,
        whole('rows_min', 'Số dòng ít nhất', 'Fewest rows'),
        whole('rows_max', 'Số dòng nhiều nhất (để trống: 20)', 'Most rows (empty: 20)', 1),
      ];
    default:
      return [];
  }
}

const NONE = { value: 'none', label: { vi: 'Không', en: 'None' } satisfies LocalText };

const limits = (): SimpleField[] => [
  whole('least', 'Nhỏ nhất, ít nhất', 'Least', -1_000_000_000_000),
  whole('most', 'Lớn nhất, nhiều nhất', 'Most', -1_000_000_000_000),
];

const DISPLAY: SimpleField = {
  kind: 'choice',
  key: 'display',
  label: { vi: 'Hiện', en: 'Shown' },
  display: 'select',
  required: false,
  options: [
    { value: 'auto', label: { vi: 'Tự chọn theo số lựa chọn', en: 'By how many there are' } },
    { value: 'radio', label: { vi: 'Các ô tròn', en: 'As radio buttons' } },
    { value: 'select', label: { vi: 'Danh sách thả xuống', en: 'As a drop-down list' } },
  ],
};

/** Where a single answer may be filled in from. */
export const sourceQuestion = (current: string | undefined): SimpleField => ({
  kind: 'choice',
  key: 'prefill',
  label: { vi: 'Điền sẵn từ', en: 'Filled in from' },
  hint: { vi: 'Người nộp thấy nguồn và sửa được.', en: 'The applicant sees where it came from and may change it.' },
  required: false,
  display: 'select',
  options: [
    { value: 'none', label: { vi: 'Không điền sẵn', en: 'Not filled in' } },
    ...SOURCES.map(({ path, label }) => ({ value: path, label })),
    ...(current === undefined || SOURCES.some(({ path }) => path === current)
      ? []
      : [{ value: current, label: { vi: current } }]),
  ],
});
