/** The link in a message that ends such messages: it names the delivery and is signed, so that nobody can end another's. */
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { isId } from '../db/ids.ts';

const PATH = '/thong-bao/ngung';

export const OPT_OUT_PATH = PATH;

export const optOutPath = (secret: KeyObject, deliveryId: string): string =>
  `${PATH}?thu=${deliveryId}&ky=${sign(secret, deliveryId).toString('base64url')}`;

/** The id of the delivery when the signature is ours. */
export function readOptOut(secret: KeyObject, id: string, signature: string): string | undefined {
  const given = Buffer.from(signature, 'base64url');
  const expected = isId(id) ? sign(secret, id) : undefined;
  return expected && given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
}

const sign = (secret: KeyObject, deliveryId: string): Buffer =>
  createHmac('sha256', secret).update('notifications.opt-out\n').update(deliveryId).digest();
