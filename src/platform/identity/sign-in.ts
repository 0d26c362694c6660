/** Signing in with a password: a place first, then the password, then the session; the same answer and the same work whether the login exists or not. */
import type { KeyObject } from 'node:crypto';
import { type Clock, dayOf, type Instant } from '../calendar/instant.ts';
import { writeAct } from '../cases/act.ts';
import { type Refusal, refuse } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { sealEntry } from '../journal/entry.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { isPassword, readPassword } from './password.ts';
import { readLogin } from './account.ts';
import { accountSubject, openSession } from './session.ts';
import { mayUsePassword } from './sign-in-rules.ts';
import { reserveTry, settleRight, settleWrong } from './sign-in-limit.ts';

export interface PasswordSignIn {
  readonly login: string;
  readonly password: string;
  /** Of the network peer, or of the person behind a trusted proxy. */
  readonly address: string;
  readonly userAgent: string;
  /** The session token the browser came with; it is replaced. */
  readonly previous?: string | undefined;
  /** The cookie of a known browser, as it came. */
  readonly deviceCookie?: string | undefined;
}

export interface SignInSetting {
  readonly clock: Clock;
  /** Signs the cookie of a known browser. */
  readonly secret: KeyObject;
}

export type SignInOutcome =
  | {
      readonly kind: 'signed-in';
      readonly accountId: string;
      readonly token: string;
      readonly deviceCookie: string;
    }
  | Refusal;

/** Refusals: `identity.wrong-password` (login or password), `.too-many-tries` with minutes, `.account-disabled` and `.vneid-only` (both only to the right password). */
export async function signInWithPassword(
  db: Db,
  attempt: PasswordSignIn,
  { clock, secret }: SignInSetting,
): Promise<SignInOutcome> {
  const login = readLogin(attempt.login);
  const device = knownDevice(secret, attempt.deviceCookie, login);
  const place = await reserveTry(db, { login, address: attempt.address, device }, clock);
  if (place.kind === 'refused') {
    const minutes = Math.max(1, Math.ceil((place.retryAt - clock()) / 60_000));
    return refuse('identity.too-many-tries', { minutes });
  }
  const account = await findByLogin(db, login);
  const right = await isPassword(account?.hash ?? undefined, readPassword(attempt.password));
  const at = clock();
  if (!account || !right) {
    const exhausted = await settleWrong(db, place.attemptId, at);
    if (account && exhausted) await noteGuessing(db, account.id, attempt.address, at);
    return refuse('identity.wrong-password');
  }
  await settleRight(db, place.attemptId);
  if (account.disabled_at !== null) return refuse('identity.account-disabled');
  if (!mayUsePassword(account, dayOf(at))) return refuse('identity.vneid-only');
  const opened = await openSession(db, {
    accountId: account.id,
    method: 'password',
    assurance: 'local',
    address: attempt.address,
    userAgent: attempt.userAgent,
    previous: attempt.previous,
    at,
  });
  return {
    kind: 'signed-in',
    accountId: account.id,
    token: opened.token,
    deviceCookie: rememberDevice(secret, attempt.deviceCookie, login),
  };
}

function findByLogin(db: Db, login: string) {
  return db
    .selectFrom('identity.account as a')
    .leftJoin('identity.credential as c', 'c.account_id', 'a.id')
    .select(['a.id', 'a.kind', 'a.demo', 'a.disabled_at', 'c.hash'])
    .where('a.login', '=', login)
    .executeTakeFirst();
}

/** Once the tries of a place are used up, the journal says that somebody guessed, and from where. */
async function noteGuessing(db: Db, accountId: string, address: string, at: Instant): Promise<void> {
  const entry = sealEntry(
    { type: 'identity.guessing-stopped', content: { address } },
    { actor: { kind: 'program', program: 'identity.sign-in' }, subject: accountSubject(accountId), at },
  );
  await writeAct(db, { rows: [], entries: [entry] });
}
