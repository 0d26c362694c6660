/** Routes of refunds: the list by state, one refund, approving it or not, and that it was sent. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { packFolderOf } from '../../../platform/config/project-root.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { can, positionFor } from '../../../platform/permissions/permissions.ts';
import { readBanks } from '../banks.ts';
import { RefundPage } from '../pages/refund-page.tsx';
import { RefundsPage } from '../pages/refunds-page.tsx';
import { type MoneyExchange, moneyReach } from '../reach.ts';
import type { PaymentTables, RefundState } from '../tables.ts';
import { decideRefund, recordRefundSent } from './decide-refund.ts';
import { findRefund, listRefunds } from './list-money.ts';
import { readRefundReasons } from './refund-rules.ts';
import { sendsRefunds } from './send-refund.ts';

export const REFUNDS = '/can-bo/hoan-tra';
const SEE = 'payments.see-refunds';
const APPROVE = 'payments.approve';
const PROPOSE = 'payments.propose';
const ROWS = 50;

const SLUGS: Readonly<Record<string, RefundState>> = {
  'cho-duyet': 'proposed',
  'cho-chi': 'approved',
  'da-chi': 'sent',
  'khong-duyet': 'refused',
};

export const refundRoutes: readonly Route<PaymentTables>[] = [
  get(REFUNDS, { permission: SEE }, showRefunds),
  get(`${REFUNDS}/:id`, { permission: SEE }, (exchange) => showRefund(exchange)),
  post(`${REFUNDS}/:id/duyet`, { permission: APPROVE }, (exchange) => decide(exchange, true)),
  post(`${REFUNDS}/:id/khong-duyet`, { permission: APPROVE }, (exchange) => decide(exchange, false)),
  post(`${REFUNDS}/:id/da-chi`, { permission: PROPOSE }, recordSent),
];

async function showRefunds(exchange: MoneyExchange): Promise<Answer> {
  const { db, query, platform } = exchange;
  const asked = fieldOf(query, 'tinh-trang');
  const slug = Object.hasOwn(SLUGS, asked) ? asked : 'cho-duyet';
  const before = fieldOf(query, 'truoc');
  const { refunds, next } = await listRefunds(db, {
    reach: await moneyReach(exchange, SEE),
    state: SLUGS[slug] ?? 'proposed',
    limit: ROWS,
    ...(isId(before) ? { before } : {}),
  });
  return page(
    <RefundsPage
      path={REFUNDS}
      slugs={SLUGS}
      slug={slug}
      refunds={refunds}
      reasons={readRefundReasons(platform)}
      {...(next === undefined
        ? {}
        : { next: `${REFUNDS}?${new URLSearchParams({ 'tinh-trang': slug, truoc: next })}` })}
    />,
  );
}

async function showRefund(exchange: MoneyExchange, refused?: string): Promise<Answer> {
  const { db, params, platform, signedIn, form } = exchange;
  const id = params.id ?? '';
  const refund = isId(id) ? await findRefund(db, id, await moneyReach(exchange, SEE)) : undefined;
  if (!refund) return notFound;
  return page(
    <RefundPage
      path={REFUNDS}
      refund={refund}
      reason={readRefundReasons(platform).find(({ key }) => key === refund.reason)}
      mayDecide={can(signedIn, APPROVE)}
      isOwn={refund.proposedById === signedIn?.accountId}
      maySend={can(signedIn, PROPOSE) && !sendsRefunds(platform)}
      sendsItself={sendsRefunds(platform)}
      banks={readBanks(packFolderOf(platform.config.province))}
      typed={(name) => fieldOf(form, name)}
      {...(refused === undefined ? {} : { refused })}
    />,
    refused === undefined ? 200 : 422,
  );
}

async function decide(exchange: MoneyExchange, approve: boolean): Promise<Answer> {
  const { platform, db, signedIn, form } = exchange;
  const id = exchange.params.id ?? '';
  if (!signedIn || !isId(id)) return notFound;
  const actor = { ...actorOf(signedIn, positionFor(signedIn, APPROVE)), account: signedIn.accountId };
  const outcome = await decideRefund(
    { ...platform.acting, db },
    { actor, reach: await moneyReach(exchange, APPROVE) },
    {
      commandId: commandIdOf(exchange) ?? newId(),
      refund: id,
      approve,
      note: fieldOf(form, 'note').trim().slice(0, 1000),
    },
  );
  return afterAct(exchange, outcome, id);
}

async function recordSent(exchange: MoneyExchange): Promise<Answer> {
  const { platform, db, signedIn, form } = exchange;
  const id = exchange.params.id ?? '';
  if (!signedIn || !isId(id)) return notFound;
  // where the bank is asked by the program, nobody sends it a second time by hand
  if (sendsRefunds(platform))
    return afterAct(exchange, { kind: 'refusal', code: 'payments.bank-sends', values: {} }, id);
  const outcome = await recordRefundSent(
    { ...platform.acting, db },
    { actor: actorOf(signedIn, positionFor(signedIn, PROPOSE)), reach: await moneyReach(exchange, PROPOSE) },
    { commandId: commandIdOf(exchange) ?? newId(), refund: id, transaction: fieldOf(form, 'transaction').trim() },
  );
  return afterAct(exchange, outcome, id);
}

async function afterAct(exchange: MoneyExchange, outcome: Outcome, id: string): Promise<Answer> {
  if (outcome.kind === 'done') return seeOther(`${REFUNDS}/${id}`);
  if (outcome.kind !== 'refusal') return outcomePage(outcome, `${REFUNDS}/${id}`);
  return showRefund(exchange, problemOf(outcome, exchange.platform.registry, exchange.locale).title);
}
