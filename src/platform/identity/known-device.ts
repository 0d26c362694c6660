/** Known browsers: a signed cookie tells that somebody has signed in here before, and to which logins, without naming them. */
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { isId, newId } from '../db/ids.ts';
import { loginKey } from './sign-in-limit.ts';

/** On a shared counter computer the last few people stay known. */
const MOST_LOGINS = 4;
export const DEVICE_COOKIE = 'thiet_bi';
export const DEVICE_COOKIE_SECONDS = 180 * 86_400;

/** The browser's id when its cookie vouches for this login. */
export function knownDevice(secret: KeyObject, cookie: string | undefined, login: string): string | undefined {
  const { device, marks } = readCookie(cookie);
  if (device === undefined) return undefined;
  const expected = Buffer.from(markOf(secret, device, login));
  const known = marks.some((mark) => mark.length === expected.length && timingSafeEqual(Buffer.from(mark), expected));
  return known ? device : undefined;
}

/** The cookie after this login has signed in: its mark first. */
export function rememberDevice(secret: KeyObject, cookie: string | undefined, login: string): string {
  const before = readCookie(cookie);
  const device = before.device ?? newId();
  const mark = markOf(secret, device, login);
  return [device, mark, ...before.marks.filter((other) => other !== mark)].slice(0, MOST_LOGINS + 1).join('.');
}

function readCookie(cookie: string | undefined): { device: string | undefined; marks: readonly string[] } {
  const [device = '', ...marks] = (cookie ?? '').split('.');
  const whole = isId(device) && marks.length <= MOST_LOGINS && marks.every((mark) => /^[\w-]{22}$/.test(mark));
  return whole ? { device, marks } : { device: undefined, marks: [] };
}

const markOf = (secret: KeyObject, device: string, login: string): string =>
  createHmac('sha256', secret)
    .update(`known-device\n${device}\n${loginKey(login)}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
