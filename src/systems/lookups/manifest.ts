/** Look-ups (tra cứu): what registers outside the province know of a person, so that no paper is asked for it. */
import { dayOf } from '../../platform/calendar/instant.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { lookupEntries } from './events.ts';
import { forgetLookups } from './look-up.ts';
import type { LookupTables } from './tables.ts';

export const lookups = defineSystem<LookupTables>({
  id: 'lookups',
  title: { vi: 'Tra cứu cơ sở dữ liệu quốc gia', en: 'Look-ups in national registers' },
  uses: [],
  migrates: true,
  entries: lookupEntries,
  upkeep: {
    'lookups.forgotten': {
      title: { vi: 'Kết quả tra cứu cho bản khai đã bỏ', en: 'Answers for applications that were given up' },
      counts: { forgotten: { vi: 'kết quả đã xóa', en: 'answers removed' } },
      run: async ({ db, clock }) => ({ forgotten: await forgetLookups(db, dayOf(clock())) }),
    },
  },
});
