/** Callback signatures: how the program knows that a message about a payment really comes from the bank, unchanged and recent. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../platform/calendar/instant.ts';
import type { LocalText } from '../../platform/i18n/local-text.ts';

/** A callback as it came in. `body` is the bytes of the request before anything parsed them. */
export interface SignedCallback {
  readonly body: Uint8Array;
  /** Header `Payment-Timestamp`: Unix seconds in decimal. */
  readonly timestamp: string | undefined;
  /** Header `Payment-Signature`: one or more `v1=<64 hexadecimal digits>`, comma separated while keys are changed over. */
  readonly signature: string | undefined;
}

export interface CallbackFault {
  readonly code: keyof typeof FAULTS;
  readonly text: LocalText;
}

const FAULTS = {
  'payments.callback-unsigned': {
    vi: 'Thông báo thanh toán thiếu chữ ký hoặc thời điểm ký.',
    en: 'The payment message has no signature or no time of signing.',
  },
  'payments.callback-stale': {
    vi: 'Thời điểm ký của thông báo thanh toán lệch quá 5 phút.',
    en: 'The payment message was signed more than 5 minutes away from now.',
  },
  'payments.callback-forged': {
    vi: 'Chữ ký của thông báo thanh toán không đúng.',
    en: 'The signature of the payment message is not right.',
  },
} as const satisfies Record<string, LocalText>;

/** How far the bank's clock may be from ours, and so how long a recorded callback could be replayed, in seconds. */
export const TOLERANCE_SECONDS = 300;

/**
 * What is wrong with a callback, or undefined when any of `secrets` signed it: HMAC-SHA256 over the timestamp header,
 * one full stop and the raw body. The comparison takes the same time wherever the first wrong byte is.
 */
export function findCallbackFault(
  secrets: readonly string[],
  callback: SignedCallback,
  now: Instant,
): CallbackFault | undefined {
  const { timestamp, signature, body } = callback;
  const given = signature?.split(',').map((part) => /^\s*v1=([0-9a-f]{64})\s*$/i.exec(part)?.[1]);
  if (!timestamp || !/^\d{1,12}$/.test(timestamp) || !given?.every((mac) => mac !== undefined)) {
    return fault('payments.callback-unsigned');
  }
  // the signature is judged before the age, so that a forger learns nothing about our clock
  const expected = secrets.map((secret) => callbackMac(secret, timestamp, body));
  const genuine = given.flatMap((mac) => expected.map((own) => timingSafeEqual(own, Buffer.from(mac, 'hex'))));
  if (!genuine.includes(true)) return fault('payments.callback-forged');
  if (Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return fault('payments.callback-stale');
  return undefined;
}

/** The 32 bytes that sign a callback. */
export function callbackMac(secret: string, timestamp: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
}

function fault(code: CallbackFault['code']): CallbackFault {
  return { code, text: FAULTS[code] };
}
