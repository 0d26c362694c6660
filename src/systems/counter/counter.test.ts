import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { createAccount } from '../../platform/identity/account.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { Actor, Outcome } from '../../platform/cases/act.ts';
import { newId } from '../../platform/db/ids.ts';
import { callAgain, callNext, endServing, markAbsent, startServing, takeBack, transferTicket } from './calls.ts';
import { closeDay } from './close-day.ts';
import { countBefore, findHall, listLatestCalls } from './hall.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { closePlace, openPlace } from './places.ts';
import { getRules } from './rules.ts';
import type { CounterTables } from './tables.ts';
import { findBySecret, findTicket, takeTicket } from './tickets.ts';

let house: House<CounterTables>;
let unitId: string;
beforeAll(async () => {
  house = await aHouse<CounterTables>();
});
afterAll(() => house.close());

const HALLS = Array.from({ length: 30 }, (_, index) => `H53.${101 + index}.1`);
beforeEach(async () => {
  house.setClock('2026-11-23T08:00');
  // a hall of its own for each test
  unitId = (await findHall(house.db, { code: HALLS.shift() ?? '' }, house.platform.clock()))?.id ?? '';
});

const kiosk = programActor('test.kiosk');
const command = () => ({ commandId: newId(), caseId: unitId, unitId });
const at = (ticketId: string) => ({ ...command(), ticketId });

let officers = 0;
async function anOfficer(number: number, groups: readonly string[] = ['ho-tich']): Promise<Actor> {
  const made = await createAccount(house.platform.db, programActor('test'), {
    kind: 'officer',
    name: 'Lê Văn Quầy',
    login: `quay.${++officers}`,
    at: house.platform.clock(),
  });
  if (made.kind === 'refusal') throw new Error(made.code);
  const actor: Actor = { id: made.accountId, kind: 'person', account: made.accountId };
  expect(await openPlace(house.acting, actor, { ...command(), number, groups })).toMatchObject({ kind: 'done' });
  return actor;
}

async function aTicket(changes: { group?: string; ground?: string } = {}): Promise<string> {
  const taken = await takeTicket(house.acting, kiosk, { ...command(), group: 'ho-tich', ground: '', ...changes });
  return answerOf(taken, 'ticket');
}

function answerOf(outcome: Outcome, name: string): string {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.answer[name] as string;
}

const refusal = (code: string) => ({ kind: 'refusal', code: `counter.${code}` });
const stateOf = async (id: string) => (await findTicket(house.db, id))?.state;

describe('a number', () => {
  test('is the next of its letter on this day, and begins anew the next day', async () => {
    const codes = [];
    for (const group of ['ho-tich', 'ho-tich', 'chung-thuc'])
      codes.push(answerOf(await takeTicket(house.acting, kiosk, { ...command(), group, ground: '' }), 'code'));
    house.setClock('2026-11-24T08:00');
    codes.push(answerOf(await takeTicket(house.acting, kiosk, { ...command(), group: 'ho-tich', ground: '' }), 'code'));
    expect(codes).toEqual(['A001', 'A002', 'B001', 'A001']);
  });

  test('is given once for one press, however often it is sent', async () => {
    const once = { ...command(), group: 'ho-tich', ground: '' };
    const [first, second] = [
      await takeTicket(house.acting, kiosk, once),
      await takeTicket(house.acting, kiosk, once),
    ].map((outcome) => answerOf(outcome, 'code'));
    expect(second).toBe(first);
  });

  test('taken by a hundred at once is never the same', async () => {
    const taken = await Promise.all(
      Array.from({ length: 100 }, () =>
        takeTicket(house.acting, kiosk, { ...command(), group: 'ho-tich', ground: '' }),
      ),
    );
    expect(new Set(taken.map((outcome) => answerOf(outcome, 'code'))).size).toBe(100);
  });

  test('is not given for what the office does not do', async () => {
    const taken = await takeTicket(house.acting, kiosk, { ...command(), group: 'khong-co', ground: '' });
    expect(taken).toMatchObject(refusal('no-such-group'));
  });
});

describe('calling', () => {
  test('fifty officers who press at once call fifty different numbers', async () => {
    const actors = [];
    for (let number = 1; number <= 50; number++) actors.push(await anOfficer(number));
    for (let count = 0; count < 50; count++) await aTicket();
    const called = await Promise.all(actors.map((actor) => callNext(house.acting, actor, command())));
    expect(new Set(called.map((outcome) => answerOf(outcome, 'code'))).size).toBe(50);
    expect(await callNext(house.acting, await anOfficer(51), command())).toMatchObject(refusal('nobody-waits'));
  });

  test('who is elderly goes first, and the reason is gone once they are served', async () => {
    const officer = await anOfficer(1);
    await aTicket();
    const elderly = await aTicket({ ground: 'elderly' });
    expect(answerOf(await callNext(house.acting, officer, command()), 'ticket')).toBe(elderly);
    expect((await findTicket(house.db, elderly))?.ground).toBe('elderly');
    await startServing(house.acting, officer, at(elderly));
    await endServing(house.acting, officer, { ...at(elderly), dossier: '' });
    expect(await findTicket(house.db, elderly)).toMatchObject({ state: 'served', ground: null, is_priority: true });
  });

  test('nobody is called to a place where somebody stands, nor without a place', async () => {
    const officer = await anOfficer(1);
    await aTicket();
    await aTicket();
    await callNext(house.acting, officer, command());
    expect(await callNext(house.acting, officer, command())).toMatchObject(refusal('somebody-at-place'));
    expect(await closePlace(house.acting, officer, command())).toMatchObject(refusal('somebody-at-place'));
    expect(await callNext(house.acting, { ...officer, id: newId() }, command())).toMatchObject(refusal('no-place'));
  });

  test('who does not come is absent after enough calls, and may come back once, in time', async () => {
    const officer = await anOfficer(1);
    const ticket = await aTicket();
    await callNext(house.acting, officer, command());
    expect(await markAbsent(house.acting, officer, at(ticket))).toMatchObject(refusal('call-again-first'));
    await callAgain(house.acting, officer, at(ticket));
    await markAbsent(house.acting, officer, at(ticket));
    expect(await stateOf(ticket)).toBe('absent');
    house.setClock('2026-11-23T08:59');
    const other = await aTicket();
    await takeBack(house.acting, officer, at(ticket));
    expect(answerOf(await callNext(house.acting, officer, command()), 'ticket')).toBe(ticket);
    await callAgain(house.acting, officer, at(ticket));
    await markAbsent(house.acting, officer, at(ticket));
    expect(await takeBack(house.acting, officer, at(ticket))).toMatchObject(refusal('returned-before'));
    expect(await stateOf(other)).toBe('waiting');
  });

  test('who comes back too late takes a new number', async () => {
    const officer = await anOfficer(1);
    const ticket = await aTicket();
    await callNext(house.acting, officer, command());
    await callAgain(house.acting, officer, at(ticket));
    await markAbsent(house.acting, officer, at(ticket));
    house.setClock('2026-11-23T09:01');
    expect(await takeBack(house.acting, officer, at(ticket))).toMatchObject(refusal('back-too-late'));
  });

  test('who is sent on keeps the turn by the time of the number, at the place they are sent to', async () => {
    const [one, two] = [await anOfficer(1), await anOfficer(2, ['chung-thuc'])];
    const ticket = await aTicket();
    await aTicket({ group: 'chung-thuc' });
    await callNext(house.acting, one, command());
    await startServing(house.acting, one, at(ticket));
    const closed = await transferTicket(house.acting, one, { ...at(ticket), place: '9', group: '' });
    expect(closed).toMatchObject(refusal('place-closed'));
    await transferTicket(house.acting, one, { ...at(ticket), place: '2', group: '' });
    expect(await callNext(house.acting, one, command())).toMatchObject(refusal('nobody-waits'));
    expect(answerOf(await callNext(house.acting, two, command()), 'ticket')).toBe(ticket);
  });

  test('a dossier that this office does not have is not linked', async () => {
    const officer = await anOfficer(1);
    const ticket = await aTicket();
    await callNext(house.acting, officer, command());
    expect(await endServing(house.acting, officer, { ...at(ticket), dossier: '' })).toMatchObject(
      refusal('not-serving'),
    );
    await startServing(house.acting, officer, at(ticket));
    const ended = await endServing(house.acting, officer, { ...at(ticket), dossier: 'H53.1-1' });
    expect(ended).toMatchObject(refusal('no-such-dossier'));
  });

  test('an old page acts on nobody', async () => {
    const officer = await anOfficer(1);
    const ticket = await aTicket();
    expect(await startServing(house.acting, officer, at(ticket))).toMatchObject(refusal('not-at-place'));
  });
});

test('what was left open is closed by the clock half an hour after the hall, and not before', async () => {
  const officer = await anOfficer(1);
  const [called, waiting] = [await aTicket(), await aTicket()];
  await callNext(house.acting, officer, command());
  const close = () => closeDay(house.platform as unknown as Platform<CounterTables>);
  const states = async () => [await stateOf(called), await stateOf(waiting)];
  house.setClock('2026-11-23T17:29');
  await close();
  expect(await states()).toEqual(['called', 'waiting']);
  house.setClock('2026-11-23T17:30');
  await close();
  expect(await states()).toEqual(['closed', 'closed']);
  const calls = await house.db.selectFrom('counter.call').select('outcome').where('ticket_id', '=', called).execute();
  expect(calls).toEqual([{ outcome: 'closed' }]);
  expect(await callNext(house.acting, officer, command())).toMatchObject(refusal('no-place'));
  house.setClock('2026-11-24T07:05');
  expect(await openPlace(house.acting, officer, { ...command(), number: 1, groups: ['ho-tich'] })).toMatchObject({
    kind: 'done',
  });
});

test('a place has one officer, and an officer one place', async () => {
  const officer = await anOfficer(1);
  const other: Actor = { ...officer, id: await anAccount(house, { role: 'TN', unit: 'H53.101.1' }) };
  const open = (actor: Actor, number: number) =>
    openPlace(house.acting, actor, { ...command(), number, groups: ['ho-tich'] });
  expect(await open(other, 1)).toMatchObject(refusal('place-taken'));
  expect(await open(officer, 2)).toMatchObject(refusal('sits-elsewhere'));
  await closePlace(house.acting, officer, command());
  expect(await open(other, 1)).toMatchObject({ kind: 'done' });
});

test('a phone is told how many are called before, the display who goes where, and the journal every act', async () => {
  const officer = await anOfficer(1);
  const [first] = [await aTicket(), await aTicket()];
  const taken = await takeTicket(house.acting, kiosk, { ...command(), group: 'ho-tich', ground: '' });
  const ticket = await findBySecret(house.db, answerOf(taken, 'secret'));
  if (!ticket) throw new Error('no ticket');
  const asked = { ticket, rules: await getRules(house.db), at: house.platform.clock() };
  expect(await countBefore(house.db, asked)).toBe(2);
  await callNext(house.acting, officer, command());
  expect(await countBefore(house.db, asked)).toBe(1);
  const calls = await listLatestCalls(house.db, { unitId, at: house.platform.clock(), limit: 5 });
  expect(calls).toMatchObject([{ code: 'A001', place: 1, isCalling: true }]);
  await startServing(house.acting, officer, at(first ?? ''));
  const types = await sql<{ type: string }>`
    select type from journal.entry where subject_id = ${first ?? ''} order by recorded_at
  `.execute(house.db);
  expect(types.rows.map(({ type }) => type)).toEqual([
    'counter.ticket-taken',
    'counter.ticket-called',
    'counter.serving-started',
  ]);
});
