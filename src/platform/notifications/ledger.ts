/** The ledger: what was sent to whom and what became of it; read, reported on and erased. */
import { sql } from 'kysely';
import { addDays, type Day, type Instant, instantAt, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { firstIdAt } from '../db/ids.ts';
import type { Channel, DeliveryRow, DeliveryState } from './tables.ts';
import type { Selectable } from 'kysely';

export type Delivery = Selectable<DeliveryRow>;

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

export interface LedgerQuery {
  readonly state?: DeliveryState | undefined;
  readonly channel?: Channel | undefined;
  readonly template?: string | undefined;
  /** On which it was told. */
  readonly day?: Day | undefined;
  /** Of the case it is about, as people write it. */
  readonly code?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/** With the code of the case it is about; null for what is about no case. */
export type LedgerDelivery = Delivery & { readonly code: string | null };

/** Newest first, by key. */
export async function listDeliveries(db: Db, wanted: LedgerQuery): Promise<LedgerDelivery[]> {
  let query = deliveries(db).orderBy('d.id', 'desc').limit(wanted.limit);
  if (wanted.state) query = query.where('d.state', '=', wanted.state);
  if (wanted.channel) query = query.where('d.channel', '=', wanted.channel);
  if (wanted.template) query = query.where('d.template', '=', wanted.template);
  if (wanted.before) query = query.where('d.id', '<', wanted.before);
  if (wanted.day) {
    const [from, to] = [wanted.day, addDays(wanted.day, 1)].map((day) => isoOf(instantAt(day, 0)));
    query = query.where(sql<boolean>`d.created_at >= ${from} and d.created_at < ${to}`);
  }
  if (wanted.code) {
    const about = await db.selectFrom('cases.case').select('id').where('code', '=', wanted.code).executeTakeFirst();
    if (!about) return [];
    query = query.where('d.subject_id', '=', about.id);
  }
  return query.execute();
}

export const findDelivery = (db: Db, id: string): Promise<LedgerDelivery | undefined> =>
  deliveries(db).where('d.id', '=', id).executeTakeFirst();

const deliveries = (db: Db) =>
  db
    .selectFrom('notifications.delivery as d')
    .leftJoin('cases.case as c', 'c.id', 'd.subject_id')
    .selectAll('d')
    .select('c.code');

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
