/** Sending an approved refund through the bank: a job, under the refund's own id as reference, so that the bank pays it once however often it is asked. */
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { packFolderOf } from '../../../platform/config/project-root.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Json } from '../../../platform/db/json.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import type { Subscriber } from '../../../platform/journal/subscribers.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { accountFor, readReceivingAccounts } from '../receiving-account.ts';
import type { PaymentTables } from '../tables.ts';
import { recordRefundSent } from './decide-refund.ts';
import { findRefund } from './list-money.ts';

export const SEND_REFUND = 'payments.send-refund';

const Taken = Type.Object({ transactionId: Type.String({ minLength: 1, maxLength: 60 }) });
const TIMEOUT_MS = 10_000;

/** Without a bank an officer records what was sent by hand. */
export const sendsRefunds = ({ config }: Pick<Platform, 'config'>): boolean =>
  config.bankUrl !== undefined && config.bankKey !== undefined;

export const followRefunds = (platform: Pick<Platform, 'config'>): Subscriber => ({
  name: 'payments.send-refunds',
  types: ['payments.refund-approved'],
  async handle(trx, entry) {
    if (!sendsRefunds(platform)) return;
    await addJob(trx, SEND_REFUND, { refund: entry.subject.id }, { key: `${SEND_REFUND}:${entry.subject.id}` });
  },
});

export async function sendRefund(platform: Platform<PaymentTables>, payload: Json): Promise<void> {
  const { refund: id } = payload as { refund: string };
  const { config, db } = platform;
  const refund = await findRefund(db as unknown as Db, id, 'all');
  if (refund?.state !== 'approved' || config.bankUrl === undefined) return;
  if (!refund.payee) throw new Error(`the payee of refund ${id} has been erased`);
  const from = accountFor(readReceivingAccounts(packFolderOf(config.province)), undefined);
  const response = await fetch(new URL('/transfers', config.bankUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${config.bankKey ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      reference: `HT${id.replaceAll('-', '').slice(-16).toUpperCase()}`,
      amount: refund.amount,
      from: from.number,
      to: { bin: refund.payee.bin, number: refund.payee.account, name: refund.payee.name },
      content: `HOAN TRA ${refund.caseCode ?? ''}`.trim(),
    }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok || !Check(Taken, answer)) throw new Error(`the bank answered ${response.status} to a refund`);
  const outcome = await recordRefundSent(
    platform.acting,
    { actor: programActor(SEND_REFUND), reach: 'all' },
    { commandId: id, refund: id, transaction: answer.transactionId },
  );
  if (outcome.kind !== 'done') throw new Error(`refund ${id} was sent and not recorded: ${outcome.kind}`);
}
