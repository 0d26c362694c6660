/** Appointments (lịch hẹn): a place in a slot, booked by a citizen or for somebody who phones; moved, called off, taken up. */
import { randomInt } from 'node:crypto';
import { type QueryCreator, sql } from 'kysely';
import { addDays, type Day, dayOf, type Instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import type { Office } from '../../platform/calendar/working-time.ts';
import type { Actor, Outcome } from '../../platform/cases/act.ts';
import { type Refusal, refuse, type RowChange } from '../../platform/cases/decision.ts';
import { newId } from '../../platform/db/ids.ts';
import type { EntryDraft } from '../../platform/journal/entry.ts';
import { actInHall, type CounterDb, type CounterEnv, type HallCommand, nothing } from './hall-act.ts';
import { type CounterRules, findGroup, getRules, placesOf } from './rules.ts';
import { canBook, findSlot, type Slot } from './slots.ts';
import type { AppointmentState } from './tables.ts';

/** Who comes: an account of the portal, or a name and a number that an officer wrote down. */
export type Visitor = { readonly accountId: string } | { readonly name: string; readonly phone: string };

export interface BookAppointment extends HallCommand {
  readonly group: string;
  /** ISO time at which the slot begins. */
  readonly from: Instant;
  readonly visitor: Visitor;
}

/** `office` is the hall's with its calendar of now. */
export const bookAppointment = (
  env: CounterEnv,
  office: Office,
  actor: Actor,
  command: BookAppointment,
): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: 'counter.book-appointment',
    async decide(trx, at) {
      const { unitId, visitor } = command;
      const rules = await getRules(trx);
      const group = findGroup(rules, command.group);
      if (!group) return refuse('counter.no-such-group');
      const { open_each } = rules.appointments;
      if ((await countOpen(trx, visitor)) >= open_each) return refuse('counter.too-many-open', { count: open_each });
      const found = await findFree(trx, { office, unitId, from: command.from, rules, at });
      if ('kind' in found) return found;
      const id = newId();
      const code = makeCode();
      const values = {
        id,
        code,
        unit_id: unitId,
        place_no: found.place,
        period: periodOf(found.slot),
        group_key: group.key,
        account_id: 'accountId' in visitor ? visitor.accountId : null,
        person_name: 'name' in visitor ? visitor.name : null,
        phone: 'phone' in visitor ? visitor.phone : null,
        state: 'booked',
        created_at: isoOf(at),
        version: 1,
      };
      return {
        kind: 'write',
        subject: { type: 'counter.appointment', id },
        rows: [{ table: 'counter.appointment', op: 'insert', values }],
        entries: [{ type: 'counter.appointment-booked', body: slotBody(code, found, group.key) }],
        answer: { appointment: id, code },
      };
    },
  });

export const slotBody = (code: string, { slot, place }: FreePlace, group: string) => ({
  code,
  from: isoOf(slot.from),
  place,
  group,
});

const periodOf = ({ from, to }: Slot): string => `[${isoOf(from)},${isoOf(to)})`;

/** Without what is read as something else; guessed at a kiosk only, a few times a minute. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const makeCode = (): string => `LH${Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;

/** Two halls are locked apart, so a person's own count has a lock of its own. */
async function countOpen(trx: CounterDb, visitor: Visitor): Promise<number> {
  const key = 'accountId' in visitor ? visitor.accountId : visitor.phone;
  await sql`select pg_advisory_xact_lock(hashtext('counter.visitor'), hashtext(${key}))`.execute(trx);
  const { count } = await trx
    .selectFrom('counter.appointment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('accountId' in visitor ? 'account_id' : 'phone', '=', key)
    .where('state', '=', 'booked')
    .executeTakeFirstOrThrow();
  return count;
}

export interface FreePlace {
  readonly slot: Slot;
  readonly place: number;
}

/** The lowest place that nobody has in the slot; the table's own constraint stands behind it. */
export async function findFree(
  trx: CounterDb,
  asked: {
    readonly office: Office;
    readonly unitId: string;
    readonly from: Instant;
    readonly rules: CounterRules;
    readonly at: Instant;
  },
): Promise<FreePlace | Refusal> {
  const { office, unitId, from, rules, at } = asked;
  const slot = findSlot(office, from, rules.appointments);
  if (!slot || !canBook(slot, rules.appointments, at)) return refuse('counter.no-such-slot');
  const taken = await sql<{ place: number }>`
    select place_no as place from counter.appointment
    where unit_id = ${unitId} and state in ('booked', 'arrived') and period && ${periodOf(slot)}::tstzrange
  `.execute(trx);
  const places = Array.from({ length: placesOf(rules, office.unit ?? null) }, (_, index) => index + 1);
  const place = places.find((number) => !taken.rows.some((row) => row.place === number));
  return place === undefined ? refuse('counter.slot-full') : { slot, place };
}

export interface OneAppointment extends HallCommand {
  readonly code: string;
}

/** The same appointment at another time; its old place is free in the same act. */
export const moveAppointment = (
  env: CounterEnv,
  office: Office,
  actor: Actor,
  command: OneAppointment & { readonly from: Instant },
): Promise<Outcome> =>
  changeBooked(env, actor, command, {
    name: 'counter.move-appointment',
    async change(trx, appointment, at) {
      const rules = await getRules(trx);
      const { unitId, from } = command;
      if (from === appointment.from) return refuse('counter.same-slot');
      const found = await findFree(trx, { office, unitId, from, rules, at });
      if ('kind' in found) return found;
      return {
        values: { period: periodOf(found.slot), place_no: found.place, reminded_at: null },
        entry: { type: 'counter.appointment-moved', body: slotBody(appointment.code, found, appointment.group) },
      };
    },
  });

export const cancelAppointment = (env: CounterEnv, actor: Actor, command: OneAppointment): Promise<Outcome> =>
  changeBooked(env, actor, command, {
    name: 'counter.cancel-appointment',
    change: (_, appointment) => ({
      values: { state: 'cancelled' },
      entry: { type: 'counter.appointment-cancelled', body: bodyOf(appointment) },
    }),
  });

export interface Change {
  readonly values: Record<string, string | number | null>;
  readonly entry: EntryDraft;
}

/** An act on an appointment that is still booked. */
export const changeBooked = (
  env: CounterEnv,
  actor: Actor,
  command: OneAppointment,
  verb: {
    readonly name: string;
    readonly change: (
      trx: CounterDb,
      appointment: Appointment,
      at: Instant,
    ) => Change | Refusal | Promise<Change | Refusal>;
  },
): Promise<Outcome> =>
  actInHall(env, actor, command, {
    name: verb.name,
    async decide(trx, at) {
      const appointment = await findAppointment(trx, command.code);
      if (appointment?.unitId !== command.unitId) return nothing;
      if (appointment.state !== 'booked') return refuse('counter.not-booked');
      const changed = await verb.change(trx, appointment, at);
      if ('kind' in changed) return changed;
      return {
        kind: 'write',
        subject: { type: 'counter.appointment', id: appointment.id },
        rows: [appointmentRow(appointment, changed.values)],
        entries: [changed.entry],
        answer: { appointment: appointment.id, code: appointment.code },
      };
    },
  });

export const appointmentRow = (
  { id, version }: Pick<Appointment, 'id' | 'version'>,
  values: Record<string, string | number | null>,
): RowChange => ({
  table: 'counter.appointment',
  op: 'update',
  key: { id },
  values: { ...values, version: version + 1 },
  version,
});

export const bodyOf = ({ code, from, placeNo, group }: Appointment) => ({
  code,
  from: isoOf(from),
  place: placeNo,
  group,
});

export interface Appointment {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly placeNo: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly group: string;
  readonly accountId: string | null;
  /** As written down, or of the account. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly state: AppointmentState;
  readonly version: number;
}

const appointments = (db: CounterDb | QueryCreator<never>) =>
  (db as CounterDb)
    .selectFrom('counter.appointment as a')
    .leftJoin('identity.account as p', 'p.id', 'a.account_id')
    .select([
      'a.id',
      'a.code',
      'a.unit_id as unitId',
      'a.place_no as placeNo',
      sql<Instant>`lower(a.period)`.as('from'),
      sql<Instant>`upper(a.period)`.as('to'),
      'a.group_key as group',
      'a.account_id as accountId',
      sql<string | null>`coalesce(a.person_name, p.name)`.as('name'),
      sql<string | null>`coalesce(a.phone, p.phone)`.as('phone'),
      'a.state',
      'a.version',
    ]);

export const findAppointment = (db: CounterDb, code: string): Promise<Appointment | undefined> =>
  appointments(db).where('a.code', '=', code).executeTakeFirst();

export const getAppointment = (db: CounterDb, id: string): Promise<Appointment> =>
  appointments(db).where('a.id', '=', id).executeTakeFirstOrThrow();

/** A person's own that are still to come. */
export const listOwn = (db: CounterDb, accountId: string): Promise<Appointment[]> =>
  appointments(db)
    .where('a.account_id', '=', accountId)
    .where('a.state', '=', 'booked')
    .orderBy(sql`lower(a.period)`)
    .limit(50)
    .execute();

/** All of a hall on a day, by time. */
export const listOn = (db: CounterDb, { unitId, day }: { readonly unitId: string; readonly day: Day }) =>
  within(db, instantAt(day, 0), instantAt(addDays(day, 1), 0))
    .where('a.unit_id', '=', unitId)
    .execute();

/** Booked ones of every hall that begin in a span of time. */
export const listBooked = (db: CounterDb, from: Instant, to: Instant): Promise<Appointment[]> =>
  within(db, from, to).where('a.state', '=', 'booked').execute();

const within = (db: CounterDb, from: Instant, to: Instant) =>
  appointments(db)
    .where(sql<boolean>`lower(a.period) >= ${isoOf(from)}::timestamptz and lower(a.period) < ${isoOf(to)}::timestamptz`)
    .orderBy(sql`lower(a.period)`)
    .orderBy('a.place_no');

/** How many places are taken in each slot of a day, by the instant it begins. */
export async function countTaken(
  db: CounterDb,
  { unitId, day }: { readonly unitId: string; readonly day: Day },
): Promise<ReadonlyMap<Instant, number>> {
  const taken = new Map<Instant, number>();
  for (const { from, state } of await listOn(db, { unitId, day }))
    if (state === 'booked' || state === 'arrived') taken.set(from, (taken.get(from) ?? 0) + 1);
  return taken;
}

export const isOn = ({ from }: Pick<Appointment, 'from'>, at: Instant): boolean => dayOf(from) === dayOf(at);
