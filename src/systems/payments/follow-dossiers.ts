/** What payments do when a dossier's journal speaks of money: ask for it, take note of it, give receipts for cash. */
import { sql } from 'kysely';
import { type Instant, instant } from '../../platform/calendar/instant.ts';
import { writeAct } from '../../platform/cases/act.ts';
import { packFolderOf } from '../../platform/config/project-root.ts';
import type { Db } from '../../platform/db/database.ts';
import type { ReadEntry } from '../../platform/journal/entry.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { collectionRow, findCase } from './collections.ts';
import { askToOpen } from './open-request.ts';
import { receiptRow } from './receipts/issue-receipt.ts';
import { askToSeal } from './receipts/seal-receipt.ts';
import { accountFor, type ReceivingAccounts, readReceivingAccounts } from './receiving-account.ts';
import { makeRequest } from './requests.ts';
import type { BilledItem, PaymentTables } from './tables.ts';

type Trx = Db<PaymentTables>;

interface Asked {
  readonly total: number;
  readonly paid: number;
  readonly items?: readonly BilledItem[];
}

interface Recorded {
  readonly amount: number;
  readonly by: 'bank' | 'counter';
  readonly paid: number;
  readonly due: number;
}

/** Dossiers' entries are named, not imported: a dossier that asks for money needs no knowledge of how it is paid. */
export function followDossiers({ config }: Pick<Platform, 'config'>): Subscriber[] {
  const accounts = readReceivingAccounts(packFolderOf(config.province));
  return [
    {
      name: 'payments.request-fees',
      types: ['dossiers.payment-asked'],
      handle: async (untyped, entry) => {
        const trx = untyped as unknown as Trx;
        const { total, paid, items } = entry.body as unknown as Asked;
        await noteBill(trx, { caseId: entry.subject.id, due: total, items: items ?? [] });
        if (total > paid)
          await askFor(
            trx,
            { config, accounts },
            { caseId: entry.subject.id, amount: total - paid, at: instant(entry.at) },
          );
      },
    },
    {
      name: 'payments.counter-receipts',
      types: ['dossiers.payment-recorded'],
      handle: async (untyped, entry) => {
        const trx = untyped as unknown as Trx;
        const { by, due, paid } = entry.body as unknown as Recorded;
        const caseId = entry.subject.id;
        await noteBill(trx, { caseId, due });
        if (by === 'counter') await receiveCash(trx, entry);
        // paid in part, the rest is asked for with a QR of its own
        if (paid < due && !(await isAsked(trx, caseId)))
          await askFor(trx, { config, accounts }, { caseId, amount: due - paid, at: instant(entry.at) });
      },
    },
    {
      name: 'payments.ask-again',
      types: ['payments.refund-approved'],
      handle: async (untyped, entry) => {
        const trx = untyped as unknown as Trx;
        const { case: caseId } = entry.body as { case: string | null };
        const owed = caseId === null ? 0 : await readOwed(trx, caseId);
        if (caseId === null || owed <= 0 || (await isAsked(trx, caseId))) return;
        await askFor(trx, { config, accounts }, { caseId, amount: owed, at: instant(entry.at) });
      },
    },
  ];
}

/** đồng that an open dossier still owes, by what came in for it. */
async function readOwed(trx: Trx, caseId: string): Promise<number> {
  const rows = await sql<{ owed: number }>`
    select b.due - coalesce((select sum(k.amount - k.refunded) from payments.collection k
      where k.case_id = b.case_id and k.standing = 'settled'), 0)::bigint as owed
    from payments.bill b join cases.case c on c.id = b.case_id where b.case_id = ${caseId} and c.status <> 'closed'
  `.execute(trx);
  return rows.rows[0]?.owed ?? 0;
}

/** Without `items` they stay as they were. */
async function noteBill(
  trx: Trx,
  { caseId, due, items }: { readonly caseId: string; readonly due: number; readonly items?: readonly BilledItem[] },
): Promise<void> {
  const written = items === undefined ? null : JSON.stringify(items);
  await sql`
    insert into payments.bill (case_id, due, items) values (${caseId}, ${due}, coalesce(${written}::jsonb, '[]'))
    on conflict (case_id) do update set due = excluded.due, items = coalesce(${written}::jsonb, bill.items)
  `.execute(trx);
}

const isAsked = async (trx: Trx, caseId: string): Promise<boolean> =>
  (await trx
    .selectFrom('payments.request')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', 'in', ['waiting', 'failed', 'mismatch'])
    .executeTakeFirst()) !== undefined;

async function askFor(
  trx: Trx,
  { config, accounts }: { readonly config: Platform['config']; readonly accounts: ReceivingAccounts },
  { caseId, amount, at }: { readonly caseId: string; readonly amount: number; readonly at: Instant },
): Promise<void> {
  const found = await findCase(trx, caseId);
  if (!found) return;
  const id = await makeRequest(trx, {
    caseId,
    caseCode: found.code,
    amount,
    accountId: found.applicant,
    simulated: found.simulated,
    to: accountFor(accounts, found.unit ?? undefined),
    at,
  });
  await askToOpen(trx, { config }, { id, simulated: found.simulated });
}

/** What an officer took at the counter: the money, its receipt, and the QR that asks for nothing any more. */
async function receiveCash(trx: Trx, entry: ReadEntry): Promise<void> {
  const { amount } = entry.body as unknown as Recorded;
  const caseId = entry.subject.id;
  const found = await findCase(trx, caseId);
  const at = instant(entry.at);
  const officer = entry.actor.account;
  const unitId = found?.unitId ?? null;
  const { id, row } = collectionRow({
    caseId,
    caseCode: found?.code ?? null,
    unitId,
    amount,
    by: 'counter',
    ...(officer === undefined ? {} : { takenBy: officer }),
    at,
    simulated: found?.simulated ?? false,
  });
  const receipt = await receiptRow(trx, {
    caseId,
    collectionId: id,
    unitId,
    amount,
    by: 'counter',
    at,
    ...(officer === undefined ? {} : { issuedBy: officer }),
  });
  await writeAct(trx, { rows: [row, receipt.row], entries: [] });
  await askToSeal(trx as unknown as Db, caseId);
  await sql`update payments.request set state = 'cancelled' where case_id = ${caseId} and state in ('waiting', 'failed')`.execute(
    trx,
  );
}
