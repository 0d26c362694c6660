/** Journal entries of documents: what administrators do to templates; a paper itself is told of by the act that makes it. */
import { Type } from 'typebox';
import type { EntrySpec } from '../system/define-system.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const documentEntries: Readonly<Record<string, EntrySpec>> = {
  'documents.template-drafted': {
    title: { vi: 'Soạn bản nháp mẫu giấy', en: 'Draft of a paper’s template saved' },
    versions: [
      {
        version: 1,
        body: Type.Object({ code: Type.String(), base: Type.Integer() }),
        sample: { code: 'slip-receipt', base: 2 },
      },
    ],
  },
  'documents.template-draft-dropped': {
    title: { vi: 'Bỏ bản nháp mẫu giấy', en: 'Draft of a paper’s template dropped' },
    versions: [{ version: 1, body: Type.Object({ code: Type.String() }), sample: { code: 'slip-receipt' } }],
  },
  'documents.template-published': {
    title: { vi: 'Công bố mẫu giấy', en: 'Template of a paper published' },
    versions: [
      {
        version: 1,
        body: Type.Object({
          code: Type.String(),
          version: Type.Integer(),
          valid_from: Day,
          /** The version that came back into force. */
          copied_from: Type.Union([Type.Integer(), Type.Null()]),
        }),
        sample: { code: 'slip-receipt', version: 3, valid_from: '2026-12-01', copied_from: null },
      },
    ],
  },
};
