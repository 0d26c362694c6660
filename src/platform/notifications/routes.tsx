/** Routes of notifications: a person's inbox and choices, the link that ends messages, the administrator's ledger. */
import { isId } from '../db/ids.ts';
import {
  type Answer,
  type Exchange,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../http/route.ts';
import { actorOf, type SignedIn } from '../identity/signed-in.ts';
import { maskPhone } from '../identity/mask.ts';
import { countUnread, listNotifications, markRead } from './inbox.ts';
import { type Delivery, listDeliveries } from './ledger.ts';
import { findOptOut, listPreferences, optOutByLink, savePreferences } from './opt-out.ts';
import { OPT_OUT_PATH, optOutPath, readOptOut } from './opt-out-link.ts';
import { InboxPage } from './pages/inbox-page.tsx';
import { LEDGER, type LedgerLine, LedgerPage } from './pages/ledger-page.tsx';
import { OptOutPage } from './pages/opt-out-page.tsx';
import { PreferencesPage } from './pages/preferences-page.tsx';
import { retryDelivery } from './retry.ts';
import { type Channel, DELIVERY_STATES, type DeliveryState } from './tables.ts';

const INBOX = '/thong-bao';
const PREFERENCES = '/thong-bao/tuy-chon';
const PAGE = 20;
const LEDGER_PAGE = 50;

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
  get(LEDGER, { permission: 'notifications.manage' }, showLedger),
  post(`${LEDGER}/:id/gui-lai`, { permission: 'notifications.manage' }, own(retry)),
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

async function showLedger({ db, query, platform }: Exchange): Promise<Answer> {
  const state = DELIVERY_STATES.find((one) => one === fieldOf(query, 'trang-thai'));
  const before = fieldOf(query, 'truoc');
  const found = await listDeliveries(db, {
    ...(state ? { state } : {}),
    ...(isId(before) ? { before } : {}),
    limit: LEDGER_PAGE + 1,
  });
  const lines = found.slice(0, LEDGER_PAGE).map(lineOf);
  const last = found.length > LEDGER_PAGE ? lines.at(-1) : undefined;
  const next = last && { next: nextPage(state, last.id) };
  const { smtpUrl, smsUrl } = platform.config;
  const missing: Channel[] = [...(smtpUrl ? [] : ['email' as const]), ...(smsUrl ? [] : ['sms' as const])];
  return page(<LedgerPage lines={lines} state={state} missing={missing} {...next} />);
}

const nextPage = (state: DeliveryState | undefined, before: string): string =>
  `${LEDGER}?${new URLSearchParams({ ...(state ? { 'trang-thai': state } : {}), truoc: before })}`;

const lineOf = (delivery: Delivery): LedgerLine => ({
  id: delivery.id,
  at: delivery.created_at,
  channel: delivery.channel,
  address: delivery.address === null ? '' : maskAddress(delivery.channel, delivery.address),
  template: delivery.template,
  state: delivery.state,
  simulated: delivery.simulated,
  attempts: delivery.attempts,
  error: delivery.error,
  canRetry:
    (delivery.state === 'failed' || delivery.state === 'kept') && !delivery.simulated && delivery.address !== null,
});

async function retry({ db, signedIn, clock, params }: Own): Promise<Answer> {
  const id = params.id ?? '';
  if (!isId(id)) return notFound;
  const outcome = await retryDelivery(db, actorOf(signedIn), { id, at: clock() });
  return outcome.kind === 'queued' ? seeOther(LEDGER) : outcomePage(outcome, LEDGER);
}

/** `h…@gmail.com`: enough to know one's own. */
const maskAddress = (channel: Channel, address: string): string =>
  channel === 'sms' ? maskPhone(address) : address.replace(/^(.).*@/, '$1…@');
