import type { Browser } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../../test/harness/browser.ts';
import { aFrame, aReader, faultsOf, renderIn, type ServedPages, servePages } from '../../../../test/harness/pages.tsx';
import { instant } from '../../calendar/instant.ts';
import { BackgroundPage } from './background-page.tsx';

let browser: Browser;
let served: ServedPages;

beforeAll(async () => {
  [browser, served] = await Promise.all([launchBrowser(), servePages()]);
  return async () => {
    served.close();
    await browser.close();
  };
});

const at = instant('2026-11-23T14:05');
const job = {
  name: 'payments.ask-bank',
  key: 'a',
  attempts: 25,
  lastError: 'Error: the bank answered 503\n    at x',
  addedAt: at,
  lastTriedAt: at,
};
const page = (
  <BackgroundPage
    next="/quan-tri/viec-nen?truoc=1"
    jobs={[
      { ...job, id: '2' },
      { ...job, id: '1' },
    ]}
    parked={[
      {
        subscriber: 'dossiers.notices',
        position: 71,
        type: 'dossiers.dossier-accepted',
        subjectId: '1',
        lastError: 'there is no template',
        behind: 2,
      },
    ]}
    tasks={
      new Map(
        ['identity.sign-ins', 'files.rescan'].map((name) => [
          name,
          {
            title: { vi: 'Xóa lần thử đăng nhập đã cũ', en: 'Old tries to sign in' },
            counts: { attempts: { vi: 'lần thử đã xóa', en: 'tries erased' } },
            run: () => Promise.resolve({}),
          },
        ]),
      )
    }
    upkeep={{ at, done: { 'identity.sign-ins': { attempts: 12, sessions: 3 } }, failed: ['files.rescan'] }}
  />
);

it('background work has no fault on a phone in Vietnamese, nor at a dark desk in English', async () => {
  const reader = aReader('Quản trị');
  const show = (locale: 'vi' | 'en') =>
    served.put(`/${locale}`, renderIn(aFrame(served.assets, { locale, csrf: 'token', reader }), page));
  expect(await faultsOf(browser, show('vi'), { width: 390, scheme: 'light' })).toEqual([]);
  expect(await faultsOf(browser, show('en'), { width: 1280, scheme: 'dark' })).toEqual([]);
});
