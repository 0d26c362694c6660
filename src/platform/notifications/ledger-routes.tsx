/** Routes of the administrator's ledger: what was sent, one delivery with its reason, sending it again, and seeing to whom it went and what it said. */
import { sql } from 'kysely';
import { isId, newId } from '../db/ids.ts';
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
import { actorOf } from '../identity/signed-in.ts';
import { isDay } from '../text/partial-day.ts';
import { findDelivery, type LedgerDelivery, listDeliveries } from './ledger.ts';
import { maskAddress } from './mask-address.ts';
import { DeliveryPage, type RevealedDelivery } from './pages/delivery-page.tsx';
import { LEDGER, type LedgerFilters, type LedgerLine, LedgerPage, ledgerPath } from './pages/ledger-page.tsx';
import { canRetry, retryDelivery } from './retry.ts';
import { type Channel, CHANNELS, DELIVERY_STATES } from './tables.ts';

const PAGE = 50;
const manage = { permission: 'notifications.manage' } as const;

export const ledgerRoutes: readonly Route[] = [
  get(LEDGER, manage, showLedger),
  get(`${LEDGER}/:id`, manage, (exchange) => showDelivery(exchange)),
  post(`${LEDGER}/:id/gui-lai`, manage, retry),
  // what was shown once is not shown again by loading the page or by changing its language
  ...['hien', 'gui-lai'].map((act) =>
    get(`${LEDGER}/:id/${act}`, manage, ({ params }) => seeOther(`${LEDGER}/${params.id}`)),
  ),
  post(`${LEDGER}/:id/hien`, manage, reveal),
];

async function showLedger({ db, query, platform }: Exchange): Promise<Answer> {
  const filters = filtersOf(query);
  const before = fieldOf(query, 'truoc');
  const found = await listDeliveries(db, { ...filters, ...(isId(before) ? { before } : {}), limit: PAGE + 1 });
  const lines = found.slice(0, PAGE).map(lineOf);
  const last = found.length > PAGE ? lines.at(-1) : undefined;
  const next = last && { next: ledgerPath(filters, last.id) };
  const codes = await db.selectFrom('notifications.template').select('code').distinct().orderBy('code').execute();
  const { smtpUrl, smsUrl } = platform.config;
  const missing: Channel[] = [
    ...(smtpUrl ? [] : ['email' as const]),
    ...(smsUrl ? [] : ['sms' as const]),
    ...(platform.push ? [] : ['web-push' as const]),
  ];
  return page(
    <LedgerPage
      lines={lines}
      filters={filters}
      templates={codes.map(({ code }) => code)}
      missing={missing}
      first={before === ''}
      {...next}
    />,
  );
}

/** What is no state, channel or day narrows nothing. */
function filtersOf(query: Exchange['query']): LedgerFilters {
  const [state, channel, template, day, code] = ['trang-thai', 'kenh', 'mau', 'ngay', 'ho-so'].map((name) =>
    fieldOf(query, name).trim().slice(0, 80),
  );
  return {
    state: DELIVERY_STATES.find((one) => one === state),
    channel: CHANNELS.find((one) => one === channel),
    template: template || undefined,
    day: day && isDay(day) ? day : undefined,
    code: code?.toUpperCase() || undefined,
  };
}

const lineOf = (delivery: LedgerDelivery): LedgerLine => ({
  id: delivery.id,
  at: delivery.created_at,
  channel: delivery.channel,
  address: delivery.address === null ? '' : maskAddress(delivery.channel, delivery.address),
  template: delivery.template,
  code: delivery.code,
  state: delivery.state,
  simulated: delivery.simulated,
  attempts: delivery.attempts,
  nextAt: delivery.next_at,
  error: delivery.error,
  canRetry: canRetry(delivery),
});

async function showDelivery(
  { db, params }: Exchange,
  more: { purposeMissing?: boolean; revealed?: RevealedDelivery } = {},
): Promise<Answer> {
  const found = await deliveryOf(db, params);
  if (!found) return notFound;
  return page(
    <DeliveryPage
      line={lineOf(found)}
      version={found.template_version}
      kind={found.kind}
      language={found.locale}
      by={found.send_by}
      sentAt={found.sent_at}
      deliveredAt={found.delivered_at}
      erased={found.body === null}
      {...more}
    />,
    more.purposeMissing ? 422 : 200,
  );
}

async function deliveryOf(db: Exchange['db'], params: Exchange['params']): Promise<LedgerDelivery | undefined> {
  const id = params.id ?? '';
  return isId(id) ? findDelivery(db, id) : undefined;
}

async function retry({ db, signedIn, clock, params }: Exchange): Promise<Answer> {
  const id = params.id ?? '';
  if (!signedIn || !isId(id)) return notFound;
  const outcome = await retryDelivery(db, actorOf(signedIn), { id, at: clock() });
  return outcome.kind === 'queued' ? seeOther(`${LEDGER}/${id}`) : outcomePage(outcome, `${LEDGER}/${id}`);
}

/** Who has read it, and what for, is written down before it is shown. */
async function reveal(exchange: Exchange): Promise<Answer> {
  const { db, form, params, signedIn } = exchange;
  const found = await deliveryOf(db, params);
  if (!signedIn || !found) return notFound;
  const purpose = fieldOf(form, 'purpose').trim().slice(0, 200);
  if (purpose === '') return showDelivery(exchange, { purposeMissing: true });
  await sql`
    insert into journal.reading (id, account_id, subject_id, what)
    values (${newId()}, ${signedIn.accountId}, ${found.subject_id}, ${`notifications.delivery ${found.id}: ${purpose}`})
  `.execute(db);
  const { address, subject, body } = found;
  return showDelivery(exchange, { revealed: { address, subject, body } });
}
