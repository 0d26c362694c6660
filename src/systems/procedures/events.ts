/** Journal entries of procedures. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const Id = Type.String({ format: 'uuid' });
const DayText = Type.String({ format: 'date' });
const Count = Type.Integer({ minimum: 0 });
const SAMPLE_ID = '01936f00-0000-7000-8000-000000000001';

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
    ],
  },
};
