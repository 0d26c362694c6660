/** The ledger: deliveries that are due are claimed in batches by any number of workers, and settled one by one. */
import { sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { firstIdAt } from '../db/ids.ts';
import type { DeliveryRow, DeliveryState } from './tables.ts';
import type { Selectable } from 'kysely';

export type Delivery = Selectable<DeliveryRow>;

/** What became of one try. Errors are stable codes with what the peer said behind them. */
export type Sent =
  | { readonly kind: 'sent'; readonly providerId: string | null }
  | { readonly kind: 'kept'; readonly error: string }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'again'; readonly error: string; readonly afterMs?: number };

const BATCH = 20;
/** A worker that dies between sending and settling leaves its batch to others after this; the message may then go out twice, under the same id. */
const LEASE_MS = 5 * 60_000;
const MINUTE = 60_000;
/** Pauses after a try that failed for now; when they are used up it has failed. */
const PAUSES_MS = [1, 5, 30, 120, 360, 1440].map((minutes) => minutes * MINUTE);

export async function claimDue(db: Db, now: Instant): Promise<Delivery[]> {
  const claimed = await sql<Delivery>`
    update notifications.delivery d
    set state = 'sending', attempts = d.attempts + 1, next_at = ${isoOf((now + LEASE_MS) as Instant)}
    from (
      select id from notifications.delivery where next_at <= ${isoOf(now)} order by next_at limit ${BATCH} for update skip locked
    ) due
    where d.id = due.id returning d.*
  `.execute(db);
  return claimed.rows;
}

export async function settle(db: Db, delivery: Delivery, sent: Sent, now: Instant): Promise<void> {
  const settled = settlementOf(delivery, sent, now);
  await db
    .updateTable('notifications.delivery')
    .set({
      state: settled.state,
      next_at: settled.nextAt === null ? null : isoOf(settled.nextAt),
      error: settled.error,
      ...(sent.kind === 'sent' ? { sent_at: isoOf(now), provider_id: sent.providerId } : {}),
    })
    .where('id', '=', delivery.id)
    .where('state', '=', 'sending')
    .execute();
}

function settlementOf(
  { attempts }: Delivery,
  sent: Sent,
  now: Instant,
): { state: DeliveryState; nextAt: Instant | null; error: string | null } {
  if (sent.kind === 'sent') return { state: 'sent', nextAt: null, error: null };
  const error = sent.error.slice(0, 500);
  if (sent.kind !== 'again') return { state: sent.kind, nextAt: null, error };
  const pause = PAUSES_MS[attempts - 1];
  if (pause === undefined) return { state: 'failed', nextAt: null, error };
  return { state: 'queued', nextAt: (now + Math.max(pause, sent.afterMs ?? 0)) as Instant, error };
}

/** When the next delivery is due; undefined when none waits. */
export async function findNextDue(db: Db): Promise<Instant | undefined> {
  const next = await db
    .selectFrom('notifications.delivery')
    .select((select) => select.fn.min('next_at').as('at'))
    .where('next_at', 'is not', null)
    .executeTakeFirst();
  return next?.at ?? undefined;
}

/** A gateway's report on a message of ours. False when no message has that id, so that the gateway asks again. */
export async function recordReport(
  db: Db,
  { providerId, delivered, at }: { readonly providerId: string; readonly delivered: boolean; readonly at: Instant },
): Promise<boolean> {
  const reported = await sql`
    update notifications.delivery set
      state = case when state <> 'sent' then state when ${delivered} then 'delivered' else 'failed' end,
      delivered_at = case when state = 'sent' and ${delivered} then ${isoOf(at)}::timestamptz else delivered_at end,
      error = case when state = 'sent' and not ${delivered} then 'sms.undelivered' else error end
    where provider_id = ${providerId} and channel = 'sms' returning id
  `.execute(db);
  return reported.rows.length > 0;
}

/** Newest first, by key. */
export async function listDeliveries(
  db: Db,
  wanted: { readonly state?: DeliveryState; readonly before?: string; readonly limit: number },
): Promise<Delivery[]> {
  let query = db.selectFrom('notifications.delivery').selectAll().orderBy('id', 'desc').limit(wanted.limit);
  if (wanted.state) query = query.where('state', '=', wanted.state);
  if (wanted.before) query = query.where('id', '<', wanted.before);
  return query.execute();
}

/** With a subject's personal data go the texts and addresses it was told by; that it was told stays. */
export async function eraseDeliveries(trx: Db, subjectId: string): Promise<void> {
  await trx.updateTable('notifications.delivery').set(ERASED).where('subject_id', '=', subjectId).execute();
}

/** So do those of everybody once the province's term of keeping them is over; what still waits to be sent stays. Answers how many. */
export async function eraseOldDeliveries(db: Db, before: Instant): Promise<number> {
  const until = firstIdAt(before);
  let erased = 0;
  for (let more = true; more; ) {
    const old = db
      .selectFrom('notifications.delivery')
      .select('id')
      .where('id', '<', until)
      .where('body', 'is not', null)
      .where('next_at', 'is', null)
      .orderBy('id')
      .limit(ERASE_BATCH);
    const done = await db
      .updateTable('notifications.delivery')
      .set(ERASED)
      .where('id', 'in', old)
      .where('id', '<', until)
      .executeTakeFirst();
    erased += Number(done.numUpdatedRows);
    more = Number(done.numUpdatedRows) === ERASE_BATCH;
  }
  return erased;
}

const ERASED = { subject: null, body: null, address: null };
const ERASE_BATCH = 5000;
