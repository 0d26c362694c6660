/** Passwords: what may be one, and their argon2id hashes, made off the event loop and a few at a time. */
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { type Refusal, refuse } from '../cases/decision.ts';
import { fold, normalizeVietnamese } from '../text/fold.ts';

export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;
const FEWEST_DISTINCT = 5;

/** Composed characters, so that the same words typed on another keyboard are the same password. */
export const readPassword = (typed: string): string => normalizeVietnamese(typed);

/** Length before rules about kinds of characters (NIST SP 800-63B 3.1.1); only what is guessed first is refused besides. */
export function checkPassword(password: string, login: string): Refusal | undefined {
  if (password.length < SHORTEST_PASSWORD) return refuse('identity.password-short', { least: SHORTEST_PASSWORD });
  if (password.length > LONGEST_PASSWORD) return refuse('identity.password-long', { most: LONGEST_PASSWORD });
  const folded = fold(password);
  if (new Set(folded).size < FEWEST_DISTINCT || folded.includes(fold(login))) return refuse('identity.password-plain');
  return undefined;
}

/** argon2id with 19 MiB and two passes, the first setting of the OWASP password storage cheat sheet: 60-130 ms. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, ARGON2ID));

/** Takes the same time without a hash: the answer to an unknown login must not come sooner. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(makePassword());
  const against = stored ?? (await decoy);
  const right = password.length <= LONGEST_PASSWORD && (await inTurn(() => verify(against, password)));
  return right && stored !== undefined;
}

let decoy: Promise<string> | undefined;

/** Four groups of four letters and digits that cannot be mistaken for each other: 79 bits. */
export function makePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Each hash holds one of libuv's four threads, which file reads share: two at a time leave room for everything else. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // the turn is handed on, not given back, so that nobody who comes later slips in between
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
