/** Routes of citizens: appointments are booked, moved and cancelled. */
import { type Day, findInstant, type Instant, isoOf } from '../../../platform/calendar/instant.ts';
import { type Outcome } from '../../../platform/cases/act.ts';
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
import { defineTexts } from '../../../platform/i18n/texts.ts';
import { actorOf, type SignedIn } from '../../../platform/identity/signed-in.ts';
import {
  type Appointment,
  bookAppointment,
  cancelAppointment,
  countTaken,
  findAppointment,
  listOwn,
  moveAppointment,
} from '../appointments.ts';
import { officeOf } from '../follow-appointments.ts';
import { findHall, listHalls } from '../hall.ts';
import { AppointmentPage } from '../pages/appointment-page.tsx';
import { BOOK, BookPage, type BookPageProps, type Chosen, type ShownSlot } from '../pages/book-page.tsx';
import { type CounterRules, findGroup, getRules, placesOf } from '../rules.ts';
import { bookableDays, canBook, slotsOn } from '../slots.ts';
import type { CounterTables } from '../tables.ts';
import { type CounterExchange, envOf, hourOf } from './device-routes.tsx';

const texts = defineTexts({
  hall: { vi: 'Hãy chọn nơi tiếp nhận.', en: 'Choose an office.' },
  group: { vi: 'Hãy chọn việc cần làm.', en: 'Choose what it is about.' },
  time: { vi: 'Hãy chọn giờ đến.', en: 'Choose a time.' },
});

export const bookingRoutes: readonly Route<CounterTables>[] = [
  get(BOOK, 'citizen', (exchange) => bookPage(exchange, exchange.query)),
  post(BOOK, 'citizen', book, { perMinute: 30 }),
  get('/lich-hen/:code', 'citizen', withOwn(show)),
  post('/lich-hen/:code/huy', 'citizen', withOwn(cancel)),
  post('/lich-hen/:code/doi', 'citizen', withOwn(move), { perMinute: 30 }),
];

type Hall = NonNullable<Awaited<ReturnType<typeof findHall>>>;
type Fields = CounterExchange['query'];

async function bookPage(
  exchange: CounterExchange,
  fields: Fields,
  error?: { readonly name?: string; readonly message: string },
): Promise<Answer> {
  const { db, clock, signedIn, locale } = exchange;
  if (!signedIn) return notFound;
  const rules = await getRules(db);
  const moved = await findMoved(exchange, fieldOf(fields, 'doi'));
  const typed = { hall: fieldOf(fields, 'noi'), group: moved?.group ?? fieldOf(fields, 'nhom') };
  const hall = moved
    ? await findHall(db, { id: moved.unitId }, clock())
    : await findHall(db, { code: typed.hall }, clock());
  const group = findGroup(rules, typed.group);
  const words = texts(locale);
  // an address without either is the beginning, with one of them a mistake
  const begun = fields.noi !== undefined || fields.nhom !== undefined;
  const errors = [
    ...(error ? [error] : []),
    ...(begun && !hall ? [{ name: 'noi', message: words.hall }] : []),
    ...(begun && !group ? [{ name: 'nhom', message: words.group }] : []),
  ];
  const props: BookPageProps = {
    halls: hall && group ? [] : await listHalls(db, clock()),
    groups: rules.groups,
    own: await listOwn(db, signedIn.accountId),
    most: rules.appointments.open_each,
    typed,
    chosen:
      hall && group
        ? await chosenOf(exchange, { hall, group: group.key, rules, day: fieldOf(fields, 'ngay') })
        : undefined,
    moves: moved?.code,
    errors,
  };
  return page(<BookPage {...props} />, errors.length > 0 ? 422 : 200);
}

async function findMoved({ db, signedIn }: CounterExchange, code: string): Promise<Appointment | undefined> {
  const found = code === '' ? undefined : await findAppointment(db, code);
  return found && found.accountId === signedIn?.accountId && found.state === 'booked' ? found : undefined;
}

async function chosenOf(
  exchange: CounterExchange,
  asked: { readonly hall: Hall; readonly group: string; readonly rules: CounterRules; readonly day: string },
): Promise<Chosen> {
  const { hall, group, rules } = asked;
  const days = bookableDays(officeOf(exchange.platform, hall.code), rules.appointments, exchange.clock());
  const day = days.find((one) => one === asked.day) ?? days[0];
  const slots = day === undefined ? [] : await listFree(exchange, { hall, rules, day });
  return { hall: { code: hall.code ?? '', name: hall.name }, group, days, day, slots };
}

export async function listFree(
  { db, platform, clock }: CounterExchange,
  { hall, rules, day }: { readonly hall: Pick<Hall, 'id' | 'code'>; readonly rules: CounterRules; readonly day: Day },
): Promise<ShownSlot[]> {
  const taken = await countTaken(db, { unitId: hall.id, day });
  const places = placesOf(rules, hall.code);
  return slotsOn(officeOf(platform, hall.code), day, rules.appointments)
    .filter((slot) => canBook(slot, rules.appointments, clock()))
    .map(({ from }) => ({ from: isoOf(from), hour: hourOf(from), free: places - (taken.get(from) ?? 0) }))
    .filter(({ free }) => free > 0);
}

/** What a form sends back, as the page's address would say it. */
async function book(exchange: CounterExchange): Promise<Answer> {
  const { db, form, clock, signedIn, platform, locale } = exchange;
  const hall = await findHall(db, { code: fieldOf(form, 'noi') }, clock());
  if (!signedIn || !hall) return bookPage(exchange, { noi: '', nhom: '', ...form });
  const from = timeOf(form);
  if (from === undefined) return bookPage(exchange, form, { name: 'gio', message: texts(locale).time });
  const outcome = await bookAppointment(envOf(exchange), officeOf(platform, hall.code), actorOf(signedIn), {
    commandId: commandIdOf(exchange) ?? newId(),
    caseId: hall.id,
    unitId: hall.id,
    group: fieldOf(form, 'nhom'),
    from,
    visitor: { accountId: signedIn.accountId },
  });
  return answered(exchange, outcome, form);
}

const timeOf = (form: Fields): Instant | undefined => findInstant(fieldOf(form, 'gio'));

/** What a person can put right by choosing another time comes back with the times that are free now. */
function answered(exchange: CounterExchange, outcome: Outcome, fields: Fields): Answer | Promise<Answer> {
  if (outcome.kind === 'done') return seeOther(`/lich-hen/${outcome.answer.code as string}`);
  if (outcome.kind !== 'refusal') return outcomePage(outcome, BOOK);
  const { title: message } = problemOf(outcome, exchange.platform.registry, exchange.locale);
  return bookPage(exchange, fields, { name: 'gio', message });
}

interface Own {
  readonly appointment: Appointment;
  readonly signedIn: SignedIn;
}

function withOwn(
  handle: (exchange: CounterExchange, own: Own) => Promise<Answer>,
): (exchange: CounterExchange) => Promise<Answer> {
  return async (exchange) => {
    const { db, params, signedIn } = exchange;
    const appointment = await findAppointment(db, params.code ?? '');
    if (!signedIn || appointment?.accountId !== signedIn.accountId) return notFound;
    return handle(exchange, { appointment, signedIn });
  };
}

async function show({ db }: CounterExchange, { appointment }: Own): Promise<Answer> {
  const rules = await getRules(db);
  const unit = await db
    .selectFrom('organisation.unit')
    .select('name')
    .where('id', '=', appointment.unitId)
    .executeTakeFirstOrThrow();
  const { early_minutes: early, late_minutes: late } = rules.appointments;
  const group = findGroup(rules, appointment.group)?.name ?? { vi: appointment.group };
  const { code, from, state } = appointment;
  return page(
    <AppointmentPage code={code} unit={unit.name} group={group} from={from} state={state} early={early} late={late} />,
  );
}

const commandOn = (exchange: CounterExchange, { code, unitId }: Appointment) => ({
  commandId: commandIdOf(exchange) ?? newId(),
  caseId: unitId,
  unitId,
  code,
});

async function cancel(exchange: CounterExchange, { appointment, signedIn }: Own): Promise<Answer> {
  const path = `/lich-hen/${appointment.code}`;
  const outcome = await cancelAppointment(envOf(exchange), actorOf(signedIn), commandOn(exchange, appointment));
  return outcome.kind === 'done' ? seeOther(path) : outcomePage(outcome, path);
}

async function move(exchange: CounterExchange, { appointment, signedIn }: Own): Promise<Answer> {
  const { db, form, clock, platform, locale } = exchange;
  const fields = { doi: appointment.code, ngay: fieldOf(form, 'ngay') };
  const hall = await findHall(db, { id: appointment.unitId }, clock());
  const from = timeOf(form);
  if (!hall || from === undefined) return bookPage(exchange, fields, { name: 'gio', message: texts(locale).time });
  const command = { ...commandOn(exchange, appointment), from };
  const outcome = await moveAppointment(envOf(exchange), officeOf(platform, hall.code), actorOf(signedIn), command);
  return answered(exchange, outcome, fields);
}
