import * as client from 'openid-client';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, newBrowser } from '../browser.ts';
import { type RunningSimulator, startSimulator } from '../start-simulator.ts';
import { register } from './people.ts';

const PORTAL = 'http://127.0.0.1:3000/dang-nhap/vneid';
const HOME = 'http://127.0.0.1:3000/';
const SCOPE = 'openid profile phone email residence organization';
const LEVEL_1 = 'urn:vneid:level:1';
const LEVEL_2 = 'urn:vneid:level:2';
const mother = register.people[0]!;
const lowLevel = register.people.find(({ level }) => level === 1)!;
const company = register.organizations[0]!;

let vneid: RunningSimulator;
let portal: client.Configuration;

beforeAll(async () => {
  vneid = await startSimulator('vneid', {
    CLIENT_ID: 'portal',
    CLIENT_SECRET: 'test-secret',
    REDIRECT_URIS: PORTAL,
    POST_LOGOUT_REDIRECT_URIS: HOME,
  });
  portal = await client.discovery(new URL(vneid.url), 'portal', 'test-secret', undefined, {
    execute: [client.allowInsecureRequests],
  });
});
afterAll(() => vneid?.stop());

interface SignIn {
  /** Where the browser is before it answers: the sign-in page, or already back at the portal. */
  readonly page: Awaited<ReturnType<Browser['open']>>;
  readonly answer: (fields: Record<string, string>) => Promise<Awaited<ReturnType<Browser['open']>>>;
  readonly finish: (at: string) => Promise<client.IDToken>;
}

/** Begins as the portal does: code flow, PKCE, state and nonce. */
async function signIn(browser: Browser, asked: Record<string, string> = {}): Promise<SignIn> {
  const verifier = client.randomPKCECodeVerifier();
  const checks = {
    pkceCodeVerifier: verifier,
    expectedState: client.randomState(),
    expectedNonce: client.randomNonce(),
  };
  const url = client.buildAuthorizationUrl(portal, {
    redirect_uri: PORTAL,
    scope: SCOPE,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    ...asked,
  });
  return {
    page: await browser.open(url.href, PORTAL),
    answer: (fields) => browser.submit({ answer: 'sign-in', ...fields }, PORTAL),
    finish: async (at) => (await client.authorizationCodeGrant(portal, new URL(at), checks)).claims()!,
  };
}

test('a person signs in and the ID token tells who it is', async () => {
  const { page, answer, finish } = await signIn(newBrowser(), { acr_values: LEVEL_2 });
  expect(page.body).toContain('MÔ PHỎNG');
  const claims = await finish((await answer({ account: mother.sub, pin: '123456' })).url);
  expect(claims).toMatchObject({
    iss: vneid.url,
    aud: 'portal',
    sub: mother.sub,
    acr: LEVEL_2,
    name: 'Nguyễn Thị Thu Hà',
    personal_number: '072195418263',
    birth_date: '1995-03-12',
    gender: 'female',
    phone_number: '+84900000001',
    residence: { commune_code: '25459', commune_name: 'Phường Tân Ninh' },
  });
  expect(claims).not.toHaveProperty('organization');
});

test('a person signs in for an organisation, which is an account of its own', async () => {
  const { answer, finish } = await signIn(newBrowser(), { acr_values: LEVEL_2 });
  const claims = await finish((await answer({ account: company.sub, pin: '123456' })).url);
  expect(claims).toMatchObject({
    sub: company.sub,
    name: 'Đỗ Hoàng Phúc',
    organization: { tax_code: company.taxCode, role: 'Giám đốc' },
  });
});

test('only what was asked for is told', async () => {
  const { page, answer, finish } = await signIn(newBrowser(), { scope: 'openid email' });
  expect(page.body).not.toContain(company.name);
  const claims = await finish((await answer({ account: mother.sub })).url);
  expect(claims.email).toBe(mother.email);
  expect(claims).not.toHaveProperty('personal_number');
});

describe('assurance levels', () => {
  test('level 1 needs no PIN; a later request for level 2 steps up', async () => {
    const browser = newBrowser();
    const first = await signIn(browser);
    expect((await first.finish((await first.answer({ account: mother.sub })).url)).acr).toBe(LEVEL_1);

    const again = await signIn(browser, { acr_values: LEVEL_1 });
    expect((await again.finish(again.page.url)).acr).toBe(LEVEL_1);

    const stepUp = await signIn(browser, { acr_values: LEVEL_2 });
    expect(stepUp.page.body).toContain('Mã PIN');
    expect(stepUp.page.body).toContain(`value="${mother.sub}" checked`);
    const raised = await stepUp.finish((await stepUp.answer({ account: mother.sub, pin: '123456' })).url);
    expect(raised).toMatchObject({ sub: mother.sub, acr: LEVEL_2 });
  });

  test('a wrong PIN shows the page again, with the person still chosen', async () => {
    const { answer } = await signIn(newBrowser(), { acr_values: LEVEL_2 });
    const page = await answer({ account: mother.sub, pin: '000000' });
    expect(page.status).toBe(422);
    expect(page.body).toContain('Mã PIN không đúng');
    expect(page.body).toContain(`value="${mother.sub}" checked`);
  });

  test('an account of level 1 cannot reach level 2', async () => {
    const { answer } = await signIn(newBrowser(), { acr_values: LEVEL_2 });
    const page = await answer({ account: lowLevel.sub, pin: '123456' });
    expect(page.status).toBe(422);
    expect(page.body).toContain('cần mức 2');
  });

  test('where either will do, an account of level 1 gets in at level 1', async () => {
    const { answer, finish } = await signIn(newBrowser(), { acr_values: `${LEVEL_2} ${LEVEL_1}` });
    expect((await finish((await answer({ account: lowLevel.sub })).url)).acr).toBe(LEVEL_1);
  });

  test('an essential level that nobody knows is refused to the portal', async () => {
    const claims = JSON.stringify({ id_token: { acr: { essential: true, value: 'urn:other' } } });
    const { page } = await signIn(newBrowser(), { claims });
    expect(new URL(page.url).searchParams.get('error')).toBe('unmet_authentication_requirements');
  });
});

describe('the browser changes hands', () => {
  test('prompt=login lets another person in, and the first one is gone', async () => {
    const browser = newBrowser();
    const first = await signIn(browser);
    await first.finish((await first.answer({ account: mother.sub })).url);

    const second = await signIn(browser, { prompt: 'login' });
    const claims = await second.finish((await second.answer({ account: lowLevel.sub })).url);
    expect(claims.sub).toBe(lowLevel.sub);

    const third = await signIn(browser);
    expect((await third.finish(third.page.url)).sub).toBe(lowLevel.sub);
  });

  test('signing out ends the session and comes back to the portal', async () => {
    const browser = newBrowser();
    const { answer } = await signIn(browser);
    await answer({ account: mother.sub });
    const end = client.buildEndSessionUrl(portal, { post_logout_redirect_uri: HOME, client_id: 'portal', state: 'x' });
    const page = await browser.open(end.href, HOME);
    expect(page.body).toContain('Đăng xuất khỏi VNeID?');
    expect((await browser.submit({ logout: 'yes' }, HOME)).url).toBe(`${HOME}?state=x`);
    expect((await signIn(browser)).page.body).toContain('Chọn người để đăng nhập');
  });

  test('signing out when nobody is signed in comes straight back', async () => {
    const end = (target: string) =>
      client.buildEndSessionUrl(portal, { post_logout_redirect_uri: target, client_id: 'portal', state: 'x' }).href;
    expect((await newBrowser().open(end(HOME), HOME)).url).toBe(`${HOME}?state=x`);
    expect((await newBrowser().open(end('http://127.0.0.1:3000/khac'), HOME)).status).toBe(400);
  });

  test('a person may refuse', async () => {
    const { answer } = await signIn(newBrowser());
    expect(new URL((await answer({ answer: 'refuse' })).url).searchParams.get('error')).toBe('access_denied');
  });
});

describe('what is refused', () => {
  test('another redirect address, even a longer one', async () => {
    for (const address of ['http://127.0.0.1:3000/khac', `${PORTAL}/`, `${PORTAL}?x=1`]) {
      const { page } = await signIn(newBrowser(), { redirect_uri: address });
      expect(page.status).toBe(400);
      expect(page.body).toContain('Không thực hiện được yêu cầu đăng nhập');
    }
  });

  test('a request without PKCE, or with the plain kind', async () => {
    const url = client.buildAuthorizationUrl(portal, { redirect_uri: PORTAL, scope: SCOPE, state: 's' });
    expect((await newBrowser().open(url.href, PORTAL)).url).toContain('error=invalid_request');
    const { page } = await signIn(newBrowser(), { code_challenge_method: 'plain' });
    expect(page.url).toContain('error=invalid_request');
  });

  test('a code used twice', async () => {
    const { answer, finish } = await signIn(newBrowser());
    const { url } = await answer({ account: mother.sub });
    await finish(url);
    await expect(finish(url)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  test('a wrong client secret', async () => {
    const { answer } = await signIn(newBrowser());
    const code = new URL((await answer({ account: mother.sub })).url).searchParams.get('code')!;
    const response = await fetch(`${vneid.url}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('portal:wrong')}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: PORTAL,
        code_verifier: 'x'.repeat(43),
      }),
    });
    expect(response.status).toBe(401);
  });

  test('an answer to a sign-in that nobody began', async () => {
    const page = await newBrowser().open(`${vneid.url}/dang-nhap/khong-co`);
    expect(page.status).toBe(400);
    expect(page.body).toContain('bắt đầu đăng nhập lại');
  });

  test('an answer without a person, and one that is not a form', async () => {
    const { page, answer } = await signIn(newBrowser());
    expect((await answer({})).body).toContain('Hãy chọn một người');
    const json = await fetch(page.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    expect(json.status).toBe(400);
  });
});

test('every page is valid, has no script of ours and forbids what it does not need', async () => {
  const browser = newBrowser();
  const { page, answer } = await signIn(browser, { acr_values: LEVEL_2 });
  const faulty = await answer({ account: mother.sub, pin: '' });
  const nobody = await answer({});
  const error = await browser.open(`${vneid.url}/auth?client_id=nobody`);
  const signedOut = await browser.open(`${vneid.url}/session/end/success`);
  const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] });
  for (const { body, headers } of [page, faulty, nobody, error, signedOut]) {
    const report = await validator.validateString(body);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
    ).toEqual([]);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:3000");
    expect(body).not.toContain('<script');
  }
});
