/** Journal entries of procedures. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const Id = Type.String({ format: 'uuid' });
const DayText = Type.String({ format: 'date' });
const Count = Type.Integer({ minimum: 0 });
const SAMPLE_ID = '01936f00-0000-7000-8000-000000000001';

/** Which record was settled, and which of its fields differed: names alone, the texts stand in the difference. */
const difference: EntrySpec['versions'][number] = {
  version: 1,
  body: Type.Object(
    { code: Type.String(), kind: Type.String(), digest: Type.String(), fields: Type.Array(Type.String()) },
    { additionalProperties: false },
  ),
  sample: { code: '1.001193', kind: 'detail', digest: '0'.repeat(64), fields: ['name', 'channels'] },
};

export const procedureEntries: Readonly<Record<string, EntrySpec>> = {
  'procedures.definition-published': {
    title: { vi: 'Công bố phiên bản thủ tục', en: 'Procedure version published' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          code: Type.String(),
          version: Id,
          digest: Type.String(),
          from: Type.Optional(DayText),
          to: Type.Optional(DayText),
          supersedes: Type.Array(Id),
        }),
        sample: { code: '1.001193', version: SAMPLE_ID, digest: '0'.repeat(64), from: '2025-07-01', supersedes: [] },
      },
      {
        version: 2,
        body: Type.Object({
          code: Type.String(),
          version: Id,
          digest: Type.String(),
          from: Type.Optional(DayText),
          to: Type.Optional(DayText),
          /** Those whose days it took as a whole, and those that end the day before it. */
          supersedes: Type.Array(Id),
          shortened: Type.Array(Id),
          /** The version whose content was taken back into force. */
          copied: Type.Optional(Id),
        }),
        sample: {
          code: '1.001193',
          version: SAMPLE_ID,
          digest: '0'.repeat(64),
          from: '2026-12-01',
          supersedes: [],
          shortened: [SAMPLE_ID],
        },
      },
    ],
  },
  'procedures.draft-started': {
    title: { vi: 'Lập bản nháp thủ tục', en: 'Draft of a procedure begun' },
    versions: [
      {
        version: 1,
        body: Type.Object({ code: Type.String(), base: Type.Optional(Id) }, { additionalProperties: false }),
        sample: { code: '1.001193', base: SAMPLE_ID },
      },
    ],
  },
  'procedures.draft-saved': {
    title: { vi: 'Sửa bản nháp thủ tục', en: 'Draft of a procedure changed' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { code: Type.String(), part: Type.String(), version: Type.Integer({ minimum: 2 }) },
          { additionalProperties: false },
        ),
        sample: { code: '1.001193', part: 'components', version: 2 },
      },
    ],
  },
  'procedures.draft-discarded': {
    title: { vi: 'Bỏ bản nháp thủ tục', en: 'Draft of a procedure discarded' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { code: Type.String(), version: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
        sample: { code: '1.001193', version: 3 },
      },
    ],
  },
  'procedures.catalogue-imported': {
    title: { vi: 'Nhập danh mục thủ tục quốc gia', en: 'National catalogue imported' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          kind: Type.Union([Type.Literal('catalogue'), Type.Literal('detail'), Type.Literal('unknown')]),
          loaded: Count,
          unchanged: Count,
          flagged: Count,
          reported: Count,
        }),
        sample: { kind: 'catalogue', loaded: 5666, unchanged: 0, flagged: 819, reported: 4 },
      },
      {
        version: 2,
        body: Type.Object({
          kind: Type.Union([Type.Literal('catalogue'), Type.Literal('detail'), Type.Literal('unknown')]),
          loaded: Count,
          unchanged: Count,
          changed: Count,
          flagged: Count,
          reported: Count,
        }),
        sample: { kind: 'catalogue', loaded: 5666, unchanged: 5600, changed: 66, flagged: 819, reported: 4 },
      },
    ],
  },
  'procedures.difference-accepted': {
    title: { vi: 'Nhận thay đổi của thủ tục quốc gia', en: 'Change of a national procedure accepted' },
    versions: [difference],
  },
  'procedures.difference-rejected': {
    title: { vi: 'Không nhận thay đổi của thủ tục quốc gia', en: 'Change of a national procedure rejected' },
    versions: [difference],
  },
};
