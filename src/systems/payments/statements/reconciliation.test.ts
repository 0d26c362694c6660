import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../../../simulators/start-simulator.ts';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { aDossierCase } from '../../../../test/harness/money.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { addDays, dayOf, systemClock } from '../../../platform/calendar/instant.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { Platform } from '../../../platform/system/platform.ts';
import { makeRequest, takeMessage } from '../requests.ts';
import type { PaymentTables } from '../tables.ts';
import { fetchStatement } from './fetch-statement.ts';
import { importStatement } from './import-statement.ts';
import { readDay } from './read-day.ts';
import { closeDay, settleDifference } from './settle.ts';

const today = dayOf(systemClock());
const ACCOUNT = { unit: 'default', bank: 'VietinBank', bin: '970415', number: '113366668888', holder: 'TTPVHCC' };

let house: House<PaymentTables>;
let bank: RunningSimulator;
let server: FastifyInstance;
let account: string;
beforeAll(async () => {
  bank = await startSimulator('bank', { API_KEY: 'key', CALLBACK_SECRET: 'secret', RETRY_DELAYS_MS: '10' });
  house = await aHouse<PaymentTables>({ BANK_URL: bank.url, BANK_KEY: 'key' });
  // the bank books by the machine's clock: our day is its day
  house.setClock(`${today}T12:00`);
  server = await serverOf(house);
  account = await anAccount(house, { role: 'KT' });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
  await bank.stop();
});

const headers = { authorization: 'Bearer key', 'content-type': 'application/json' };
/** Signed in at the hour that the house has now. */
const anAccountant = (): Promise<Visitor> => browse(house, server, { as: { role: 'KT' } });
const person = () => ({ id: account, kind: 'person', account }) as const;

/** Asked for here and paid at the bank, which tells nobody. */
async function paidAtBank(amount: number, paid = amount) {
  const caseId = await aDossierCase(house);
  const id = await house.db.transaction().execute((trx) =>
    makeRequest(trx, {
      caseId,
      caseCode: `H53.1-${caseId.slice(-12)}`,
      amount,
      accountId: null,
      simulated: false,
      to: ACCOUNT,
      at: house.platform.clock(),
    }),
  );
  const { reference } = await house.db
    .selectFrom('payments.request')
    .select('reference')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const { bin, number, holder: name } = ACCOUNT;
  const asked = await fetch(`${bank.url}/requests`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      reference,
      amount: paid,
      account: { bin, number, name },
      description: 'x',
      callbackUrl: 'http://127.0.0.1:9/x',
    }),
  });
  const { id: atBank } = (await asked.json()) as { id: string };
  await fetch(`${bank.url}/requests/${atBank}/pay`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ mode: 'lost' }),
  });
  const { entries } = (await (await fetch(`${bank.url}/statement`, { headers })).json()) as {
    entries: { content: string; transactionId: string }[];
  };
  return {
    caseId,
    id,
    reference,
    transaction: entries.find(({ content }) => content === reference)?.transactionId ?? '',
  };
}

const tell = (reference: string, transactionId: string, amount: number) =>
  takeMessage(
    house.db,
    { eventId: newId(), type: 'payment.succeeded', sequence: 2, reference, transactionId, amount },
    house.platform.clock(),
  );

const bankFile = async (encoding: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(`${bank.url}/statement.csv?encoding=${encoding}`, { headers })).arrayBuffer());

const take = async (bytes: Uint8Array) => {
  const outcome = await importStatement(house.acting, person(), {
    commandId: newId(),
    statement: { name: 'sao-ke.csv', bytes, source: 'upload', account: ACCOUNT.number },
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.answer;
};
const settle = (difference: string, reason: string) =>
  settleDifference(house.acting, person(), {
    commandId: newId(),
    day: today,
    difference,
    reason,
    note: 'Đã kiểm tra.',
  });

test('a day against the bank’s own statement: every kind of difference is found, settled, and the day closed', async () => {
  const agreed = await paidAtBank(16_000);
  await tell(agreed.reference, agreed.transaction, 16_000);
  const lost = await paidAtBank(8_000);
  const wrong = await paidAtBank(9_000, 7_000);
  await tell(wrong.reference, wrong.transaction, 9_000);
  const never = await paidAtBank(5_000);
  await tell(never.reference, 'FT-NOT-AT-BANK', 5_000);

  expect(await take(await bankFile('windows-1258'))).toMatchObject({ lines: 4, fresh: 4, known: false, faults: [] });
  expect(await take(await bankFile('windows-1258'))).toMatchObject({ fresh: 0, known: true });
  expect(await take(await bankFile('utf-16le'))).toMatchObject({ fresh: 0, known: false });

  const found = await readDay(house.db, today);
  expect(found.differences.map(({ kind }) => kind).toSorted()).toEqual(['amount', 'missing-in-ours']);
  expect(found).toMatchObject({ open: 2, covered: true });
  // known by its reference, though we were told another number of it
  expect(found.differences.some(({ ours }) => ours?.transaction === 'FT-NOT-AT-BANK')).toBe(false);

  const missing = found.differences.find(({ kind }) => kind === 'missing-in-ours')?.key ?? '';
  const amount = found.differences.find(({ kind }) => kind === 'amount')?.key ?? '';
  expect(await settle(amount, 'taken')).toMatchObject({ code: 'payments.nothing-to-take' });
  expect(await settle(missing, 'taken')).toMatchObject({ kind: 'done' });
  const request = await house.db
    .selectFrom('payments.request')
    .select('state')
    .where('id', '=', lost.id)
    .executeTakeFirst();
  expect(request?.state).toBe('paid');
  expect(await settle(missing, 'taken')).toMatchObject({ code: 'payments.difference-gone' });

  expect(await closeDay(house.acting, person(), { commandId: newId(), day: today })).toMatchObject({
    code: 'payments.day-not-over',
  });
  house.setClock(`${addDays(today, 1)}T08:00`);
  expect(await closeDay(house.acting, person(), { commandId: newId(), day: today })).toMatchObject({
    code: 'payments.differences-open',
    values: { open: 1 },
  });
  expect(await settle(amount, 'bank-mistake')).toMatchObject({ kind: 'done' });
  expect(await settle(amount, 'bank-mistake')).toMatchObject({ code: 'payments.difference-settled' });
  expect(await closeDay(house.acting, person(), { commandId: newId(), day: today })).toMatchObject({ kind: 'done' });
  expect(await closeDay(house.acting, person(), { commandId: newId(), day: today })).toMatchObject({
    code: 'payments.day-closed',
  });
  house.setClock(`${today}T12:00`);
});

test('what comes to a closed day later is told, and the day is closed again', async () => {
  await paidAtBank(3_000);
  await take(await bankFile('utf-8'));
  const moved = await readDay(house.db, today);
  expect(moved).toMatchObject({ open: 1, closing: { round: 1, stillHolds: false } });
  house.setClock(`${addDays(today, 1)}T08:00`);
  await settle(moved.differences.find(({ settled }) => !settled)?.key ?? '', 'other-day');
  await closeDay(house.acting, person(), { commandId: newId(), day: today });
  expect((await readDay(house.db, today)).closing).toMatchObject({ round: 2, stillHolds: true });
  // the nights after
});

test('every night the statement is fetched from the bank, a second time without effect', async () => {
  const platform = house.platform as unknown as Platform<PaymentTables>;
  await fetchStatement(platform);
  await fetchStatement(platform);
  const files = await sql<{ day: string; n: number }>`
    select first_day::text as day, new_lines as n from payments.statement_file where source = 'bank' order by first_day
  `.execute(house.db);
  expect(files.rows.map(({ day, n }) => [day, n])).toEqual([-2, -1, 0].map((back) => [addDays(today, back), 0]));
});

test('money of no known dossier is taken into the books and waits for an officer', async () => {
  const line = 'Date;Transaction;Credit;Debit;Content\n';
  await take(Buffer.from(`${line}${today} 10:00;LA1;25.000;;ung ho\n`));
  const key =
    (await readDay(house.db, today)).differences.find(({ bank: one }) => one?.transaction === 'LA1')?.key ?? '';
  expect(await settle(key, 'taken')).toMatchObject({ kind: 'done' });
  expect((await (await anAccountant()).get('/can-bo/khoan-thu')).body).toContain('Không rõ nộp cho hồ sơ nào');
});

test('the pages of the accountant: days, a day, its files; a clerk of a commune has none of them', async () => {
  const accountant = await anAccountant();
  const days = await accountant.get('/can-bo/doi-soat');
  expect(days.body).toContain(`/can-bo/doi-soat/${today}`);
  expect((await accountant.press(days, '/can-bo/doi-soat/sao-ke')).body).toContain('Hãy chọn tệp sao kê.');
  const day = await accountant.get(`/can-bo/doi-soat/${today}`);
  expect(day.body).toContain('Số tiền khác nhau');
  expect(day.body).toContain('Ngân hàng ghi nhầm');
  expect((await accountant.get(`/can-bo/doi-soat/${today}/tai-ve/doi-soat.pdf`)).bytes.subarray(0, 4).toString()).toBe(
    '%PDF',
  );
  expect((await accountant.get(`/can-bo/doi-soat/${today}/tai-ve/doi-soat.xlsx`)).bytes.subarray(0, 2).toString()).toBe(
    'PK',
  );
  expect((await accountant.get('/can-bo/doi-soat/2026-13-40')).status).toBe(404);
  const clerk = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
  expect((await clerk.get('/can-bo/doi-soat')).status).toBe(404);
});
