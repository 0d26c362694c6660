/** Forms as the registry lists them: drafts are forgotten on time. */
import { defineSystem } from '../system/define-system.ts';
import { forgetExpiredDrafts } from './draft.ts';

export const forms = defineSystem({
  id: 'forms',
  title: { vi: 'Biểu mẫu điện tử', en: 'Electronic forms' },
  uses: [],
  upkeep: {
    'forms.drafts': {
      title: { vi: 'Xóa bản khai dở đã hết hạn giữ', en: 'Unfinished forms that have had their time' },
      counts: { forgotten: { vi: 'bản khai đã xóa', en: 'forms erased' } },
      run: async ({ db, clock }) => ({ forgotten: await forgetExpiredDrafts(db, clock()) }),
    },
  },
});
