/** The entry that says of a file in a dossier which result or confirmed paper it is. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

const id = '01939b5e-0000-7000-8000-000000000001';

export const paperReused = {
  title: { vi: 'Dùng lại giấy tờ đã có', en: 'Held paper used again' },
  versions: [
    {
      version: 1,
      body: Type.Object(
        {
          code: Type.String(),
          component: Type.String(),
          file: Type.String(),
          source: Type.String(),
          held: Type.String(),
        },
        { additionalProperties: false },
      ),
      sample: {
        code: 'H53.101.1-261123-0001',
        component: 'xac-nhan-tinh-trang-hon-nhan',
        file: id,
        source: 'result',
        held: id,
      },
    },
  ],
} as const satisfies EntrySpec;
