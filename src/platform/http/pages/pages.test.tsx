import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../../test/harness/browser.ts';
import { aFrame, aReader, faultsOf, renderIn, type ServedPages, servePages } from '../../../../test/harness/pages.tsx';
import { ProblemPage } from './problem-page.tsx';

let pages: ServedPages;
let browser: Browser;
beforeAll(async () => {
  [pages, browser] = await Promise.all([servePages(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  pages?.close();
});

const desk = {
  unit: { vi: 'Xã Tân Biên' },
  places: [{ label: { vi: 'Hồ sơ', en: 'Dossiers' }, href: '/can-bo/ho-so' }],
  seat: '/tai-khoan/vi-tri',
};

describe.each([400, 403, 404, 413, 429, 500, 503])('a problem of status %i', (status) => {
  test.each([
    ['a citizen on a phone in the dark', 'vi', { signedIn: false, signIn: '/dang-nhap' } as const, 320, 'dark'],
    ['an officer who reads English', 'en', aReader('Lê Văn Chung', { desk, home: '/can-bo/ho-so' }), 1280, 'light'],
  ] as const)('is a page without fault for %s', async (_, locale, reader, width, scheme) => {
    const frame = aFrame(pages.assets, { reader, locale });
    const address = pages.put(`/${status}/${locale}`, renderIn(frame, <ProblemPage status={status} requestId="r-1" />));
    expect(await faultsOf(browser, address, { width, scheme })).toEqual([]);
  });
});
