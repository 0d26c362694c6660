/** The inbox: what a person was told in the portal, newest first, and what of it they have read. */
import { type Instant, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';

export interface InboxItem {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly link: string | null;
  readonly at: Instant;
  readonly read: boolean;
}

/** Pages by key: `before` is the id of the last one shown. What was erased is left out. */
export async function listNotifications(
  db: Db,
  accountId: string,
  { before, limit }: { readonly before?: string | undefined; readonly limit: number },
): Promise<InboxItem[]> {
  let query = db
    .selectFrom('notifications.delivery')
    .select(['id', 'subject', 'body', 'link', 'created_at', 'read_at'])
    .where('account_id', '=', accountId)
    .where('channel', '=', 'in-app')
    .where('body', 'is not', null)
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject ?? '',
    body: row.body ?? '',
    link: row.link,
    at: row.created_at,
    read: row.read_at !== null,
  }));
}

/** At most 100: beside a bell nobody reads more. What was erased is not counted: there is nothing left to read. */
export async function countUnread(db: Db, accountId: string): Promise<number> {
  const unread = db
    .selectFrom('notifications.delivery')
    .select('id')
    .where('account_id', '=', accountId)
    .where('channel', '=', 'in-app')
    .where('read_at', 'is', null)
    .where('body', 'is not', null)
    .limit(100)
    .as('unread');
  const counted = await db
    .selectFrom(unread)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** One, or all up to now. Others' are left alone. */
export async function markRead(
  db: Db,
  accountId: string,
  { only, at }: { readonly only?: string; readonly at: Instant },
): Promise<void> {
  let query = db
    .updateTable('notifications.delivery')
    .set({ read_at: isoOf(at) })
    .where('account_id', '=', accountId)
    .where('channel', '=', 'in-app')
    .where('read_at', 'is', null);
  if (only !== undefined) query = query.where('id', '=', only);
  await query.execute();
}
