import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSimulator } from '../../../simulators/start-simulator.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { findPaymentRequest, preparePayPage } from './index.ts';
import { askToOpen, openRequest } from './open-request.ts';
import { makeRequest } from './requests.ts';
import type { PaymentTables } from './tables.ts';

let house: House<PaymentTables>;
beforeAll(async () => {
  house = await aHouse<PaymentTables>();
}, 120_000);
afterAll(() => house.close());

const platformWith = (config: object): Platform<PaymentTables> =>
  ({ ...house.platform, config: { ...house.config, ...config } }) as unknown as Platform<PaymentTables>;

async function aRequest(simulated = false) {
  const caseId = newId();
  await sql`
    insert into cases.case (id, kind, code, title, status, version, opened_at, changed_at, search)
    values (${caseId}, 'dossier', ${`C-${caseId}`}, 'Khai sinh', 'open', 1, '2026-11-23', '2026-11-23', '')
  `.execute(house.db);
  const to = { unit: 'default', bank: 'Vietcombank', bin: '970436', number: '0123456789', holder: 'TRUNG TAM HCC' };
  const id = await house.db.transaction().execute((trx) =>
    makeRequest(trx, {
      caseId,
      caseCode: 'H53.1-261123-0001',
      amount: 16_000,
      accountId: null,
      simulated,
      to,
      at: house.platform.clock(),
    }),
  );
  return { id, caseId };
}

test('the platform gives a page to pay at, once however often the job runs', async () => {
  const bank = await startSimulator('bank', { API_KEY: 'key', CALLBACK_SECRET: 'secret' });
  try {
    const platform = platformWith({ bankUrl: bank.url, bankKey: 'key', publicUrl: 'http://127.0.0.1:3999' });
    const { id, caseId } = await aRequest();
    await openRequest(platform, { request: id });
    await openRequest(platform, { request: id });
    const found = await findPaymentRequest(house.db, caseId);
    expect(found?.payUrl).toMatch(new RegExp(`^${bank.url}/`));
    const page = await fetch(found?.payUrl ?? '');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('http://127.0.0.1:3999/ho-so/H53.1-261123-0001/nop-tien?tu=ngan-hang');
    await expect(
      openRequest(platformWith({ bankUrl: bank.url, bankKey: 'wrong' }), { request: (await aRequest()).id }),
    ).rejects.toThrow('401');
  } finally {
    await bank.stop();
  }
});

test('an answer that is none leaves the request as it was, and the job to be tried again', async () => {
  const strange = createServer((_, response) => response.end('{"payUrl":"javascript:alert(1)"}')).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((resolve) => strange.once('listening', resolve));
  const bankUrl = `http://127.0.0.1:${(strange.address() as AddressInfo).port}`;
  const { id, caseId } = await aRequest();
  await expect(openRequest(platformWith({ bankUrl, bankKey: 'key' }), { request: id })).rejects.toThrow(
    'payment platform',
  );
  expect((await findPaymentRequest(house.db, caseId))?.payUrl).toBeNull();
  strange.close();
});

const waiting = async () =>
  (await sql<{ n: number }>`select count(*)::integer as n from graphile_worker._private_jobs`.execute(house.db)).rows[0]
    ?.n ?? 0;
const requestOf = async (caseId: string) => (await findPaymentRequest(house.db, caseId)) ?? expect.fail('no request');

test('a simulated dossier opens nothing until its payer looks, and then only on this machine', async () => {
  const before = await waiting();
  const here = platformWith({ bankUrl: 'http://127.0.0.1:9', bankKey: 'key' });
  const { id, caseId } = await aRequest(true);
  await askToOpen(house.db, here, { id, simulated: true });
  expect(await waiting()).toBe(before);
  const elsewhere = platformWith({ bankUrl: 'https://bank.example', bankKey: 'key' });
  expect(await preparePayPage(house.db, elsewhere, await requestOf(caseId))).toBe(false);
  expect(await waiting()).toBe(before);
  expect(await preparePayPage(house.db, here, await requestOf(caseId))).toBe(true);
  expect(await preparePayPage(house.db, here, await requestOf(caseId))).toBe(true);
  expect(await waiting()).toBe(before + 1);
});

test('a real one is opened as soon as it is asked for', async () => {
  const before = await waiting();
  await askToOpen(house.db, platformWith({ bankUrl: 'https://bank.example', bankKey: 'key' }), {
    id: newId(),
    simulated: false,
  });
  expect(await waiting()).toBe(before + 1);
});

test.each(['paid', 'mismatch', 'cancelled'] as const)('a request that is %s is not opened', async (state) => {
  const { id, caseId } = await aRequest();
  const request = await requestOf(caseId);
  await house.db.updateTable('payments.request').set({ state }).where('id', '=', id).execute();
  const platform = platformWith({ bankUrl: 'http://127.0.0.1:9', bankKey: 'key' });
  expect(await preparePayPage(house.db, platform, { ...request, state })).toBe(false);
  await openRequest(platform, { request: id });
});
