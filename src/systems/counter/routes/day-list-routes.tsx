/** Routes of the day list: officers see who comes, give a number to who is here, book for who phones, and cancel. */
import { sql } from 'kysely';
import { addDays, type Day, dayOf, findInstant, type Instant, instantAt } from '../../../platform/calendar/instant.ts';
import { MINUTE } from '../../../platform/calendar/working-time.ts';
import type { Outcome } from '../../../platform/cases/act.ts';
import { refuse } from '../../../platform/cases/decision.ts';
import { newId } from '../../../platform/db/ids.ts';
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
import { positionFor } from '../../../platform/permissions/permissions.ts';
import { readPhone } from '../../../platform/text/phone.ts';
import { bookAppointment, cancelAppointment, listOn } from '../appointments.ts';
import { checkIn } from '../check-in.ts';
import { officeOf } from '../follow-appointments.ts';
import { findHall } from '../hall.ts';
import { DAY_LIST, DayListPage, type DayListProps } from '../pages/day-list-page.tsx';
import { getRules } from '../rules.ts';
import type { CounterTables } from '../tables.ts';
import { listFree } from './booking-routes.tsx';
import { type CounterExchange, envOf, hourOf } from './device-routes.tsx';
import { hallOf, SERVE } from './queue-routes.tsx';

const access = { permission: SERVE } as const;

export const dayListRoutes: readonly Route<CounterTables>[] = [
  get(DAY_LIST, access, (exchange) => dayList(exchange, fieldOf(exchange.query, 'ngay'))),
  post(DAY_LIST, access, book),
  post(`${DAY_LIST}/:code/den`, access, (exchange) => act(exchange, checkIn)),
  post(`${DAY_LIST}/:code/huy`, access, (exchange) => act(exchange, cancelAppointment)),
];

const NOTHING_TYPED: DayListProps['typed'] = { name: '', phone: '', from: '', group: '' };

/** Another day than the calendar knows is today. */
function readDay(text: string, at: Instant): Day {
  const found = /^\d{4}-\d{2}-\d{2}$/.test(text) ? findInstant(text) : undefined;
  const today = dayOf(at);
  const isNear =
    found !== undefined && found > instantAt(addDays(today, -400), 0) && found < instantAt(addDays(today, 400), 0);
  return isNear ? text : today;
}

async function dayList(
  exchange: CounterExchange,
  asked: string,
  sent: Partial<Pick<DayListProps, 'typed' | 'errors'>> = {},
): Promise<Answer> {
  const { db, clock } = exchange;
  const officer = hallOf(exchange);
  const hall = officer && (await findHall(db, { id: officer.unitId }, clock()));
  if (!hall) return notFound;
  const at = clock();
  const day = readDay(asked, at);
  const rules = await getRules(db);
  const opens = (from: Instant) => at >= from - rules.appointments.early_minutes * MINUTE;
  const appointments = (await listOn(db, { unitId: hall.id, day })).map((one) => ({
    ...one,
    hour: hourOf(one.from),
    canArrive: day === dayOf(at) && opens(one.from),
  }));
  await noteReadings(exchange, appointments);
  const slots = await listFree(exchange, { hall, rules, day });
  const { typed = NOTHING_TYPED, errors = [] } = sent;
  const props = { day, appointments, slots, rules, typed, errors };
  return page(<DayListPage {...props} />, errors.length > 0 ? 422 : 200);
}

/** Who has read whose name and number is written down before it is shown. */
async function noteReadings(
  { db, signedIn }: CounterExchange,
  appointments: readonly { readonly id: string; readonly name: string | null }[],
): Promise<void> {
  const subjects = appointments.filter(({ name }) => name !== null).map(({ id }) => id);
  if (!signedIn || subjects.length === 0) return;
  await sql`
    insert into journal.reading (id, account_id, subject_id, what)
    select r.id, ${signedIn.accountId}, r.subject, 'counter.day-list'
    from unnest(${subjects.map(() => newId())}::uuid[], ${subjects}::uuid[]) as r (id, subject)
  `.execute(db);
}

/** Refusals that a person can put right on the spot, and at which question. */
const FIELDS: Readonly<Record<string, string>> = {
  'counter.visitor-name': 'ten',
  'counter.visitor-phone': 'dien-thoai',
  'counter.no-such-group': 'nhom',
  'counter.no-such-slot': 'gio',
  'counter.slot-full': 'gio',
  'counter.too-many-open': 'dien-thoai',
};

async function book(exchange: CounterExchange): Promise<Answer> {
  const { db, form, clock, platform, locale } = exchange;
  const officer = hallOf(exchange);
  const hall = officer && (await findHall(db, { id: officer.unitId }, clock()));
  if (!hall) return notFound;
  const text = (name: string): string => fieldOf(form, name).trim().slice(0, 80);
  const typed = { name: text('ten'), phone: text('dien-thoai'), from: text('gio'), group: text('nhom') };
  const outcome = await tryBook(exchange, hall, typed);
  if (outcome.kind === 'done') return seeOther(`${DAY_LIST}?ngay=${text('ngay')}`);
  const name = outcome.kind === 'refusal' ? FIELDS[outcome.code] : undefined;
  if (!name) return outcomePage(outcome, DAY_LIST);
  const message = problemOf(outcome, platform.registry, locale).title;
  return dayList(exchange, text('ngay'), { typed, errors: [{ name, message }] });
}

async function tryBook(
  exchange: CounterExchange,
  hall: { readonly id: string; readonly code: string | null },
  typed: DayListProps['typed'],
): Promise<Outcome> {
  const { signedIn, platform } = exchange;
  if (!signedIn) return { kind: 'not-found' };
  const phone = readPhone(typed.phone);
  const from = findInstant(typed.from);
  if (typed.name === '') return refuse('counter.visitor-name');
  if (phone.fault) return refuse('counter.visitor-phone');
  if (from === undefined) return refuse('counter.no-such-slot');
  return bookAppointment(
    envOf(exchange),
    officeOf(platform, hall.code),
    actorOf(signedIn, positionFor(signedIn, SERVE)),
    {
      commandId: commandIdOf(exchange) ?? newId(),
      caseId: hall.id,
      unitId: hall.id,
      group: typed.group,
      from,
      visitor: { name: typed.name, phone: phone.value },
    },
  );
}

async function act(exchange: CounterExchange, work: typeof checkIn): Promise<Answer> {
  const { params, signedIn } = exchange;
  const hall = hallOf(exchange);
  if (!signedIn || !hall) return notFound;
  const { unitId } = hall;
  const command = { commandId: commandIdOf(exchange) ?? newId(), caseId: unitId, unitId, code: params.code ?? '' };
  const outcome = await work(envOf(exchange), actorOf(signedIn, positionFor(signedIn, SERVE)), command);
  return outcome.kind === 'done' ? seeOther(DAY_LIST) : outcomePage(outcome, DAY_LIST);
}
