import { HtmlValidate } from 'html-validate';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newBrowser } from '../browser.ts';
import { type Merchant, openMerchant, type ReceivedCall } from '../merchant.ts';
import { type RunningSimulator, startSimulator } from '../start-simulator.ts';
import { printQrText, readQrText } from './qr-text.ts';

const settings = { API_KEY: 'key', CALLBACK_SECRET: 'secret', RETRY_DELAYS_MS: '20,40,80' };
const account = { bin: '970415', number: '113366668888', name: 'KBNN Tây Ninh' };

let bank: RunningSimulator;
let merchant: Merchant;
let reference = 0;

beforeAll(async () => void (bank = await startSimulator('bank', settings)));
afterAll(() => bank?.stop());
beforeEach(async () => void (merchant = await openMerchant()));
afterEach(() => merchant.stop());

async function call(path: string, body?: unknown, { key = 'key', url = bank.url } = {}) {
  const sent = body !== undefined && { method: 'POST', body: JSON.stringify(body) };
  const headers = { authorization: `Bearer ${key}`, ...(sent && { 'content-type': 'application/json' }) };
  const response = await fetch(url + path, { headers, ...sent });
  return (await response.json()) as Answer;
}

interface Answer {
  id: string;
  status: string;
  code?: string;
  payUrl: string;
  qrText: string;
  deliveries: { state: string; attempts: { status: number | null }[] }[];
  entries: { amount: number; content: string; requestId: string | null; transactionId: string }[];
}

const aRequest = (changes = {}) => ({
  reference: `H53.15-261123-${String(++reference).padStart(4, '0')}`,
  amount: 16_000,
  account,
  description: 'Lệ phí bản sao trích lục khai sinh',
  callbackUrl: merchant.url,
  ...changes,
});

async function paid(mode: string, changes = {}) {
  const request = await call('/requests', aRequest());
  const payment = await call(`/requests/${request.id}/pay`, { mode, ...changes });
  return { request, payment };
}

const settled = async (id: string, url = bank.url): Promise<Answer> => {
  for (;;) {
    const answer = await call(`/requests/${id}`, undefined, { url });
    if (answer.deliveries.every(({ state }) => state !== 'owed')) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const entriesOf = async (id: string) => (await call('/statement')).entries.filter(({ requestId }) => requestId === id);
const eventOf = ({ body }: ReceivedCall) => JSON.parse(String(body)) as Record<string, unknown>;

function isGenuine({ headers, body }: ReceivedCall): boolean {
  const mac = createHmac('sha256', 'secret')
    .update(`${String(headers['payment-timestamp'])}.`)
    .update(body)
    .digest('hex');
  return headers['payment-signature'] === `v1=${mac}`;
}

describe('asking for a payment', () => {
  test('answers where to pay and the VietQR to pay with', async () => {
    const request = await call('/requests', aRequest({ reference: 'UngHo', amount: 79_000 }));
    expect(request.payUrl).toBe(`${bank.url}/thanh-toan/${request.id}`);
    expect(readQrText(request.qrText)).toEqual({
      bin: '970415',
      account: '113366668888',
      amount: 79_000,
      content: 'UngHo',
    });
  });

  test('asked twice with one reference it is one request; another amount is refused', async () => {
    const asked = aRequest();
    const [first, second] = [await call('/requests', asked), await call('/requests', asked)];
    expect(second.id).toBe(first.id);
    expect(await call('/requests', { ...asked, amount: 1 })).toMatchObject({ code: 'bank.reference-used' });
  });

  test.each([
    ['simulator.bad-request', { amount: 1.5 }],
    ['simulator.bad-request', { amount: 0 }],
    ['simulator.bad-request', { reference: 'có dấu' }],
    ['simulator.bad-request', { account: undefined }],
    ['bank.address-elsewhere', { callbackUrl: 'http://example.com/' }],
    ['bank.address-elsewhere', { returnUrl: 'javascript:alert(1)' }],
  ])('%s is answered to %o', async (code, changes) => {
    expect(await call('/requests', aRequest(changes))).toMatchObject({ code });
  });

  test('without the key nothing is told', async () => {
    expect(await call('/requests', aRequest(), { key: 'other' })).toMatchObject({ code: 'simulator.wrong-key' });
    expect(await call('/statement', undefined, { key: '' })).toMatchObject({ code: 'simulator.wrong-key' });
  });
});

describe('telling the merchant', () => {
  test('normal: one genuine message, and the money is on the statement', async () => {
    const { request } = await paid('normal');
    const [told] = await merchant.received(1);
    expect(isGenuine(told!)).toBe(true);
    expect(eventOf(told!)).toMatchObject({
      type: 'payment.succeeded',
      requestId: request.id,
      amount: 16_000,
      currency: 'VND',
    });
    expect(await entriesOf(request.id)).toMatchObject([
      { amount: 16_000, transactionId: eventOf(told!).transactionId },
    ]);
    expect(await call(`/requests/${request.id}/pay`, { mode: 'normal' })).toMatchObject({ code: 'bank.already-paid' });
  });

  test('repeated: the same bytes three times, for one payment', async () => {
    const { request } = await paid('repeated');
    const told = await merchant.received(3);
    expect(new Set(told.map(({ body }) => String(body))).size).toBe(1);
    expect(told.every(isGenuine)).toBe(true);
    expect(await entriesOf(request.id)).toHaveLength(1);
  });

  test('delayed: the money is there before the message', async () => {
    const { request } = await paid('delayed', { delayMs: 300 });
    expect(await entriesOf(request.id)).toHaveLength(1);
    expect(merchant.calls).toHaveLength(0);
    await merchant.received(1);
  });

  test('out of order: success first, then that it is pending', async () => {
    await paid('out-of-order');
    const events = (await merchant.received(2)).map(eventOf);
    expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['payment.succeeded', 2],
      ['payment.pending', 1],
    ]);
    expect(events[0]?.transactionId).toBe(events[1]?.transactionId);
  });

  test('failing: no money, and the request can still be paid', async () => {
    const { request } = await paid('failing');
    expect(eventOf((await merchant.received(1))[0]!)).toMatchObject({ type: 'payment.failed' });
    expect(await entriesOf(request.id)).toEqual([]);
    await call(`/requests/${request.id}/pay`, { mode: 'normal' });
    expect(eventOf((await merchant.received(2))[1]!)).toMatchObject({ type: 'payment.succeeded' });
  });

  test('wrong signature and stale: nothing moved, and the message does not come again', async () => {
    merchant.answers.push(401, 401);
    const { request } = await paid('wrong-signature');
    expect(isGenuine((await merchant.received(1))[0]!)).toBe(false);
    await call(`/requests/${request.id}/pay`, { mode: 'stale' });
    const stale = (await merchant.received(2))[1]!;
    expect(isGenuine(stale)).toBe(true);
    expect(Date.now() / 1000 - Number(stale.headers['payment-timestamp'])).toBeGreaterThan(3500);
    expect((await settled(request.id)).deliveries.map(({ attempts }) => attempts.length)).toEqual([1, 1]);
    expect(await entriesOf(request.id)).toEqual([]);
  });

  test('amount mismatch: what was paid is told and booked', async () => {
    const { request } = await paid('amount-mismatch', { amount: 6_000 });
    expect(eventOf((await merchant.received(1))[0]!)).toMatchObject({ type: 'payment.succeeded', amount: 6_000 });
    expect(await entriesOf(request.id)).toMatchObject([{ amount: 6_000 }]);
  });

  test('lost: only the statement knows', async () => {
    const { request } = await paid('lost');
    expect(await entriesOf(request.id)).toHaveLength(1);
    expect((await settled(request.id)).deliveries).toEqual([]);
  });

  test('a merchant that fails is asked again, with the same event signed anew', async () => {
    merchant.answers.push(500, 302);
    const { request } = await paid('normal');
    const told = await merchant.received(3);
    expect(new Set(told.map(({ body }) => String(body))).size).toBe(1);
    expect(told.every(isGenuine)).toBe(true);
    expect((await settled(request.id)).deliveries).toMatchObject([{ state: 'delivered' }]);
  });

  test('a merchant that never takes it is given up', async () => {
    merchant.answers.push(500, 500, 500, 500, 500);
    const { request } = await paid('normal');
    const { deliveries } = await settled(request.id);
    expect(deliveries).toMatchObject([{ state: 'given-up' }]);
    expect(deliveries[0]?.attempts.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
  });

  test('nobody at the address counts as an attempt', async () => {
    const request = await call('/requests', aRequest({ callbackUrl: 'http://127.0.0.1:1/' }));
    await call(`/requests/${request.id}/pay`, { mode: 'normal' });
    expect((await settled(request.id)).deliveries[0]?.attempts.map(({ status }) => status)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

test('the statement can be read by account and time', async () => {
  await paid('lost');
  const read = async (query: string) => (await call(`/statement?${query}`)).entries.length;
  expect(await read('account=113366668888')).toBeGreaterThan(0);
  expect(await read('account=0')).toBe(0);
  expect(await read('from=2099-01-01T00:00:00Z')).toBe(0);
  expect(await read('to=2020-01-01T00:00:00Z')).toBe(0);
  expect(await call('/statement?from=gestern')).toMatchObject({ code: 'simulator.bad-request' });
});

test('what is owed survives the program', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bank-'));
  const kept = { ...settings, STATE_FILE: join(folder, 'bank.json'), RETRY_DELAYS_MS: '60000' };
  merchant.answers.push(503);
  const first = await startSimulator('bank', kept);
  const request = await call('/requests', aRequest(), { url: first.url });
  await call(`/requests/${request.id}/pay`, { mode: 'normal' }, { url: first.url });
  await merchant.received(1);
  await first.stop();

  const second = await startSimulator('bank', kept);
  const told = await merchant.received(2);
  expect(eventOf(told[1]!)).toEqual(eventOf(told[0]!));
  expect(await settled(request.id, second.url)).toMatchObject({ status: 'paid', deliveries: [{ state: 'delivered' }] });
  await second.stop();
  rmSync(folder, { recursive: true });
});

describe('the bank app', () => {
  test('a person pastes the VietQR, sees the request and pays it', async () => {
    const request = await call('/requests', aRequest({ returnUrl: 'http://127.0.0.1:3000/ho-so' }));
    const browser = newBrowser();
    await browser.open(bank.url);
    const page = await browser.submit({ qrText: request.qrText });
    expect(page.url).toBe(request.payUrl);
    expect(page.body).toContain('16.000 đồng');
    const after = await browser.submit({ mode: 'normal' });
    expect(after.body).toContain('đã thanh toán');
    expect(after.body).toContain('href="http://127.0.0.1:3000/ho-so"');
    await merchant.received(1);
  });

  test('a transfer that names no request is booked and nobody is told', async () => {
    const qrText = printQrText({ bin: '970415', account: '113366668888', content: 'khong ro' });
    const browser = newBrowser();
    await browser.open(bank.url);
    expect((await browser.submit({ qrText })).body).toContain('Số tiền (đồng)');
    expect((await browser.submit({ qrText, amount: '0' })).status).toBe(422);
    expect((await browser.submit({ qrText, amount: '5000' })).body).toContain('5.000 đồng');
    expect((await call('/statement')).entries.at(-1)).toMatchObject({
      content: 'khong ro',
      amount: 5_000,
      requestId: null,
    });
    expect(merchant.calls).toHaveLength(0);
  });

  test('every page is valid, and wrong input is told on it', async () => {
    const request = await call('/requests', aRequest());
    const browser = newBrowser();
    const home = await browser.open(bank.url);
    const faulty = await browser.submit({ qrText: '<b>không phải QR' });
    expect(faulty.status).toBe(422);
    expect(faulty.body).toContain('&lt;b&gt;không phải QR</textarea>');
    const pay = await browser.open(request.payUrl);
    const missing = await browser.open(`${bank.url}/thanh-toan/khong-co`);
    expect(missing.status).toBe(404);
    await browser.open(bank.url);
    const transfer = await browser.submit({
      qrText: printQrText({ bin: '970415', account: '1', amount: 1000, content: '' }),
    });
    const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] });
    for (const { body } of [home, faulty, pay, missing, transfer]) {
      const { results } = await validator.validateString(body);
      expect(results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`))).toEqual([]);
    }
  });
});
