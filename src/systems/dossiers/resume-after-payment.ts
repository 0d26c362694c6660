/** A payment that the bank reports is an act on its dossier: the clock runs on. */
import { instant } from '../../platform/calendar/instant.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { recordPayment } from './dossiers.ts';
import type { DossierTables } from './tables.ts';

/** In the transaction that moves the cursor, under the entry's own id as command: read twice, it acts once. */
export const resumeAfterPayment = ({ acting }: Platform<DossierTables>): Subscriber => ({
  name: 'dossiers.resume-after-payment',
  types: ['payments.fee-paid'],
  async handle(trx, entry) {
    const { case: caseId, amount, transaction } = entry.body as { case: string; amount: number; transaction: string };
    // at the moment the bank told, however late the journal is read
    const env = { ...acting, db: trx as unknown as Db<DossierTables>, clock: () => instant(entry.at) };
    const who = { actor: programActor('dossiers.resume-after-payment'), scope: 'all' as const };
    const outcome = await recordPayment(env, who, {
      commandId: entry.id,
      caseId,
      amount,
      by: 'bank',
      reference: transaction,
    });
    if (outcome.kind !== 'done') throw new Error(`the payment of case ${caseId} was not recorded: ${outcome.kind}`);
  },
});
