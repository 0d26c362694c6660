/** The demonstration as the registry lists it: what it writes to the journal. */
import { Type } from 'typebox';
import { defineSystem } from '../platform/system/define-system.ts';

const count = Type.Integer({ minimum: 0 });

export const demo = defineSystem({
  id: 'demo',
  title: { vi: 'Trình diễn', en: 'Demonstration' },
  uses: [],
  entries: {
    'demo.seed-begun': {
      title: { vi: 'Bắt đầu tạo hồ sơ mô phỏng', en: 'Simulated dossiers begun' },
      versions: [
        {
          version: 1,
          body: Type.Object({ day: Type.String(), dossiers: count }, { additionalProperties: false }),
          sample: { day: '2026-11-23', dossiers: 300 },
        },
      ],
    },
    'demo.seed-finished': {
      title: { vi: 'Đã tạo xong hồ sơ mô phỏng', en: 'Simulated dossiers made' },
      versions: [
        {
          version: 1,
          body: Type.Object({ filed: count, acts: count }, { additionalProperties: false }),
          sample: { filed: 300, acts: 2000 },
        },
      ],
    },
  },
});
