/** Opting out: a person wants no e-mail or no text messages; an act of theirs, by account or by the link in a message. */
import { type Instant, isoOf } from '../calendar/instant.ts';
import { type Actor, entryActor, isSqlState, writeAct } from '../cases/act.ts';
import type { RowChange } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { sealEntry, type Subject } from '../journal/entry.ts';
import { accountSubject } from '../identity/session.ts';
import { NOBODY } from '../identity/signed-in.ts';
import { canOptOut } from './notify.ts';
import { findRecipient, whoIs } from './recipient.ts';
import type { OutsideChannel } from './tables.ts';

export interface Preference {
  readonly channel: OutsideChannel;
  /** Where it would go; undefined when we have no address. */
  readonly address: string | undefined;
  readonly wanted: boolean;
}

export async function listPreferences(db: Db, accountId: string): Promise<Preference[]> {
  const recipient = await findRecipient(db, { accountId });
  const ways = [
    { channel: 'email', address: recipient?.email },
    { channel: 'sms', address: recipient?.mobile },
  ] as const;
  const names = [whoIs.account(accountId), ...ways.flatMap(({ address }) => (address ? [whoIs.address(address)] : []))];
  const out = await db
    .selectFrom('notifications.opt_out')
    .select(['channel', 'who'])
    .where('who', 'in', names)
    .execute();
  return ways.map(({ channel, address }) => ({
    channel,
    address,
    wanted: !out.some(
      (one) =>
        one.channel === channel &&
        (one.who === whoIs.account(accountId) || (address && one.who === whoIs.address(address))),
    ),
  }));
}

export interface PreferenceChange {
  readonly accountId: string;
  readonly wanted: { readonly [channel in OutsideChannel]: boolean };
  readonly at: Instant;
}

/** Wanting it again also takes back what a link in a message to the account's address had ended. */
export async function savePreferences(
  db: Db,
  actor: Actor,
  { accountId, wanted, at }: PreferenceChange,
): Promise<void> {
  const changed = (await listPreferences(db, accountId)).filter((one) => one.wanted !== wanted[one.channel]);
  const subject = accountSubject(accountId);
  for (const { channel, address } of changed) {
    const rows: RowChange[] = wanted[channel]
      ? [whoIs.account(accountId), ...(address ? [whoIs.address(address)] : [])].map((who) => ({
          table: 'notifications.opt_out',
          op: 'delete',
          key: { channel, who },
        }))
      : [optOutRow(channel, whoIs.account(accountId), at)];
    await write(db, actor, { subject, rows, channel, wanted: wanted[channel], at });
  }
}

/** What a delivery's link ends; undefined when there is nothing to end by it: unknown, erased, or a message the law has us send. */
export async function findOptOut(
  db: Db,
  deliveryId: string,
): Promise<{ readonly channel: OutsideChannel; readonly who: string; readonly done: boolean } | undefined> {
  const found = await db
    .selectFrom('notifications.delivery')
    .select(['channel', 'account_id', 'address', 'kind'])
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  if (!found || found.channel === 'in-app' || found.channel === 'web-push' || !canOptOut(found.kind, found.account_id))
    return undefined;
  const { channel } = found;
  const who = found.account_id
    ? whoIs.account(found.account_id)
    : found.address
      ? whoIs.address(found.address)
      : undefined;
  if (who === undefined) return undefined;
  const out = db.selectFrom('notifications.opt_out').select('at').where('channel', '=', channel).where('who', '=', who);
  return { channel, who, done: (await out.executeTakeFirst()) !== undefined };
}

/** Whoever holds the link: nobody asks a mail program to sign in. Done twice is done once. */
export async function optOutByLink(db: Db, deliveryId: string, at: Instant): Promise<'done' | 'nothing'> {
  const found = await findOptOut(db, deliveryId);
  if (!found) return 'nothing';
  if (!found.done) {
    await write(
      db,
      { id: NOBODY, kind: 'person' },
      {
        subject: { type: 'delivery', id: deliveryId },
        rows: [optOutRow(found.channel, found.who, at)],
        channel: found.channel,
        wanted: false,
        at,
      },
    );
  }
  return 'done';
}

const optOutRow = (channel: OutsideChannel, who: string, at: Instant): RowChange => ({
  table: 'notifications.opt_out',
  op: 'insert',
  values: { channel, who, at: isoOf(at) },
});

interface Choice {
  readonly subject: Subject;
  readonly rows: readonly RowChange[];
  readonly channel: OutsideChannel;
  readonly wanted: boolean;
  readonly at: Instant;
}

async function write(db: Db, actor: Actor, { subject, rows, channel, wanted, at }: Choice): Promise<void> {
  const draft = { type: 'notifications.preference-changed', body: { channel, wanted } };
  try {
    await writeAct(db, { rows, entries: [sealEntry(draft, { actor: entryActor(actor), subject, at })] });
  } catch (error) {
    // The same choice came twice at once.
    if (!isSqlState(error, '23505', 'opt_out_pkey')) throw error;
  }
}
