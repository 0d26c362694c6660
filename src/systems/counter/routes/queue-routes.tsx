/** Routes of the queue desk: a place is opened and closed, numbers are called and served; the page is told who waits. */
import { setTimeout as delay } from 'node:timers/promises';
import type { VNode } from 'preact';
import { type Actor, type Outcome } from '../../../platform/cases/act.ts';
import { newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  fieldOf,
  get,
  type Live,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
  valuesOf,
} from '../../../platform/http/route.ts';
import { actorOf } from '../../../platform/identity/signed-in.ts';
import { positionFor } from '../../../platform/permissions/permissions.ts';
import { callAgain, callNext, endServing, markAbsent, startServing, takeBack, transferTicket } from '../calls.ts';
import type { CounterEnv, HallCommand } from '../hall-act.ts';
import type { OpenPlaceFormProps } from '../pages/open-place-form.tsx';
import { QUEUE, QUEUE_LIVE, QueueChange, QueueDeskPage } from '../pages/queue-desk-page.tsx';
import { closePlace, openPlace } from '../places.ts';
import { readDesk } from '../read-desk.ts';
import type { CounterTables } from '../tables.ts';
import { takeTicket } from '../tickets.ts';
import { type CounterExchange, envOf, hourOf, ticketPage } from './device-routes.tsx';

export const SERVE = 'counter.serve';
const access = { permission: SERVE } as const;
const LOOK_EVERY_MS = 2000;
const SAY_SOMETHING_MS = 25_000;

interface Serving {
  readonly env: CounterEnv;
  readonly actor: Actor;
  readonly command: HallCommand;
}

export const queueRoutes: readonly Route<CounterTables>[] = [
  get(QUEUE, access, (exchange) => desk(exchange)),
  get(QUEUE_LIVE, access, (exchange) => ({ kind: 'live', follow: (live) => follow(exchange, live) }), { live: true }),
  post(`${QUEUE}/mo`, access, open),
  post(`${QUEUE}/cap-so`, access, issue),
  get(`${QUEUE}/so/:secret`, access, showIssued),
  post(
    `${QUEUE}/dong`,
    access,
    act(({ env, actor, command }) => closePlace(env, actor, command)),
  ),
  post(
    `${QUEUE}/goi`,
    access,
    act(({ env, actor, command }) => callNext(env, actor, command)),
  ),
  post(
    `${QUEUE}/goi-lai`,
    access,
    act((serving, form) => callAgain(...atPlace(serving, form))),
  ),
  post(
    `${QUEUE}/bat-dau`,
    access,
    act((serving, form) => startServing(...atPlace(serving, form))),
  ),
  post(
    `${QUEUE}/vang`,
    access,
    act((serving, form) => markAbsent(...atPlace(serving, form))),
  ),
  post(
    `${QUEUE}/tro-lai`,
    access,
    act((serving, form) => takeBack(...atPlace(serving, form))),
  ),
  post(
    `${QUEUE}/ket-thuc`,
    access,
    act((serving, form) => {
      const [env, actor, command] = atPlace(serving, form);
      return endServing(env, actor, { ...command, dossier: fieldOf(form, 'ho-so').trim().slice(0, 60) });
    }),
  ),
  post(
    `${QUEUE}/chuyen`,
    access,
    act((serving, form) => {
      const [env, actor, command] = atPlace(serving, form);
      const place = fieldOf(form, 'den-quay').trim().slice(0, 2);
      return transferTicket(env, actor, { ...command, place, group: fieldOf(form, 'den-nhom') });
    }),
  ),
];

/** An officer serves in the hall of the position that gives the right. */
export function hallOf(
  { signedIn }: CounterExchange,
  permission = SERVE,
): { readonly unitId: string; readonly accountId: string } | undefined {
  const position = signedIn && positionFor(signedIn, permission);
  return position && { unitId: position.unitId, accountId: signedIn.accountId };
}

function servingOf(exchange: CounterExchange): Serving | undefined {
  const { signedIn } = exchange;
  const hall = hallOf(exchange);
  if (!signedIn || !hall) return undefined;
  const { unitId } = hall;
  return {
    env: envOf(exchange),
    actor: actorOf(signedIn, positionFor(signedIn, SERVE)),
    command: { commandId: commandIdOf(exchange) ?? newId(), caseId: unitId, unitId },
  };
}

const atPlace = ({ env, actor, command }: Serving, form: CounterExchange['form']) => {
  const ticketId = fieldOf(form, 'so').slice(0, 36);
  return [env, actor, { ...command, ticketId }] as const;
};

function act(
  work: (serving: Serving, form: CounterExchange['form']) => Promise<Outcome>,
): (exchange: CounterExchange) => Promise<Answer> {
  return async (exchange) => {
    const serving = servingOf(exchange);
    if (!serving) return notFound;
    const outcome = await work(serving, exchange.form);
    return outcome.kind === 'done' ? seeOther(QUEUE) : outcomePage(outcome, QUEUE);
  };
}

/** For who cannot use the kiosk, or where it is out of order. */
async function issue(exchange: CounterExchange): Promise<Answer> {
  const serving = servingOf(exchange);
  if (!serving) return notFound;
  const { env, actor, command } = serving;
  const [group, ground] = ['cap-nhom', 'cap-uu-tien'].map((name) => fieldOf(exchange.form, name)) as [string, string];
  const outcome = await takeTicket(env, actor, { ...command, group, ground });
  return outcome.kind === 'done'
    ? seeOther(`${QUEUE}/so/${outcome.answer.secret as string}`)
    : outcomePage(outcome, QUEUE);
}

async function showIssued(exchange: CounterExchange): Promise<Answer> {
  const hall = hallOf(exchange);
  return hall ? ticketPage(exchange, { unitId: hall.unitId, done: QUEUE }) : notFound;
}

async function desk(exchange: CounterExchange, sent?: Pick<OpenPlaceFormProps, 'typed' | 'error'>): Promise<Answer> {
  const hall = hallOf(exchange);
  if (!hall) return notFound;
  const { usual, ...read } = await readDesk(exchange.db, { ...hall, at: exchange.clock(), hour: hourOf });
  const typed = sent?.typed ?? { number: String(usual?.number ?? ''), groups: usual?.group_keys ?? [] };
  return page(
    <QueueDeskPage {...read} typed={typed} {...(sent?.error && { error: sent.error })} />,
    sent?.error ? 422 : 200,
  );
}

/** Refusals that a person can put right on the spot, and at which question. */
const FIELDS: Readonly<Record<string, 'quay' | 'nhom'>> = {
  'counter.place-number': 'quay',
  'counter.place-taken': 'quay',
  'counter.place-without-groups': 'nhom',
};

async function open(exchange: CounterExchange): Promise<Answer> {
  const serving = servingOf(exchange);
  if (!serving) return notFound;
  const { form, platform, locale } = exchange;
  const typed = { number: fieldOf(form, 'quay').trim().slice(0, 2), groups: valuesOf(form, 'nhom').slice(0, 20) };
  const { env, actor, command } = serving;
  const number = /^\d{1,2}$/.test(typed.number) ? Number(typed.number) : 0;
  const outcome = await openPlace(env, actor, { ...command, number, groups: typed.groups });
  if (outcome.kind === 'done') return seeOther(QUEUE);
  const name = outcome.kind === 'refusal' ? FIELDS[outcome.code] : undefined;
  if (!name) return outcomePage(outcome, QUEUE);
  return desk(exchange, { typed, error: { name, message: problemOf(outcome, platform.registry, locale).title } });
}

async function* follow(exchange: CounterExchange, live: Live): AsyncGenerator<VNode> {
  let last = '';
  let saidAt = 0;
  while (!live.signal.aborted) {
    const now = (await live.renew()) as unknown as CounterExchange | undefined;
    const hall = now && hallOf(now);
    if (!now || !hall) return;
    const { usual, ...read } = await live.inTurn(() => readDesk(now.db, { ...hall, at: now.clock(), hour: hourOf }));
    const shown = JSON.stringify(read.waiting);
    if (shown !== last || now.clock() >= saidAt + SAY_SOMETHING_MS) {
      last = shown;
      saidAt = now.clock();
      yield <QueueChange {...read} typed={{ number: '', groups: usual?.group_keys ?? [] }} />;
    }
    await delay(LOOK_EVERY_MS, undefined, { signal: live.signal }).catch(() => undefined);
  }
}
