/** Routes of reconciliation: the days with a statement, importing one, a day's differences, settling and closing, its files. */
import type { Outcome } from '../../../platform/cases/act.ts';
import { addDays, dayOf, findInstant } from '../../../platform/calendar/instant.ts';
import { packFolderOf } from '../../../platform/config/project-root.ts';
import { newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  file,
  get,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { positionFor } from '../../../platform/permissions/permissions.ts';
import { DayPage } from '../pages/day-page.tsx';
import { DaysPage, type ImportReport } from '../pages/days-page.tsx';
import { type MoneyExchange, moneyReach } from '../reach.ts';
import { accountFor, readReceivingAccounts } from '../receiving-account.ts';
import type { PaymentTables } from '../tables.ts';
import { printDay, writeDayWorkbook } from './export-day.ts';
import { importStatement } from './import-statement.ts';
import { listDays, readDay } from './read-day.ts';
import { closeDay, settleDifference } from './settle.ts';

export const DAYS = '/can-bo/doi-soat';
const RECONCILE = 'payments.reconcile';
const access = { permission: RECONCILE } as const;
const ROWS = 31;
const UPLOAD_LIMIT = 8 * 1024 * 1024;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const statementRoutes: readonly Route<PaymentTables>[] = [
  get(DAYS, access, (exchange) => forKeeper(exchange, () => showDays(exchange))),
  post(`${DAYS}/sao-ke`, access, (exchange) => forKeeper(exchange, () => takeFile(exchange)), {
    bodyLimit: UPLOAD_LIMIT,
  }),
  get(`${DAYS}/:day`, access, (exchange) => forKeeper(exchange, () => showDay(exchange))),
  get(`${DAYS}/:day/tai-ve/:file`, access, (exchange) => forKeeper(exchange, () => download(exchange))),
  post(`${DAYS}/:day/giai-trinh`, access, (exchange) => forKeeper(exchange, () => settle(exchange))),
  post(`${DAYS}/:day/chot`, access, (exchange) => forKeeper(exchange, () => close(exchange))),
];

/** The account is one for the province: its statement is for those at the unit that keeps it. */
async function forKeeper(exchange: MoneyExchange, answer: () => Promise<Answer>): Promise<Answer> {
  return (await moneyReach(exchange, RECONCILE)) === 'all' ? answer() : notFound;
}

async function showDays(exchange: MoneyExchange, report?: ImportReport, refused?: string): Promise<Answer> {
  const { db, clock, query } = exchange;
  const before = readDayText(fieldOf(query, 'truoc')) ?? addDays(dayOf(clock()), 1);
  const days = await listDays(db, { before, limit: ROWS + 1 });
  const last = days[ROWS - 1];
  return page(
    <DaysPage
      path={DAYS}
      days={days.slice(0, ROWS)}
      {...(days.length > ROWS && last ? { next: `${DAYS}?${new URLSearchParams({ truoc: last.day })}` } : {})}
      {...(report === undefined ? {} : { report })}
      {...(refused === undefined ? {} : { refused })}
    />,
    refused === undefined ? 200 : 422,
  );
}

const readDayText = (text: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && findInstant(text) !== undefined ? text : undefined;

const personOf = ({ signedIn }: MoneyExchange) =>
  signedIn && { ...actorOf(signedIn, positionFor(signedIn, RECONCILE)), account: signedIn.accountId };

async function takeFile(exchange: MoneyExchange): Promise<Answer> {
  const { platform, db, uploads, locale } = exchange;
  const actor = personOf(exchange);
  if (!actor) return notFound;
  const [upload] = uploads.filter(({ field, bytes }) => field === 'statement' && bytes.length > 0);
  const outcome: Outcome = upload
    ? await importStatement({ ...platform.acting, db }, actor, {
        commandId: commandIdOf(exchange) ?? newId(),
        statement: {
          name: upload.name.slice(0, 200),
          bytes: upload.bytes,
          source: 'upload',
          account: accountFor(readReceivingAccounts(packFolderOf(platform.config.province)), undefined).number,
        },
      })
    : { kind: 'refusal', code: 'payments.statement-missing', values: {} };
  if (outcome.kind === 'done') return showDays(exchange, outcome.answer as unknown as ImportReport);
  if (outcome.kind !== 'refusal') return outcomePage(outcome, DAYS);
  return showDays(exchange, undefined, problemOf(outcome, platform.registry, locale).title);
}

async function showDay(exchange: MoneyExchange, refused?: string): Promise<Answer> {
  const { db, params, clock, form } = exchange;
  const day = readDayText(params.day ?? '');
  if (day === undefined || day > dayOf(clock())) return notFound;
  return page(
    <DayPage
      path={`${DAYS}/${day}`}
      list={DAYS}
      reconciled={await readDay(db, day)}
      isOver={day < dayOf(clock())}
      typed={(name) => fieldOf(form, name)}
      {...(refused === undefined ? {} : { refused })}
    />,
    refused === undefined ? 200 : 422,
  );
}

async function download(exchange: MoneyExchange): Promise<Answer> {
  const { db, params, clock, platform } = exchange;
  const day = readDayText(params.day ?? '');
  if (day === undefined || day > dayOf(clock())) return notFound;
  const what = {
    reconciled: await readDay(db, day),
    at: clock(),
    body: platform.site.responsible.vi,
    simulated: platform.mode !== 'production',
  };
  if (params.file === 'doi-soat.xlsx') return file(await writeDayWorkbook(what), XLSX, `doi-soat-${day}.xlsx`, false);
  if (params.file === 'doi-soat.pdf') return file(await printDay(what), 'application/pdf', `doi-soat-${day}.pdf`);
  return notFound;
}

async function settle(exchange: MoneyExchange): Promise<Answer> {
  const { platform, db, form, params } = exchange;
  const actor = personOf(exchange);
  const day = readDayText(params.day ?? '');
  if (!actor || day === undefined) return notFound;
  const difference = fieldOf(form, 'difference').slice(0, 100);
  const outcome = await settleDifference({ ...platform.acting, db }, actor, {
    commandId: commandIdOf(exchange) ?? newId(),
    day,
    difference,
    reason: fieldOf(form, `reason.${difference}`),
    note: fieldOf(form, `note.${difference}`).trim().slice(0, 1000),
  });
  return afterAct(exchange, outcome, day);
}

async function close(exchange: MoneyExchange): Promise<Answer> {
  const { platform, db, params } = exchange;
  const actor = personOf(exchange);
  const day = readDayText(params.day ?? '');
  if (!actor || day === undefined) return notFound;
  const commandId = commandIdOf(exchange) ?? newId();
  return afterAct(exchange, await closeDay({ ...platform.acting, db }, actor, { commandId, day }), day);
}

async function afterAct(exchange: MoneyExchange, outcome: Outcome, day: string): Promise<Answer> {
  if (outcome.kind === 'done') return seeOther(`${DAYS}/${day}`);
  if (outcome.kind !== 'refusal') return outcomePage(outcome, `${DAYS}/${day}`);
  return showDay(exchange, problemOf(outcome, exchange.platform.registry, exchange.locale).title);
}
