import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { type Desk, takeDesk } from './desk.ts';
import { type RealApp, startRealApp } from './real-app.ts';

const COMMUNE = '25459';
const CARD = '072195001234|290123456|Nguyễn Thị Ngọc Ánh|05041995|Nữ|Ấp Thạnh Trung|10052021';

let real: RealApp;
let browser: Browser;
let units: readonly { key: string; code: string }[];

beforeAll(async () => {
  [real, browser] = await Promise.all([startRealApp(), launchBrowser()]);
  const found = await sql<{ key: string; code: string }>`
    select u.key, u.code from organisation.unit u join organisation.area a on a.id = u.area_id
    where a.code = ${COMMUNE} and u.valid_to is null
  `.execute(real.app.platform.db);
  units = found.rows;
});
afterAll(async () => {
  await browser?.close();
  await real?.stop();
});

const unit = (key: string): string => units.find((one) => one.key.startsWith(`${key}-`))?.code ?? '';
const sit = (role: string, key: string, width = 1440, height = 900): Promise<Desk> =>
  takeDesk(browser, real, { who: { role, unit: unit(key) }, width, height });
const heading = (desk: Desk) => desk.page.getByRole('heading', { level: 1 }).innerText();

test('officers work by keyboard alone from the counter to the sealed result; the leader signs on a phone', async () => {
  const counter = await sit('TN', 'ttpvhcc', 1366, 768);
  const { page } = counter;
  await page.goto(`${real.url}/can-bo/quay`);
  await counter.look();
  await counter.fill('Số định danh', CARD);
  await counter.fill('Thủ tục', 'khai tu');
  await counter.press('Enter');
  await page.getByText('Thủ tục tìm thấy').waitFor();
  await counter.look();
  await counter.reach('Đăng ký khai tử');
  await counter.press('Enter');
  await page.getByText('Nội dung kê khai').waitFor();
  await counter.look();
  expect(await page.getByLabel('Họ và tên', { exact: true }).inputValue()).toBe('Nguyễn Thị Ngọc Ánh');
  await fillTheRest(counter);
  await counter.reach('Tiếp nhận và lập giấy hẹn');
  await counter.press('Enter');
  await page.waitForURL('**/can-bo/quay/da-nhan/**');
  await counter.look();
  const code = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const receipt = await page.request.get(`${real.url}/can-bo/ho-so/${code}/giay-to/receipt.pdf`);
  expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-');

  const civil = await sit('HT', 'vp');
  await openFromQueue(civil, code);
  await civil.look();
  await doAct(civil, 'n', 'Xong bước này', (desk) =>
    desk.fill('Nội dung kết quả', 'Đăng ký khai tử cho người có tên trong hồ sơ.'),
  );
  const head = await sit('LP', 'vp');
  await openFromQueue(head, code);
  await doAct(head, 'n', 'Xong bước này');

  const leader = await sit('CT', 'ubnd', 390, 844);
  await leader.page.goto(`${real.url}/can-bo/ky`);
  await leader.look();
  await leader.page.getByRole('link', { name: /khai tử/ }).click();
  await leader.page.getByRole('heading', { level: 1, name: 'Ký kết quả' }).waitFor();
  await leader.look();
  await leader.page.getByRole('button', { name: 'Ký kết quả' }).click();
  await leader.page.waitForURL((url) => !url.pathname.endsWith('/ky'));
  await leader.look();

  const clerk = await sit('VT', 'vp');
  await openFromQueue(clerk, code);
  await doAct(clerk, 'd', 'Vào số, đóng dấu');
  await counter.page.goto(`${real.url}/can-bo/ho-so?hang=cho-tra`);
  await counter.look();
  await openFromQueue(counter, code, 'cho-tra');
  // early, and with nowhere to announce it to: the counter says how the applicant was told
  await doAct(counter, 'r', 'Trả kết quả', tellInPerson);
  expect(await heading(counter)).toContain('khai tử');
  await counter.look();

  const stored = await sql<{ status: string; number: string }>`
    select c.status, d.result_number as number from cases.case c join dossiers.dossier d on d.case_id = c.id where c.code = ${code}
  `.execute(real.app.platform.db);
  expect(stored.rows).toMatchObject([{ status: 'closed', number: expect.stringMatching(/^1\//) }]);
  const desks = [counter, civil, head, leader, clerk];
  expect(desks.flatMap((desk) => desk.faults)).toEqual([]);
  for (const desk of desks) await desk.close();
});

/** j to the first line, Enter to open it beside the list. */
async function openFromQueue(desk: Desk, code: string, queue = 'cua-toi'): Promise<void> {
  await desk.page.goto(`${real.url}/can-bo/ho-so?hang=${queue}`);
  await desk.look();
  await desk.press('j');
  await desk.press('Enter');
  await desk.page.locator('turbo-frame').getByText(code).waitFor();
  // the address follows the frame a moment later
  await desk.page.waitForURL((url) => url.pathname.endsWith(code) || url.search.includes(code));
}

/** The key of the act, what it asks for, then its button, still without a mouse. */
async function doAct(desk: Desk, key: string, name: string, fill?: (desk: Desk) => Promise<void>): Promise<void> {
  await desk.press(key);
  await desk.page.getByRole('heading', { level: 1, name }).waitFor();
  await desk.look();
  await fill?.(desk);
  await desk.reach(name);
  const asked = desk.page.url();
  await desk.press('Enter');
  await desk.page.waitForURL((url) => url.href !== asked);
}

async function tellInPerson(desk: Desk): Promise<void> {
  await desk.page.locator('[name="told"]').first().focus();
  await desk.press('Space');
}

async function fillTheRest(desk: Desk): Promise<void> {
  const answer = async (name: string, ...keys: string[]) => {
    await desk.reach(name);
    for (const key of keys) await desk.press(key);
  };
  await desk.pick('Dân tộc', 'Kinh');
  await answer('Nơi thường trú', 'Space');
  await desk.pick('Tỉnh', 'Tây Ninh');
  await desk.fill('Xã', 'Phường Tân Ninh');
  await desk.fill('Số nhà', 'Ấp Thạnh Trung');
  await desk.fill('Số điện thoại', '0912345678');
  await desk.fill('Bạn đề nghị', 'Đăng ký khai tử cho cha.');
  await answer('Tại Trung tâm', 'Space');
  await answer('Có', 'ArrowRight');
  await answer('Tôi', 'Space');
}
