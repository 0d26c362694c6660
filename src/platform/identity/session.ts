/** Sessions: opened at a sign-in, ended by time, by the person or by an administrator; the database keeps only the hash of their cookie. */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Instant, isoOf } from '../calendar/instant.ts';
import { type Actor, entryActor, writeAct } from '../cases/act.ts';
import type { RowChange } from '../cases/decision.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { type EntryDraft, sealEntry } from '../journal/entry.ts';
import type { Assurance } from './signed-in.ts';
import type { SignInMethod } from './tables.ts';

const DAY_MS = 86_400_000;
export const SESSION_SECONDS = 12 * 3600;
/** Browsers accept the prefixed name only over https, from this very host and for the whole site: no sibling host can plant one. */
export const hostCookie = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

export const SESSION_COOKIE = 'phien';

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export interface SessionToOpen {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly assurance: Assurance;
  readonly actingName?: string;
  /** Of VNeID, sealed. */
  readonly idToken?: string;
  readonly address: string;
  readonly userAgent: string;
  /** The token the browser came with: its session ends here, so that a planted one is worth nothing afterwards. */
  readonly previous?: string | undefined;
  readonly at: Instant;
  /** Written in the same act: what the sign-in learnt of the account. */
  readonly rows?: readonly RowChange[];
  readonly entries?: readonly EntryDraft[];
}

export interface OpenedSession {
  readonly sessionId: string;
  /** For the cookie; nothing keeps it here. */
  readonly token: string;
}

export async function openSession(db: Db, wanted: SessionToOpen): Promise<OpenedSession> {
  const { accountId, at } = wanted;
  const sessionId = newId();
  const token = randomBytes(32).toString('base64url');
  const session: RowChange = {
    table: 'identity.session',
    op: 'insert',
    values: {
      id: sessionId,
      token_hash: `\\x${hashOf(token).toString('hex')}`,
      account_id: accountId,
      method: wanted.method,
      assurance: String(wanted.assurance),
      acting_name: wanted.actingName ?? null,
      id_token: wanted.idToken ?? null,
      user_agent: wanted.userAgent.slice(0, 300),
      ip: wanted.address.split('%')[0] as string,
      created_at: isoOf(at),
      last_seen_at: isoOf(at),
      expires_at: isoOf((at + SESSION_SECONDS * 1000) as Instant),
    },
  };
  const replaced = wanted.previous === undefined ? undefined : await findLiving(db, wanted.previous);
  const drafts: EntryDraft[] = [
    ...(wanted.entries ?? []),
    {
      type: 'identity.signed-in',
      body: { session: sessionId, method: wanted.method, assurance: String(wanted.assurance), replaces: replaced },
      content: { acting_name: wanted.actingName },
    },
  ];
  const actor = { kind: 'person', account: accountId } as const;
  await writeAct(db, {
    rows: [...(wanted.rows ?? []), session, ...(replaced === undefined ? [] : [endOf(replaced, at)])],
    entries: drafts.map((draft) => sealEntry(draft, { actor, subject: accountSubject(accountId), at })),
  });
  return { sessionId, token };
}

export const accountSubject = (id: string) => ({ type: 'identity.account', id });

const endOf = (id: string, at: Instant): RowChange => ({
  table: 'identity.session',
  op: 'update',
  key: { id },
  values: { revoked_at: isoOf(at), id_token: null },
});

async function findLiving(db: Db, token: string): Promise<string | undefined> {
  const found = db.selectFrom('identity.session').select('id').where('token_hash', '=', hashOf(token));
  return (await found.where('revoked_at', 'is', null).executeTakeFirst())?.id;
}

export interface ListedSession {
  readonly id: string;
  readonly method: SignInMethod;
  readonly user_agent: string;
  readonly ip: string;
  readonly created_at: Instant;
  readonly last_seen_at: Instant;
}

/** The living sessions of an account, last seen first. Idle ones are listed until they are too old: they are somebody's open door. */
export async function listSessions(db: Db, accountId: string, at: Instant): Promise<ListedSession[]> {
  return db
    .selectFrom('identity.session')
    .select(['id', 'method', 'user_agent', sql<string>`host(ip)`.as('ip'), 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`expires_at > ${isoOf(at)}`)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
}

export interface SessionsToEnd {
  readonly accountId: string;
  /** One session, or every one but this. */
  readonly only?: string;
  readonly except?: string;
  readonly why: 'signed-out' | 'revoked' | 'password-changed' | 'disabled';
  readonly at: Instant;
}

/** Ends sessions of an account in one act. Answers how many were still open: a second press changes nothing. */
export async function endSessions(db: Db, actor: Actor, ending: SessionsToEnd): Promise<number> {
  const { accountId, at } = ending;
  return db.transaction().execute(async (trx) => {
    const drafts = await closeSessions(trx, ending);
    const entries = drafts.map((draft) =>
      sealEntry(draft, { actor: entryActor(actor), subject: accountSubject(accountId), at }),
    );
    if (entries.length > 0) await writeAct(trx, { rows: [], entries });
    return entries.length;
  });
}

/** The rows alone, for an act that also does something else; answers its further entries. */
export async function closeSessions(trx: Db, ending: SessionsToEnd): Promise<EntryDraft[]> {
  let query = trx
    .updateTable('identity.session')
    .set({ revoked_at: isoOf(ending.at), id_token: null })
    .where('account_id', '=', ending.accountId)
    .where('revoked_at', 'is', null);
  if (ending.only !== undefined) query = query.where('id', '=', ending.only);
  if (ending.except !== undefined) query = query.where('id', '<>', ending.except);
  const ended = await query.returning('id').execute();
  return ended.map(({ id }) => ({ type: 'identity.session-ended', body: { session: id, why: ending.why } }));
}

/** What VNeID gave for this session, sealed; undefined for a password. */
export async function findIdToken(db: Db, sessionId: string): Promise<string | undefined> {
  const found = db.selectFrom('identity.session').select('id_token').where('id', '=', sessionId);
  return (await found.executeTakeFirst())?.id_token ?? undefined;
}

/** For the nightly upkeep: attempts of more than a day, what VNeID gave for sessions that are too old, and sessions that ended more than ninety days ago are nobody's business any more. */
export async function forgetOldSignIns(db: Db, at: Instant): Promise<{ attempts: number; sessions: number }> {
  const day = isoOf((at - DAY_MS) as Instant);
  const attempts = await sql`delete from identity.sign_in_attempt where at < ${day}`.execute(db);
  const now = isoOf(at);
  await sql`update identity.session set id_token = null where id_token is not null and expires_at < ${now}`.execute(db);
  const long = isoOf((at - 90 * DAY_MS) as Instant);
  const sessions = await sql`delete from identity.session where coalesce(revoked_at, expires_at) < ${long}`.execute(db);
  return { attempts: Number(attempts.numAffectedRows ?? 0), sessions: Number(sessions.numAffectedRows ?? 0) };
}
