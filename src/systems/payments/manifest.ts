/** Payments (phí, lệ phí, thanh toán): what dossiers ask for becomes a request with its VietQR; what the bank tells settles it. */
import { sql } from 'kysely';
import { instant } from '../../platform/calendar/instant.ts';
import { writeAct } from '../../platform/cases/act.ts';
import { packFolderOf } from '../../platform/config/project-root.ts';
import type { Db } from '../../platform/db/database.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import { defineSystem } from '../../platform/system/define-system.ts';
import { callbackRoute } from './callback-route.ts';
import { paymentEntries } from './events.ts';
import { askToOpen, OPEN_REQUEST, openRequest } from './open-request.ts';
import { accountFor, readReceivingAccounts } from './receiving-account.ts';
import { makeRequest, receiptRow } from './requests.ts';
import type { PaymentTables } from './tables.ts';

export const payments = defineSystem<PaymentTables>({
  id: 'payments',
  title: { vi: 'Phí, lệ phí, thanh toán', en: 'Fees and payments' },
  uses: [],
  migrates: true,
  entries: paymentEntries,
  routes: [callbackRoute],
  // Dossiers' entries are named, not imported: a dossier that asks for money needs no knowledge of how it is paid.
  jobs: { [OPEN_REQUEST]: openRequest },
  subscribers: ({ config }) => {
    const accounts = readReceivingAccounts(packFolderOf(config.province));
    return [
      {
        name: 'payments.request-fees',
        types: ['dossiers.payment-asked'],
        handle: async (trx, entry) => {
          const { total, paid } = entry.body as { total: number; paid: number };
          const found = await caseOf(trx, entry);
          if (!found || total <= paid) return;
          const id = await makeRequest(trx as unknown as Db<PaymentTables>, {
            caseId: entry.subject.id,
            caseCode: found.code,
            amount: total - paid,
            accountId: found.applicant,
            simulated: found.simulated,
            to: accountFor(accounts, found.unit ?? undefined),
            at: instant(entry.at),
          });
          await askToOpen(trx, { config }, { id, simulated: found.simulated });
        },
      },
      {
        name: 'payments.counter-receipts',
        types: ['dossiers.payment-recorded'],
        handle: async (trx, entry) => {
          const { amount, by } = entry.body as { amount: number; by: string };
          if (by !== 'counter') return;
          const row = await receiptRow(trx as unknown as Db<PaymentTables>, {
            caseId: entry.subject.id,
            amount,
            by: 'counter',
            at: instant(entry.at),
          });
          await writeAct(trx, { rows: [row], entries: [] });
          // paid at the counter, the QR asks for nothing any more
          await sql`update payments.request set state = 'cancelled' where case_id = ${entry.subject.id} and state = 'waiting'`.execute(
            trx,
          );
        },
      },
    ];
  },
});

async function caseOf(trx: Db, entry: ReadEntry) {
  const rows = await sql<{ code: string; applicant: string | null; simulated: boolean; unit: string | null }>`
    select c.code, c.applicant_id as applicant, c.simulated, u.code as unit
    from cases.case c left join organisation.unit u on u.id = c.receiving_unit where c.id = ${entry.subject.id}
  `.execute(trx);
  return rows.rows[0];
}
