/** Entries about what other units are asked: opinions, and parts of linked procedures. */
import { Type } from 'typebox';
import { At, at, file, OrNull, v1, version } from './entry-spec.ts';

const PART_ENDED = {
  consultation: Type.String(),
  part: Type.String(),
  unit: Type.String(),
  outcome: Type.Enum(['done', 'refused', 'called-off']),
  reference: OrNull(Type.String()),
  late: Type.Boolean(),
};
const ENDED_PART = {
  consultation: file,
  part: 'residence',
  unit: file,
  outcome: 'done',
  reference: '12/TB-CA',
  late: false,
};

export const askedEntries = {
  'dossiers.opinion-asked': v1(
    { vi: 'Lấy ý kiến', en: 'Opinion asked for' },
    {
      term: Type.String(),
      asked: Type.Array(Type.Object({ consultation: Type.String(), unit: Type.String(), due: At })),
      at_step: Type.String(),
      pauses: Type.Boolean(),
    },
    { term: '5wd', asked: [{ consultation: file, unit: file, due: at }], at_step: 'examine', pauses: false },
  ),
  'dossiers.opinion-given': v1(
    { vi: 'Cho ý kiến', en: 'Opinion given' },
    { consultation: Type.String(), unit: Type.String(), late: Type.Boolean() },
    { consultation: file, unit: file, late: false },
  ),
  'dossiers.opinion-reminded': v1(
    { vi: 'Nhắc cho ý kiến', en: 'Reminded of an opinion' },
    { consultation: Type.String(), unit: Type.String(), due: At, told: Type.String() },
    { consultation: file, unit: file, due: at, told: file },
  ),
  'dossiers.opinion-overdue': v1(
    { vi: 'Quá hạn cho ý kiến', en: 'Opinion overdue' },
    { consultation: Type.String(), unit: Type.String(), due: At, told: Type.String() },
    { consultation: file, unit: file, due: at, told: file },
  ),
  'dossiers.parts-opened': v1(
    { vi: 'Giao phần việc liên thông', en: 'Parts of the linked procedure begun' },
    {
      at_step: Type.String(),
      parts: Type.Array(
        Type.Object({ consultation: Type.String(), part: Type.String(), unit: Type.String(), due: At }),
      ),
    },
    { at_step: 'sign', parts: [{ consultation: file, part: 'residence', unit: file, due: at }] },
  ),
  'dossiers.part-ended': {
    title: { vi: 'Kết thúc phần việc liên thông', en: 'Part of the linked procedure ended' },
    versions: [
      version(1, PART_ENDED, ENDED_PART),
      // since the unit may hand in its paper
      version(2, { ...PART_ENDED, file: OrNull(Type.String()) }, { ...ENDED_PART, file }),
    ],
  },
  'dossiers.part-reopened': v1(
    { vi: 'Giao lại phần việc liên thông', en: 'Part of the linked procedure asked for again' },
    {
      at_step: Type.String(),
      consultation: Type.String(),
      earlier: Type.String(),
      part: Type.String(),
      unit: Type.String(),
      due: At,
    },
    { at_step: 'gather', consultation: file, earlier: file, part: 'residence', unit: file, due: at },
  ),
  'dossiers.part-reminded': v1(
    { vi: 'Nhắc phần việc liên thông', en: 'Reminded of a part' },
    { consultation: Type.String(), part: Type.String(), unit: Type.String(), due: At, told: Type.String() },
    { consultation: file, part: 'residence', unit: file, due: at, told: file },
  ),
  'dossiers.part-overdue': v1(
    { vi: 'Phần việc liên thông quá hạn', en: 'Part of the linked procedure overdue' },
    { consultation: Type.String(), part: Type.String(), unit: Type.String(), due: At, told: Type.String() },
    { consultation: file, part: 'residence', unit: file, due: at, told: file },
  ),
};
