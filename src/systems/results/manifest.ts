/** Results (kho kết quả, kho dữ liệu của tổ chức, cá nhân): what was issued, what was confirmed, and its use again. */
import { defineSystem } from '../../platform/system/define-system.ts';
import { resultEntries } from './events.ts';
import { keepDigitised } from './keep-digitised.ts';
import { recordResults } from './record-results.ts';
import { resultRefusals } from './refusals.ts';
import { officerResultRoutes } from './routes/officer-results.tsx';
import { ownPaperRoutes } from './routes/own-papers.tsx';
import type { ResultTables } from './tables.ts';

export const results = defineSystem<ResultTables>({
  id: 'results',
  title: { vi: 'Kho kết quả, giấy tờ điện tử', en: 'Results and papers' },
  uses: ['procedures'],
  migrates: true,
  permissions: {
    'results.see': {
      title: { vi: 'Xem kho kết quả điện tử', en: 'Read the register of results' },
      roles: ['TN', 'HT', 'CV', 'VT', 'LP', 'CT', 'LD', 'GD', 'DK', 'TCA'],
    },
    'results.revoke': {
      title: { vi: 'Thu hồi, hủy bỏ kết quả', en: 'Withdraw results' },
      roles: ['CT', 'LD', 'GD', 'TCA'],
    },
  },
  entries: resultEntries,
  refusals: resultRefusals,
  routes: [...officerResultRoutes, ...ownPaperRoutes],
  links: {
    books: [{ label: { vi: 'Kho kết quả', en: 'Results' }, href: '/can-bo/kho-ket-qua', permission: 'results.see' }],
  },
  subscribers: () => [recordResults, keepDigitised],
});
