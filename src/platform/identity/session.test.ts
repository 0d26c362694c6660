import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { type Instant, instant } from '../calendar/instant.ts';
import { projectRoot } from '../config/project-root.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { endHolding, giveHolding, listPositions } from '../organisation/holding.ts';
import type { Organisation } from '../organisation/definition.ts';
import { unitAt } from '../organisation/find-units.ts';
import { loadOrganisation } from '../organisation/load-organisation.ts';
import { readOrganisation } from '../organisation/pack.ts';
import { can, isWithin, positionFor, scope } from '../permissions/permissions.ts';
import { createAccount } from './account.ts';
import { changePassword, disableAccount } from './account-change.ts';
import { choosePosition, findSession } from './find-session.ts';
import {
  endSessions,
  findIdToken,
  forgetOldSignIns,
  hostCookie,
  listSessions,
  openSession,
  type SessionToOpen,
} from './session.ts';
import { actorOf, programActor, type SignedIn } from './signed-in.ts';

const NOON = instant('2026-11-23T12:00');
const TODAY = '2026-11-23';
const minutes = (count: number): Instant => (NOON + count * 60_000) as Instant;
const actor = programActor('test');
const permissions = new Map([
  ['dossiers.receive', { roles: ['TN'] }],
  ['dossiers.approve', { roles: ['CT', 'LD'] }],
  ['accounts.manage', { roles: ['administrator'] }],
]);

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await testDatabase();
  open = openDatabase({ url: database.url });
  const organisation = readOrganisation(join(projectRoot, 'provinces/tay-ninh')).organisation as Organisation;
  await loadOrganisation(open.db, { organisation, clock: () => NOON });
  return async () => {
    await open.close();
    await database.drop();
  };
});

async function anAccount(more: { kind?: 'officer' | 'citizen'; administrator?: boolean } = {}): Promise<string> {
  const login = `nguoi.${newId()}`;
  const made = await createAccount(open.db, actor, { kind: 'officer', name: 'Lê Văn Tám', login, at: NOON, ...more });
  return made.kind === 'created' ? made.accountId : expect.fail(made.code);
}

async function seat(accountId: string, code: string, role: string): Promise<{ positionId: string; unitId: string }> {
  const unitId = (await unitAt(open.db, code, TODAY))?.id ?? expect.fail(`no unit ${code}`);
  const [position] = await listPositions(open.db, { unitId, role, day: TODAY });
  const positionId = position?.id ?? expect.fail(`no ${role} in ${code}`);
  const given = await giveHolding(open.db, actor, { accountId, positionId, unitId, from: TODAY, at: NOON });
  expect(given.kind).toBe('held');
  return { positionId, unitId };
}

async function signIn(
  accountId: string,
  previous?: string,
  more: Partial<SessionToOpen> = {},
): Promise<{ token: string; sessionId: string }> {
  const from = { address: '203.0.113.5', userAgent: 'Firefox', previous, at: NOON, ...more };
  return openSession(open.db, { accountId, method: 'password', assurance: 'local', ...from });
}

const find = (token: string, at: Instant = NOON): Promise<SignedIn | undefined> =>
  findSession(open.db, { token, at, permissions });

const found = async (token: string, at?: Instant): Promise<SignedIn> =>
  (await find(token, at)) ?? expect.fail('no session');

describe('a session', () => {
  let accountId: string;
  let token: string;
  let sessionId: string;
  beforeEach(async () => {
    accountId = await anAccount();
    ({ token, sessionId } = await signIn(accountId));
  });

  it('is found by its cookie and by nothing else', async () => {
    expect(await find(token)).toMatchObject({ accountId, kind: 'officer', assurance: 'local', name: 'Lê Văn Tám' });
    for (const other of [token.slice(1), `${token}A`, 'A'.repeat(43), '', "' or true --"]) {
      expect(await find(other)).toBeUndefined();
    }
    const stored = open.db.selectFrom('identity.session').selectAll().where('id', '=', sessionId);
    expect(JSON.stringify(await stored.executeTakeFirst())).not.toContain(token);
  });

  it('of an officer ends after half an hour without a request, and each request counts', async () => {
    expect(await find(token, minutes(29))).toBeDefined();
    expect(await find(token, minutes(58))).toBeDefined();
    expect(await find(token, minutes(89))).toBeUndefined();
  });

  it('of a citizen may rest two hours', async () => {
    const citizen = await signIn(await anAccount({ kind: 'citizen' }));
    expect(await find(citizen.token, minutes(119))).toBeDefined();
    expect(await find(citizen.token, minutes(240))).toBeUndefined();
  });

  it('ends after twelve hours however busy', async () => {
    for (let at = 20; at < 720; at += 20) expect(await find(token, minutes(at))).toBeDefined();
    expect(await find(token, minutes(720))).toBeUndefined();
  });

  it('is replaced at the next sign-in of the same browser', async () => {
    const next = await signIn(accountId, token);
    expect(next.token).not.toBe(token);
    expect(await find(token)).toBeUndefined();
    expect(await find(next.token)).toBeDefined();
  });

  it('is listed and ended by its owner, once, and by nobody through another account', async () => {
    const second = await signIn(accountId);
    expect((await listSessions(open.db, accountId, NOON)).map((session) => session.ip)).toEqual([
      '203.0.113.5',
      '203.0.113.5',
    ]);
    const ending = { only: second.sessionId, why: 'revoked', at: NOON } as const;
    expect(await endSessions(open.db, actor, { accountId: await anAccount(), ...ending })).toBe(0);
    expect(await endSessions(open.db, actor, { accountId, ...ending })).toBe(1);
    expect(await endSessions(open.db, actor, { accountId, ...ending })).toBe(0);
    expect(await find(second.token)).toBeUndefined();
    expect(await find(token)).toBeDefined();
  });

  it('ends with the account, and elsewhere with its password', async () => {
    const here = await signIn(accountId);
    const changed = { accountId, password: 'một mật khẩu mới tinh', keepSession: here.sessionId, at: NOON };
    expect(await changePassword(open.db, actor, changed)).toEqual({ kind: 'changed' });
    expect(await find(token)).toBeUndefined();
    expect(await find(here.token)).toBeDefined();
    expect(await disableAccount(open.db, actor, { accountId, at: NOON })).toEqual({ kind: 'disabled' });
    expect(await find(here.token)).toBeUndefined();
  });

  it('leaves an entry in the journal when it begins and when it ends', async () => {
    await endSessions(open.db, actor, { accountId, only: sessionId, why: 'signed-out', at: NOON });
    const entries = open.db.selectFrom('journal.entry').select('type').where('subject_id', '=', accountId);
    expect((await entries.orderBy('seq').execute()).map((entry) => entry.type)).toEqual([
      'identity.account-created',
      'identity.signed-in',
      'identity.session-ended',
    ]);
  });

  it('keeps what VNeID gave only while it lives', async () => {
    const kept = async (id: string) => findIdToken(open.db, id);
    const ended = await signIn(accountId, undefined, { idToken: 'sealed' });
    expect(await kept(ended.sessionId)).toBe('sealed');
    await endSessions(open.db, actor, { accountId, only: ended.sessionId, why: 'signed-out', at: NOON });
    expect(await kept(ended.sessionId)).toBeUndefined();
    const replaced = await signIn(accountId, undefined, { idToken: 'sealed' });
    await signIn(accountId, replaced.token);
    expect(await kept(replaced.sessionId)).toBeUndefined();
    const old = await signIn(accountId, undefined, { idToken: 'sealed' });
    await forgetOldSignIns(open.db, minutes(1440));
    expect(await kept(old.sessionId)).toBeUndefined();
  });

  it('is forgotten ninety days after its end', async () => {
    expect(await forgetOldSignIns(open.db, minutes(1440 * 89))).toMatchObject({ sessions: 0 });
    expect((await forgetOldSignIns(open.db, minutes(1440 * 91))).sessions).toBeGreaterThan(0);
    expect(await open.db.selectFrom('identity.session').select('id').execute()).toEqual([]);
  });
});

describe('the positions of a session', () => {
  it('give permissions, a unit to act from, and a reach', async () => {
    const accountId = await anAccount();
    const { positionId, unitId } = await seat(accountId, 'H53.101.1', 'TN');
    const signedIn = await found((await signIn(accountId)).token);

    expect(signedIn.active).toMatchObject({ id: positionId, unitId, unitCode: 'H53.101.1', role: 'TN', leads: false });
    expect(actorOf(signedIn)).toMatchObject({ id: accountId, kind: 'person', position: positionId, unit: unitId });
    expect(can(signedIn, 'dossiers.receive')).toBe(true);
    expect(can(signedIn, 'dossiers.approve')).toBe(false);
    expect(await scope(open.db, signedIn, { permission: 'dossiers.receive', day: TODAY })).toEqual({ units: [unitId] });
    expect(await scope(open.db, signedIn, { permission: 'dossiers.approve', day: TODAY })).toBe('none');
    expect(await scope(open.db, undefined, { permission: 'dossiers.receive', day: TODAY })).toBe('none');
  });

  it('of a leader reach the units under theirs, and no unit beside', async () => {
    const accountId = await anAccount();
    const { unitId } = await seat(accountId, 'H53.101', 'CT');
    const reach = await scope(open.db, await found((await signIn(accountId)).token), {
      permission: 'dossiers.approve',
      day: TODAY,
    });
    const inside = await unitAt(open.db, 'H53.101.1', TODAY);
    const beside = await unitAt(open.db, 'H53.102.1', TODAY);
    expect(isWithin(reach, unitId)).toBe(true);
    expect(isWithin(reach, inside?.id ?? null)).toBe(true);
    expect(isWithin(reach, beside?.id ?? null)).toBe(false);
    expect(isWithin(reach, null)).toBe(false);
  });

  it('can be chosen between, and only between those held', async () => {
    const accountId = await anAccount();
    const first = await seat(accountId, 'H53.103.1', 'TN');
    const second = await seat(accountId, 'H53.103', 'CT');
    const { token } = await signIn(accountId);
    const before = await found(token);
    expect(before.active?.id).toBe(first.positionId);
    expect(positionFor(before, 'dossiers.approve')?.id).toBe(second.positionId);
    expect(await choosePosition(open.db, before, second.positionId)).toBe(true);
    expect(await choosePosition(open.db, before, newId())).toBe(false);
    expect((await found(token)).active?.id).toBe(second.positionId);
    expect([...(await found(token)).permissions].sort()).toEqual(['dossiers.approve', 'dossiers.receive']);
  });

  it('end on their last day', async () => {
    const accountId = await anAccount();
    const { positionId } = await seat(accountId, 'H53.104.1', 'TN');
    expect(await endHolding(open.db, actor, { accountId, positionId, at: NOON })).toEqual({ kind: 'ended' });
    expect(await endHolding(open.db, actor, { accountId, positionId, at: NOON })).toMatchObject({
      code: 'organisation.not-held',
    });
    const { token } = await signIn(accountId);
    expect((await found(token)).permissions.size).toBe(1);
    const tomorrow = minutes(13 * 60);
    await open.db
      .updateTable('identity.session')
      .set({ expires_at: '2026-12-01', last_seen_at: '2026-11-24T00:59:00+07:00' })
      .execute();
    expect((await found(token, tomorrow)).permissions.size).toBe(0);
  });

  it('cannot be held twice at once by one person', async () => {
    const accountId = await anAccount();
    const { positionId, unitId } = await seat(accountId, 'H53.105.1', 'TN');
    const again = await giveHolding(open.db, actor, { accountId, positionId, unitId, from: TODAY, at: NOON });
    expect(again).toMatchObject({ code: 'organisation.already-held' });
  });

  it('can be delegated for some days while the one who delegates holds them', async () => {
    const [owner, substitute] = [await anAccount(), await anAccount()];
    const { positionId } = await seat(owner, 'H53.106', 'CT');
    const delegation = { id: newId(), from_account: owner, to_account: substitute, position_id: positionId };
    await open.db
      .insertInto('organisation.delegation')
      .values({ ...delegation, valid_from: '2026-11-01', valid_to: '2026-11-30' })
      .execute();
    const { token } = await signIn(substitute);
    const signedIn = await found(token);
    expect(signedIn.active).toMatchObject({ id: positionId, forAccount: owner });
    expect(actorOf(signedIn)).toMatchObject({ account: substitute, for: owner });
    await open.db
      .updateTable('organisation.holding')
      .set({ valid_from: '2026-10-01', valid_to: '2026-11-22' })
      .where('account_id', '=', owner)
      .execute();
    expect((await found(token)).positions).toEqual([]);
  });
});

describe('an administrator', () => {
  it('may what is declared for administrators, everywhere, and nothing of any office', async () => {
    const signedIn = await found((await signIn(await anAccount({ administrator: true }))).token);
    expect(signedIn.administrator).toBe(true);
    expect(await scope(open.db, signedIn, { permission: 'accounts.manage', day: TODAY })).toBe('all');
    expect(await scope(open.db, signedIn, { permission: 'dossiers.receive', day: TODAY })).toBe('none');
  });

  it('who is the last one cannot be disabled, also when two disable each other at once', async () => {
    await open.db.updateTable('identity.account').set({ administrator: false }).execute();
    const two = [await anAccount({ administrator: true }), await anAccount({ administrator: true })];
    const outcomes = await Promise.all(two.map((accountId) => disableAccount(open.db, actor, { accountId, at: NOON })));
    expect(outcomes.map((outcome) => (outcome.kind === 'refusal' ? outcome.code : outcome.kind)).sort()).toEqual([
      'disabled',
      'identity.last-administrator',
    ]);
  });
});

it('cookies carry the prefix that browsers guard only where they would accept it', () => {
  expect([hostCookie('phien', true), hostCookie('phien', false)]).toEqual(['__Host-phien', 'phien']);
});
