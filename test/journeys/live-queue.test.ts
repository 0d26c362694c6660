import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/platform/db/ids.ts';
import { endSessions } from '../../src/platform/identity/session.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import { askForSupplement, withdrawDossier } from '../../src/systems/dossiers/dossiers.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { launchBrowser } from '../harness/browser.ts';
import { aBirthDossier } from '../harness/dossiers.ts';
import type { House } from '../harness/house.ts';
import { anAccount } from '../harness/people.ts';
import { takeDesk } from './desk.ts';
import { type RealApp, startRealApp } from './real-app.ts';

let real: RealApp;
let browser: Browser;
let house: House<DossierTables>;

beforeAll(async () => {
  [real, browser] = await Promise.all([startRealApp(), launchBrowser()]);
  const { platform } = real.app;
  house = { platform, db: platform.db, acting: platform.acting } as unknown as House<DossierTables>;
});
afterAll(async () => {
  await browser?.close();
  await real?.stop();
});

/** Leads the ward, so that all of its dossiers are in the queue, and assigns them. */
const LEADER = { role: 'CT', unit: 'H53.101' };

const colleague = { actor: { id: newId(), kind: 'person' as const }, scope: 'all' as const, rolesAt: () => ['TN'] };

const submit = async (): Promise<string> =>
  aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });

async function askForMore(caseId: string): Promise<void> {
  const items = [{ component: null, text: 'Chụp lại giấy chứng sinh.' }];
  const asked = { commandId: newId(), caseId, items, reason: 'Ảnh mờ.' };
  expect((await askForSupplement(house.acting, colleague, asked)).kind).toBe('done');
}

async function withdraw(caseId: string): Promise<void> {
  const command = { commandId: newId(), caseId, reason: 'Tôi nộp nhầm nơi.' };
  expect((await withdrawDossier(house.acting, colleague, command)).kind).toBe('done');
}

/** Every row with its place on the screen: nothing may move. */
const rowsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('tr[data-key]')].map((row) => [
      row.dataset.key,
      row.getBoundingClientRect().top,
    ]),
  );

test('an open queue is told what others do: rows change where they stand, never under the hands of who works; what is new waits', async () => {
  const ids = [await submit(), await submit(), await submit(), await submit()];
  const [first = '', second = '', third = '', fourth = ''] = ids;
  const desk = await takeDesk(browser, real, { who: LEADER, width: 1440, height: 900 });
  const { page } = desk;
  await page.goto(`${real.url}/can-bo/ho-so?hang=don-vi`);
  const before = await rowsOf(page);
  expect(before.map(([id]) => id)).toEqual(ids);
  const timeOf = (id: string) => page.locator(`tr[data-key="${id}"] td:last-child`);

  await askForMore(second);
  await expect.poll(() => timeOf(second).innerText(), { timeout: 15_000 }).toBe('Tạm dừng');
  expect(await rowsOf(page)).toEqual(before);

  // a row whose box is ticked waits until it is not, one that has the focus until the focus has left it
  await page.locator(`tr[data-key="${third}"] input`).check();
  await page.locator(`tr[data-key="${first}"] a`).focus();
  await askForMore(first);
  await askForMore(third);
  await withdraw(fourth);
  await expect.poll(() => timeOf(fourth).innerText(), { timeout: 15_000 }).toBe('Đã rời hàng đợi');
  await submit();
  const news = page.locator('[data-slot="queue-news"]');
  await expect.poll(() => news.innerText(), { timeout: 15_000 }).toContain('1 hồ sơ mới');
  expect(await timeOf(first).innerText()).not.toBe('Tạm dừng');
  expect(await timeOf(third).innerText()).not.toBe('Tạm dừng');
  await desk.press('j');
  await expect.poll(() => timeOf(first).innerText()).toBe('Tạm dừng');
  await page.locator(`tr[data-key="${third}"] input`).uncheck();
  await page.locator(`tr[data-key="${second}"] a`).focus();
  await expect.poll(() => timeOf(third).innerText()).toBe('Tạm dừng');
  expect(await rowsOf(page)).toEqual(before);
  await desk.look();

  // a dossier opened beside the list stays open when what is new is shown
  await page.locator(`tr[data-key="${second}"] a`).click();
  await page.locator(`tr[data-key="${second}"][aria-current="true"]`).waitFor();
  await Promise.all([
    page.waitForResponse((response) => response.url().includes('/can-bo/ho-so-truc-tiep')),
    news.getByRole('link', { name: 'Hiện' }).click(),
  ]);
  await expect.poll(async () => (await rowsOf(page)).length).toBe(4);
  expect((await rowsOf(page)).map(([id]) => id)).not.toContain(fourth);
  await page.locator(`tr[data-key="${second}"][aria-current="true"]`).waitFor();

  const updated = page.locator('.vc-live-updated');
  await updated.waitFor();
  // away from the network the page says how old it is, and is told again when it is back
  await page.context().setOffline(true);
  await page.locator('.vc-live-stale').waitFor({ timeout: 15_000 });
  expect(await page.locator('.vc-live-stale').innerText()).toMatch(/Cũ từ \d\d:\d\d:\d\d/);
  await desk.look();
  await page.context().setOffline(false);
  await updated.waitFor({ timeout: 30_000 });

  // the stream ends with the session
  const accountId = await anAccount(real.app as unknown as House, LEADER);
  const ending = { accountId, why: 'revoked', at: real.app.platform.clock() } as const;
  await endSessions(real.app.platform.db, programActor('test'), ending);
  await submit();
  await page.locator('.vc-live-stale').waitFor({ timeout: 15_000 });
  expect(desk.faults).toEqual([]);
  await desk.close();
});
