/** Recipients: who is told, and at which addresses; an account's own, or what the person wrote in a form. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Locale } from '../i18n/texts.ts';
import { isMobile, readPhone } from '../text/phone.ts';
import type { OutsideChannel } from './tables.ts';

export interface Contact {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

export interface Recipient {
  readonly accountId: string | null;
  readonly locale: Locale;
  /** An invented person of a demonstration. */
  readonly demo: boolean;
  readonly email: string | undefined;
  /** E.164, a mobile number. */
  readonly mobile: string | undefined;
}

/** What the person wrote for this matter comes before what the account holds. An account that was disabled is told nothing. */
export async function findRecipient(
  db: Db,
  { accountId, contact }: { readonly accountId?: string | null | undefined; readonly contact?: Contact | undefined },
): Promise<Recipient | undefined> {
  const account = accountId
    ? await db
        .selectFrom('identity.account')
        .select(['id', 'email', 'phone', 'locale', 'demo', 'disabled_at'])
        .where('id', '=', accountId)
        .executeTakeFirst()
    : undefined;
  if (account?.disabled_at) return undefined;
  return {
    accountId: account?.id ?? null,
    locale: account?.locale ?? 'vi',
    demo: account?.demo ?? false,
    email: readEmail(contact?.email) ?? readEmail(account?.email ?? undefined),
    mobile: readMobile(contact?.phone) ?? readMobile(account?.phone ?? undefined),
  };
}

/** RFC 5321 without quoted local parts and address literals: what providers give to people. No character that could start a header. */
const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{3,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;

export function readEmail(text: string | undefined): string | undefined {
  const address = text?.trim() ?? '';
  return EMAIL.test(address) && !/^\.|\.\.|\.@/.test(address) ? address : undefined;
}

function readMobile(text: string | undefined): string | undefined {
  const read = text === undefined ? undefined : readPhone(text);
  return read?.value !== undefined && isMobile(read.value) ? read.value : undefined;
}

/** How an opt-out names a person: their account, or an address of which only the digest is kept. */
export const whoIs = {
  account: (id: string): string => `account:${id}`,
  address: (address: string): string =>
    `address:${createHash('sha256').update(address.toLowerCase(), 'utf8').digest('hex')}`,
} as const;

/** Whether the account or the address wants nothing by this channel. */
export async function hasOptedOut(
  db: Db,
  { channel, accountId, address }: { channel: OutsideChannel; accountId: string | null; address: string },
): Promise<boolean> {
  const names = [whoIs.address(address), ...(accountId === null ? [] : [whoIs.account(accountId)])];
  const found = await sql`
    select 1 as one from notifications.opt_out where channel = ${channel} and who = any(${names}) limit 1
  `.execute(db);
  return found.rows.length > 0;
}
