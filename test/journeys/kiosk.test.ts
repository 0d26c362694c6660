import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/platform/db/ids.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import { addDevice, makeDeviceCode } from '../../src/systems/counter/devices.ts';
import type { CounterTables } from '../../src/systems/counter/tables.ts';
import { axeFaults, sidewaysFaults } from '../harness/axe.ts';
import { launchBrowser } from '../harness/browser.ts';
import type { House } from '../harness/house.ts';
import { takeDesk } from './desk.ts';
import { type RealApp, startRealApp } from './real-app.ts';

let real: RealApp;
let browser: Browser;
beforeAll(async () => {
  [real, browser] = await Promise.all([startRealApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await real?.stop();
});

const HALL = 'H53.101.1';
const faults: string[] = [];

async function look(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = [...(await axeFaults(page)), ...(await sidewaysFaults(page))];
    faults.push(...found.map((fault) => `${new URL(page.url()).pathname} (${colorScheme}): ${fault}`));
  }
}

async function open(width: number, height: number): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  return { context, page };
}

/** Set up as a technician does: the address, and the code that the administrator gave. */
async function setUp(page: Page, kind: 'kiosk' | 'display'): Promise<void> {
  const { acting, db } = real.app.platform as unknown as House<CounterTables>;
  const unit = await db.selectFrom('organisation.unit').select('id').where('code', '=', HALL).executeTakeFirstOrThrow();
  const code = makeDeviceCode();
  const command = { commandId: newId(), caseId: unit.id, unitId: unit.id, kind, name: 'Cửa chính' };
  expect((await addDevice(acting, programActor('test'), command, code)).kind).toBe('done');
  await page.goto(`${real.url}/thiet-bi`);
  await page.getByLabel('Mã thiết bị').fill(code);
  await page.keyboard.press('Enter');
  await page.waitForURL(kind === 'kiosk' ? '**/lay-so' : '**/man-hinh-goi-so');
}

test('an old woman takes a number at the kiosk; the officer calls it; the display shows it, her phone says where to go', async () => {
  const [kiosk, wall, phone] = [await open(1080, 1920), await open(1920, 1080), await open(390, 844)];
  await setUp(kiosk.page, 'kiosk');
  await setUp(wall.page, 'display');
  await look(kiosk.page);
  await look(wall.page);

  await kiosk.page.getByRole('link', { name: 'Hộ tịch, cư trú' }).click();
  await look(kiosk.page);
  const key = kiosk.page.getByRole('button', { name: 'Người từ 60 tuổi trở lên' });
  await key.focus();
  await kiosk.page.keyboard.press('Enter');
  await kiosk.page.waitForURL('**/lay-so/so/*');
  expect(await kiosk.page.locator('.vc-ticket-code').innerText()).toBe('A001');
  await look(kiosk.page);
  const secret = kiosk.page.url().split('/').at(-1) ?? '';
  await phone.page.goto(`${real.url}/so-thu-tu/${secret}`);
  await phone.page.getByText('Ông/bà là người tiếp theo').waitFor();
  await look(phone.page);

  const desk = await takeDesk(browser, real, { who: { role: 'TN', unit: HALL }, width: 1366, height: 768 });
  await desk.page.goto(`${real.url}/can-bo/xep-hang`);
  await desk.fill('Số quầy', '3');
  await desk.reach('A. Hộ tịch');
  await desk.press('Space');
  await desk.press('Enter');
  await desk.page.getByRole('button', { name: 'Gọi số tiếp theo' }).waitFor();
  await desk.look();
  await desk.press('g');
  await desk.page.getByRole('button', { name: 'Bắt đầu phục vụ' }).waitFor();
  await desk.look();

  const called = wall.page.getByText('Mời số A001 đến quầy 3');
  await called.waitFor({ state: 'attached', timeout: 15_000 });
  await look(wall.page);
  await phone.page.getByText('Mời đến quầy 3').waitFor({ timeout: 20_000 });
  await look(phone.page);
  await desk.press('b');
  await desk.page.getByRole('button', { name: 'Kết thúc' }).waitFor();
  await wall.page.getByText('Số A001 đang ở quầy 3').waitFor({ state: 'attached', timeout: 15_000 });

  // without the network the display says since when it knows nothing
  await wall.context.setOffline(true);
  await wall.page.locator('.vc-display-stale').waitFor({ timeout: 15_000 });
  await look(wall.page);
  expect([...faults, ...desk.faults]).toEqual([]);
  await desk.close();
  for (const { context } of [kiosk, wall, phone]) await context.close();
});
