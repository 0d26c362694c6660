/** What is written when a dossier is given to somebody, or to another unit for its present step. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const Text = Type.String();
const Known = Type.Union([Text, Type.Null()]);
const code = 'H53.101.1-261123-0001';
const id = '01939b5e-0000-7000-8000-000000000001';
const exact = { additionalProperties: false } as const;

export const givingEntries = {
  'dossiers.dossier-assigned': {
    title: { vi: 'Phân công', en: 'Assigned' },
    versions: [
      {
        version: 1,
        body: Type.Object({ code: Text, to: Text, step: Known }, exact),
        sample: { code, to: id, step: 'examine' },
      },
      {
        // since version 2: from whom it was taken, and who is away where somebody stands in
        version: 2,
        body: Type.Object({ code: Text, to: Text, step: Known, from: Known, in_place_of: Known }, exact),
        sample: { code, to: id, step: 'examine', from: null, in_place_of: null },
      },
    ],
  },
  'dossiers.dossier-redirected': {
    title: { vi: 'Chuyển đơn vị', en: 'Redirected to another unit' },
    versions: [
      {
        version: 1,
        body: Type.Object({ code: Text, step: Known, from: Known, to: Text }, exact),
        sample: { code, step: 'examine', from: id, to: id },
      },
    ],
  },
} as const satisfies Record<string, EntrySpec>;
