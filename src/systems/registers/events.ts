/** What registers write to the journal. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const id = '01939b5e-0000-7000-8000-000000000001';

export const registerEntries = {
  'registers.filing-settled': {
    title: { vi: 'Cơ sở dữ liệu quốc gia trả lời', en: 'A national register has answered' },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            case: Type.String(),
            kind: Type.String(),
            answer: Type.Union([Type.Literal('done'), Type.Literal('refused')]),
            refusal: Type.Union([Type.String(), Type.Null()]),
          },
          { additionalProperties: false },
        ),
        sample: { case: id, kind: 'birth', answer: 'done', refusal: null },
      },
    ],
  },
} as const satisfies Record<string, EntrySpec>;
