import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { type Instant, instant } from '../calendar/instant.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { createAccount } from './account.ts';
import { disableAccount } from './account-change.ts';
import { programActor } from './signed-in.ts';
import { type PasswordSignIn, type SignInOutcome, signInWithPassword } from './sign-in.ts';
import { loginKey, networkOf } from './sign-in-limit.ts';

const PASSWORD = 'một mật khẩu rất dài';
const secret = createSecretKey(randomBytes(32));
const MORNING = instant('2026-11-23T08:00');
const actor = programActor('test');

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await testDatabase();
  open = openDatabase({ url: database.url });
  return async () => {
    await open.close();
    await database.drop();
  };
});

let officers = 0;

async function anOfficer(): Promise<{ login: string; accountId: string }> {
  const login = `can.bo.${++officers}`;
  const made = await createAccount(open.db, actor, {
    kind: 'officer',
    name: 'Nguyễn Thị Hoa',
    login,
    password: PASSWORD,
    at: MORNING,
  });
  return made.kind === 'created' ? { login, accountId: made.accountId } : expect.fail(made.code);
}

const attempt = (login: string, more: Partial<PasswordSignIn> = {}, at: number = MORNING): Promise<SignInOutcome> =>
  signInWithPassword(
    open.db,
    { login, password: PASSWORD, address: '203.0.113.9', userAgent: 'test', ...more },
    { clock: () => at as Instant, secret },
  );

const answersOf = (outcomes: readonly SignInOutcome[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const answer = outcome.kind === 'refusal' ? outcome.code : outcome.kind;
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
};

const at100 = <T>(work: (index: number) => Promise<T>, times = 100): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => work(index)));

async function evaluated(login: string): Promise<number> {
  const rows = open.db.selectFrom('identity.sign_in_attempt').select('id').where('login_key', '=', loginKey(login));
  return (await rows.execute()).length;
}

async function entriesOf(accountId: string): Promise<string[]> {
  const entries = open.db.selectFrom('journal.entry').select('type').where('subject_id', '=', accountId);
  return (await entries.execute()).map((entry) => entry.type);
}

describe('signing in with a password', () => {
  it('opens a session, whatever keyboard composed the marks and however the login is written', async () => {
    const { login } = await anOfficer();
    expect((await attempt(` ${login.toUpperCase()} `, { password: PASSWORD.normalize('NFD') })).kind).toBe('signed-in');
  });

  it('gives one answer for a wrong password and for a login that nobody has', async () => {
    const { login } = await anOfficer();
    const wrong = await attempt(login, { password: 'một mật khẩu khác hẳn' });
    const unknown = await attempt('khong.co.ai', { address: '203.0.113.10' });
    expect(wrong).toEqual({ kind: 'refusal', code: 'identity.wrong-password', values: {} });
    expect(unknown).toEqual(wrong);
    expect(await evaluated('khong.co.ai')).toBe(1);
  });

  it('tells that an account is disabled only to who knows its password', async () => {
    const { login, accountId } = await anOfficer();
    await disableAccount(open.db, actor, { accountId, at: MORNING });
    expect(await attempt(login)).toMatchObject({ code: 'identity.account-disabled' });
    expect(await attempt(login, { password: 'không phải mật khẩu' })).toMatchObject({
      code: 'identity.wrong-password',
    });
  });

  it('refuses citizens since 1 July 2024, except the invented ones of a demonstration', async () => {
    const person = { kind: 'citizen', name: 'Trần Văn Bé', password: PASSWORD, at: instant('2024-06-01') } as const;
    await createAccount(open.db, actor, { ...person, login: 'cong.dan' });
    await createAccount(open.db, actor, { ...person, login: 'cong.dan.mau', demo: true });
    expect((await attempt('cong.dan', {}, instant('2024-06-30T23:59'))).kind).toBe('signed-in');
    expect(await attempt('cong.dan', {}, instant('2024-07-01T00:00'))).toMatchObject({ code: 'identity.vneid-only' });
    expect((await attempt('cong.dan.mau')).kind).toBe('signed-in');
  });

  it('never asks the database for a login or a password of any size', async () => {
    expect(await attempt('x'.repeat(5000), { address: '203.0.113.11' })).toMatchObject({
      code: 'identity.wrong-password',
    });
    const { login } = await anOfficer();
    expect(await attempt(login, { password: `${PASSWORD}\u0000` })).toMatchObject({ kind: 'signed-in' });
    expect(await attempt(login, { password: 'x'.repeat(100_000) })).toMatchObject({ code: 'identity.wrong-password' });
  });
});

describe('the limit on guessing', () => {
  it('holds under 100 wrong passwords at once: five are looked at, and the journal says so', async () => {
    const { login, accountId } = await anOfficer();
    const outcomes = await at100((index) => attempt(login, { password: `mật khẩu đoán thứ ${index}` }));
    expect(answersOf(outcomes)).toEqual({ 'identity.wrong-password': 5, 'identity.too-many-tries': 95 });
    expect(await evaluated(login)).toBe(5);
    expect(await entriesOf(accountId)).toContain('identity.guessing-stopped');
  });

  it('holds likewise for a login that nobody has', async () => {
    const outcomes = await at100((index) => attempt('ai.do', { password: `x${index}`, address: '203.0.113.12' }));
    expect(answersOf(outcomes)).toEqual({ 'identity.wrong-password': 5, 'identity.too-many-tries': 95 });
  });

  it('lets 20 right passwords at once all in', async () => {
    const { login } = await anOfficer();
    expect(answersOf(await at100(() => attempt(login), 20))).toEqual({ 'signed-in': 20 });
  });

  it('does not lock the right password out: another network, a known browser and a later hour let it in', async () => {
    const { login } = await anOfficer();
    const known = await attempt(login);
    const deviceCookie = known.kind === 'signed-in' ? known.deviceCookie : expect.fail('not signed in');
    await at100((index) => attempt(login, { password: `đoán lần thứ ${index}` }), 20);

    expect(await attempt(login)).toEqual({ kind: 'refusal', code: 'identity.too-many-tries', values: { minutes: 15 } });
    expect((await attempt(login, { address: '198.51.100.7' })).kind).toBe('signed-in');
    expect((await attempt(login, { deviceCookie })).kind).toBe('signed-in');
    expect((await attempt(login, {}, MORNING + 15 * 60_000)).kind).toBe('signed-in');
  });

  it('counts a known browser too, and knows it only for the logins that signed in there', async () => {
    const [mine, other] = [await anOfficer(), await anOfficer()];
    const known = await attempt(mine.login);
    const deviceCookie = known.kind === 'signed-in' ? known.deviceCookie : expect.fail('not signed in');
    const guesses = await at100((index) => attempt(mine.login, { password: `sai ${index}`, deviceCookie }), 10);
    expect(answersOf(guesses)).toEqual({ 'identity.wrong-password': 5, 'identity.too-many-tries': 5 });
    await at100((index) => attempt(other.login, { password: `sai ${index}` }), 10);
    expect(await attempt(other.login, { deviceCookie })).toMatchObject({ code: 'identity.too-many-tries' });
    await at100((index) => attempt(mine.login, { password: `sai ${index}` }), 10);
    const forged = deviceCookie.replace(/\.[^.]+$/, `.${'A'.repeat(22)}`);
    expect(await attempt(mine.login, { deviceCookie: forged })).toMatchObject({ code: 'identity.too-many-tries' });
  });

  it('keeps one try for each new network while a login is attacked from everywhere', async () => {
    const { login } = await anOfficer();
    for (let network = 0; network < 10; network++) {
      await at100((index) => attempt(login, { password: `sai ${index}`, address: `192.0.2.${network}` }), 5);
    }
    const fresh = await at100((index) => attempt(login, { password: `sai ${index}`, address: '192.0.2.200' }), 5);
    expect(answersOf(fresh)).toEqual({ 'identity.wrong-password': 1, 'identity.too-many-tries': 4 });
    expect((await attempt(login, { address: '192.0.2.201' })).kind).toBe('signed-in');
  });

  it('stops one network that tries many logins', async () => {
    const outcomes = await at100((index) => attempt(`ten.${index}`, { address: '198.51.100.99' }), 70);
    expect(answersOf(outcomes)).toEqual({ 'identity.wrong-password': 50, 'identity.too-many-tries': 20 });
  });

  it('forgives the mistakes before a right password', async () => {
    const { login } = await anOfficer();
    for (let round = 0; round < 3; round++) {
      for (let mistake = 0; mistake < 3; mistake++) await attempt(login, { password: 'gõ nhầm mật khẩu' });
      expect((await attempt(login)).kind).toBe('signed-in');
    }
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});
