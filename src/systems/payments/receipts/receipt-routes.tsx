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
import { findIssuedDocument } from '../../../platform/documents/issued-document.ts';
import { listNamedItems } from '../name-items.ts';
import { CheckPage } from '../pages/check-page.tsx';
import { ReceiptPage } from '../pages/receipt-page.tsx';
import { RegisterPage } from '../pages/register-page.tsx';
import { type MoneyExchange, moneyReach } from '../reach.ts';
import type { PaymentTables } from '../tables.ts';
import { listBooks, printReceiptBook, streamReceiptWorkbook } from './export-register.ts';
import { readNumbers } from './read-numbers.ts';
import { findReceipt, listReceiptsOf, listSeries, type RegisteredReceipt } from './register.ts';
import { printOf, readSealed } from './seal-receipt.ts';
import { voidReceipt } from './void-receipt.ts';

export const REGISTER = '/can-bo/bien-lai';
const SEE = 'payments.see';
const COLLECT = 'payments.collect';
const ROWS = 50;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const receiptRoutes: readonly Route<PaymentTables>[] = [
  get(REGISTER, { permission: SEE }, showRegister),
  get(`${REGISTER}/tai-ve/:file`, { permission: SEE }, download),
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
      books={chosen ? listBooks(chosen.last) : []}
      {...('next' in list && list.next !== undefined && chosen
        ? { next: `${REGISTER}?${new URLSearchParams({ 'ky-hieu': chosen.series, truoc: String(list.next) })}` }
        : {})}
    />,
  );
}

/** The whole series as a workbook; one book of it, `quyen`, as a paper. */
async function download(exchange: MoneyExchange): Promise<Answer> {
  const { db, query, params, clock, platform } = exchange;
  const reach = await moneyReach(exchange, SEE);
  const series = (await listSeries(db, reach)).find((one) => one.series === fieldOf(query, 'ky-hieu'));
  if (!series || (params.file !== 'so-bien-lai.xlsx' && params.file !== 'so-bien-lai.pdf')) return notFound;
  const what = { series, at: clock(), simulated: platform.mode !== 'production' };
  const numbers = (from: number, to: number) => readNumbers(db, { reach, series: series.series, from, to });
  const name = `so-bien-lai-${series.series.replaceAll(/[^A-Za-z0-9.-]/g, '-')}`;
  if (params.file === 'so-bien-lai.xlsx') {
    const body = streamReceiptWorkbook({ ...what, lines: numbers(1, series.last) });
    return { kind: 'stream', body, type: XLSX, name: `${name}.xlsx` };
  }
  const asked = fieldOf(query, 'quyen') || '1';
  const found = listBooks(series.last).find(({ book }) => String(book) === asked);
  if (!found) return notFound;
  const lines = numbers(found.from, found.to);
  return paperAnswer(exchange, pdfOf(await printReceiptBook({ ...what, lines }), `${name}-${found.book}.pdf`));
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

/** With the agency's signature; one out of force says so, and is found again with its signature by its code. */
async function print(exchange: MoneyExchange, receipt: RegisteredReceipt): Promise<Answer> {
  const { platform } = exchange;
  const sealed = receipt.voidedAt === null ? await readSealed(platform, receipt) : undefined;
  const pdf = sealed && 'pdf' in sealed ? sealed.pdf : await printOf(platform, receipt);
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
  const sealed = checkCode !== undefined && receipt ? await findIssuedDocument(db, checkCode) : undefined;
  return page(<CheckPage receipt={receipt} sealed={sealed} />, receipt ? 200 : 404);
}
