/**
 * Limits on guessing passwords, held in the database so that they hold for all processes and for a hundred tries at once.
 * A try takes its place before its password is looked at. Wrong ones count per login and network, so that a stranger
 * elsewhere never locks a person out; a browser that has signed in to the login before counts by itself, so that a stranger
 * in the same office does not either; and a login attacked from many networks keeps one try for each new network.
 */
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Clock, type Instant, isoOf } from '../calendar/instant.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { fold } from '../text/fold.ts';

const WINDOW_MINUTES = 15;
/** Wrong tries in the window: of one login from one network (or browser), of all logins from one network, of one login from everywhere. */
const PER_LOGIN = 5;
const PER_NETWORK = 50;
const ATTACK = 50;

const WAIT_STEP_MS = 100;
const MOST_WAITS = 100;

export interface Try {
  readonly login: string;
  /** Address of the network peer. */
  readonly address: string;
  /** The browser's id when it has signed in to this login before. */
  readonly device?: string | undefined;
}

export type Place =
  | { readonly kind: 'go'; readonly attemptId: string }
  | { readonly kind: 'refused'; readonly retryAt: Instant };

/** Waits while earlier tries are being looked at, ten seconds at most. */
export async function reserveTry(db: Db, wanted: Try, clock: Clock): Promise<Place> {
  const attemptId = newId();
  for (let waits = 0; ; waits++) {
    const at = clock();
    const { verdict, retryAt } = await askForPlace(db, attemptId, wanted, at);
    if (verdict === 'go') return { kind: 'go', attemptId };
    if (verdict === 'refused') return { kind: 'refused', retryAt: retryAt ?? at };
    if (waits === MOST_WAITS) return { kind: 'refused', retryAt: at };
    await delay(WAIT_STEP_MS);
  }
}

interface Verdict {
  readonly verdict: 'go' | 'wait' | 'refused';
  readonly retryAt: Instant | null;
}

async function askForPlace(db: Db, id: string, wanted: Try, at: Instant): Promise<Verdict> {
  const asked = await sql<Verdict>`
    select verdict, retry_at as "retryAt" from identity.reserve_sign_in(
      ${id}, ${loginKey(wanted.login)}, ${networkOf(wanted.address)}, ${wanted.device ?? null}, ${isoOf(at)},
      make_interval(mins => ${WINDOW_MINUTES}), ${PER_LOGIN}, ${PER_NETWORK}, ${ATTACK})
  `.execute(db);
  return asked.rows[0] as Verdict;
}

/** A right password also forgives the wrong ones before it from the same place. */
export async function settleRight(db: Db, attemptId: string): Promise<void> {
  await settle(db, attemptId, 'right');
  await sql`delete from identity.sign_in_attempt a using ${samePlace(attemptId)} and a.outcome = 'wrong'`.execute(db);
}

/** True when this was the last try that the place had. */
export async function settleWrong(db: Db, attemptId: string, at: Instant): Promise<boolean> {
  await settle(db, attemptId, 'wrong');
  const since = isoOf((at - WINDOW_MINUTES * 60_000) as Instant);
  const wrong = await sql<{ count: number }>`
    select count(*)::integer as count from identity.sign_in_attempt a, ${samePlace(attemptId)} and a.outcome = 'wrong' and a.at > ${since}
  `.execute(db);
  return (wrong.rows[0]?.count ?? 0) >= PER_LOGIN;
}

const settle = (db: Db, attemptId: string, outcome: 'wrong' | 'right') =>
  db.updateTable('identity.sign_in_attempt').set({ outcome }).where('id', '=', attemptId).execute();

const samePlace = (attemptId: string) => sql`identity.sign_in_attempt mine
  where mine.id = ${attemptId} and a.login_key = mine.login_key and a.network = mine.network and a.device is not distinct from mine.device`;

export const loginKey = (login: string): string => createHash('sha256').update(fold(login)).digest('hex');

/** Who shares an address also shares a network: all of an IPv4 address, the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] as string;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array<string>(missing).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
