/** Payments (phí, lệ phí, thanh toán): what dossiers ask for becomes a request with its VietQR; what comes in is receipted, compared with the bank and, where it must be, given back. */
import { defineSystem } from '../../platform/system/define-system.ts';
import { callbackRoute } from './callback-route.ts';
import { paymentEntries } from './events.ts';
import { followDossiers } from './follow-dossiers.ts';
import { OPEN_REQUEST, openRequest } from './open-request.ts';
import { CASH, cashRoutes } from './cash/cash-routes.tsx';
import { REGISTER, receiptRoutes } from './receipts/receipt-routes.tsx';
import { paymentRefusals } from './refusals.ts';
import type { PaymentTables } from './tables.ts';

export const payments = defineSystem<PaymentTables>({
  id: 'payments',
  title: { vi: 'Phí, lệ phí, thanh toán', en: 'Fees and payments' },
  uses: ['procedures'],
  migrates: true,
  permissions: {
    'payments.collect': {
      title: { vi: 'Thu tiền, lập và hủy biên lai', en: 'Take money, issue and void receipts' },
      roles: ['TN', 'DK'],
    },
    'payments.see': {
      title: { vi: 'Xem sổ biên lai', en: 'See the register of receipts' },
      roles: ['TN', 'DK', 'KT', 'LP', 'CT', 'LD', 'GD', 'TCA'],
    },
  },
  entries: paymentEntries,
  refusals: paymentRefusals,
  routes: [callbackRoute, ...receiptRoutes, ...cashRoutes],
  links: {
    desk: [
      { label: { vi: 'Thu tiền mặt', en: 'Cash' }, href: CASH, permission: 'payments.collect' },
      { label: { vi: 'Sổ biên lai', en: 'Receipts' }, href: REGISTER, permission: 'payments.see' },
    ],
  },
  jobs: { [OPEN_REQUEST]: openRequest },
  subscribers: (platform) => followDossiers(platform),
});
