import type { Browser } from 'playwright-core';
import type { VNode } from 'preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../../test/harness/browser.ts';
import {
  aFrame,
  aReader,
  faultsOf,
  type Look,
  renderIn,
  type ServedPages,
  servePages,
} from '../../../../test/harness/pages.tsx';
import { NewOfficerPage } from './new-officer-page.tsx';
import { OfficerPage } from './officer-page.tsx';
import { OfficersPage } from './officers-page.tsx';
import { PasswordPage } from './password-page.tsx';
import { browserName, SessionsPage } from './sessions-page.tsx';
import { SignInPage } from './sign-in-page.tsx';

let browser: Browser;
let served: ServedPages;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePages()]);
  return async () => {
    served.close();
    await browser.close();
  };
});

const session = { address: '203.0.113.5', since: '23/11/2026 07:02', lastSeen: '23/11/2026 14:05' };
const sessions = [
  { ...session, id: '1', current: true, browser: 'Firefox, Windows' },
  { ...session, id: '2', current: false, browser: 'Chrome, Android', address: '2001:db8:1:2::1' },
];
const reader = aReader('Nguyễn Thị Hoa');

const seated = {
  id: '01936f00-0000-7000-8000-000000000001',
  login: 'ttpvhcc-25459.tn',
  name: 'Nguyễn Thị Hoa',
  administrator: false,
  demo: true,
  disabled_at: null,
  positions: [{ id: 'p', title: { vi: 'Văn thư' }, unit: { vi: 'Trung tâm Phục vụ hành chính công phường Tân Ninh' } }],
};
const roles = [{ key: 'VT', name: { vi: 'Văn thư', en: 'Clerk' } }];
const typed = { login: 'hoa', name: '', role: 'VT', unit: '', administrator: false };

const PAGES: readonly [name: string, page: VNode][] = [
  ['sign-in', <SignInPage vneid="simulated" returnTo="/ho-so" />],
  [
    'sign-in-wrong',
    <SignInPage vneid="absent" returnTo="" login="hoa" error="Tên đăng nhập hoặc mật khẩu không đúng." />,
  ],
  ['sessions-citizen', <SessionsPage officer={false} hasPassword={false} sessions={sessions} />],
  ['sessions-officer', <SessionsPage officer hasPassword sessions={sessions} />],
  [
    'password',
    <PasswordPage officer shortest={12} errors={[{ name: 'next', message: 'Mật khẩu ngắn.' }]} changed={false} />,
  ],
  ['officers', <OfficersPage query="hoa" officers={[seated]} next="/quan-tri/tai-khoan?sau=hoa" />],
  ['officers-none', <OfficersPage query="zzz" officers={[]} />],
  [
    'new-officer',
    <NewOfficerPage roles={roles} typed={typed} errors={[{ name: 'name', message: 'Hãy nhập họ và tên.' }]} />,
  ],
  ['officer', <OfficerPage officer={seated} roles={roles} madePassword="abcd-efgh-jkmn-pqrs" />],
  ['password-changed', <PasswordPage officer={false} shortest={12} errors={[]} changed />],
];

describe('pages of identity', () => {
  it.each(PAGES)('%s has no fault on a phone in Vietnamese, nor at a dark desk in English', async (name, page) => {
    const signedIn = name.startsWith('sign-in') ? {} : { reader };
    const faults = async (locale: 'vi' | 'en', look: Look) => {
      const frame = aFrame(served.assets, { locale, path: `/${name}`, csrf: 'token', ...signedIn });
      return faultsOf(browser, served.put(`/${name}-${locale}`, renderIn(frame, page)), look);
    };
    expect(await faults('vi', { width: 390, scheme: 'light' })).toEqual([]);
    expect(await faults('en', { width: 1280, scheme: 'dark' })).toEqual([]);
  });
});

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox, Windows'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1', 'Safari, iOS'],
  ['curl/8.0', 'Không rõ'],
])('the browser %s is shown as %s', (userAgent, name) => expect(browserName(userAgent, 'vi')).toBe(name));
