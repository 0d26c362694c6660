import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMerchant } from '../../../simulators/merchant.ts';
import { startSimulator } from '../../../simulators/start-simulator.ts';
import { instant, systemClock } from '../../platform/calendar/instant.ts';
import { callbackMac, TOLERANCE_SECONDS } from '../../platform/http/signed-callback.ts';
import { findCallbackFault } from './callback-signature.ts';

const now = instant('2026-11-23T09:00');
const seconds = now / 1000;
const body = Buffer.from('{"amount":16000}');

function signed({
  secret = 'k',
  at = seconds,
  bytes = body,
}: {
  secret?: string;
  at?: number;
  bytes?: Uint8Array;
} = {}) {
  const timestamp = String(at);
  return { body: bytes, timestamp, signature: `v1=${callbackMac(secret, timestamp, bytes).toString('hex')}` };
}
const codeOf = (callback: Parameters<typeof findCallbackFault>[1], secrets: readonly string[] = ['k']) =>
  findCallbackFault(secrets, callback, now)?.code;

test('the signed bytes are timestamp, full stop, body', () => {
  // printf '1795399200.{"amount":16000}' | openssl dgst -sha256 -hmac k
  expect(signed()).toMatchObject({
    timestamp: '1795399200',
    signature: 'v1=b6214c435137ec890b9943c4ab9ec3d8f70854e2f586cd8a19dea2a4c82b9102',
  });
});

test('a callback signed with the key, now, is good', () => expect(codeOf(signed())).toBeUndefined());

test('while keys are changed over, either key and either signature will do', () => {
  const old = signed({ secret: 'old' });
  expect(codeOf(old, ['k', 'old'])).toBeUndefined();
  expect(codeOf({ ...old, signature: `${old.signature}, ${signed().signature}` })).toBeUndefined();
});

test.each([
  ['no signature', { ...signed(), signature: undefined }],
  ['an empty signature', { ...signed(), signature: '' }],
  ['a short signature', { ...signed(), signature: 'v1=00' }],
  ['another scheme', { ...signed(), signature: signed().signature.replace('v1', 'v0') }],
  ['no timestamp', { ...signed(), timestamp: undefined }],
  ['a timestamp that is no number', { ...signed(), timestamp: '1e9' }],
])('%s counts as unsigned', (_, callback) => expect(codeOf(callback)).toBe('payments.callback-unsigned'));

test('the age may be the tolerance and no more, in the past and in the future', () => {
  expect(codeOf(signed({ at: seconds - TOLERANCE_SECONDS }))).toBeUndefined();
  expect(codeOf(signed({ at: seconds + TOLERANCE_SECONDS }))).toBeUndefined();
  expect(codeOf(signed({ at: seconds - TOLERANCE_SECONDS - 1 }))).toBe('payments.callback-stale');
  expect(codeOf(signed({ at: seconds + TOLERANCE_SECONDS + 1 }))).toBe('payments.callback-stale');
});

test('without any key nothing is genuine', () => expect(codeOf(signed(), [])).toBe('payments.callback-forged'));

test('another key, another body or another time is forged', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ minLength: 1 }),
      (bytes, other, key) => {
        const genuine = signed({ bytes });
        expect(codeOf(genuine)).toBeUndefined();
        if (key !== 'k') expect(codeOf(genuine, [key])).toBe('payments.callback-forged');
        if (!Buffer.from(bytes).equals(Buffer.from(other)))
          expect(codeOf({ ...genuine, body: other })).toBe('payments.callback-forged');
        expect(codeOf({ ...genuine, timestamp: String(seconds + 1) })).toBe('payments.callback-forged');
      },
    ),
    { numRuns: 100 },
  );
});

test('no header makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (timestamp, signature) => void codeOf({ body, timestamp, signature })),
    { numRuns: 200 },
  );
});

test('what the simulated bank sends is believed, forged and replayed messages are not', async () => {
  const merchant = await openMerchant();
  const bank = await startSimulator('bank', { API_KEY: 'key', CALLBACK_SECRET: 'k' });
  const post = async (path: string, sent: unknown) => {
    const headers = { authorization: 'Bearer key', 'content-type': 'application/json' };
    return (await (await fetch(bank.url + path, { method: 'POST', headers, body: JSON.stringify(sent) })).json()) as {
      id: string;
    };
  };
  const account = { bin: '970415', number: '113366668888', name: 'KBNN' };
  const { id } = await post('/requests', {
    reference: 'R1',
    amount: 16_000,
    account,
    description: '',
    callbackUrl: merchant.url,
  });

  const verdicts: (string | undefined)[] = [];
  for (const mode of ['wrong-signature', 'stale', 'normal']) {
    await post(`/requests/${id}/pay`, { mode });
    const told = (await merchant.received(verdicts.length + 1)).at(-1)!;
    const { 'payment-timestamp': timestamp, 'payment-signature': signature } = told.headers;
    const callback = { body: told.body, timestamp: String(timestamp), signature: String(signature) };
    verdicts.push(findCallbackFault(['k'], callback, systemClock())?.code);
  }
  expect(verdicts).toEqual(['payments.callback-forged', 'payments.callback-stale', undefined]);
  await bank.stop();
  await merchant.stop();
});
