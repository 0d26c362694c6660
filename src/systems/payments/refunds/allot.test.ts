import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier, readDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { newId } from '../../../platform/db/ids.ts';
import { findPaymentRequest, listReceipts } from '../index.ts';
import { takeMessage } from '../requests.ts';
import type { PaymentTables } from '../tables.ts';

let house: House<PaymentTables>;
let server: FastifyInstance;
let clerk: Visitor;
let leader: Visitor;
let citizen: Visitor;
beforeAll(async () => {
  house = await aHouse<PaymentTables>();
  server = await serverOf(house);
  clerk = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
  leader = await browse(house, server, { as: { role: 'CT', unit: 'H53.101' } });
  citizen = await browse(house, server, { as: 'citizen' });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

async function aDossierPaid(amount: number) {
  const accountId = await anAccount(house, 'citizen');
  const caseId = await aBirthDossier(house as never, { accountId, stage: 'accepted' });
  await house.readJournal();
  await pay((await findPaymentRequest(house.db, caseId))?.reference ?? '', amount);
  const { code } = await readDossier(house as never, caseId);
  return { caseId, code };
}

async function pay(reference: string, amount: number): Promise<void> {
  await takeMessage(
    house.db,
    { eventId: newId(), type: 'payment.succeeded', sequence: 2, reference, transactionId: `FT${newId()}`, amount },
    house.platform.clock(),
  );
  await house.readJournal();
}

const moneyOf = async (caseId: string): Promise<string> => {
  const found = await sql<{ id: string }>`
    select id from payments.collection where case_id = ${caseId} and standing = 'unmatched'
  `.execute(house.db);
  return `/can-bo/khoan-thu/${found.rows[0]?.id}`;
};

test('too little that came in is allotted with a reason; the rest is asked for with a QR of its own', async () => {
  const { caseId, code } = await aDossierPaid(15_000);
  expect((await clerk.get('/can-bo/khoan-thu')).body).toContain(code);
  const path = await moneyOf(caseId);
  const shown = await clerk.get(path);
  expect(shown.body).toContain('Số tiền khác số yêu cầu');
  expect((await clerk.press(shown, `${path}/phan-bo`, { code, why: '' })).status).toBe(422);
  expect((await clerk.press(shown, `${path}/phan-bo`, { code: 'H53.9-000000-0000', why: 'Thử.' })).body).toContain(
    'Không có hồ sơ mang mã này',
  );
  expect((await clerk.press(shown, `${path}/phan-bo`, { code, why: 'Đúng nội dung chuyển khoản.' })).status).toBe(303);
  await house.readJournal();
  expect(await readDossier(house as never, caseId)).toMatchObject({ feePaid: 15_000, waiting: 'financial-obligation' });
  expect(await listReceipts(house.db, caseId)).toMatchObject([{ amount: 15_000, by: 'bank' }]);
  const rest = await findPaymentRequest(house.db, caseId);
  expect(rest).toMatchObject({ amount: 1_000, state: 'waiting' });
  await pay(rest?.reference ?? '', 1_000);
  expect(await readDossier(house as never, caseId)).toMatchObject({ feePaid: 16_000, waiting: null });
});

test('a second payment of what was paid goes back, and its payer reads how far it has come', async () => {
  const { caseId, code } = await aDossierPaid(16_000);
  await pay((await findPaymentRequest(house.db, caseId))?.reference ?? '', 16_000);
  expect(await readDossier(house as never, caseId)).toMatchObject({ feePaid: 16_000 });
  const path = await moneyOf(caseId);
  const shown = await clerk.get(path);
  expect(shown.body).toContain('Nộp lần nữa cho khoản đã nộp');
  const proposed = await clerk.press(shown, `${path}/hoan-tra`, {
    reason: 'mistaken',
    amount: '16.000',
    payee_name: 'NGUYEN THI LUA',
    payee_bin: '970436',
    payee_account: '0123 456 789',
    note: 'Nộp hai lần.',
  });
  expect(proposed.status).toBe(303);
  expect((await citizen.get(`/ho-so/${code}/nop-tien`)).body).toContain('16.000 đồng: Chờ duyệt');

  const list = await leader.get('/can-bo/hoan-tra');
  const refund = new RegExp(`href="(/can-bo/hoan-tra/[0-9a-f-]+)"[^>]*>${code}`).exec(list.body)?.[1] ?? '';
  expect((await clerk.get(refund)).body).not.toContain(`${refund}/duyet`);
  expect((await leader.press(await leader.get(refund), `${refund}/duyet`)).status).toBe(303);
  const approved = await clerk.get(refund);
  expect((await clerk.press(approved, `${refund}/da-chi`, { transaction: '' })).status).toBe(422);
  expect((await clerk.press(approved, `${refund}/da-chi`, { transaction: 'FT999' })).status).toBe(303);
  expect((await citizen.get(`/ho-so/${code}/nop-tien`)).body).toContain('16.000 đồng: Đã chi trả');
  expect((await clerk.get('/can-bo/khoan-thu')).body).not.toContain(code);
  expect((await clerk.get(path)).body).toContain('Đã trả lại');
});

test('money that is sent back before anything was paid leaves the dossier with a new request', async () => {
  const { caseId } = await aDossierPaid(9_000);
  const path = await moneyOf(caseId);
  const fields = { reason: 'mistaken', amount: '9000', payee_name: 'LUA', payee_bin: '970436', payee_account: '1' };
  await clerk.press(await clerk.get(path), `${path}/hoan-tra`, { ...fields, note: 'Người nộp xin chuyển lại.' });
  const found = await sql<{ id: string }>`select id from payments.refund where case_id = ${caseId}`.execute(house.db);
  const refund = `/can-bo/hoan-tra/${found.rows[0]?.id}`;
  await leader.press(await leader.get(refund), `${refund}/duyet`);
  await house.readJournal();
  expect(await findPaymentRequest(house.db, caseId)).toMatchObject({ amount: 16_000, state: 'waiting' });
});

test('an officer of another unit finds neither the money nor the refund', async () => {
  const { caseId, code } = await aDossierPaid(1_000);
  const other = await browse(house, server, { as: { role: 'TN', unit: 'H53.102.1' } });
  expect((await other.get('/can-bo/khoan-thu')).body).not.toContain(code);
  expect((await other.get(await moneyOf(caseId))).status).toBe(404);
  const accountant = await browse(house, server, { as: { role: 'KT' } });
  expect((await accountant.get('/can-bo/khoan-thu')).body).toContain(code);
});
