/** Routes of notifications: a person's inbox and choices, and the link that ends messages. */
import { isId } from '../db/ids.ts';
import { type Answer, type Exchange, fieldOf, get, notFound, page, post, type Route, seeOther } from '../http/route.ts';
import { actorOf, type SignedIn } from '../identity/signed-in.ts';
import { countUnread, listNotifications, markRead } from './inbox.ts';
import { maskAddress } from './mask-address.ts';
import { findOptOut, listPreferences, optOutByLink, savePreferences } from './opt-out.ts';
import { OPT_OUT_PATH, optOutPath, readOptOut } from './opt-out-link.ts';
import { InboxPage } from './pages/inbox-page.tsx';
import { OptOutPage } from './pages/opt-out-page.tsx';
import { PreferencesPage } from './pages/preferences-page.tsx';

const INBOX = '/thong-bao';
const PREFERENCES = '/thong-bao/tuy-chon';
const PAGE = 20;

type Own = Exchange & { readonly signedIn: SignedIn };

/** The server lets only the signed in through; this says so to the compiler. */
const own =
  (handle: (exchange: Own) => Promise<Answer>) =>
  async (exchange: Exchange): Promise<Answer> =>
    exchange.signedIn ? handle(exchange as Own) : notFound;

export const notificationRoutes: readonly Route[] = [
  get(INBOX, 'signed-in', own(showInbox)),
  post(`${INBOX}/da-doc`, 'signed-in', own(readAll)),
  post(`${INBOX}/:id/da-doc`, 'signed-in', own(readOne)),
  get(PREFERENCES, 'signed-in', own(showPreferences)),
  post(PREFERENCES, 'signed-in', own(choose), { perMinute: 30 }),
  get(OPT_OUT_PATH, 'public', showOptOut, { perMinute: 60 }),
  // Mail programs post here by themselves (RFC 8058); the signature in the address stands for the form token.
  post(OPT_OUT_PATH, 'public', optOut, { machine: true, perMinute: 60 }),
];

async function showInbox({ db, signedIn, query }: Own): Promise<Answer> {
  const before = fieldOf(query, 'truoc');
  const { accountId, kind } = signedIn;
  const found = await listNotifications(db, accountId, { ...(isId(before) ? { before } : {}), limit: PAGE + 1 });
  const items = found.slice(0, PAGE);
  const last = found.length > PAGE ? items.at(-1) : undefined;
  const unread = await countUnread(db, accountId);
  const next = last && { next: `${INBOX}?truoc=${last.id}` };
  return page(<InboxPage officer={kind === 'officer'} items={items} unread={unread} {...next} />);
}

async function readAll({ db, signedIn, clock }: Own): Promise<Answer> {
  await markRead(db, signedIn.accountId, { at: clock() });
  return seeOther(INBOX);
}

async function readOne({ db, signedIn, clock, params }: Own): Promise<Answer> {
  const only = params.id ?? '';
  if (!isId(only)) return notFound;
  await markRead(db, signedIn.accountId, { only, at: clock() });
  return seeOther(INBOX);
}

async function showPreferences({ db, signedIn, query }: Own): Promise<Answer> {
  const preferences = (await listPreferences(db, signedIn.accountId)).map((one) => ({
    ...one,
    address: one.address === undefined ? undefined : maskAddress(one.channel, one.address),
  }));
  const officer = signedIn.kind === 'officer';
  return page(<PreferencesPage officer={officer} preferences={preferences} saved={fieldOf(query, 'da-luu') === '1'} />);
}

async function choose({ db, signedIn, clock, form }: Own): Promise<Answer> {
  const wanted = { email: fieldOf(form, 'email') === 'true', sms: fieldOf(form, 'sms') === 'true' };
  await savePreferences(db, actorOf(signedIn), { accountId: signedIn.accountId, wanted, at: clock() });
  return seeOther(`${PREFERENCES}?da-luu=1`);
}

async function showOptOut({ db, platform, query }: Exchange): Promise<Answer> {
  const id = linkOf(platform, query);
  const found = id && (await findOptOut(db, id));
  if (!found) return notFound;
  return page(<OptOutPage channel={found.channel} action={optOutPath(platform.secret, id)} done={found.done} />);
}

async function optOut({ db, platform, query, clock }: Exchange): Promise<Answer> {
  const id = linkOf(platform, query);
  if (!id || (await optOutByLink(db, id, clock())) === 'nothing') return notFound;
  return seeOther(optOutPath(platform.secret, id));
}

const linkOf = ({ secret }: Exchange['platform'], query: Exchange['query']): string | undefined =>
  readOptOut(secret, fieldOf(query, 'thu'), fieldOf(query, 'ky'));
