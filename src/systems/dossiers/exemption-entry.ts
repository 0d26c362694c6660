/** What the journal keeps of an exemption from fees that was judged. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

export const exemptionJudged: EntrySpec = {
  title: { vi: 'Xét miễn, giảm phí, lệ phí', en: 'Exemption from fees judged' },
  versions: [
    {
      version: 1,
      body: Type.Object(
        {
          code: Type.String(),
          exemption: Type.String(),
          holds: Type.Boolean(),
          difference: Type.Integer({ minimum: 0 }),
        },
        { additionalProperties: false },
      ),
      sample: { code: 'H53.101.1-261123-0001', exemption: 'ho-ngheo', holds: false, difference: 10000 },
    },
  ],
};
