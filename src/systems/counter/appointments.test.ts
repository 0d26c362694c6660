import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { createAccount } from '../../platform/identity/account.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { sealCalendar } from '../../platform/calendar/seal-calendar.ts';
import { instant } from '../../platform/calendar/instant.ts';
import type { Office } from '../../platform/calendar/working-time.ts';
import type { Actor, Outcome } from '../../platform/cases/act.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { bookAppointment, cancelAppointment, findAppointment, moveAppointment } from './appointments.ts';
import { checkIn } from './check-in.ts';
import { eraseNames, followCalendarNow, noteAbsent, remind } from './follow-appointments.ts';
import { findHall } from './hall.ts';
import { findTicket } from './tickets.ts';
import type { CounterTables } from './tables.ts';

let house: House<CounterTables>;
let unitId: string;
let office: Office;
beforeAll(async () => {
  house = await aHouse<CounterTables>();
});
afterAll(() => house.close());

const HALLS = Array.from({ length: 40 }, (_, index) => `H53.${101 + index}.1`);
beforeEach(async () => {
  house.setClock('2026-11-23T08:00');
  const code = HALLS.shift() ?? '';
  unitId = (await findHall(house.db, { code }, house.platform.clock()))?.id ?? '';
  office = { calendar: house.platform.calendar(), unit: code };
});

const platform = () => house.platform as unknown as Platform<CounterTables>;
const officer = programActor('test.officer');
const command = () => ({ commandId: newId(), caseId: unitId, unitId });
const refusal = (code: string) => ({ kind: 'refusal', code: `counter.${code}` });

let people = 0;
async function aCitizen(): Promise<Actor> {
  people += 1;
  const made = await createAccount(house.platform.db, programActor('test'), {
    kind: 'citizen',
    name: 'Nguyễn Thị Lúa',
    personalNumber: `072190${String(people).padStart(6, '0')}`,
    vneidSub: `hen-${people}`,
    phone: '0912345678',
    demo: true,
    at: house.platform.clock(),
  });
  if (made.kind === 'refusal') throw new Error(made.code);
  return { id: made.accountId, kind: 'person', account: made.accountId };
}

const book = (actor: Actor, from: string, group = 'ho-tich'): Promise<Outcome> =>
  bookAppointment(house.acting, office, actor, {
    ...command(),
    group,
    from: instant(from),
    visitor: { accountId: actor.id },
  });

const phoneIn = (phone: string, from: string): Promise<Outcome> =>
  bookAppointment(house.acting, office, officer, {
    ...command(),
    group: 'ho-tich',
    from: instant(from),
    visitor: { name: 'Trần Văn Gọi', phone },
  });

function codeOf(outcome: Outcome): string {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.answer['code'] as string;
}

const stateOf = async (code: string) => (await findAppointment(house.db, code))?.state;

async function toldOf(code: string): Promise<string[]> {
  await house.readJournal();
  const rows = await sql<{ template: string }>`
    select d.template from notifications.delivery d join counter.appointment a on a.id = d.subject_id
    where a.code = ${code} and d.channel = 'in-app' order by d.created_at, d.id
  `.execute(house.db);
  return rows.rows.map(({ template }) => template.replace('counter.appointment-', ''));
}

describe('booking', () => {
  test('two hundred at once for a slot with one place left: exactly one gets it', async () => {
    const citizens = [];
    for (let count = 0; count < 200; count++) citizens.push(await aCitizen());
    codeOf(await phoneIn('+84912345601', '2026-11-24T09:00'));
    const outcomes = await Promise.all(citizens.map((citizen) => book(citizen, '2026-11-24T09:00')));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(
      outcomes.filter((outcome) => outcome.kind === 'refusal' && outcome.code === 'counter.slot-full'),
    ).toHaveLength(199);
  }, 120_000);

  test('the table itself refuses a place that another has at that time', async () => {
    codeOf(await phoneIn('+84912345602', '2026-11-24T09:00'));
    const again = sql`
      insert into counter.appointment (id, code, unit_id, place_no, period, group_key, state, created_at)
      values (${newId()}, ${newId()}, ${unitId}, 1, '[2026-11-24T09:15:00+07:00,2026-11-24T09:45:00+07:00)', 'ho-tich', 'booked', '2026-11-23')
    `.execute(house.db);
    await expect(again).rejects.toThrow('appointment_overlap');
  });

  test('is for hours when the counter is open, and nobody has more open than the rule says, whoever books', async () => {
    const citizen = await aCitizen();
    for (const closed of ['2026-11-24T12:00', '2026-11-22T09:00', '2026-11-24T09:10', '2027-03-01T09:00'])
      expect(await book(citizen, closed)).toMatchObject(refusal('no-such-slot'));
    const both = await Promise.all(
      ['2026-11-24T09:00', '2026-11-24T09:30', '2026-11-24T10:00'].map((from) => book(citizen, from)),
    );
    expect(both.filter(({ kind }) => kind === 'done')).toHaveLength(2);
    for (const from of ['2026-11-24T09:00', '2026-11-24T09:30']) await phoneIn('+84912345603', from);
    expect(await phoneIn('+84912345603', '2026-11-24T10:00')).toMatchObject(refusal('too-many-open'));
  });

  test('moves to another time in one act, and a cancelled place is free again', async () => {
    const [one, two, three] = [await aCitizen(), await aCitizen(), await aCitizen()];
    const code = codeOf(await book(one, '2026-11-24T09:00'));
    codeOf(await book(two, '2026-11-24T09:00'));
    expect(await book(three, '2026-11-24T09:00')).toMatchObject(refusal('slot-full'));
    const move = (from: string) =>
      moveAppointment(house.acting, office, one, { ...command(), code, from: instant(from) });
    expect(await move('2026-11-24T09:00')).toMatchObject(refusal('same-slot'));
    expect(await move('2026-11-24T10:00')).toMatchObject({ kind: 'done' });
    codeOf(await book(three, '2026-11-24T09:00'));
    expect(await move('2026-11-24T09:00')).toMatchObject(refusal('slot-full'));
    await cancelAppointment(house.acting, one, { ...command(), code });
    expect(await cancelAppointment(house.acting, one, { ...command(), code })).toMatchObject(refusal('not-booked'));
    expect(await toldOf(code)).toEqual(['booked', 'moved', 'cancelled']);
  });
});

describe('coming', () => {
  const arrive = (code: string) => checkIn(house.acting, programActor('test.kiosk'), { ...command(), code });

  test('in time gives a number with the right of the appointment, once', async () => {
    const code = codeOf(await book(await aCitizen(), '2026-11-24T09:00'));
    expect(await arrive(code)).toMatchObject(refusal('other-day'));
    house.setClock('2026-11-24T08:29');
    expect(await arrive(code)).toMatchObject(refusal('too-early'));
    house.setClock('2026-11-24T08:30');
    const arrived = await arrive(code);
    expect(codeOf(arrived)).toBe('A001');
    const ticket = arrived.kind === 'done' ? await findTicket(house.db, arrived.answer['ticket'] as string) : undefined;
    expect(ticket?.appointment_at).toBe(instant('2026-11-24T09:00'));
    expect(await arrive(code)).toMatchObject(refusal('arrived-before'));
    expect(await arrive('LHKHONGCO')).toMatchObject(refusal('no-such-appointment'));
  });

  test('too late gives a number like everybody’s', async () => {
    const code = codeOf(await book(await aCitizen(), '2026-11-24T09:00'));
    house.setClock('2026-11-24T09:16');
    const arrived = await arrive(code);
    const ticket = arrived.kind === 'done' ? await findTicket(house.db, arrived.answer['ticket'] as string) : undefined;
    expect(ticket?.appointment_at).toBeNull();
  });

  test('not at all is noted after the day, and the name that an officer wrote down is erased in its time', async () => {
    const code = codeOf(await phoneIn('+84912345604', '2026-11-24T09:00'));
    house.setClock('2026-11-24T23:00');
    await noteAbsent(platform());
    expect(await stateOf(code)).toBe('booked');
    house.setClock('2026-11-25T00:15');
    await noteAbsent(platform());
    expect(await stateOf(code)).toBe('absent');
    house.setClock('2027-02-01T08:00');
    await eraseNames(platform());
    expect((await findAppointment(house.db, code))?.name).toBe('Trần Văn Gọi');
    house.setClock('2027-02-23T08:00');
    await eraseNames(platform());
    expect(await findAppointment(house.db, code)).toMatchObject({ name: null, phone: null });
  });
});

test('who booked is reminded once, the day before', async () => {
  const code = codeOf(await book(await aCitizen(), '2026-11-25T09:00'));
  await remind(platform());
  house.setClock('2026-11-24T08:05');
  await remind(platform());
  await remind(platform());
  expect(await toldOf(code)).toEqual(['booked', 'reminded']);
});

test('a day that is published as a day off calls off what is booked on it, and tells those concerned; other days stay', async () => {
  const [one, two] = [await aCitizen(), await aCitizen()];
  const [off, stays] = [codeOf(await book(one, '2026-12-02T09:00')), codeOf(await book(two, '2026-12-03T09:00'))];
  const dayOff = {
    kind: 'holiday',
    works: false,
    title: { vi: 'Ngày nghỉ mới' },
    confirmed: true,
    source: 'test',
  } as const;
  const { digest: _, ...calendar } = house.platform.calendar();
  const published = sealCalendar({ ...calendar, days: { ...calendar.days, '2026-12-02': dayOff } });
  await followCalendarNow({ ...platform(), calendar: () => published });
  expect([await stateOf(off), await stateOf(stays)]).toEqual(['called-off', 'booked']);
  expect(await toldOf(off)).toEqual(['booked', 'called-off']);
  expect(await toldOf(stays)).toEqual(['booked']);
});
