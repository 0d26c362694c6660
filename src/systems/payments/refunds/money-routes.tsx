/** Routes of money that waits for a person: what does not fit, what was paid, allotting it, proposing to give it back. */
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
import type { Outcome } from '../../../platform/cases/act.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { positionFor } from '../../../platform/permissions/permissions.ts';
import { readWholeNumber } from '../../../platform/text/money.ts';
import { readBanks } from '../banks.ts';
import { MoneyPage } from '../pages/money-page.tsx';
import { UnmatchedPage } from '../pages/unmatched-page.tsx';
import { type MoneyExchange, moneyReach } from '../reach.ts';
import type { PaymentTables } from '../tables.ts';
import { allotMoney } from './allot.ts';
import { findMoney, listRefundsOf, listUnmatched } from './list-money.ts';
import { proposeRefund } from './propose-refund.ts';
import { readGround } from './refund-ground.ts';
import { mostToRefund, readRefundReasons } from './refund-rules.ts';

export const UNMATCHED = '/can-bo/khoan-thu';
const PROPOSE = 'payments.propose';
const ROWS = 50;
const access = { permission: PROPOSE } as const;

export const moneyRoutes: readonly Route<PaymentTables>[] = [
  get(UNMATCHED, access, showUnmatched),
  get(`${UNMATCHED}/:id`, access, (exchange) => showMoney(exchange)),
  post(`${UNMATCHED}/:id/phan-bo`, access, allot),
  post(`${UNMATCHED}/:id/hoan-tra`, access, propose),
];

async function showUnmatched(exchange: MoneyExchange): Promise<Answer> {
  const { db, query } = exchange;
  const after = fieldOf(query, 'sau');
  const { money, next } = await listUnmatched(db, {
    reach: await moneyReach(exchange, PROPOSE),
    limit: ROWS,
    ...(isId(after) ? { after } : {}),
  });
  return page(
    <UnmatchedPage
      path={UNMATCHED}
      money={money}
      {...(next === undefined ? {} : { next: `${UNMATCHED}?${new URLSearchParams({ sau: next })}` })}
    />,
  );
}

type Part = 'allot' | 'refund';

async function showMoney(
  exchange: MoneyExchange,
  refused?: { readonly part: Part; readonly message: string },
): Promise<Answer> {
  const { db, params, platform, form } = exchange;
  const id = params.id ?? '';
  const money = isId(id) ? await findMoney(db, id, await moneyReach(exchange, PROPOSE)) : undefined;
  if (!money) return notFound;
  const ground = await readGround(db, {
    case_id: money.caseId,
    standing: money.standing,
    amount: money.amount,
    refunded: money.refunded,
  });
  const reasons = readRefundReasons(platform).map((reason) => ({ reason, most: mostToRefund(reason, ground) }));
  return page(
    <MoneyPage
      path={UNMATCHED}
      money={money}
      refunds={await listRefundsOf(db, id)}
      reasons={reasons.filter(({ most }) => most > 0)}
      banks={readBanks(packFolderOf(platform.config.province))}
      typed={(name) => fieldOf(form, name)}
      {...(refused === undefined ? {} : { refused })}
    />,
    refused === undefined ? 200 : 422,
  );
}

const whoOf = async (exchange: MoneyExchange) => {
  const { signedIn } = exchange;
  return (
    signedIn && {
      actor: { ...actorOf(signedIn, positionFor(signedIn, PROPOSE)), account: signedIn.accountId },
      reach: await moneyReach(exchange, PROPOSE),
    }
  );
};

const noteOf = ({ form }: MoneyExchange, name: string): string => fieldOf(form, name).trim().slice(0, 1000);

async function allot(exchange: MoneyExchange): Promise<Answer> {
  const who = await whoOf(exchange);
  const id = exchange.params.id ?? '';
  if (!who || !isId(id)) return notFound;
  const outcome = await allotMoney({ ...exchange.platform.acting, db: exchange.db }, who, {
    commandId: commandIdOf(exchange) ?? newId(),
    collection: id,
    code: fieldOf(exchange.form, 'code').trim().toUpperCase().slice(0, 60),
    note: noteOf(exchange, 'why'),
  });
  return afterAct(exchange, outcome, { part: 'allot', to: `${UNMATCHED}/${id}` });
}

async function propose(exchange: MoneyExchange): Promise<Answer> {
  const { platform, db, form } = exchange;
  const who = await whoOf(exchange);
  const id = exchange.params.id ?? '';
  if (!who || !isId(id)) return notFound;
  const outcome = await proposeRefund(
    { ...platform.acting, db },
    { ...who, reasons: readRefundReasons(platform) },
    {
      commandId: commandIdOf(exchange) ?? newId(),
      collection: id,
      reason: fieldOf(form, 'reason'),
      amount: readWholeNumber(fieldOf(form, 'amount')).value,
      payee: {
        name: fieldOf(form, 'payee_name').trim().slice(0, 200),
        bin: fieldOf(form, 'payee_bin').trim() || fieldOf(form, 'payee_other_bin').trim(),
        account: fieldOf(form, 'payee_account').replaceAll(/[\s.-]/g, ''),
      },
      note: noteOf(exchange, 'note'),
    },
  );
  return afterAct(exchange, outcome, { part: 'refund', to: `${UNMATCHED}/${id}` });
}

async function afterAct(
  exchange: MoneyExchange,
  outcome: Outcome,
  { part, to }: { readonly part: Part; readonly to: string },
): Promise<Answer> {
  if (outcome.kind === 'done') return seeOther(to);
  if (outcome.kind !== 'refusal') return outcomePage(outcome, to);
  const message = problemOf(outcome, exchange.platform.registry, exchange.locale).title;
  return showMoney(exchange, { part, message });
}
