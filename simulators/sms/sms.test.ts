import { HtmlValidate } from 'html-validate';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBrowser } from '../browser.ts';
import { type Merchant, openMerchant } from '../merchant.ts';
import { type RunningSimulator, startSimulator } from '../start-simulator.ts';
import { countParts } from './gateway.ts';

let product: Merchant;
let sms: RunningSimulator;

beforeAll(async () => {
  product = await openMerchant();
  sms = await startSimulator('sms', {
    API_KEY: 'key',
    REPORT_URL: product.url,
    REPORT_SECRET: 'secret',
    TRAVEL_MS: '20',
  });
});
afterAll(async () => {
  await sms?.stop();
  await product?.stop();
});

async function send(
  to: string,
  { text = 'Ho so da co ket qua', idempotencyKey = `${to} ${Math.random()}`, key = 'key' } = {},
) {
  const response = await fetch(`${sms.url}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ to, text, idempotencyKey }),
  });
  return {
    http: response.status,
    ...((await response.json()) as { id: string; to: string; parts: number; code?: string; status?: string }),
  };
}

/** Reports about one message, once so many have come. */
async function reportsOf(id: string, count = 1) {
  for (let tries = 0; tries < 250; tries++) {
    const found = product.calls.filter(({ body }) => String(body).includes(id));
    if (found.length >= count) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no ${count} reports about ${id}`);
}

test('a message is accepted, delivered, reported with a signature and shown', async () => {
  const sent = await send('0900000001', { text: 'Hồ sơ <b>H53</b> đã có kết quả' });
  expect(sent).toMatchObject({ http: 202, to: '+84900000001', status: 'accepted', parts: 1 });
  const [report] = await reportsOf(sent.id);
  expect(JSON.parse(String(report?.body))).toMatchObject({
    messageId: sent.id,
    to: '+84900000001',
    status: 'delivered',
  });
  const timestamp = String(report?.headers['sms-timestamp']);
  const mac = createHmac('sha256', 'secret')
    .update(`${timestamp}.${String(report?.body)}`)
    .digest('hex');
  expect(report?.headers['sms-signature']).toBe(`v1=${mac}`);

  const page = await newBrowser().open(`${sms.url}/?to=0900000001`);
  expect(page.body).toContain('Hồ sơ &lt;b&gt;H53&lt;/b&gt; đã có kết quả');
  expect(page.body).toContain('đã đến');
  const { results } = await new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
  }).validateString(page.body);
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  expect((await newBrowser().open(`${sms.url}/?to=0900000002`)).body).not.toContain('H53');
});

test('sent twice with one key it is one message; another text is refused', async () => {
  const first = await send('0900000003', { idempotencyKey: 'k' });
  expect(await send('+84900000003', { idempotencyKey: 'k' })).toMatchObject({ http: 200, id: first.id });
  expect(await send('0900000003', { idempotencyKey: 'k', text: 'khac' })).toMatchObject({
    http: 409,
    code: 'sms.key-used',
  });
});

test.each([
  ['not a mobile number', '02763822123', {}, 'sms.bad-number'],
  ['not a number', '<script>', {}, 'sms.bad-number'],
  ['no text', '0900000001', { text: '' }, 'simulator.bad-request'],
  ['the wrong key', '0900000001', { key: 'other' }, 'simulator.wrong-key'],
  ['…91, which does not exist', '0900000091', {}, 'sms.no-such-number'],
])('%s is refused', async (_, to, changes, code) => expect(await send(to, changes)).toMatchObject({ code }));

test('…92 and …97 turn a message away twice, then take it', async () => {
  for (const [to, status] of [
    ['0900000092', 503],
    ['0900000097', 429],
  ] as const) {
    const answers = [];
    for (let tries = 0; tries < 3; tries++) answers.push((await send(to, { idempotencyKey: `away ${to}` })).http);
    expect(answers).toEqual([status, status, 202]);
  }
});

test('…93 is reported as not delivered, …96 twice, …94 never though delivered', async () => {
  const [lost, silent, twice] = [await send('0900000093'), await send('0900000094'), await send('0900000096')];
  expect(JSON.parse(String((await reportsOf(lost.id))[0]?.body))).toMatchObject({ status: 'undelivered' });
  expect(await reportsOf(twice.id, 2)).toHaveLength(2);
  const after = await fetch(`${sms.url}/messages/${silent.id}`, { headers: { authorization: 'Bearer key' } });
  expect(await after.json()).toMatchObject({ status: 'delivered' });
  expect(product.calls.filter(({ body }) => String(body).includes(silent.id))).toEqual([]);
});

test('a report that is not taken comes again', async () => {
  product.answers.push(500);
  const { id } = await send('0900000004');
  expect(await reportsOf(id, 2)).toHaveLength(2);
});

test.each([
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  ['ạ'.repeat(70), 1],
  ['ạ'.repeat(71), 2],
  ['ạ'.repeat(135), 3],
])('%s takes %i SMS', (text, parts) => expect(countParts(text)).toBe(parts));
