/** Competence part: which level and authority decides, since when, and which section of the commune office handles it. */
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { LEVELS } from '../definition.ts';
import type { ProcedureDefinition } from '../definition.ts';
import { valueWords } from '../draft/fact-words.ts';
import {
  type Choices,
  CONFIRM_FIELD,
  confirmAnswer,
  type PartForm,
  readConfirm,
  rowsAt,
  textOf,
  withChanges,
} from './part-form.ts';

/** A unit that has ended is not among those of the day: it is called by its key. */
const nameOf = (authority: string, units: Choices['units']): LocalText =>
  units.find(({ key }) => authority === `unit:${key}`)?.name ?? { vi: authority.slice(5) };

type LevelInEra = ProcedureDefinition['levels'][number];

export const competencePart: PartForm = {
  part: 'competence',
  fields: ({ definition }, { units, sections }) => [
    {
      kind: 'group',
      key: 'levels',
      label: { vi: 'Cơ quan giải quyết', en: 'Who decides' },
      hint: {
        vi: 'Nếu thẩm quyền đã chuyển cấp, mỗi thời kỳ một mục theo thứ tự thời gian.',
        en: 'Where the power moved, one entry for each time, earliest first.',
      },
      item: { vi: 'Cơ quan', en: 'Authority' },
      min: 1,
      max: 10,
      fields: [
        {
          kind: 'choice',
          key: 'level',
          label: { vi: 'Cấp', en: 'Level' },
          display: 'radio',
          options: LEVELS.map((value) => ({ value, label: valueWords('level', value) })),
        },
        {
          kind: 'choice',
          key: 'authority',
          label: { vi: 'Cơ quan', en: 'Authority' },
          display: 'select',
          options: [
            ...['commune', 'commune-police', 'district'].map((value) => ({
              value,
              label: valueWords('authority', value),
            })),
            ...definition.levels
              .filter(({ authority }) => authority.startsWith('unit:'))
              .map(({ authority }) => ({
                value: `unit-${authority.slice(5)}`.slice(0, 40),
                label: nameOf(authority, units),
              })),
            ...units.slice(0, 290).map(({ key, name }) => ({ value: `unit-${key}`.slice(0, 40), label: name })),
          ].filter((option, index, all) => all.findIndex((one) => one.value === option.value) === index),
        },
        { kind: 'date', key: 'from', label: { vi: 'Từ ngày', en: 'From' }, required: false },
        { kind: 'date', key: 'to', label: { vi: 'Đến hết ngày', en: 'To the end of' }, required: false },
        CONFIRM_FIELD,
      ],
    },
    {
      kind: 'choice',
      key: 'section',
      label: { vi: 'Phòng của xã, phường xử lý', en: 'Section of the commune office' },
      hint: { vi: 'Để trống: văn phòng.', en: 'Empty: the office.' },
      display: 'select',
      required: false,
      options: [
        { value: 'none', label: { vi: 'Văn phòng', en: 'The office' } },
        ...sections.filter(({ key }) => key !== 'office').map(({ key, name }) => ({ value: key, label: name })),
      ],
    },
  ],
  answers: ({ definition: { levels, section } }) => ({
    levels: levels.map(({ level, authority, from, to, confirm }) => ({
      level,
      authority: authority.replace('unit:', 'unit-').slice(0, 40),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      confirm: confirmAnswer(confirm),
    })),
    section: section ?? 'none',
  }),
  apply({ definition, form }, answers) {
    const levels = rowsAt(answers, 'levels').map((row, index) => {
      const [from, to] = [textOf(row, 'from'), textOf(row, 'to')];
      const named = textOf(row, 'authority');
      const before = definition.levels[index];
      const kept = before?.authority.replace('unit:', 'unit-').slice(0, 40) === named ? before.authority : undefined;
      return withChanges<LevelInEra>(before, {
        level: LEVELS.find((one) => one === textOf(row, 'level')) ?? 'commune',
        authority: kept ?? named.replace(/^unit-/, 'unit:'),
        from: from === '' ? undefined : from,
        to: to === '' ? undefined : to,
        confirm: readConfirm(row),
      });
    });
    const section = textOf(answers, 'section');
    return {
      content: {
        form,
        definition: withChanges(definition, {
          levels,
          section: section === '' || section === 'none' ? undefined : section,
        }),
      },
    };
  },
  place: (at) => {
    const row = /^levels\.(\d+)/.exec(at)?.[1];
    if (row !== undefined) return `levels.${row}.to`;
    return at === 'levels' ? 'levels' : at.startsWith('unit:') ? 'levels.0.authority' : undefined;
  },
};
