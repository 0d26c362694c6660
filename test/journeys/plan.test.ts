import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../harness/browser.ts';
import { textInDocx } from '../harness/docx-reader.ts';
import { textOf } from '../harness/pdf-reader.ts';
import { type Desk, takeDesk } from './desk.ts';
import { type RealApp, startRealApp } from './real-app.ts';

let real: RealApp;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vamco-plan-'));
  [real, browser] = await Promise.all([startRealApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await real?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const OFFICE = '/can-bo/de-an';
/** Local networks: 100 % by the end of 2025, without a value. */
const TARGET = 'T25-J2';

async function enterValue(desk: Desk, [numerator, denominator]: readonly [string, string]): Promise<void> {
  const { page } = desk;
  await page.goto(`${real.url}${OFFICE}/chi-tieu/${TARGET}`);
  await desk.look();
  await fillDay(page, 'Số liệu tính đến ngày', ['31', '10', '2026']);
  await page.getByLabel('Tử số').fill(numerator);
  await page.getByLabel('Mẫu số').fill(denominator);
  await page.getByLabel('Số, ký hiệu văn bản').fill('77/BC-SKHCN');
  await fillDay(page, 'Ngày văn bản', ['05', '11', '2026']);
  await page.getByLabel('Bản chụp hoặc tệp văn bản').setInputFiles({
    name: 'bao-cao.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    ),
  });
  await page.getByRole('button', { name: 'Gửi duyệt' }).click();
}

async function fillDay(page: Page, label: string, parts: readonly [string, string, string]): Promise<void> {
  const day = page.getByRole('group', { name: label });
  for (const [place, name] of ['Ngày', 'Tháng', 'Năm'].entries())
    await day.getByLabel(name, { exact: true }).fill(parts[place] ?? '');
}

const statusOnPublicPage = async (page: Page): Promise<string> => {
  await page.goto(`${real.url}/de-an/chi-tieu/${TARGET}`);
  return page.locator('main').innerText();
};

test('a value with its document is entered, approved by somebody else, changes the status for everybody, and goes out in the report', async () => {
  const entering = await takeDesk(browser, real, { who: { role: 'CV', unit: 'H53.8' }, width: 1280, height: 900 });
  const approving = await takeDesk(browser, real, { who: { role: 'CT', unit: 'H53' }, width: 1440, height: 900 });
  const guest = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const before = await statusOnPublicPage(guest);
  expect(before).not.toContain('77/BC-SKHCN');
  expect(before).not.toContain('Đạt');

  // a numerator larger than its denominator is said beside its field, and what was typed stays
  await enterValue(entering, ['150', '148']);
  await entering.page.getByText('Tử số không thể lớn hơn mẫu số').first().waitFor();
  expect(await entering.page.getByLabel('Số, ký hiệu văn bản').inputValue()).toBe('77/BC-SKHCN');
  await enterValue(entering, ['148', '148']);
  await entering.page.getByText('Bạn là người nhập').waitFor();
  await entering.look();
  expect(await statusOnPublicPage(guest)).not.toContain('77/BC-SKHCN');

  // the chairman finds it on the page of the plan, opens the document, and approves
  const { page } = approving;
  await page.goto(`${real.url}${OFFICE}`);
  await approving.look();
  await page.locator('main').getByRole('link', { name: TARGET }).first().click();
  const file = await page.getByRole('link', { name: 'Mở tệp' }).getAttribute('href');
  const opened = await page.context().request.get(`${real.url}${file}`);
  expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await page.getByText('Lịch sử số liệu đã nhập').waitFor();
  await approving.look();
  const after = await statusOnPublicPage(guest);
  expect(after).toContain('Đạt');
  expect(after).toContain('77/BC-SKHCN');
  expect(after).toContain('148 / 148');

  // and the report says so, in both files, as other programs read them
  await page.goto(`${real.url}${OFFICE}/bao-cao`);
  await approving.look();
  await page.getByLabel('Kính gửi').fill('Văn phòng Chính phủ');
  const saved = async (button: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  };
  const words = textInDocx(readFileSync(await saved('Tải DOCX')));
  // words of a justified line are told apart by their places alone
  const bare = (one: string) => one.replaceAll(/\s+/g, '');
  const pdf = bare(await textOf(readFileSync(await saved('Tải PDF'))));
  for (const text of [bare(words), pdf])
    for (const said of ['Văn phòng Chính phủ', 'chỉ tiêu: 1 đạt', '100 % (148 / 148'])
      expect(text).toContain(bare(said));
  // only the document has its cells in the order of their lines
  expect(bare(words).split(TARGET)[1]?.slice(0, 100)).toContain('Đạt');
  expect([...entering.faults, ...approving.faults]).toEqual([]);
  await Promise.all([entering.close(), approving.close(), guest.close()]);
});
