import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { type Desk, takeDesk } from './desk.ts';
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

/** What people come for, and what the first procedure found for these letters is called. */
const WANTED = [
  ['khai tu', 'Đăng ký khai tử'],
  ['dang ky giam ho', 'Đăng ký giám hộ'],
  ['dang ky lai khai sinh', 'Đăng ký lại khai sinh'],
  ['nhan cha me con', 'Đăng ký nhận cha, mẹ, con'],
] as const;

/** As a reader types it: every fifth has lost the shift of its bars, every seventh its letters. */
function cardOf(index: number): string {
  const number = `0721950${String(10_000 + index).slice(1)}1`.padEnd(12, '0').slice(0, 12);
  const name = index % 7 === 6 ? 'Tr?n Th? M??i' : 'Trần Thị Mười';
  const card = `${number}|290123456|${name}|05041995|Nữ|Ấp Thạnh Trung|10052021`;
  return index % 5 === 4 ? card.replaceAll('|', '\\') : card;
}

/** At the counter of Tân Ninh; every fourth matter belongs to another commune. */
async function receive(desk: Desk, index: number): Promise<void> {
  const { page } = desk;
  const [letters, name] = WANTED[index % WANTED.length] as (typeof WANTED)[number];
  await page.keyboard.type(cardOf(index));
  await page.keyboard.press('Enter');
  await page.locator('input[name="q"]:focus').waitFor();
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
  await page.getByText('Thủ tục tìm thấy').waitFor();
  const place = await page.locator('ol.vc-counter-found button span:first-child').allInnerTexts();
  await page.keyboard.press(String(place.findIndex((text) => text.startsWith(`${name} `)) + 1));
  await page.getByText('Nội dung kê khai').waitFor();
  if (index === 0) await desk.look();
  if (index % 7 === 6) await desk.fill('Họ và tên', 'Trần Thị Mười');
  if (index % 4 === 3) await desk.pick('Xã, phường của việc này', 'Bình Minh');
  await desk.reach('Đã nhận bản giấy');
  await page.keyboard.press('Space');
  await fillTheRest(desk, index);
  await desk.reach('Tiếp nhận và lập giấy hẹn');
  await page.keyboard.press('Enter');
}

async function fillTheRest(desk: Desk, index: number): Promise<void> {
  const answer = async (name: string, ...keys: string[]) => {
    await desk.reach(name);
    for (const key of keys) await desk.press(key);
  };
  if (index % 7 === 6) await desk.fill('Họ, chữ đệm, tên', 'Trần Thị Mười');
  await desk.pick('Dân tộc', 'Kinh');
  await answer('Nơi thường trú', 'Space');
  await desk.pick('Tỉnh', 'Tây Ninh');
  await desk.fill('Xã', 'Phường Tân Ninh');
  await desk.fill('Số nhà', 'Ấp Thạnh Trung');
  await desk.fill('Số điện thoại', '0912345678');
  await desk.fill('Bạn đề nghị', `Việc thứ ${index + 1} của buổi sáng.`);
  await answer('Tại Trung tâm', 'Space');
  await answer('Có', 'ArrowRight');
  await answer('Tôi', 'Space');
}

test('a shift of twenty people with mixed matters is worked at the counter without a mouse, each by the next key', async () => {
  const desk = await takeDesk(browser, real, { who: { role: 'TN', unit: 'H53.101.1' }, width: 1366, height: 768 });
  const { page } = desk;
  await page.goto(`${real.url}/can-bo/quay`);
  const codes = new Set<string>();
  for (let index = 0; index < 20; index++) {
    await page.locator('input[name="the"]:focus').waitFor();
    await receive(desk, index);
    await page.waitForURL('**/can-bo/quay/da-nhan/**');
    codes.add(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    if (index === 3) await desk.look();
    await page.keyboard.press('n');
  }
  expect(codes.size).toBe(20);
  const stored = await sql<{ others: number; all: number }>`
    select count(*)::integer as all, count(*) filter (where 'received-elsewhere' = any(flags))::integer as others
    from cases.case where code = any(${[...codes]}) and status = 'open'
  `.execute(real.app.platform.db);
  expect(stored.rows).toEqual([{ all: 20, others: 5 }]);
  await page.locator('input[name="the"]:focus').waitFor();
  await page.goto(`${real.url}/can-bo/luan-chuyen`);
  await desk.look();
  expect(await page.locator('table.vc-table tbody tr').count()).toBeGreaterThanOrEqual(1);
  expect(desk.faults).toEqual([]);
  await desk.close();
});
