/** Claiming: what is due and may go now is taken from the ledger by one of any number of workers, packed, and settled by what became of it. */
import { type RawBuilder, sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import type { Delivery } from './ledger.ts';
import { type Parcel, packParcels } from './parcels.ts';
import { type NotifyingRules, quietUntil } from './rules.ts';
import type { DeliveryState } from './tables.ts';

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

/** Empty when nothing is due. In the order in which they fell due. */
export async function claimParcels(db: Db, rules: NotifyingRules, now: Instant): Promise<Parcel[]> {
  return db.transaction().execute(async (trx) => {
    // one at a time: two workers would each take a part of what goes together
    await sql`select pg_advisory_xact_lock(hashtext('notifications.claim'))`.execute(trx);
    await holdBack(trx, rules, now);
    const due = await sql<Delivery>`
      select * from notifications.delivery where next_at <= ${isoOf(now)} order by next_at, id limit ${BATCH} for update skip locked
    `.execute(trx);
    const parcels = packParcels([...due.rows, ...(await listCompanions(trx, rules, due.rows))], rules.urgent);
    await mark(trx, parcels, now);
    return parcels;
  });
}

/** The night holds until the morning, and the first notice to an address waits a little for others; neither beyond what the law gives. */
async function holdBack(trx: Db, { quiet, gatherMinutes, urgent }: NotifyingRules, now: Instant): Promise<void> {
  const due = sql`next_at <= ${isoOf(now)} and not template = any(${urgent})`;
  const morning = quietUntil(quiet, now);
  if (morning !== undefined) {
    const until = isoOf(morning);
    await sql`
      update notifications.delivery set state = 'queued', next_at = ${until}
      where ${due} and (send_by is null or send_by >= ${until})
    `.execute(trx);
  }
  const window = sql`${gatherMinutes} * interval '1 minute'`;
  await sql`
    update notifications.delivery set next_at = created_at + ${window}
    where ${due} and message is null and attempts = 0 and created_at + ${window} > ${isoOf(now)}
      and (send_by is null or send_by >= created_at + ${window})
  `.execute(trx);
}

/** What goes along: the rest of a message that is tried again, and what else waits for the same address. */
async function listCompanions(trx: Db, { urgent }: NotifyingRules, due: readonly Delivery[]): Promise<Delivery[]> {
  if (due.length === 0) return [];
  const alreadySent = due.flatMap(({ message }) => message ?? []);
  const fresh = due.filter(({ message, template }) => message === null && !urgent.includes(template));
  const among = (condition: RawBuilder<unknown>) => sql<Delivery>`
    select d.* from notifications.delivery d
    where d.next_at is not null and d.id <> all(${due.map(({ id }) => id)}) and ${condition}
    order by d.id limit 200 for update of d skip locked
  `;
  const rest = await among(sql`d.message = any(${alreadySent}::uuid[])`).execute(trx);
  const others = await among(sql`d.message is null and d.state = 'queued' and not d.template = any(${urgent})
    and (d.address, d.channel) in (select * from unnest(
      ${fresh.map(({ address }) => address)}::text[], ${fresh.map(({ channel }) => channel)}::text[]))`).execute(trx);
  return [...rest.rows, ...others.rows];
}

async function mark(trx: Db, parcels: readonly Parcel[], now: Instant): Promise<void> {
  const marked = parcels.flatMap(({ id, deliveries }) =>
    deliveries.map((delivery) => ({ id: delivery.id, message: id })),
  );
  await sql`
    update notifications.delivery d
    set state = 'sending', attempts = d.attempts + 1, next_at = ${isoOf((now + LEASE_MS) as Instant)}, message = m.message
    from unnest(${marked.map(({ id }) => id)}::uuid[], ${marked.map(({ message }) => message)}::uuid[]) m (id, message)
    where d.id = m.id
  `.execute(trx);
}

export async function settle(db: Db, parcel: Parcel, sent: Sent, now: Instant): Promise<void> {
  const settled = settlementOf(parcel, sent, now);
  const ids = parcel.deliveries.map(({ id }) => id);
  await db
    .updateTable('notifications.delivery')
    .set({
      state: settled.state,
      next_at: settled.nextAt === null ? null : isoOf(settled.nextAt),
      error: settled.error,
      ...(sent.kind === 'sent' ? { sent_at: isoOf(now), provider_id: sent.providerId } : {}),
    })
    .where('id', 'in', ids)
    .where('state', '=', 'sending')
    .execute();
}

/** A parcel is read before its try is counted. */
function settlementOf(
  { deliveries }: Parcel,
  sent: Sent,
  now: Instant,
): { state: DeliveryState; nextAt: Instant | null; error: string | null } {
  if (sent.kind === 'sent') return { state: 'sent', nextAt: null, error: null };
  const error = sent.error.slice(0, 500);
  if (sent.kind !== 'again') return { state: sent.kind, nextAt: null, error };
  const pause = PAUSES_MS[Math.max(...deliveries.map(({ attempts }) => attempts))];
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
