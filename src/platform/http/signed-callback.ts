/** Signed callbacks: how the program knows that what a peer posts really comes from that peer, unchanged and recent. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../calendar/instant.ts';

/** A callback as it came in. `body` is the bytes of the request before anything parsed them. */
export interface SignedCallback {
  readonly body: Uint8Array;
  /** Unix seconds in decimal. */
  readonly timestamp: string | undefined;
  /** One or more `v1=<64 hexadecimal digits>`, comma separated while keys are changed over. */
  readonly signature: string | undefined;
}

/** How far the peer's clock may be from ours, and so how long a recorded callback could be replayed, in seconds. */
export const TOLERANCE_SECONDS = 300;

/**
 * What is wrong with a callback, or undefined when any of `secrets` signed it: HMAC-SHA256 over the timestamp header,
 * one full stop and the raw body. The comparison takes the same time wherever the first wrong byte is.
 */
export function judgeCallback(
  secrets: readonly string[],
  { timestamp, signature, body }: SignedCallback,
  now: Instant,
): 'unsigned' | 'forged' | 'stale' | undefined {
  const given = signature?.split(',').map((part) => /^\s*v1=([0-9a-f]{64})\s*$/i.exec(part)?.[1]);
  if (!timestamp || !/^\d{1,12}$/.test(timestamp) || !given?.every((mac) => mac !== undefined)) return 'unsigned';
  // the signature is judged before the age, so that a forger learns nothing about our clock
  const expected = secrets.map((secret) => callbackMac(secret, timestamp, body));
  const genuine = given.flatMap((mac) => expected.map((own) => timingSafeEqual(own, Buffer.from(mac, 'hex'))));
  if (!genuine.includes(true)) return 'forged';
  return Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS ? 'stale' : undefined;
}

/** The 32 bytes that sign a callback. */
export function callbackMac(secret: string, timestamp: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
}
