import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newBrowser } from '../browser.ts';
import { type RunningSimulator, startSimulator } from '../start-simulator.ts';

const MOTHER = '072195418263';
let register: RunningSimulator;

beforeAll(
  async () => void (register = await startSimulator('population-register', { API_KEY: 'key', QUEUE_MS: '50' })),
);
afterAll(() => register?.stop());

interface Answer {
  id: string;
  status: string;
  code?: string;
  personalNumber?: string;
  refusal?: string;
}

async function call(path: string, body?: unknown, key = 'key'): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
  const response = await fetch(register.url + path, {
    headers,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  return (await response.json()) as Answer;
}

const aBirth = (changes = {}) => ({
  idempotencyKey: String(Math.random()),
  name: 'Trần Gia Hân',
  gender: 'female',
  birthDate: '2026-10-30',
  province: '072',
  parents: [MOTHER],
  ...changes,
});

async function decided(filing: Answer): Promise<Answer> {
  for (;;) {
    const now = await call(`/filings/${filing.id}`);
    if (now.status !== 'queued') return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a person is looked up for a purpose', async () => {
  expect(await call(`/people/${MOTHER}?purpose=H53.15-261123-0001`)).toMatchObject({
    name: 'Nguyễn Thị Thu Hà',
    residence: { commune: '25459' },
  });
  expect(await call(`/people/${MOTHER}`)).toMatchObject({ code: 'simulator.bad-request' });
  expect(await call('/people/072195418264?purpose=test')).toMatchObject({ code: 'register.no-such-person' });
  expect(await call(`/people/${MOTHER}?purpose=test`, undefined, 'other')).toMatchObject({
    code: 'simulator.wrong-key',
  });
});

test('a newborn child waits in the queue, gets a number and is in the register', async () => {
  const filed = await call('/births', aBirth());
  expect(filed.status).toBe('queued');
  const { personalNumber } = await decided(filed);
  expect(personalNumber).toMatch(/^072326\d{6}$/);
  expect(await call(`/people/${personalNumber}?purpose=test`)).toMatchObject({
    name: 'Trần Gia Hân',
    residence: { commune: '25459' },
  });
});

test('a birth filed twice under one key is one child', async () => {
  const birth = aBirth();
  const [first, second] = [await call('/births', birth), await call('/births', birth)];
  expect(second.id).toBe(first.id);
  expect((await decided(first)).personalNumber).toBe((await decided(second)).personalNumber);
});

test.each([
  ['register.no-such-parent', { parents: ['072195000000'] }],
  ['register.birth-in-future', { birthDate: '2099-01-01' }],
])('%s refuses the filing', async (refusal, changes) => {
  expect(await decided(await call('/births', aBirth(changes)))).toMatchObject({ status: 'refused', refusal });
});

test.each([
  { gender: 'x' },
  { birthDate: '30/10/2026' },
  { birthDate: '2026-02-30' },
  { parents: [] },
  { province: '72' },
])('%o is not a birth', async (changes) =>
  expect(await call('/births', aBirth(changes))).toMatchObject({ code: 'simulator.bad-request' }),
);

test('a change of residence is there to be read once it is done', async () => {
  const residence = { commune: '27931', communeName: 'Xã Hậu Nghĩa', detail: 'Ấp Sò Đo' };
  const filed = await call('/residences', { idempotencyKey: 'move', personalNumber: '079204038461', residence });
  expect((await decided(filed)).status).toBe('done');
  expect(await call('/people/079204038461?purpose=test')).toMatchObject({ residence });
});

test('while the line is cut every call is told to come again', async () => {
  const browser = newBrowser();
  await browser.open(register.url);
  expect((await browser.submit({ open: 'no' })).body).toContain('đứt');
  expect(await call('/births', aBirth())).toMatchObject({ code: 'register.closed' });
  const page = await browser.submit({ open: 'yes' });
  expect((await call('/births', aBirth())).status).toBe('queued');
  const { results } = await new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
  }).validateString(page.body);
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
});
