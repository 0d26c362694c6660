/** Routes of devices: signing one in, the kiosk, the display with its stream, and the phone page a ticket leads to. */
import { setTimeout as delay } from 'node:timers/promises';
import type { VNode } from 'preact';
import { type Instant, minuteOfDay } from '../../../platform/calendar/instant.ts';
import { newId } from '../../../platform/db/ids.ts';
import { problemOf } from '../../../platform/http/problem.ts';
import {
  type Answer,
  commandIdOf,
  type Exchange,
  fieldOf,
  get,
  type Live,
  notFound,
  outcomePage,
  page,
  post,
  type Route,
  seeOther,
} from '../../../platform/http/route.ts';
import type { LocalText } from '../../../platform/i18n/local-text.ts';
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { checkIn } from '../check-in.ts';
import { type Device, DEVICE_COOKIE, deviceActor, findDevice, signInDevice } from '../devices.ts';
import { countBefore, listGroups, listLatestCalls } from '../hall.ts';
import type { CounterEnv } from '../hall-act.ts';
import { DEVICE, DeviceSignInPage } from '../pages/device-sign-in-page.tsx';
import { type CallsShown, DISPLAY, DISPLAY_LIVE, DisplayChange, DisplayPage } from '../pages/display-page.tsx';
import { GroundPage, KIOSK, KioskPage } from '../pages/kiosk-page.tsx';
import { PhonePage } from '../pages/phone-page.tsx';
import { TicketPage } from '../pages/ticket-page.tsx';
import { type CounterRules, findGroup, getRules } from '../rules.ts';
import type { CounterTables, DeviceKind } from '../tables.ts';
import { codeOf, findBySecret, takeTicket, type Ticket } from '../tickets.ts';

export type CounterExchange = Exchange<CounterTables>;

const FOLLOW = '/so-thu-tu';
const CALLS_SHOWN = 5;
const LOOK_EVERY_MS = 1000;
/** A page that hears nothing for longer takes the line for lost. */
const SAY_SOMETHING_MS = 20_000;

const texts = defineTexts({
  wrongCode: {
    vi: 'Mã không đúng, đã dùng hoặc đã hết hạn. Hãy xin quản trị viên mã mới.',
    en: 'The code is wrong, used or over. Ask the administrator for a new one.',
  },
});

export const deviceRoutes: readonly Route<CounterTables>[] = [
  get(DEVICE, 'public', () => page(<DeviceSignInPage />)),
  post(DEVICE, 'public', signIn, { perMinute: 10 }),
  get(KIOSK, 'public', atDevice('kiosk', kiosk)),
  post(KIOSK, 'public', atDevice('kiosk', take)),
  post(`${KIOSK}/lich-hen`, 'public', atDevice('kiosk', arrive), { perMinute: 30 }),
  get(`${KIOSK}/so/:secret`, 'public', atDevice('kiosk', showTicket)),
  get(DISPLAY, 'public', atDevice('display', display)),
  get(DISPLAY_LIVE, 'public', followCalls, { live: true }),
  get(`${FOLLOW}/:secret`, 'public', phone),
];

export const envOf = ({ platform, db }: CounterExchange): CounterEnv => ({ ...platform.acting, db });

async function signIn(exchange: CounterExchange): Promise<Answer> {
  const signed = await signInDevice(envOf(exchange), fieldOf(exchange.form, 'code').slice(0, 60));
  if (!signed) return page(<DeviceSignInPage error={texts(exchange.locale).wrongCode} />, 422);
  return seeOther(signed.kind === 'kiosk' ? KIOSK : DISPLAY, [signed.cookie]);
}

type AtDevice = (exchange: CounterExchange, device: Device) => Promise<Answer>;

/** A browser that is no device of ours, or no longer, is asked for its code. */
function atDevice(kind: DeviceKind, handle: AtDevice): (exchange: CounterExchange) => Promise<Answer> {
  return async (exchange) => {
    const device = await findDevice(exchange.db, exchange.cookie(DEVICE_COOKIE), kind);
    return device ? handle(exchange, device) : seeOther(DEVICE);
  };
}

async function kiosk({ db, query }: CounterExchange, { unitId, unit }: Device): Promise<Answer> {
  const rules = await getRules(db);
  const group = findGroup(rules, fieldOf(query, 'nhom'));
  return group
    ? page(<GroundPage unit={unit} group={group} grounds={rules.grounds} />)
    : page(<KioskPage unit={unit} groups={await listGroups(db, { unitId, rules })} />);
}

async function take(exchange: CounterExchange, { id, unitId }: Device): Promise<Answer> {
  const { form } = exchange;
  const outcome = await takeTicket(envOf(exchange), deviceActor(id), {
    commandId: commandIdOf(exchange) ?? newId(),
    caseId: unitId,
    unitId,
    group: fieldOf(form, 'nhom'),
    ground: fieldOf(form, 'uu-tien'),
  });
  if (outcome.kind !== 'done') return outcomePage(outcome, KIOSK);
  return seeOther(`${KIOSK}/so/${outcome.answer.secret as string}`);
}

async function arrive(exchange: CounterExchange, { id, unitId, unit }: Device): Promise<Answer> {
  const { db, form, platform, locale } = exchange;
  const command = { commandId: commandIdOf(exchange) ?? newId(), caseId: unitId, unitId };
  const code = fieldOf(form, 'ma')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 40);
  const outcome = await checkIn(envOf(exchange), deviceActor(id), { ...command, code });
  if (outcome.kind === 'done') return seeOther(`${KIOSK}/so/${outcome.answer.secret as string}`);
  const groups = await listGroups(db, { unitId, rules: await getRules(db) });
  const error = problemOf(outcome, platform.registry, locale).title;
  return page(<KioskPage unit={unit} groups={groups} error={error} />, 422);
}

function showTicket(exchange: CounterExchange, { unitId }: Device): Promise<Answer> {
  return ticketPage(exchange, { unitId, done: `${KIOSK}?ngon-ngu=vi` });
}

/** A number of this hall, to be printed at the kiosk or at an officer's place. */
export async function ticketPage(
  exchange: CounterExchange,
  { unitId, done }: { readonly unitId: string; readonly done: string },
): Promise<Answer> {
  const { db, clock, params } = exchange;
  const ticket = await findBySecret(db, params.secret ?? '');
  if (ticket?.unit_id !== unitId) return notFound;
  const unit = await unitName(db, unitId);
  const rules = await getRules(db);
  return page(
    <TicketPage
      unit={unit}
      done={done}
      code={codeOf(ticket)}
      group={groupName(rules, ticket)}
      isPriority={ticket.is_priority}
      appointment={ticket.appointment_at === null ? null : hourOf(ticket.appointment_at)}
      takenAt={ticket.taken_at}
      before={await countBefore(db, { ticket, rules, at: clock() })}
      follow={`${originOf(exchange)}${FOLLOW}/${ticket.secret}`}
    />,
  );
}

async function unitName(db: CounterExchange['db'], id: string): Promise<LocalText> {
  const { name } = await db
    .selectFrom('organisation.unit')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return name;
}

const originOf = ({ platform, headers }: CounterExchange): string =>
  platform.config.publicUrl ?? `http://${headers.host ?? 'localhost'}`;

/** A group that the province has since taken away still has its letter. */
const groupName = (rules: CounterRules, { group_key, letter }: Ticket) =>
  findGroup(rules, group_key)?.name ?? { vi: letter };

export function hourOf(at: Instant): string {
  const minute = minuteOfDay(at);
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

async function display({ db, clock }: CounterExchange, { unitId, unit }: Device): Promise<Answer> {
  return page(<DisplayPage unit={unit} {...(await shownIn({ db, clock }, unitId))} />);
}

async function shownIn({ db, clock }: Pick<CounterExchange, 'db' | 'clock'>, unitId: string): Promise<CallsShown> {
  const at = clock();
  return {
    calls: await listLatestCalls(db, { unitId, at, limit: CALLS_SHOWN }),
    groups: await listGroups(db, { unitId, rules: await getRules(db) }),
    time: hourOf(at),
  };
}

async function followCalls(exchange: CounterExchange): Promise<Answer> {
  const device = await findDevice(exchange.db, exchange.cookie(DEVICE_COOKIE), 'display');
  if (!device) return notFound;
  return { kind: 'live', viewer: device.id, follow: (live) => follow(exchange, live) };
}

/** Ends with the device's right: a revoked display is told nothing more. */
async function* follow(exchange: CounterExchange, live: Live): AsyncGenerator<VNode> {
  let last = '';
  let saidAt = 0;
  while (!live.signal.aborted) {
    const device = await findDevice(exchange.db, exchange.cookie(DEVICE_COOKIE), 'display');
    if (!device) return;
    const shown = await live.inTurn(() => shownIn(exchange, device.unitId));
    const now = JSON.stringify(shown);
    if (now !== last || exchange.clock() >= saidAt + SAY_SOMETHING_MS) {
      last = now;
      saidAt = exchange.clock();
      yield <DisplayChange {...shown} />;
    }
    await delay(LOOK_EVERY_MS, undefined, { signal: live.signal }).catch(() => undefined);
  }
}

async function phone({ db, clock, params }: CounterExchange): Promise<Answer> {
  const ticket = await findBySecret(db, params.secret ?? '');
  if (!ticket) return notFound;
  const at = clock();
  const rules = await getRules(db);
  const unit = await unitName(db, ticket.unit_id);
  const place =
    ticket.place_id === null
      ? undefined
      : await db.selectFrom('counter.place').select('number').where('id', '=', ticket.place_id).executeTakeFirst();
  const until = ((ticket.absent_at ?? 0) + rules.absence.return_minutes * 60_000) as Instant;
  const mayReturn = ticket.state === 'absent' && ticket.returns < rules.absence.returns && at <= until;
  return page(
    <PhonePage
      unit={unit}
      code={codeOf(ticket)}
      group={groupName(rules, ticket)}
      state={ticket.state}
      before={ticket.state === 'waiting' ? await countBefore(db, { ticket, rules, at }) : 0}
      place={place?.number ?? null}
      backUntil={mayReturn ? hourOf(until) : null}
      time={hourOf(at)}
      path={`${FOLLOW}/${ticket.secret}`}
    />,
  );
}
