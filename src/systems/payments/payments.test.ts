import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator } from '../../../simulators/start-simulator.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { systemClock } from '../../platform/calendar/instant.ts';
import { writeAct } from '../../platform/cases/act.ts';
import { newId } from '../../platform/db/ids.ts';
import { buildServer } from '../../platform/http/server.tsx';
import { sealEntry } from '../../platform/journal/entry.ts';
import { CALLBACK_PATH } from './callback-route.ts';
import { findPaymentRequest, listReceipts } from './index.ts';
import type { PaymentTables } from './tables.ts';
import { readVietQr } from './vietqr.ts';

let house: House<PaymentTables>;
let server: Awaited<ReturnType<typeof buildServer>>;
let bank: Awaited<ReturnType<typeof startSimulator>>;
let callbackUrl: string;
const API_KEY = 'test-key';

beforeAll(async () => {
  house = await aHouse<PaymentTables>({ BANK_SECRET: 'shared-secret' });
  const platform = { ...house.platform, clock: systemClock };
  server = await buildServer({
    platform,
    identify: async () => undefined,
    sessionCookie: 'phien',
    assetFolder: import.meta.dirname,
    isReady: () => true,
  });
  callbackUrl = `${await server.listen({ host: '127.0.0.1', port: 0 })}${CALLBACK_PATH}`;
  bank = await startSimulator('bank', { API_KEY, CALLBACK_SECRET: 'shared-secret', RETRY_DELAYS_MS: '50,100' });
}, 120_000);
afterAll(async () => {
  await bank.stop();
  await server.close();
  await house.close();
});

/** A case that asks for money, as dossiers write it. */
async function aCaseThatAsks(total: number): Promise<string> {
  const id = newId();
  const entry = sealEntry(
    { type: 'dossiers.payment-asked', body: { code: 'H53.101.1-261123-0001', total, paid: 0, items: [] } },
    { actor: { kind: 'program', program: 'test' }, subject: { type: 'dossier', id }, at: house.platform.clock() },
  );
  const row = {
    id,
    kind: 'dossier',
    code: `H53.1-${id.slice(-12)}`,
    title: 'Thử',
    search: '',
    status: 'open',
    flags: [],
    opened_at: '2026-11-23T08:00:00+07:00',
    changed_at: '2026-11-23T08:00:00+07:00',
    simulated: false,
    version: 1,
  };
  await writeAct(house.db, { rows: [{ table: 'cases.case', op: 'insert', values: row }], entries: [entry] });
  await house.readJournal();
  return id;
}

async function pay(caseId: string, mode: string, amount?: number): Promise<void> {
  const request = await findPaymentRequest(house.db, caseId);
  if (!request) throw new Error('nothing was asked for');
  const headers = { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' };
  const asked = await fetch(`${bank.url}/requests`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      reference: request.reference,
      amount: request.amount,
      account: { bin: request.bin, number: request.account, name: request.holder },
      description: 'Phí',
      callbackUrl,
    }),
  });
  const { id } = (await asked.json()) as { id: string };
  await fetch(`${bank.url}/requests/${id}/pay`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ mode, amount, delayMs: 50 }),
  });
  for (let attempt = 0; attempt < 100; attempt++) {
    const { deliveries } = (await (await fetch(`${bank.url}/requests/${id}`, { headers })).json()) as {
      deliveries: { state: string }[];
    };
    if (deliveries.length > 0 && deliveries.every((delivery) => delivery.state !== 'owed')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const entries = async (type: string, caseId: string): Promise<number> =>
  (
    await sql<{
      n: number;
    }>`select count(*)::integer as n from journal.entry where type = ${type} and sealed::jsonb #>> '{body,case}' = ${caseId}`.execute(
      house.db,
    )
  ).rows[0]?.n ?? 0;

test('money asked for becomes a request whose VietQR any bank can pay', async () => {
  const caseId = await aCaseThatAsks(16_000);
  const request = await findPaymentRequest(house.db, caseId);
  expect(request).toMatchObject({ amount: 16_000, state: 'waiting' });
  expect(readVietQr(request?.qrText ?? '')).toMatchObject({
    ok: true,
    value: { amount: 16_000, purpose: request?.reference },
  });
});

test.each(['normal', 'repeated', 'out-of-order', 'delayed'])(
  'a payment told in the manner "%s" settles once, with one receipt',
  async (mode) => {
    const caseId = await aCaseThatAsks(8_000);
    await pay(caseId, mode);
    expect(await findPaymentRequest(house.db, caseId)).toMatchObject({ state: 'paid' });
    expect(await listReceipts(house.db, caseId)).toHaveLength(1);
    expect(await entries('payments.fee-paid', caseId)).toBe(1);
  },
);

test('a wrong amount is kept for a person to look at and settles nothing', async () => {
  const caseId = await aCaseThatAsks(8_000);
  await pay(caseId, 'amount-mismatch', 7_000);
  expect(await findPaymentRequest(house.db, caseId)).toMatchObject({ state: 'mismatch' });
  expect(await entries('payments.fee-paid', caseId)).toBe(0);
  expect(await listReceipts(house.db, caseId)).toEqual([]);
});

test.each(['wrong-signature', 'stale'])('a message that is not believed ("%s") changes nothing', async (mode) => {
  const caseId = await aCaseThatAsks(8_000);
  await pay(caseId, mode);
  expect(await findPaymentRequest(house.db, caseId)).toMatchObject({ state: 'waiting' });
});

test('receipt numbers of a series have no gap', async () => {
  const rows = await sql<{ number: number }>`select number from payments.receipt order by number`.execute(house.db);
  expect(rows.rows.map((row) => row.number)).toEqual(rows.rows.map((_, index) => index + 1));
});
