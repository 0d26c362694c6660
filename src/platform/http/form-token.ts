/** Form tokens: prove that a form that acts for a session came from a page we made for that session (against cross-site request forgery). */
import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';

const MASK_BYTES = 16;

/** A fresh mask each time, so that compression of the page cannot be used to guess the token. */
export function makeFormToken(secret: KeyObject, sessionId: string): string {
  const mask = randomBytes(MASK_BYTES);
  return Buffer.concat([mask, seal(secret, sessionId, mask)]).toString('base64url');
}

export function isFormToken(secret: KeyObject, sessionId: string, token: string): boolean {
  const bytes = Buffer.from(token, 'base64url');
  const expected = seal(secret, sessionId, bytes.subarray(0, MASK_BYTES));
  const given = bytes.subarray(MASK_BYTES);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const seal = (secret: KeyObject, sessionId: string, mask: Uint8Array): Buffer =>
  createHmac('sha256', secret).update('form-token\n').update(sessionId).update('\n').update(mask).digest();
