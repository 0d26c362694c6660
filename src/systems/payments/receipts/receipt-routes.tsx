/** Routes of receipts: the register and its proof, one receipt with its voiding, the paper, and the page by which anyone checks it. */
import { isId, newId } from '../../../platform/db/ids.ts';
import { readVerificationCode } from '../../../platform/documents/verification-code.ts';
import { paperAnswer, pdfOf } from '../../../platform/documents/preview/paper-answer.ts';
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
import { listNamedItems } from '../name-items.ts';
import { CheckPage } from '../pages/check-page.tsx';
import { ReceiptPage } from '../pages/receipt-page.tsx';
import { RegisterPage } from '../pages/register-page.tsx';
import { type MoneyExchange, moneyReach } from '../reach.ts';
import type { PaymentTables } from '../tables.ts';
import { printReceipt } from './print-receipt.ts';
import { findReceipt, listReceiptsOf, listSeries, type RegisteredReceipt } from './register.ts';
import { voidReceipt } from './void-receipt.ts';

export const REGISTER = '/can-bo/bien-lai';
const SEE = 'payments.see';
const COLLECT = 'payments.collect';
const ROWS = 50;

export const receiptRoutes: readonly Route<PaymentTables>[] = [
  get(REGISTER, { permission: SEE }, showRegister),
  get(`${REGISTER}/:id`, { permission: SEE }, (exchange) => showReceipt(exchange)),
  get(`${REGISTER}/:id/bien-lai.pdf`, { permission: SEE }, async (exchange) => {
    const receipt = await findSeen(exchange);
    return receipt ? print(exchange, receipt) : notFound;
  }),
  post(`${REGISTER}/:id/huy`, { permission: COLLECT }, putOutOfForce),
  get('/ho-so/:code/bien-lai/:receipt', 'citizen', ownReceipt),
  get('/bien-lai/:check', 'public', checkReceipt, { perMinute: 60 }),
];

async function showRegister(exchange: MoneyExchange): Promise<Answer> {
  const { db, query } = exchange;
  const reach = await moneyReach(exchange, SEE);
  const series = await listSeries(db, reach);
  const wanted = fieldOf(query, 'ky-hieu');
  const chosen = series.find((one) => one.series === wanted) ?? series[0];
  const before = /^\d{1,9}$/.test(fieldOf(query, 'truoc')) ? Number(fieldOf(query, 'truoc')) : undefined;
  const list = chosen
    ? await listReceiptsOf(db, {
        reach,
        series: chosen.series,
        limit: ROWS,
        ...(before === undefined ? {} : { before }),
      })
    : { receipts: [] };
  return page(
    <RegisterPage
      path={REGISTER}
      series={series}
      chosen={chosen}
      receipts={list.receipts}
      {...('next' in list && list.next !== undefined && chosen
        ? { next: `${REGISTER}?${new URLSearchParams({ 'ky-hieu': chosen.series, truoc: String(list.next) })}` }
        : {})}
    />,
  );
}

const findSeen = async (exchange: MoneyExchange): Promise<RegisteredReceipt | undefined> => {
  const id = exchange.params.id ?? '';
  return isId(id) ? findReceipt(exchange.db, { id }, await moneyReach(exchange, SEE)) : undefined;
};

async function showReceipt(exchange: MoneyExchange, refused?: string): Promise<Answer> {
  const receipt = await findSeen(exchange);
  if (!receipt) return notFound;
  return page(
    <ReceiptPage
      path={REGISTER}
      receipt={receipt}
      items={await listNamedItems(exchange.db, receipt.caseId)}
      mayVoid={can(exchange.signedIn, COLLECT)}
      mayRefund={can(exchange.signedIn, 'payments.propose')}
      typed={(name) => fieldOf(exchange.form, name)}
      {...(refused === undefined ? {} : { refused })}
    />,
    refused === undefined ? 200 : 422,
  );
}

async function putOutOfForce(exchange: MoneyExchange): Promise<Answer> {
  const { platform, db, form, params, signedIn, locale } = exchange;
  const id = params.id ?? '';
  if (!signedIn || !isId(id)) return notFound;
  const outcome = await voidReceipt(
    { ...platform.acting, db },
    { actor: actorOf(signedIn, positionFor(signedIn, COLLECT)), reach: await moneyReach(exchange, COLLECT) },
    {
      commandId: commandIdOf(exchange) ?? newId(),
      receipt: id,
      reason: fieldOf(form, 'reason'),
      note: fieldOf(form, 'note').trim().slice(0, 1000),
      replace: fieldOf(form, 'replace') === 'true',
    },
  );
  if (outcome.kind === 'done') {
    const { next } = outcome.answer;
    return seeOther(`${REGISTER}/${typeof next === 'string' ? next : id}`);
  }
  if (outcome.kind === 'refusal') return showReceipt(exchange, problemOf(outcome, platform.registry, locale).title);
  return outcomePage(outcome, `${REGISTER}/${id}`);
}

async function print(exchange: MoneyExchange, receipt: RegisteredReceipt): Promise<Answer> {
  const items = await listNamedItems(exchange.db, receipt.caseId);
  const { config } = exchange.platform;
  const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const pdf = await printReceipt({
    receipt,
    items: items.map(({ name, amount }) => ({ name: name.vi, amount })),
    origin,
  });
  return paperAnswer(exchange, pdfOf(pdf, `bien-lai-${receipt.number}.pdf`));
}

/** The payer's own: of a dossier of theirs. */
async function ownReceipt(exchange: MoneyExchange): Promise<Answer> {
  const { db, params, signedIn } = exchange;
  const checkCode = readVerificationCode((params.receipt ?? '').replace(/\.pdf$/, ''));
  if (checkCode === undefined || !signedIn) return notFound;
  const receipt = await findReceipt(db, { checkCode }, 'all');
  if (!receipt || receipt.caseCode !== params.code) return notFound;
  const own = await db
    .selectFrom('cases.case')
    .select('id')
    .where('id', '=', receipt.caseId)
    .where('applicant_id', '=', signedIn.accountId)
    .executeTakeFirst();
  return own ? print(exchange, receipt) : notFound;
}

async function checkReceipt({ db, params }: MoneyExchange): Promise<Answer> {
  const checkCode = readVerificationCode(params.check ?? '');
  const receipt = checkCode === undefined ? undefined : await findReceipt(db, { checkCode }, 'all');
  return page(<CheckPage receipt={receipt} />, receipt ? 200 : 404);
}
