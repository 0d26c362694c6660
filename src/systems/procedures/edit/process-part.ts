/** Process part: the steps of the internal process, who does them where, in how many hours, under which conditions and where they lead. */
import type { Answers } from '../../../platform/forms/answers.ts';
import type { FieldError } from '../../../platform/forms/field-error.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { checkProcess } from '../check-process.ts';
import { processOf } from '../general-process.ts';
import type { Process, Step } from '../process-definition.ts';
import { ACTION_WORDS, PAUSE_WORDS } from '../process-words.ts';
import {
  type Choices,
  CONFIRM_FIELD,
  confirmAnswer,
  pair,
  pairAnswers,
  type PartForm,
  rowsAt,
  withChanges,
} from './part-form.ts';
import { ACTIONS, PAUSES, readStep, SILENCE } from './read-step.ts';

export const processPart: PartForm = {
  part: 'process',
  fields: (_, choices) => [
    {
      kind: 'group',
      key: 'steps',
      label: { vi: 'Các bước, theo thứ tự', en: 'Steps, in order' },
      item: { vi: 'Bước', en: 'Step' },
      folded: 'name_vi',
      min: 2,
      max: 40,
      fields: [
        {
          kind: 'text',
          key: 'key',
          label: { vi: 'Khóa của bước', en: 'Key of the step' },
          hint: {
            vi: 'Chữ thường không dấu, ví dụ tham-dinh. Để trống thì lấy theo tên.',
            en: 'Small letters, such as examine. Left empty it follows the name.',
          },
          maxLength: 60,
          required: false,
        },
        ...pair('name', { vi: 'Tên bước', en: 'Name' }, { most: 200 }),
        {
          kind: 'choice',
          key: 'role',
          label: { vi: 'Vai trò thực hiện', en: 'Role' },
          display: 'select',
          options: [...choices.roles],
        },
        {
          kind: 'choice',
          key: 'unit',
          label: { vi: 'Làm ở đâu', en: 'Where' },
          display: 'select',
          options: placesOf(choices),
        },
        {
          kind: 'text',
          key: 'budget',
          label: { vi: 'Giờ làm việc trong thời hạn', en: 'Working hours inside the term' },
          hint: {
            vi: 'Ví dụ 4h hoặc 30min. Để trống khi bước có đồng hồ riêng.',
            en: 'Such as 4h or 30min. Left empty for a step with a clock of its own.',
          },
          maxLength: 8,
          required: false,
        },
        {
          kind: 'textarea',
          key: 'budgets',
          label: { vi: 'Giờ khác theo trường hợp', en: 'Other hours by case' },
          hint: {
            vi: 'Mỗi dòng: khóa trường hợp = giờ, ví dụ nhieu-ban = 10h.',
            en: 'One a line: key of the case = hours, such as large = 10h.',
          },
          required: false,
        },
        {
          kind: 'multi',
          key: 'actions',
          label: { vi: 'Việc làm ở bước này', en: 'What is done here' },
          options: ACTIONS.map((value) => ({ value, label: ACTION_WORDS[value] })),
        },
        {
          kind: 'text',
          key: 'guard',
          label: { vi: 'Chỉ làm khi (điều kiện)', en: 'Only when (condition)' },
          hint: {
            vi: "Ví dụ works_kind == 'house'. Để trống: luôn làm.",
            en: "Such as works_kind == 'house'. Left empty: always.",
          },
          maxLength: 500,
          required: false,
        },
        {
          kind: 'textarea',
          key: 'next',
          label: { vi: 'Đi tiếp tới bước', en: 'Goes on to' },
          hint: {
            vi: 'Để trống: bước kế tiếp. Mỗi dòng một đường: khóa bước, hoặc khóa bước nếu điều kiện. Dòng cuối không có điều kiện.',
            en: 'Left empty: the next step. A way a line: key of the step, or key nếu condition. The last line has no condition.',
          },
          required: false,
        },
        {
          kind: 'choice',
          key: 'pauses',
          label: { vi: 'Dừng đồng hồ để chờ', en: 'Stops the clock to wait' },
          display: 'select',
          required: false,
          options: PAUSES.map((value) => ({ value, label: PAUSE_WORDS[value] })),
        },
        {
          kind: 'text',
          key: 'own_term',
          label: { vi: 'Đồng hồ riêng', en: 'Clock of its own' },
          hint: { vi: 'Ví dụ 3wd, 7d.', en: 'Such as 3wd, 7d.' },
          maxLength: 8,
          required: false,
        },
        {
          kind: 'choice',
          key: 'own_silence',
          label: { vi: 'Hết đồng hồ riêng mà không có trả lời', en: 'No answer at its end' },
          display: 'select',
          required: false,
          options: Object.entries(SILENCE).map(([value, label]) => ({ value, label })),
        },
        CONFIRM_FIELD,
      ],
    },
  ],
  answers: ({ definition }) => ({ steps: processOf(definition).steps.map(answersOf) }),
  apply(content, answers) {
    const before = new Map((content.definition.process?.steps ?? []).map((step) => [step.key, step]));
    const rows = rowsAt(answers, 'steps').map(readStep);
    const errors = rows.flatMap(({ errors: wrong }, index) =>
      wrong.map(([field, message]) => errorAt(index, field, message)),
    );
    if (errors.length > 0) return { errors };
    const steps = rows.map(({ step }) => {
      const old = before.get(step.key);
      // boxes have no order: the same actions stay as they were written
      const actions = old && same(old.actions, step.actions) ? old.actions : step.actions;
      const ownClock = step.ownClock && withChanges(old?.ownClock, step.ownClock);
      return withChanges(old, { ...step, actions, ownClock });
    });
    const process = withChanges<Process>(content.definition.process, { steps });
    const definition = { ...content.definition, process };
    // Hours that do not yet make up the term are a fault of the draft; what no dossier could go through is not saved at all.
    const refused = checkProcess(definition).filter(({ code }) => !LATER.has(code));
    if (refused.length > 0)
      return { errors: refused.map(({ at, message }) => ({ ...errorAt(0, 'name_vi', message), ...placed(at) })) };
    return { content: { ...content, definition } };
  },
  place: (at) => placed(at).path,
};

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Faults that a draft may be saved with. */
const LATER: ReadonlySet<string> = new Set(['procedures.steps-not-the-term']);

/** A process is the same everywhere, so the offices of one commune are no choice. */
const OF_COMMUNE = /-\d{5}$/;

/** A definition writes `section:economy`, an option `section.economy`. */
export function placesOf({ sections, units }: Choices) {
  const section = ({ key, name: { vi, en = vi } }: Choices['sections'][number]) => ({
    value: `section.${key}`,
    label: { vi: `${vi} của cơ quan giải quyết`, en: `${en} of the authority` },
  });
  return [
    { value: 'receiving', label: { vi: 'Bộ phận một cửa nơi nhận', en: 'Receiving one-stop office' } },
    { value: 'competent', label: { vi: 'Cơ quan có thẩm quyền', en: 'Competent authority' } },
    ...sections.map(section),
    ...units.filter(({ key }) => !OF_COMMUNE.test(key)).map(({ key, name }) => ({ value: `unit.${key}`, label: name })),
  ];
}

const answersOf = ({
  key,
  name,
  role,
  unit,
  budget,
  budgets,
  actions,
  guard,
  next,
  pauses,
  ownClock,
  confirm,
}: Step): Answers => ({
  key,
  ...pairAnswers('name', name),
  role,
  unit: unit.replace(':', '.'),
  budget: budget ?? '',
  budgets: Object.entries(budgets ?? {})
    .map(([of, hours]) => `${of} = ${hours}`)
    .join('\n'),
  actions,
  guard: guard ?? '',
  next: (next ?? []).map(({ to, when }) => (when === undefined ? to : `${to} nếu ${when}`)).join('\n'),
  pauses: pauses ?? '',
  own_term: ownClock?.term ?? '',
  own_silence: ownClock?.silence ?? '',
  confirm: confirmAnswer(confirm),
});

function errorAt(index: number, field: string, message: Required<LocalText>): FieldError {
  const path = `steps.${index}.${field}`;
  return { key: field, path, name: path, code: 'procedures.step', message, where: [] };
}

function placed(at: string): { readonly path?: string; readonly name?: string } {
  const [, index, field] = /^process\.steps\.(\d+)(?:\.(\w+))?/.exec(at) ?? [];
  if (index === undefined) return at.startsWith('process') ? { path: 'steps', name: 'steps' } : {};
  const path = `steps.${index}.${field === 'next' || field === 'budgets' ? field : 'name_vi'}`;
  return { path, name: path };
}
