import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { listReceipts } from '../index.ts';
import type { PaymentTables } from '../tables.ts';

let house: House<PaymentTables>;
let server: FastifyInstance;
let clerk: Visitor;
beforeAll(async () => {
  house = await aHouse<PaymentTables>();
  server = await serverOf(house);
  clerk = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const TILL = '/can-bo/thu-tien';

async function payInCash(amount: string): Promise<{ readonly caseId: string; readonly code: string }> {
  const accountId = await anAccount(house, 'citizen');
  const caseId = await aBirthDossier(house as never, { accountId, stage: 'accepted' });
  const found = await sql<{ code: string }>`select code from cases.case where id = ${caseId}`.execute(house.db);
  const code = found.rows[0]?.code ?? '';
  const path = `/can-bo/ho-so/${code}/thu-tien`;
  expect((await clerk.press(await clerk.get(path), path, { amount })).status).toBe(303);
  await house.readJournal();
  return { caseId, code };
}

test('cash at the counter gets its receipt, stands in the till, and is counted once at the end of the shift', async () => {
  expect((await clerk.get(TILL)).body).toContain('Chưa thu khoản nào');
  const { caseId, code } = await payInCash('16.000');
  const [receipt] = await listReceipts(house.db, caseId);
  expect(receipt).toMatchObject({ series: 'BL-26T/H53.101.1', amount: 16_000, by: 'counter', voided: false });
  const till = await clerk.get(TILL);
  expect(till.body).toContain('1 khoản, cộng 16.000 đồng');

  const short = await clerk.press(till, `${TILL}/chot-ca`, { counted: '15.000', note: '' });
  expect(short.status).toBe(422);
  expect(short.body).toContain('giải trình chênh lệch');
  const closed = await clerk.press(till, `${TILL}/chot-ca`, { counted: '15.000', note: 'Thiếu tờ 1.000 đồng.' });
  expect(closed.status).toBe(303);
  const after = await clerk.get(TILL);
  expect(after.body).toContain('Chưa thu khoản nào');
  expect(after.body).toContain('Thiếu tờ 1.000 đồng.');
  expect(after.body).toContain('-1.000 đồng');
  const report = /href="([^"]+bang-ke\.pdf)"/.exec(after.body)?.[1] ?? '';
  expect((await clerk.get(report)).type).toContain('application/pdf');

  const citizen = await browse(house, server, { as: 'citizen' });
  const paper = await citizen.get(`/ho-so/${code}/bien-lai/${receipt?.checkCode}.pdf`);
  expect(paper.type).toContain('application/pdf');
  const stranger = await browse(house, server, { as: 'business' });
  expect((await stranger.get(`/ho-so/${code}/bien-lai/${receipt?.checkCode}.pdf`)).status).toBe(404);
  const checked = await stranger.get(`/bien-lai/${receipt?.checkCode}`);
  expect(checked.body).toContain('còn giá trị');
  expect(checked.body).not.toContain('Nguyễn Thị Lúa');
});

test('a count made on an older page is not taken for the till of now', async () => {
  await payInCash('10.000');
  const till = await clerk.get(TILL);
  await payInCash('16.000');
  const late = await clerk.press(till, `${TILL}/chot-ca`, { counted: '10.000', note: '' });
  expect(late.status).toBe(422);
  expect(late.body).toContain('2 khoản, cộng 26.000 đồng');
});

test('paid in part, the rest keeps a QR of its own; somebody else’s till is not this one', async () => {
  const { caseId } = await payInCash('6.000');
  const left = await sql<{ amount: number; state: string }>`
    select amount, state from payments.request where case_id = ${caseId} order by created_at, id
  `.execute(house.db);
  expect(left.rows.map(({ amount, state }) => [amount, state])).toEqual([
    [16_000, 'cancelled'],
    [10_000, 'waiting'],
  ]);
  const other = await browse(house, server, { as: { role: 'TN', unit: 'H53.102.1' } });
  expect((await other.get(TILL)).body).toContain('Chưa thu khoản nào');
});

test('the register shows the series with its proof, and a receipt can be voided there', async () => {
  const register = await clerk.get('/can-bo/bien-lai');
  expect(register.body).toMatch(/Số 1 đến \d+: \d+ số đã dùng, 0 số đã hủy có lý do, không thiếu số nào/);
  const first = /href="(\/can-bo\/bien-lai\/[0-9a-f-]{36})"/.exec(register.body)?.[1] ?? '';
  const shown = await clerk.get(first);
  expect((await clerk.press(shown, `${first}/huy`, { reason: 'wrong-payer' })).status).toBe(422);
  const voided = await clerk.press(shown, `${first}/huy`, {
    reason: 'wrong-payer',
    note: 'Ghi nhầm.',
    replace: 'true',
  });
  expect(voided.status).toBe(303);
  expect((await clerk.get(voided.location ?? '')).body).toContain('Thay cho số');
  expect((await clerk.get('/can-bo/bien-lai')).body).toMatch(/1 số đã hủy có lý do/);
  expect((await clerk.get(`${first}/bien-lai.pdf`)).type).toContain('application/pdf');
});
