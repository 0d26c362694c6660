/** Push subscriptions: a signed-in person has a browser tell them, and stops it again; a service that knows it no longer ends it too. */
import { createPublicKey } from 'node:crypto';
import { type Instant, isoOf } from '../calendar/instant.ts';
import { type Actor, entryActor, isSqlState, writeAct } from '../cases/act.ts';
import { type Refusal, type RowChange, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { accountSubject } from '../identity/session.ts';
import { sealEntry } from '../journal/entry.ts';
import { isPushService } from './push-services.ts';
import type { PushSubscriptionRow } from './tables.ts';
import type { Selectable } from 'kysely';

export type PushSubscription = Selectable<PushSubscriptionRow>;

/** Nobody reads in more browsers. */
const MOST = 10;

export const listSubscriptions = (db: Db, accountId: string): Promise<PushSubscription[]> =>
  db
    .selectFrom('notifications.push_subscription')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .execute();

export const findSubscription = (db: Db, id: string): Promise<PushSubscription | undefined> =>
  db.selectFrom('notifications.push_subscription').selectAll().where('id', '=', id).executeTakeFirst();

export interface SubscriptionToMake {
  readonly accountId: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly userAgent: string;
  readonly at: Instant;
  /** A demonstration may have a push service on its own machine. */
  readonly local: boolean;
}

/** A browser belongs to who asked last: somebody else's subscription of it ends. Refusals: `notifications.push-unusable`, `.push-too-many`. */
export async function subscribe(
  db: Db,
  actor: Actor,
  wanted: SubscriptionToMake,
): Promise<Refusal | { kind: 'subscribed' }> {
  const { accountId, endpoint, p256dh, auth, userAgent, at, local } = wanted;
  if (!isPushService(endpoint, { local }) || !isPublicKey(p256dh) || !isSecret(auth))
    return refuse('notifications.push-unusable');
  const own = await listSubscriptions(db, accountId);
  const known = await db
    .selectFrom('notifications.push_subscription')
    .select(['id', 'account_id'])
    .where('endpoint', '=', endpoint)
    .executeTakeFirst();
  if (!known && own.length >= MOST) return refuse('notifications.push-too-many');
  const id = newId();
  const rows: RowChange[] = [
    ...(known ? [removal(known.id)] : []),
    {
      table: 'notifications.push_subscription',
      op: 'insert',
      values: {
        id,
        account_id: accountId,
        endpoint,
        p256dh,
        auth,
        user_agent: userAgent.slice(0, 300),
        created_at: isoOf(at),
      },
    },
  ];
  const context = { actor: entryActor(actor), subject: accountSubject(accountId), at };
  const taken = known && known.account_id !== accountId ? [known] : [];
  const entries = [
    sealEntry({ type: 'notifications.push-subscribed', body: { subscription: id } }, context),
    ...taken.map((one) =>
      sealEntry(
        { type: 'notifications.push-ended', body: { subscription: one.id, why: 'taken-over' } },
        { ...context, subject: accountSubject(one.account_id) },
      ),
    ),
  ];
  try {
    await writeAct(db, { rows, entries });
  } catch (error) {
    // The same browser asked twice at once.
    if (!isSqlState(error, '23505', 'push_subscription_endpoint_key')) throw error;
  }
  return { kind: 'subscribed' };
}

export interface SubscriptionToEnd {
  readonly id: string;
  /** Left out where the push service says that it is gone. */
  readonly accountId?: string;
  readonly why: 'person' | 'gone';
  readonly at: Instant;
}

/** Somebody else's, and one that has ended, are left alone. */
export async function endSubscription(
  db: Db,
  actor: Actor,
  { id, accountId, why, at }: SubscriptionToEnd,
): Promise<void> {
  const found = await findSubscription(db, id);
  if (!found || (accountId !== undefined && found.account_id !== accountId)) return;
  const entry = { type: 'notifications.push-ended', body: { subscription: id, why } };
  const context = { actor: entryActor(actor), subject: accountSubject(found.account_id), at };
  await writeAct(db, { rows: [removal(id)], entries: [sealEntry(entry, context)] });
}

const removal = (id: string): RowChange => ({ table: 'notifications.push_subscription', op: 'delete', key: { id } });

/** An uncompressed point of P-256, on its curve. */
function isPublicKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url');
  if (!/^[\w-]+={0,2}$/.test(text) || bytes.length !== 65 || bytes[0] !== 4) return false;
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map((part) => part.toString('base64url')) as [
    string,
    string,
  ];
  try {
    createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === undefined) throw error;
    return false;
  }
}

const isSecret = (text: string): boolean => /^[\w-]+={0,2}$/.test(text) && Buffer.from(text, 'base64url').length === 16;
