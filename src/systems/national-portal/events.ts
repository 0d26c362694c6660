/** What the national portal's sync writes to the journal: acts of people alone; what was sent stands in the ledger. */
import { Type } from 'typebox';
import type { EntrySpec } from '../../platform/system/define-system.ts';

export const nationalPortalEntries = {
  'national-portal.sending-retried': {
    title: { vi: 'Gửi lại Cổng Dịch vụ công quốc gia', en: 'Sent to the national portal again' },
    versions: [
      {
        version: 1,
        body: Type.Object({ dossiers: Type.Integer({ minimum: 0 }) }, { additionalProperties: false }),
        sample: { dossiers: 12 },
      },
    ],
  },
} as const satisfies Record<string, EntrySpec>;
