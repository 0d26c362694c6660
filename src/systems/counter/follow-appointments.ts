/** What the clock and the calendar do to appointments: a reminder the day before, calling off what falls on a day that has become free, noting who did not come, erasing names. */
import { addDays, dayOf, type Instant, instantAt, isoOf } from '../../platform/calendar/instant.ts';
import { MINUTE, type Office } from '../../platform/calendar/working-time.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { Subscriber } from '../../platform/journal/subscribers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { type Appointment, bodyOf, type Change, changeBooked, listBooked } from './appointments.ts';
import { getRules } from './rules.ts';
import { findSlot } from './slots.ts';
import type { CounterTables } from './tables.ts';

export const REMIND = 'counter.remind';
export const FOLLOW_CALENDAR = 'counter.follow-calendar';
export const NOTE_ABSENT = 'counter.note-absent';

type Counter = Platform<CounterTables>;

/** Each once, on the day before; who booked today knows. */
export async function remind(platform: Counter): Promise<void> {
  const at = platform.clock();
  const tomorrow = addDays(dayOf(at), 1);
  const due = await platform.db
    .selectFrom('counter.appointment')
    .select('id')
    .where('state', '=', 'booked')
    .where('reminded_at', 'is', null)
    .where('created_at', '<', isoOf(instantAt(dayOf(at), 0)) as never)
    .execute();
  const ids = new Set(due.map(({ id }) => id));
  const booked = await listBooked(platform.db, instantAt(tomorrow, 0), instantAt(addDays(tomorrow, 1), 0));
  for (const appointment of booked.filter(({ id }) => ids.has(id)))
    await change(platform, REMIND, appointment, () => ({
      values: { reminded_at: isoOf(at) },
      entry: { type: 'counter.appointment-reminded', body: bodyOf(appointment) },
    }));
}

export const followCalendar: Subscriber = {
  name: 'counter.follow-calendar',
  types: ['calendar.published'],
  handle: (trx) => addJob(trx, FOLLOW_CALENDAR, {}, { key: FOLLOW_CALENDAR }),
};

/** A slot that the published calendar no longer has is called off; those concerned are told by the entry. */
export async function followCalendarNow(platform: Counter): Promise<void> {
  await platform.renewCalendar();
  const { appointments: rule } = await getRules(platform.db);
  const at = platform.clock();
  const codes = await unitCodes(platform);
  const far = instantAt(addDays(dayOf(at), 400), 0);
  for (const appointment of await listBooked(platform.db, at, far)) {
    const office = officeOf(platform, codes.get(appointment.unitId) ?? null);
    if (isStillOpen(office, appointment, rule.slot_minutes)) continue;
    await change(platform, FOLLOW_CALENDAR, appointment, () => ({
      values: { state: 'called-off' },
      entry: { type: 'counter.appointment-called-off', body: bodyOf(appointment) },
    }));
  }
}

/** By the length it was booked with: a new length of slots calls nothing off. */
function isStillOpen(office: Office, { from, to }: Appointment, slotMinutes: number): boolean {
  const minutes = Math.max(1, Math.round((to - from) / MINUTE)) || slotMinutes;
  return findSlot(office, from, { slot_minutes: minutes }) !== undefined;
}

export const officeOf = ({ calendar }: Pick<Counter, 'calendar'>, unitCode: string | null): Office => ({
  calendar: calendar(),
  ...(unitCode === null ? {} : { unit: unitCode }),
});

async function unitCodes({ db }: Counter): Promise<ReadonlyMap<string, string | null>> {
  const units = await db
    .selectFrom('organisation.unit')
    .select(['id', 'code'])
    .where('kind', '=', 'one-stop')
    .execute();
  return new Map(units.map(({ id, code }) => [id, code]));
}

/** Yesterday's and older ones that nobody took up. */
export async function noteAbsent(platform: Counter): Promise<void> {
  const today = instantAt(dayOf(platform.clock()), 0);
  for (const appointment of await listBooked(platform.db, 0 as Instant, today))
    await change(platform, NOTE_ABSENT, appointment, () => ({
      values: { state: 'absent' },
      entry: { type: 'counter.appointment-absent', body: bodyOf(appointment) },
    }));
}

const change = (platform: Counter, program: string, { code, unitId }: Appointment, make: () => Change) =>
  changeBooked(
    platform.acting,
    programActor(program),
    { commandId: newId(), caseId: unitId, unitId, code },
    { name: program, change: make },
  );

/** Names and numbers that officers wrote down have had their time. */
export async function eraseNames({ db, clock }: Counter): Promise<number> {
  const { close } = await getRules(db);
  const before = isoOf(instantAt(addDays(dayOf(clock()), -close.names_days), 0));
  const erased = await db
    .updateTable('counter.appointment')
    .set({ person_name: null, phone: null })
    .where((where) => where.or([where('person_name', 'is not', null), where('phone', 'is not', null)]))
    .where('created_at', '<', before as never)
    .where('state', '!=', 'booked')
    .executeTakeFirst();
  return Number(erased.numUpdatedRows);
}
