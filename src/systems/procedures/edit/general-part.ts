/** General part: what a procedure is called, its field, whom it is for, how far it goes online, what it requires. */
import { SUBJECTS, type Subject } from '../definition.ts';
import { fieldCode } from '../draft/new-procedure.ts';
import { valueWords } from '../draft/fact-words.ts';
import {
  CONFIRM_FIELD,
  confirmAnswer,
  listOf,
  pair,
  pairAnswers,
  type PartForm,
  readConfirm,
  readPair,
  rowsAt,
  textOf,
  withChanges,
} from './part-form.ts';

const LEVELS = ['full', 'part', 'none', 'unknown'] as const;

export const generalPart: PartForm = {
  part: 'general',
  fields: () => [
    ...pair('name', { vi: 'Tên thủ tục', en: 'Name' }, { long: true }),
    {
      kind: 'textarea',
      key: 'synonyms',
      label: { vi: 'Tên người dân thường gọi', en: 'What people call it' },
      hint: { vi: 'Mỗi dòng một tên; dùng để tìm kiếm.', en: 'One a line; found by search.' },
      required: false,
    },
    ...pair('field', { vi: 'Lĩnh vực', en: 'Field of administration' }, { most: 200 }),
    {
      kind: 'multi',
      key: 'subjects',
      label: { vi: 'Đối tượng thực hiện', en: 'For whom' },
      options: SUBJECTS.map((value) => ({ value, label: valueWords('subjects', value) })),
    },
    {
      kind: 'choice',
      key: 'online',
      label: { vi: 'Mức dịch vụ công trực tuyến', en: 'Online service' },
      display: 'radio',
      options: LEVELS.map((value) => ({ value, label: valueWords('level', value) })),
    },
    ...pair(
      'reason',
      { vi: 'Vì sao không trực tuyến toàn trình', en: 'Why not wholly online' },
      {
        optional: true,
        visible: "online != 'full'",
      },
    ),
    {
      kind: 'group',
      key: 'requirements',
      label: { vi: 'Yêu cầu, điều kiện', en: 'Requirements' },
      item: { vi: 'Yêu cầu', en: 'Requirement' },
      max: 50,
      fields: [...pair('text', { vi: 'Nội dung', en: 'Text' }, { long: true, most: 4000 }), CONFIRM_FIELD],
    },
    {
      kind: 'group',
      key: 'remarks',
      label: { vi: 'Ghi chú cho người đọc', en: 'Remarks for readers' },
      item: { vi: 'Ghi chú', en: 'Remark' },
      max: 20,
      fields: pair('text', { vi: 'Nội dung', en: 'Text' }, { long: true, most: 4000 }),
    },
  ],
  answers: ({ definition: { name, synonyms, field, subjects, online, requirements, remarks } }) => ({
    ...pairAnswers('name', name),
    synonyms: (synonyms ?? []).join('\n'),
    ...pairAnswers('field', field.name),
    subjects,
    online: online.level,
    ...pairAnswers('reason', online.reason),
    requirements: (requirements ?? []).map(({ text, confirm }) => ({
      ...pairAnswers('text', text),
      confirm: confirmAnswer(confirm),
    })),
    remarks: (remarks ?? []).map((text) => pairAnswers('text', text)),
  }),
  apply({ definition, form }, answers) {
    const synonyms = linesOf(textOf(answers, 'synonyms'));
    const requirements = rowsAt(answers, 'requirements').flatMap((row, index) => {
      const text = readPair(row, 'text');
      return text ? [withChanges(definition.requirements?.[index], { text, confirm: readConfirm(row) })] : [];
    });
    const remarks = rowsAt(answers, 'remarks').flatMap((row) => readPair(row, 'text') ?? []);
    const fieldName = readPair(answers, 'field') ?? definition.field.name;
    const field = {
      name: fieldName,
      code: definition.field.name.vi === fieldName.vi ? definition.field.code : fieldCode(fieldName.vi),
    };
    const level = LEVELS.find((one) => one === textOf(answers, 'online')) ?? 'unknown';
    const reason = level === 'full' ? undefined : readPair(answers, 'reason');
    return {
      content: {
        form,
        definition: withChanges(definition, {
          name: readPair(answers, 'name') ?? definition.name,
          synonyms: synonyms.length > 0 ? synonyms : undefined,
          field: withChanges(definition.field, field),
          subjects: listOf(answers, 'subjects') as Subject[],
          online: withChanges(definition.online, { level, reason }),
          requirements: requirements.length > 0 ? requirements : undefined,
          remarks: remarks.length > 0 ? remarks : undefined,
        }),
      },
    };
  },
  place: (at) =>
    PLACES[at] ??
    /^(requirements|remarks)\.(\d+)/.exec(at)?.slice(1, 3).concat('text_vi').join('.') ??
    (at.startsWith('synonyms') ? 'synonyms' : undefined),
};

const PLACES: Readonly<Record<string, string>> = {
  'name.vi': 'name_vi',
  'field.name.vi': 'field_vi',
  subjects: 'subjects',
  online: 'online',
};

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
