/** Questions about the parts of a linked procedure: what each is, who does it, what it takes from the form, when it begins and is awaited. */
import type { DraftContent } from '../draft/draft.ts';
import { processOf } from '../general-process.ts';
import type { LinkedPart } from '../process-definition.ts';
import { placeWords } from '../process-words.ts';
import { answeredForm } from './answered-form.ts';
import { withNamed } from './kept-options.ts';
import { type Choices, CONFIRM_FIELD, pair, type PartForm } from './part-form.ts';
import { placesOf } from './process-part.ts';

export const linkedQuestions: PartForm['fields'] = (content, choices) => [
  {
    kind: 'group',
    key: 'parts',
    label: {
      vi: 'Phần việc của cơ quan khác; cơ quan giải quyết thủ tục này chủ trì',
      en: 'Parts of other bodies; the authority of this procedure leads',
    },
    item: { vi: 'Phần việc', en: 'Part' },
    folded: 'name_vi',
    max: 10,
    fields: [
      ...pair('name', { vi: 'Tên phần việc', en: 'Name' }, { most: 200 }),
      {
        kind: 'text',
        key: 'procedure',
        label: { vi: 'Là thủ tục mã', en: 'Code of the procedure that it is' },
        hint: {
          vi: 'Ví dụ 1.004222. Để trống khi phần việc không là một thủ tục riêng.',
          en: 'Such as 1.004222. Left empty where it is no procedure by itself.',
        },
        maxLength: 40,
        required: false,
      },
      {
        kind: 'choice',
        key: 'unit',
        label: { vi: 'Cơ quan thực hiện', en: 'Who does it' },
        display: 'select',
        options: unitsOf(content, choices),
      },
      ...takenQuestions(content),
      ...stepQuestions(content),
      {
        kind: 'text',
        key: 'term',
        label: { vi: 'Thời hạn của phần việc', en: 'Its own term' },
        hint: { vi: 'Ví dụ 5wd (ngày làm việc), 8h, 10d.', en: 'Such as 5wd (working days), 8h, 10d.' },
        maxLength: 8,
      },
      {
        kind: 'text',
        key: 'guard',
        label: { vi: 'Chỉ làm khi (điều kiện)', en: 'Only when (condition)' },
        hint: { vi: "Ví dụ child_residence == 'yes'. Để trống: luôn làm.", en: 'Left empty: always.' },
        maxLength: 500,
        required: false,
      },
      {
        kind: 'text',
        key: 'key',
        label: { vi: 'Khóa của phần việc', en: 'Key of the part' },
        hint: { vi: 'Để trống thì lấy theo tên.', en: 'Left empty it follows the name.' },
        maxLength: 60,
        required: false,
      },
      CONFIRM_FIELD,
    ],
  },
];

export const linkedOf = ({ definition }: DraftContent): readonly LinkedPart[] => definition.process?.linked ?? [];

/** The one-stop office receives for the body that leads, and does no part. */
const unitsOf = (content: DraftContent, choices: Choices) =>
  withNamed(
    [
      { value: 'area-police', label: placeWords('area-police', new Map()) },
      ...placesOf(choices).filter(({ value }) => value !== 'receiving'),
    ],
    linkedOf(content).map(({ unit }) => unit.replace(':', '.')),
  );

function takenQuestions(content: DraftContent) {
  const sections = (answeredForm(content)?.sections ?? []).map(({ key, title }) => ({ value: key, label: title }));
  const options = withNamed(
    sections,
    linkedOf(content).flatMap(({ takes = [] }) => takes),
  );
  if (options.length === 0) return [];
  return [
    {
      kind: 'multi' as const,
      key: 'takes',
      label: { vi: 'Lấy từ tờ khai chung các mục', en: 'Sections of the common form that it takes' },
      hint: {
        vi: 'Cơ quan thực hiện đọc đầy đủ các mục này khi làm phần việc; mỗi lần đọc được ghi lại. Mục khác: dữ liệu cá nhân bị che.',
        en: 'Its body reads these in full to do its part, and each reading is written down. Elsewhere personal data is hidden.',
      },
      required: false,
      options,
    },
  ];
}

/** Parts that begin at one step are done beside each other; one that waits for another begins at a later step. */
function stepQuestions(content: DraftContent) {
  const options = withNamed(
    processOf(content.definition).steps.map(({ key, name }) => ({ value: key, label: name })),
    linkedOf(content).flatMap(({ from, until }) => [from, until]),
  );
  return [
    {
      kind: 'choice' as const,
      key: 'from',
      label: { vi: 'Bắt đầu khi hồ sơ đến bước', en: 'Begins when the dossier comes to step' },
      hint: {
        vi: 'Các phần cùng bắt đầu ở một bước làm song song; phần phải chờ phần khác thì bắt đầu ở bước sau.',
        en: 'Parts that begin at one step are done beside each other; one that waits for another begins at a later step.',
      },
      display: 'select' as const,
      options,
    },
    {
      kind: 'choice' as const,
      key: 'until',
      label: { vi: 'Phải xong trước khi qua bước', en: 'Done before this step is completed' },
      display: 'select' as const,
      options,
    },
  ];
}
