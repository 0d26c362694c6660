import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../../simulators/start-simulator.ts';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aBirthDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { findPaymentRequest } from './index.ts';
import { openRequest } from './open-request.ts';
import { type BankMessage, takeMessage } from './requests.ts';
import type { PaymentTables } from './tables.ts';

let bank: RunningSimulator;
let house: House<PaymentTables>;
let server: FastifyInstance;
let citizen: Visitor;

beforeAll(async () => {
  bank = await startSimulator('bank', { API_KEY: 'key', CALLBACK_SECRET: 'secret' });
  house = await aHouse<PaymentTables>({ BANK_URL: bank.url, BANK_KEY: 'key', PUBLIC_URL: 'http://127.0.0.1:3999' });
  server = await serverOf(house);
  citizen = await browse(house, server, { as: 'citizen' });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
  await bank?.stop();
});

const payments = () => house.platform as unknown as Platform<PaymentTables>;
const codeOf = async (caseId: string): Promise<string> =>
  (await sql<{ code: string }>`select code from cases.case where id = ${caseId}`.execute(house.db)).rows[0]?.code ?? '';

/** Two copies of a birth certificate were ordered: they cost something. */
async function aDossierThatCosts() {
  const caseId = await aBirthDossier(house as never, {
    accountId: await anAccount(house, 'citizen'),
    stage: 'accepted',
  });
  await house.readJournal();
  const request = await findPaymentRequest(house.db, caseId);
  if (!request) throw new Error('nothing was asked for');
  const dossier = `/ho-so/${await codeOf(caseId)}`;
  return { caseId, request, path: `${dossier}/nop-tien`, dossier };
}

async function tell(reference: string, told: Partial<BankMessage>): Promise<void> {
  const message = {
    eventId: newId(),
    type: 'payment.succeeded',
    sequence: 2,
    transactionId: `FT${newId()}`,
    amount: 16_000,
  } as const;
  await takeMessage(payments().db, { ...message, reference, ...told }, house.platform.clock());
  await house.readJournal();
}

test('what is asked can be paid by QR code, as a picture or as text, and by hand', async () => {
  const { path, request } = await aDossierThatCosts();
  const shown = await citizen.get(path);
  expect(shown.body).toMatch(/role="img" aria-label="Mã VietQR chuyển 16\.000 đồng"/);
  for (const fact of [
    'VietinBank (BIN 970415)',
    request.account,
    request.reference,
    request.qrText,
    'Mười sáu nghìn đồng',
  ])
    expect(shown.body).toContain(fact);
  const picture = await citizen.get(`${path}/ma-qr.png`);
  expect([picture.type, picture.bytes.subarray(1, 4).toString()]).toEqual(['image/png', 'PNG']);
  const stranger = await browse(house, server, { as: 'business' });
  expect((await stranger.get(`${path}/ma-qr.png`)).status).toBe(404);
});

test('the bank’s own page is offered once it is open, and leads back to where its report is shown', async () => {
  const { caseId, path, request } = await aDossierThatCosts();
  const early = await citizen.get(path);
  expect(early.body).toContain('Trang của ngân hàng đang được mở');
  await openRequest(payments(), { request: request.id });
  const { payUrl } = (await findPaymentRequest(house.db, caseId)) ?? {};
  expect((await citizen.get(path)).body).toContain(`href="${payUrl}"`);
  const atBank = await (await fetch(payUrl ?? '')).text();
  const back = /href="http:\/\/127\.0\.0\.1:3999(\/ho-so[^"]+)"/.exec(atBank)?.[1] ?? '';
  expect(back).toBe(`${path}?tu=ngan-hang`);
  const waiting = await citizen.get(back);
  expect(waiting.body).toContain('Đang chờ ngân hàng báo');
  expect(waiting.body).toContain('đừng trả lần nữa');
});

test('a payment that failed says so, and can be made again', async () => {
  const { path, request, dossier } = await aDossierThatCosts();
  await tell(request.reference, { type: 'payment.failed' });
  const shown = await citizen.get(`${path}?tu=ngan-hang`);
  expect(shown.body).toContain('Lần trả trước không thành công');
  expect(shown.body).toContain(request.qrText);
  expect((await citizen.get(dossier)).body).toContain('Lần trả trước không thành công.');
});

test('an amount that does not match asks for nothing more, and names both amounts', async () => {
  const { path, request, dossier } = await aDossierThatCosts();
  await tell(request.reference, { amount: 15_000 });
  const shown = await citizen.get(path);
  expect(shown.body).toContain('đã nhận 15.000 đồng, số phải nộp là 16.000 đồng');
  expect(shown.body).not.toContain(request.qrText);
  const page = await citizen.get(dossier);
  expect(page.body).toContain('đừng chuyển thêm');
  expect(page.body).not.toContain('Xem mã QR và nộp tiền');
});

test('what is paid is shown with its receipt, and the code asks for nothing any more', async () => {
  const { path, request } = await aDossierThatCosts();
  await tell(request.reference, {});
  const shown = await citizen.get(path);
  expect(shown.body).toContain('Đã nhận đủ tiền');
  expect(shown.body).toMatch(/BL-26T\/H53\.101\.1 \d{7}/);
  expect(shown.body).not.toContain(request.qrText);
  expect((await citizen.get(`${path}/ma-qr.png`)).status).toBe(404);
});

test('a dossier that costs nothing now does not say that it was paid', async () => {
  const accountId = await anAccount(house, 'citizen');
  const caseId = await aBirthDossier(house as never, { accountId, stage: 'submitted' });
  const shown = await citizen.get(`/ho-so/${await codeOf(caseId)}/nop-tien`);
  expect(shown.body).toContain('Không có khoản nào phải nộp');
  expect(shown.body).not.toContain('Đã nhận đủ tiền');
});
