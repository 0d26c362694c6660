/** What look-ups write to the journal. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

export const lookupEntries = {
  'lookups.person-looked-up': {
    title: {
      vi: 'Tra cứu Cơ sở dữ liệu quốc gia về dân cư',
      en: 'Looked up in the national register of the population',
    },
    versions: [
      {
        version: 1,
        body: Type.Object(
          {
            about: Type.String(),
            register: Type.String(),
            procedure: Type.String(),
            answer: Type.String(),
            verified_by: Type.String(),
          },
          { additionalProperties: false },
        ),
        sample: {
          about: 'applicant',
          register: 'population',
          procedure: '1.001193',
          answer: 'found',
          verified_by: 'vneid',
        },
      },
    ],
  },
} as const satisfies Record<string, EntrySpec>;
