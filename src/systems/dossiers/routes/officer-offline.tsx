/** Routes of the counter without a line: its pages and their service worker, numbers reserved and closed, and what is sent once the line is back. */
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Day, dayOf, isoOf } from '../../../platform/calendar/instant.ts';
import { fromRoot } from '../../../platform/config/project-root.ts';
import { isId, newId } from '../../../platform/db/ids.ts';
import { makeFormToken } from '../../../platform/http/form-token.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  json,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import { prefill } from '../../../platform/forms/prefill.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import { timeInSentence } from '../../../platform/text/vietnamese-date.ts';
import { listOffered } from '../../procedures/index.ts';
import { comesWithCard } from '../identity-card.ts';
import { deviceCalendar } from '../offline/device-calendar.ts';
import { NUMBERS_AT_ONCE, reserveNumbers } from '../offline/reserve-numbers.ts';
import { listHeld, type ReservedNumber } from '../offline/reserved-numbers.ts';
import { feesOnSlip, termOnSlip, termsAtCounter } from '../offline/slip-facts.ts';
import { closeNumbers } from '../offline/void-numbers.ts';
import { OfflineAgainPage, OfflineFormPage } from '../pages/offline/offline-form-page.tsx';
import { type HeldDay, OfflinePage } from '../pages/offline/offline-page.tsx';
import { OfflineSlipPage } from '../pages/offline/offline-slip-page.tsx';
import {
  OFFLINE,
  OFFLINE_AGAIN,
  OFFLINE_CLOSE,
  OFFLINE_FORM,
  OFFLINE_NUMBERS,
  OFFLINE_RESERVE,
  OFFLINE_SEND,
  OFFLINE_SLIP,
  OFFLINE_WORKER,
  offlineWords,
} from '../pages/offline/offline-words.ts';
import type { DossierTables } from '../tables.ts';
import { listOffices } from '../three-units.ts';
import { emptyForm, findVersion, officesOf, RECEIVE } from './counter-reading.ts';
import { deskOf, type DossierExchange, officerOf } from './desk.ts';
import { asksRenumber, readSent, receiveOffline, type Reception, type Sent } from './offline-reception.ts';

const access = { permission: RECEIVE } as const;

export const officerOfflineRoutes: readonly Route<DossierTables>[] = [
  get(OFFLINE, access, showHome),
  get(OFFLINE_SLIP, access, (exchange) => page(<OfflineSlipPage {...settingOf(exchange)} />)),
  get(OFFLINE_NUMBERS, access, sayNumbers),
  get(OFFLINE_WORKER, 'public', serveWorker),
  get(`${OFFLINE_FORM}/:code`, access, showForm),
  post(OFFLINE_RESERVE, access, reserve),
  post(OFFLINE_CLOSE, access, close),
  post(OFFLINE_SEND, access, send),
  post(OFFLINE_AGAIN, access, receiveAgain),
  // what was posted is gone when the page is asked for again, as by the switch of languages
  get(OFFLINE_AGAIN, access, () => ({ kind: 'redirect', to: OFFLINE, status: 302 })),
];

/** The lock is the account's own and the same on every device; only who is signed in is told it. */
const settingOf = (exchange: DossierExchange) => {
  const { accountId } = officerOf(exchange);
  const lock = createHmac('sha256', exchange.platform.secret)
    .update(`offline-counter\n${accountId}`)
    .digest('base64url');
  return { accountId, lock };
};

async function showHome(exchange: DossierExchange): Promise<Answer> {
  const { db, query } = exchange;
  const [held, offered, { office }] = await Promise.all([
    listHeld(db, officerOf(exchange).accountId),
    listOffered(db),
    officesOf(exchange),
  ]);
  return page(
    <OfflinePage
      {...settingOf(exchange)}
      held={daysOf(held)}
      atOnce={office === '' ? undefined : NUMBERS_AT_ONCE}
      procedures={offered.filter(({ atOneStop }) => atOneStop)}
      closed={fieldOf(query, 'da-huy').split(' ').filter(isCode)}
      received={isCode(fieldOf(query, 'da-nhan')) ? fieldOf(query, 'da-nhan') : ''}
    />,
  );
}

const isCode = (text: string): boolean => /^[A-Z0-9.]{1,24}-\d{6}-\d{4,6}$/.test(text);

function daysOf(held: readonly ReservedNumber[]): HeldDay[] {
  return [...Map.groupBy(held, ({ day }) => day)].map(([day, numbers]: [Day, ReservedNumber[]]) => ({
    day,
    count: numbers.length,
    first: numbers[0]?.code ?? '',
    last: numbers.at(-1)?.code ?? '',
  }));
}

/** What the device's script asks when the line is there: its numbers, and a token for what it sends. */
async function sayNumbers(exchange: DossierExchange): Promise<Answer> {
  const { accountId, sessionId } = officerOf(exchange);
  const device = fieldOf(exchange.query, 'may');
  const held = isId(device) ? await listHeld(exchange.db, accountId) : [];
  return json({
    account: accountId,
    token: makeFormToken(exchange.platform.secret, sessionId),
    numbers: held.filter((one) => one.device === device).map(({ code, day }) => ({ code, day })),
  });
}

async function showForm(exchange: DossierExchange): Promise<Answer> {
  const { locale, params } = exchange;
  const version = await findVersion(exchange, params.code ?? '');
  if (!version) return notFound;
  const words = offlineWords(locale);
  const empty = await emptyForm(exchange, version, '');
  // a question that depends on an answer is opened by the server, which may not be there then
  const { answers } = prefill(version.form, comesWithCard, empty.context);
  const chosen = { ...empty, answers };
  const office = chosen.offices.find(({ id }) => id === chosen.office)?.name;
  const fees = { none: words.feeNone, unknown: words.feeUnknown };
  const slip = {
    term: termOnSlip(version.definition, locale, { unknown: words.feeUnknown, inCase: words.slipTermOf }),
    fees: feesOnSlip(version.definition, locale, fees),
    office: office ? inLanguage(office, locale).text : '',
  };
  const terms = termsAtCounter(version.definition).map(({ value }) => value);
  const due = deviceCalendar(terms, exchange.platform.calendar(), dayOf(exchange.clock()));
  return page(<OfflineFormPage {...settingOf(exchange)} chosen={chosen} slip={slip} due={due} />);
}

async function reserve(exchange: DossierExchange): Promise<Answer> {
  const { db, clock, form, platform } = exchange;
  const device = fieldOf(form, 'device');
  const { office } = await officesOf(exchange);
  const unit = (await listOffices(db, dayOf(clock()))).find(({ id }) => id === office);
  if (!unit?.code) return outcomePage(refuse('dossiers.not-at-an-office'), OFFLINE);
  if (!isId(device)) return outcomePage(refuse('dossiers.device-unknown'), OFFLINE);
  const { actor } = await deskOf(exchange, RECEIVE);
  const commandId = commandIdOf(exchange) ?? newId();
  const outcome = await reserveNumbers(platform.acting, actor, {
    commandId,
    // the same press again is the same block
    caseId: commandId,
    unitId: unit.id,
    unitCode: unit.code,
    device,
    count: NUMBERS_AT_ONCE,
  });
  return outcome.kind === 'done' ? seeOther(OFFLINE) : outcomePage(outcome, OFFLINE);
}

async function close(exchange: DossierExchange): Promise<Answer> {
  const { actor } = await deskOf(exchange, RECEIVE);
  const commandId = commandIdOf(exchange) ?? newId();
  const outcome = await closeNumbers(exchange.platform.acting, actor, { commandId, caseId: actor.id });
  if (outcome.kind !== 'done') return outcomePage(outcome, OFFLINE);
  const codes = outcome.answer.codes as readonly string[];
  return seeOther(`${OFFLINE}?da-huy=${codes.map(encodeURIComponent).join('+')}`);
}

async function send(exchange: DossierExchange): Promise<Answer> {
  const sent = readSent(exchange);
  const reception: Reception = sent ? await receiveOffline(exchange, sent) : { kind: 'not-found' };
  if (reception.kind === 'received') return json({ code: reception.code, alike: [...reception.alike] });
  return json({ conflict: wordsOf(exchange, reception) }, 409);
}

function wordsOf({ platform, locale }: DossierExchange, reception: Exclude<Reception, { kind: 'received' }>): string {
  if (reception.kind === 'not-found') return problemOf(reception, platform.registry, locale).title;
  if (reception.refusal) return problemOf(reception.refusal, platform.registry, locale).title;
  const [first] = reception.chosen.errors;
  return reception.missing ?? (first ? inLanguage(first.message, locale).text : '');
}

/** A conflict as a form of the counter, with everything that was typed; sent in whole, it is received. */
async function receiveAgain(exchange: DossierExchange): Promise<Answer> {
  const sent = readSent(exchange);
  if (!sent) return notFound;
  const reception = await receiveOffline(exchange, sent);
  if (reception.kind === 'not-found') return notFound;
  if (reception.kind === 'received') return seeOther(`${OFFLINE}?da-nhan=${encodeURIComponent(reception.code)}`);
  return page(againPage(exchange, sent, reception), reception.asks ? 200 : 409);
}

function againPage(exchange: DossierExchange, sent: Sent, reception: Extract<Reception, { kind: 'conflict' }>) {
  const { chosen, refusal, missing } = reception;
  const { platform, locale } = exchange;
  const refused = refusal ? problemOf(refusal, platform.registry, locale).title : missing;
  return (
    <OfflineAgainPage
      chosen={chosen}
      number={sent.number}
      receivedAt={isoOf(sent.receivedAt)}
      deviceOff={String(sent.deviceOff)}
      noted={timeInSentence(sent.receivedAt, locale)}
      asksRenumber={sent.renumber || asksRenumber(refusal)}
      {...(refused && { refused })}
    />
  );
}

/** Under one address for ever: the browser looks there for a newer one. It answers for these pages alone, and may ask this server alone. */
function serveWorker({ platform }: DossierExchange): Answer {
  const built = fromRoot(`dist/assets/${basename(platform.assets['offline-worker.js'] ?? 'none')}`);
  if (!existsSync(built)) return notFound;
  return {
    kind: 'text',
    text: readFileSync(built, 'utf8'),
    type: 'text/javascript; charset=utf-8',
    status: 200,
    headers: {
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; connect-src 'self'",
      'service-worker-allowed': OFFLINE,
    },
  };
}
