import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newBrowser } from '../../../simulators/browser.ts';
import { type RunningSimulator, startSimulator } from '../../../simulators/start-simulator.ts';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { makePlatform } from '../../app.ts';
import { type Instant, systemClock } from '../calendar/instant.ts';
import { readConfig } from '../config/config.ts';
import { projectRoot } from '../config/project-root.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { buildServer } from '../http/server.tsx';
import type { Organisation } from '../organisation/definition.ts';
import { loadOrganisation } from '../organisation/load-organisation.ts';
import { readOrganisation } from '../organisation/pack.ts';
import type { Platform } from '../system/platform.ts';
import { createAccount } from './account.ts';
import { findSession } from './find-session.ts';
import { pathOfOurs, sessionCookieOf, VNEID_RETURN_PATH, vneidSettings } from './sign-in-routes.tsx';
import { programActor } from './signed-in.ts';

const PUBLIC = 'http://127.0.0.1:3999';
const MOTHER = '4e869606-8ae6-4043-ad83-af0398664572';
const PASSWORD = 'mật khẩu của cán bộ';
const folder = mkdtempSync(join(tmpdir(), 'vamco-identity-'));

let database: TestDatabase;
let open: OpenDatabase;
let vneid: RunningSimulator;
let platform: Platform;
let server: FastifyInstance;
/** Sessions live by the clock the server is given; the provider has its own. */
let now: () => Instant = systemClock;

beforeAll(async () => {
  database = await testDatabase();
  open = openDatabase({ url: database.url });
  vneid = await startSimulator('vneid', {
    CLIENT_ID: 'portal',
    CLIENT_SECRET: 'secret',
    REDIRECT_URIS: `${PUBLIC}${VNEID_RETURN_PATH}`,
  });
  const config = readConfig({
    DATA_DIR: folder,
    MODE: 'demo',
    PUBLIC_URL: PUBLIC,
    OIDC_ISSUER: vneid.url,
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'secret',
    LOG_LEVEL: 'silent',
  });
  // what the assets are called in a build does not matter here
  const assets = new Proxy({}, { get: (_, name) => `/assets/${String(name)}` });
  const { organisation } = readOrganisation(join(projectRoot, 'provinces/tay-ninh'));
  await loadOrganisation(open.db, { organisation: organisation as Organisation, clock: systemClock });
  platform = { ...(await makePlatform(config, () => now(), open)), assets };
  server = await serverOf(platform);
});

afterAll(async () => {
  await server.close();
  await vneid.stop();
  await open.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  now = systemClock;
});

const serverOf = (of: Platform): Promise<FastifyInstance> =>
  buildServer({
    platform: of,
    identify: (token, clock) => findSession(of.db, { token, at: clock(), permissions: of.registry.permissions }),
    sessionCookie: sessionCookieOf(of),
    assetFolder: folder,
    isReady: () => true,
  });

/** A browser's cookies over the server's own injection. */
function aVisitor() {
  const cookies = new Map<string, string>();
  const send = async (method: 'GET' | 'POST', url: string, form?: Record<string, string>) => {
    const response: LightMyRequestResponse = await server.inject({
      method,
      url,
      cookies: Object.fromEntries(cookies),
      ...(form
        ? {
            payload: new URLSearchParams(form).toString(),
            headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
          }
        : {}),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const get = (url: string) => send('GET', url);
  return {
    cookies,
    get,
    post: (url: string, form: Record<string, string> = {}) => send('POST', url, form),
    /** A form from a page of ours carries the page's token. */
    async press(page: string, action: string, form: Record<string, string> = {}) {
      const csrf = /name="csrf" value="([^"]+)"/.exec((await get(page)).body)?.[1] ?? '';
      return send('POST', action, { csrf, ...form });
    },
    async throughVneid(path: string, fields: Record<string, string>) {
      const begun = await get(path);
      const browser = newBrowser();
      await browser.open(begun.headers.location as string, PUBLIC);
      const back = await browser.submit({ answer: 'sign-in', ...fields }, PUBLIC);
      return get(back.url.slice(PUBLIC.length));
    },
  };
}

let officers = 0;
async function anOfficer(): Promise<string> {
  const login = `officer${++officers}`;
  const account = { kind: 'officer', name: 'Phạm Thị Lan', login, password: PASSWORD, at: systemClock() } as const;
  const made = await createAccount(open.db, programActor('test'), account);
  expect(made.kind).toBe('created');
  return login;
}

describe('signing in on the page', () => {
  it('shows one way for citizens and one for officers, and says that VNeID is simulated', async () => {
    const page = await aVisitor().get('/dang-nhap?tiep=/tai-khoan/phien');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Đăng nhập bằng VNeID');
    expect(page.body).toContain('mô phỏng');
    expect((await aVisitor().get('/dang-nhap?ngon-ngu=en')).body).toContain('Sign in with VNeID');
  });

  it('brings an officer to the page that asked for it', async () => {
    const visitor = aVisitor();
    const asked = await visitor.get('/tai-khoan/phien');
    expect(asked.headers.location).toBe('/dang-nhap?tiep=%2Ftai-khoan%2Fphien');
    const form = { login: await anOfficer(), password: PASSWORD, tiep: '/tai-khoan/phien' };
    const entered = await visitor.post('/dang-nhap', form);
    expect([entered.statusCode, entered.headers.location]).toEqual([303, '/tai-khoan/phien']);
    const cookie = entered.cookies.find(({ name }) => name === 'phien');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect((await visitor.get('/tai-khoan/phien')).body).toContain('Các phiên đăng nhập');
  });

  it('says what is wrong in a sentence, keeps the login and gives no password back', async () => {
    const visitor = aVisitor();
    const login = await anOfficer();
    const page = await visitor.post('/dang-nhap', { login, password: 'không đúng đâu nhé', tiep: '' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    expect(page.body).toContain(`value="${login}"`);
    expect(page.body).not.toContain('không đúng đâu nhé');
    for (let tries = 0; tries < 4; tries++) await visitor.post('/dang-nhap', { login, password: 'sai' });
    expect((await visitor.post('/dang-nhap', { login, password: PASSWORD })).statusCode).toBe(429);
  });

  it('takes no form from another site', async () => {
    const login = await anOfficer();
    const forged = await server.inject({
      method: 'POST',
      url: '/dang-nhap',
      payload: new URLSearchParams({ login, password: PASSWORD }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    });
    expect(forged.statusCode).toBe(403);
  });

  it.each([
    ['/ho-so?x=1', '/ho-so?x=1'],
    ['//evil.example', undefined],
    ['/\\evil.example', undefined],
    ['https://evil.example', undefined],
    ['/a\r\nset-cookie: x', undefined],
    ['/dang-nhap', undefined],
    ['/dang-xuat', undefined],
    ['', undefined],
  ])('goes on to %j: %j', (path, expected) => expect(pathOfOurs(path)).toBe(expected));
});

describe('one’s own account', () => {
  async function signedIn() {
    const visitor = aVisitor();
    const login = await anOfficer();
    expect((await visitor.post('/dang-nhap', { login, password: PASSWORD })).statusCode).toBe(303);
    return { visitor, login };
  }

  it('ends other sessions, and signs out', async () => {
    const { visitor, login } = await signedIn();
    const other = aVisitor();
    await other.post('/dang-nhap', { login, password: PASSWORD });
    const ended = await visitor.press('/tai-khoan/phien', '/tai-khoan/phien/ket-thuc-khac');
    expect(ended.statusCode).toBe(303);
    expect((await other.get('/tai-khoan/phien')).statusCode).toBe(302);
    await visitor.press('/tai-khoan/phien', '/dang-xuat');
    expect(visitor.cookies.has('phien')).toBe(false);
    expect((await visitor.post('/dang-xuat')).headers.location).toBe('/');
  });

  it('does nothing without the token of its own page', async () => {
    const { visitor } = await signedIn();
    expect((await visitor.post('/tai-khoan/phien/ket-thuc-khac')).statusCode).toBe(403);
  });

  it('changes its password with the old one', async () => {
    const { visitor, login } = await signedIn();
    const change = (old: string, next: string, again = next) =>
      visitor.press('/tai-khoan/mat-khau', '/tai-khoan/mat-khau', { old, next, again });
    expect((await change('sai bét', 'một câu thật là dài')).body).toContain('Mật khẩu đang dùng không đúng.');
    expect((await change(PASSWORD, 'ngắn')).body).toContain('ít nhất 12 ký tự');
    expect((await change(PASSWORD, 'một câu thật là dài', 'khác')).body).toContain('không giống nhau');
    expect((await change(PASSWORD, 'một câu thật là dài')).statusCode).toBe(303);
    const again = aVisitor();
    expect((await again.post('/dang-nhap', { login, password: 'một câu thật là dài' })).statusCode).toBe(303);
  });
});

describe('officers’ accounts', () => {
  async function anAdministrator() {
    const login = `quan.tri.${++officers}`;
    const account = { kind: 'officer', name: 'Trần Quản Trị', login, password: PASSWORD, administrator: true } as const;
    await createAccount(open.db, programActor('test'), { ...account, at: systemClock() });
    const visitor = aVisitor();
    await visitor.post('/dang-nhap', { login, password: PASSWORD });
    return visitor;
  }

  it('are nobody’s but an administrator’s', async () => {
    const visitor = aVisitor();
    await visitor.post('/dang-nhap', { login: await anOfficer(), password: PASSWORD });
    for (const path of ['', '/tao', '/01936f00-0000-7000-8000-000000000001']) {
      expect((await visitor.get(`/quan-tri/tai-khoan${path}`)).statusCode).toBe(404);
    }
    expect((await visitor.press('/tai-khoan/phien', '/quan-tri/tai-khoan/tao', { login: 'x' })).statusCode).toBe(404);
  });

  it('are made with a seat and a password shown once, found by name without marks, and disabled', async () => {
    const administrator = await anAdministrator();
    const press = (action: string, form = {}) => administrator.press('/quan-tri/tai-khoan/tao', action, form);
    const wanted = { login: 'hoa.lan', name: 'Đặng Thị Hoa Lan', role: 'TN', unit: 'H53.102.1' };

    const refused = await press('/quan-tri/tai-khoan/tao', { ...wanted, unit: 'H53.9999' });
    expect([refused.statusCode, refused.body.includes('Hôm nay không có đơn vị nào mang mã H53.9999.')]).toEqual([
      422,
      true,
    ]);
    const made = await press('/quan-tri/tai-khoan/tao', wanted);
    const password = /<code>([^<]+)<\/code>/.exec(made.body)?.[1] ?? expect.fail('no password shown');
    const list = await administrator.get('/quan-tri/tai-khoan?q=dang+thi+hoa');
    const path = /href="(\/quan-tri\/tai-khoan\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? expect.fail('not listed');
    expect((await administrator.get(path)).body).not.toContain(password);

    const officer = aVisitor();
    expect((await officer.post('/dang-nhap', { login: 'hoa.lan', password })).statusCode).toBe(303);
    const seat = { role: 'VT', unit: 'H53.102.2' };
    expect((await press(`${path}/giao-vi-tri`, seat)).statusCode).toBe(303);
    expect((await press(`${path}/giao-vi-tri`, { ...seat, role: '' })).statusCode).toBe(422);
    expect((await administrator.get(path)).body).toContain('Văn thư');

    const renewed = await press(`${path}/mat-khau`);
    expect(/<code>([^<]+)<\/code>/.exec(renewed.body)?.[1]).not.toBe(password);
    expect((await officer.get('/tai-khoan/phien')).statusCode).toBe(302);
    expect((await press(`${path}/ngung`)).statusCode).toBe(303);
    expect((await press(`${path}/ngung`)).statusCode).toBe(409);
    // a page that stands open since before still offers it
    const late = await press(`${path}/giao-vi-tri`, { role: 'TN', unit: 'H53.102.1' });
    expect([late.statusCode, late.body.includes('Tài khoản này đã ngừng sử dụng từ trước.')]).toEqual([409, true]);
  });

  it('do not shut themselves out: of one’s own account the page leads to the password alone', async () => {
    await anAdministrator();
    const administrator = await anAdministrator();
    const list = await administrator.get(`/quan-tri/tai-khoan?q=quan.tri.${officers}`);
    const path = /href="(\/quan-tri\/tai-khoan\/[0-9a-f-]{36})"/.exec(list.body)?.[1] ?? expect.fail('not listed');
    const own = (await administrator.get(path)).body;
    expect([own.includes(`${path}/ngung`), own.includes('/tai-khoan/mat-khau')]).toEqual([false, true]);
    for (const act of ['ngung', 'mat-khau'])
      expect((await administrator.press('/quan-tri/tai-khoan/tao', `${path}/${act}`, {})).statusCode).toBe(409);
    expect((await administrator.get(path)).statusCode).toBe(200);
  });
});

describe('signing in through VNeID', () => {
  it('makes the account at the first time and finds it the next, with the level that VNeID was sure of', async () => {
    const visitor = aVisitor();
    const back = await visitor.throughVneid('/dang-nhap/vneid?tiep=/tai-khoan/phien', {
      account: MOTHER,
      pin: '123456',
    });
    expect(back.headers.location).toBe('/tai-khoan/phien');
    expect((await visitor.get('/tai-khoan/phien')).body).toContain('Nguyễn Thị Thu Hà');
    await aVisitor().throughVneid('/dang-nhap/vneid', { account: MOTHER, pin: '123456' });
    const accounts = open.db.selectFrom('identity.account').selectAll().where('vneid_sub', '=', MOTHER);
    const [account, ...others] = await accounts.execute();
    expect(others).toEqual([]);
    expect(account).toMatchObject({ kind: 'citizen', personal_number: '072195418263', demo: true });
    expect(account?.profile).toMatchObject({ birth_date: '1995-03-12', residence: { commune_code: '25459' } });
    const levels = open.db
      .selectFrom('identity.session')
      .select('assurance')
      .where('account_id', '=', account?.id ?? '');
    expect(await levels.execute()).toEqual([{ assurance: '2' }, { assurance: '2' }]);
  });

  it('refuses an answer that was not asked for by this browser', async () => {
    const visitor = aVisitor();
    const begun = await visitor.get('/dang-nhap/vneid');
    const browser = newBrowser();
    await browser.open(begun.headers.location as string, PUBLIC);
    const back = (await browser.submit({ answer: 'sign-in', account: MOTHER, pin: '123456' }, PUBLIC)).url;
    const path = back.slice(PUBLIC.length);
    expect((await aVisitor().get(path)).body).toContain('Hãy đăng nhập lại');
    expect((await visitor.get(path.replace(/state=[^&]+/, 'state=forged'))).statusCode).toBe(422);
  });

  it('refuses a code that was used, an answer after ten minutes and a sign-in that was stopped', async () => {
    const visitor = aVisitor();
    const begun = await visitor.get('/dang-nhap/vneid');
    const cookie = visitor.cookies.get('vneid') as string;
    const browser = newBrowser();
    await browser.open(begun.headers.location as string, PUBLIC);
    const back = (await browser.submit({ answer: 'sign-in', account: MOTHER, pin: '123456' }, PUBLIC)).url;
    expect((await visitor.get(back.slice(PUBLIC.length))).statusCode).toBe(303);
    expect(visitor.cookies.has('vneid')).toBe(false);
    visitor.cookies.clear();
    visitor.cookies.set('vneid', cookie);
    expect((await visitor.get(back.slice(PUBLIC.length))).statusCode).toBe(422);

    const late = aVisitor();
    await late.get('/dang-nhap/vneid');
    now = () => (systemClock() + 11 * 60_000) as Instant;
    expect((await late.get(`${VNEID_RETURN_PATH}?code=x&state=y`)).body).toContain('10 phút');
    now = systemClock;

    const stopped = aVisitor();
    const state = new URL((await stopped.get('/dang-nhap/vneid')).headers.location as string).searchParams.get('state');
    const answer = new URLSearchParams({ error: 'access_denied', state: state ?? '', iss: vneid.url });
    expect((await stopped.get(`${VNEID_RETURN_PATH}?${answer}`)).body).toContain('Bạn đã dừng đăng nhập tại VNeID.');
  });

  it('never answers 500 to what comes back', async () => {
    for (const query of ['', '?code=', '?error=%00&state=%ff', '?code=a&code=b&state=c&state=d', '?iss=x&state=y']) {
      const visitor = aVisitor();
      await visitor.get('/dang-nhap/vneid');
      expect((await visitor.get(`${VNEID_RETURN_PATH}${query}`)).statusCode).toBe(422);
    }
  });

  it('says so when VNeID cannot be reached', async () => {
    const other = { ...platform, config: { ...platform.config, oidcIssuer: 'http://127.0.0.1:9' } };
    const alone = await serverOf(other);
    const page = await alone.inject({ method: 'GET', url: '/dang-nhap/vneid' });
    expect([page.statusCode, page.body.includes('không kết nối được với VNeID')]).toEqual([422, true]);
    await alone.close();
  });

  it('is not offered in production through a provider without TLS', () => {
    expect(vneidSettings({ ...platform, mode: 'production' })).toBeUndefined();
    const config = { ...platform.config, oidcIssuer: 'https://vneid.example' };
    expect(vneidSettings({ ...platform, mode: 'production', config })).toMatchObject({
      issuer: 'https://vneid.example',
    });
  });
});
