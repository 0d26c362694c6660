/** Payments (phí, lệ phí, thanh toán): what dossiers ask for becomes a request with its VietQR; what comes in is receipted, compared with the bank and, where it must be, given back. */
import { defineSystem } from '../../platform/system/define-system.ts';
import { callbackRoute } from './callback-route.ts';
import { paymentEntries } from './events.ts';
import { followDossiers } from './follow-dossiers.ts';
import { OPEN_REQUEST, openRequest } from './open-request.ts';
import { CASH, cashRoutes } from './cash/cash-routes.tsx';
import { REGISTER, receiptRoutes } from './receipts/receipt-routes.tsx';
import { followReceipts, SEAL_RECEIPTS, sealReceipts } from './receipts/seal-receipt.ts';
import { paymentRefusals } from './refusals.ts';
import { moneyRoutes, UNMATCHED } from './refunds/money-routes.tsx';
import { refundNotices } from './refunds/refund-notices.ts';
import { REFUNDS, refundRoutes } from './refunds/refund-routes.tsx';
import { followRefunds, SEND_REFUND, sendRefund } from './refunds/send-refund.ts';
import { FETCH_STATEMENT, FETCH_STATEMENT_AT, fetchStatement } from './statements/fetch-statement.ts';
import { DAYS, statementRoutes } from './statements/statement-routes.tsx';
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
    'payments.propose': {
      title: { vi: 'Phân bổ khoản thu, đề nghị hoàn trả', en: 'Allot payments, propose refunds' },
      roles: ['TN', 'DK', 'KT'],
    },
    'payments.see-refunds': {
      title: { vi: 'Xem các khoản hoàn trả', en: 'See refunds' },
      roles: ['TN', 'DK', 'KT', 'LP', 'CT', 'LD', 'GD', 'TCA'],
    },
    'payments.reconcile': {
      title: { vi: 'Đối soát với ngân hàng', en: 'Reconcile with the bank' },
      roles: ['KT'],
    },
    'payments.approve': {
      title: { vi: 'Duyệt hoàn trả', en: 'Approve refunds' },
      roles: ['LP', 'CT', 'LD', 'GD', 'TCA'],
    },
  },
  entries: paymentEntries,
  refusals: paymentRefusals,
  routes: [callbackRoute, ...receiptRoutes, ...cashRoutes, ...moneyRoutes, ...refundRoutes, ...statementRoutes],
  links: {
    books: [
      { label: { vi: 'Thu tiền mặt', en: 'Cash' }, href: CASH, permission: 'payments.collect' },
      { label: { vi: 'Sổ biên lai', en: 'Receipts' }, href: REGISTER, permission: 'payments.see' },
      { label: { vi: 'Khoản chưa khớp', en: 'Unmatched' }, href: UNMATCHED, permission: 'payments.propose' },
      { label: { vi: 'Hoàn trả', en: 'Refunds' }, href: REFUNDS, permission: 'payments.see-refunds' },
      { label: { vi: 'Đối soát', en: 'Reconciliation' }, href: DAYS, permission: 'payments.reconcile' },
    ],
  },
  jobs: {
    [OPEN_REQUEST]: openRequest,
    [SEND_REFUND]: sendRefund,
    [SEAL_RECEIPTS]: sealReceipts,
    [FETCH_STATEMENT]: fetchStatement,
  },
  schedules: { [FETCH_STATEMENT]: FETCH_STATEMENT_AT },
  subscribers: (platform) => [
    ...followDossiers(platform),
    followReceipts,
    followRefunds(platform),
    refundNotices(platform),
  ],
});
