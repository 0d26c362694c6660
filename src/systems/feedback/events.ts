/** What feedback writes to the journal. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const code = 'H53.101.1-261123-0001';

export const feedbackEntries = {
  'feedback.dossier-rated': {
    title: { vi: 'Đánh giá việc giải quyết', en: 'Rated' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          { code: Type.String(), score: Type.Integer({ minimum: 1, maximum: 5 }), reasons: Type.Array(Type.String()) },
          { additionalProperties: false },
        ),
        sample: { code, score: 5, reasons: [] },
      },
    ],
  },
  'feedback.rating-answered': {
    title: { vi: 'Trả lời đánh giá', en: 'Rating answered' },
    versions: [
      {
        version: 1,
        body: Type.Object({ code: Type.String() }, { additionalProperties: false }),
        sample: { code },
      },
    ],
  },
} as const satisfies Record<string, EntrySpec>;
