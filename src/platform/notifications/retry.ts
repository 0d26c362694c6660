/** Trying again: an administrator has a delivery that failed, or that was kept while nothing was set up, sent once more. */
import { type Instant, isoOf } from '../calendar/instant.ts';
import { type Actor, entryActor, writeAct } from '../cases/act.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { sealEntry } from '../journal/entry.ts';
import type { Delivery } from './ledger.ts';

/** What failed, or was kept while nothing was set up; what is simulated or erased is not sent. A push only says that there is something in the portal, which by then has been there for long. */
export const canRetry = ({ channel, state, simulated, address, body }: Delivery): boolean =>
  channel !== 'web-push' && (state === 'failed' || state === 'kept') && !simulated && address !== null && body !== null;

/** Refusals: `notifications.unknown`, `.push-not-again`, `.simulated`, `.erased`, `.not-failed`. */
export async function retryDelivery(
  db: Db,
  actor: Actor,
  { id, at }: { readonly id: string; readonly at: Instant },
): Promise<Refusal | { readonly kind: 'queued' }> {
  return db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('notifications.delivery')
      .select(['state', 'simulated', 'body', 'address', 'channel'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return refuse('notifications.unknown');
    if (found.channel === 'web-push') return refuse('notifications.push-not-again');
    if (found.simulated) return refuse('notifications.simulated');
    if (found.state !== 'failed' && found.state !== 'kept') return refuse('notifications.not-failed');
    if (found.body === null || found.address === null) return refuse('notifications.erased');
    const draft = { type: 'notifications.delivery-retried', body: { channel: found.channel, was: found.state } };
    await writeAct(trx, {
      rows: [
        {
          table: 'notifications.delivery',
          op: 'update',
          key: { id },
          values: { state: 'queued', attempts: 0, next_at: isoOf(at), error: null, message: null },
        },
      ],
      entries: [sealEntry(draft, { actor: entryActor(actor), subject: { type: 'delivery', id }, at })],
    });
    return { kind: 'queued' } as const;
  });
}
