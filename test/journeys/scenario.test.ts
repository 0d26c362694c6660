import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/platform/db/ids.ts';
import { askForSupplement } from '../../src/systems/dossiers/dossiers.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import type { SupervisionTables } from '../../src/systems/supervision/tables.ts';
import { launchBrowser } from '../harness/browser.ts';
import { aBirthDossier } from '../harness/dossiers.ts';
import type { House } from '../harness/house.ts';
import { anAccount } from '../harness/people.ts';
import { takeDesk } from './desk.ts';
import { type RealApp, startRealApp } from './real-app.ts';

let real: RealApp;
let browser: Browser;
let house: House<DossierTables & SupervisionTables>;

beforeAll(async () => {
  [real, browser] = await Promise.all([startRealApp(), launchBrowser()]);
  const { platform } = real.app;
  house = { platform, db: platform.db, acting: platform.acting } as unknown as typeof house;
});
afterAll(async () => {
  await browser?.close();
  await real?.stop();
});

const SCENARIOS = '/quan-tri/kich-ban';
const colleague = { actor: { id: newId(), kind: 'person' as const }, scope: 'all' as const, rolesAt: () => ['TN'] };
const example = (status: string): string =>
  `- title: { vi: 'Tình trạng ${status}', en: 'Status ${status}' }\n  values: { act: { type: dossiers.supplement-asked }, dossier: { status: ${status} } }`;

/** Leads the ward where it happens, and the province: both look on from before. */
const HEAD = { role: 'CT', unit: 'H53.101' };
const LEADER = { role: 'CT', unit: 'H53' };

async function lookOn(who: typeof HEAD, path: string, width: number) {
  const desk = await takeDesk(browser, real, { who, width, height: 1080 });
  const told = desk.page.waitForResponse((response) => response.url().includes('truc-tiep'));
  await desk.page.goto(`${real.url}${path}`);
  await told;
  // the same document to the end: nothing was loaded again
  await desk.page.evaluate(() => document.documentElement.setAttribute('data-journey', ''));
  return desk;
}

const isSamePage = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-journey'));

async function askForMore(): Promise<string> {
  const caseId = await aBirthDossier(house as never, {
    accountId: await anAccount(house, 'citizen'),
    stage: 'submitted',
  });
  const items = [{ component: null, text: 'Chụp lại giấy chứng sinh.' }];
  const asked = { commandId: newId(), caseId, items, reason: 'Ảnh mờ.' };
  expect((await askForSupplement(house.acting as never, colleague, asked)).kind).toBe('done');
  return caseId;
}

test('a scenario is written from nothing, tried on the past, published, and its violation by somebody else stands at once before the head of the unit and on the wall', async () => {
  await askForMore();
  const desk = await takeDesk(browser, real, { who: 'administrator', width: 1280, height: 900 });
  const { page } = desk;
  await page.goto(`${real.url}${SCENARIOS}`);
  await desk.look();
  await page.getByRole('link', { name: 'Viết kịch bản mới' }).click();
  await page.getByLabel('Mã', { exact: true }).fill('J1');
  await page.getByLabel('Tên, tiếng Việt').fill('Yêu cầu bổ sung khi chưa tiếp nhận');
  await page.getByLabel('Tên, tiếng Anh').fill('Papers asked for before acceptance');
  await page.getByLabel('Căn cứ pháp lý').fill('Quyết định 1/QĐ-UBND');
  await page.getByText('Chọn các hành vi được xét').click();
  await page.getByLabel('(dossiers.supplement-asked)').check();

  // a mistake is underlined while it is typed, and said
  const condition = page.getByLabel('Điều kiện vi phạm');
  await condition.pressSequentially('dossier.sta');
  await page.getByRole('option', { name: 'dossier.status' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await condition.inputValue()).toBe('dossier.status');
  await page.keyboard.type(' == 5');
  await page.locator('condition-editor mark').waitFor();
  expect(await page.locator('[data-part="answer"]').innerText()).toContain('khác kiểu');
  await desk.look();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('"submitted"');
  await page.getByText('Nói bằng lời').waitFor();
  expect(await page.locator('condition-editor mark').count()).toBe(0);

  // the rows of the builder say the same
  await page.getByText('Dựng điều kiện đơn giản').click();
  expect(await page.getByLabel('So với').inputValue()).toBe('submitted');

  // by keyboard: a row is added and taken away, and the person never falls out of the rows
  const held = () => page.evaluate(() => document.activeElement?.closest('label, button')?.textContent ?? '');
  await page.getByRole('button', { name: 'Thêm dòng' }).focus();
  await page.keyboard.press('Enter');
  expect(await held()).toMatch(/^Giá trị xét/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await held()).toBe('Bỏ dòng');
  await page.keyboard.press('Enter');
  expect(await held()).not.toBe('');
  await page.getByLabel('So với').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await held()).toBe('Bỏ dòng');
  expect(await condition.inputValue()).toBe('dossier.status == "submitted"');

  await page.getByLabel('Mức độ').selectOption('critical');
  await page.getByLabel('Nội dung phát hiện, tiếng Việt').fill('Hồ sơ {dossier.code} chưa được tiếp nhận.');
  await page.getByLabel('Nội dung phát hiện, tiếng Anh').fill('{dossier.code} was not accepted.');
  await page.getByLabel('Ví dụ đúng luật').fill(example('open'));
  await page.getByLabel('Ví dụ vi phạm').fill(example('submitted'));
  await page.getByText('Thử trên các ví dụ').waitFor();
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  await page.waitForURL(`**${SCENARIOS}/J1/ban-nhap`);
  await desk.look();

  // what it would have found
  await page.getByRole('link', { name: 'Thử trên quá khứ' }).click();
  await desk.look();
  await page.getByRole('button', { name: 'Thử', exact: true }).click();
  await page.waitForURL(`**${SCENARIOS}/J1/thu-lai/*`);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator('dl').first().innerText();
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toContain('Đã xong');
  expect(await page.locator('main h3').count()).toBe(1);
  await page.getByText('Vì sao').click();
  await desk.look();

  // published from today
  await page.goto(`${real.url}${SCENARIOS}/J1/ban-nhap`);
  await page.getByLabel('Số, ký hiệu quyết định').fill('12/QĐ-UBND');
  const day = page.getByRole('group', { name: 'Ngày của quyết định' });
  for (const [name, text] of [
    ['Ngày', '20'],
    ['Tháng', '11'],
    ['Năm', '2025'],
  ] as const)
    await day.getByLabel(name, { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Công bố' }).click();
  await page.waitForURL(`**${SCENARIOS}/J1/phien-ban`);

  // and violated by somebody else, while the head of the unit and the province look on
  const head = await lookOn(HEAD, '/can-bo/giam-sat?cua=don-vi&trang=open', 1280);
  const wall = await lookOn(LEADER, '/can-bo/trung-tam/man-hinh', 1920);
  const incidents = wall.page.locator('[data-slot="wall-incidents"]');
  const tile = wall.page.locator('.vc-tile', { hasText: 'Phát hiện chưa kết luận' });
  expect(await incidents.innerText()).not.toContain('Vi phạm');
  expect(await tile.locator('b').innerText()).toBe('0');
  const violated = await askForMore();
  const found = await house.db
    .selectFrom('supervision.finding')
    .innerJoin('cases.case', 'cases.case.id', 'supervision.finding.case_id')
    .select(['message', 'code'])
    .where('subject_id', '=', violated)
    .where('scenario', '=', 'J1')
    .execute();
  expect(found).toHaveLength(1);
  const code = found[0]?.code ?? '';
  expect(found[0]?.message.vi).toContain('chưa được tiếp nhận');
  const news = head.page.locator('[data-slot="queue-news"]');
  await expect.poll(() => news.innerText(), { timeout: 15_000 }).toContain('1 phát hiện mới');
  expect(await news.getByRole('link', { name: code }).getAttribute('href')).toBe(`/can-bo/giam-sat/${code}`);
  await expect.poll(() => incidents.innerText(), { timeout: 15_000 }).toContain(`Vi phạm ${code.split('.')[0]}: `);
  await expect.poll(() => tile.locator('b').innerText(), { timeout: 15_000 }).toBe('1');
  for (const { page: open } of [head, wall]) expect(await isSamePage(open)).toBe(true);
  await head.look();
  await news.getByRole('link', { name: 'Hiện' }).click();
  await head.page.locator('table').getByRole('link', { name: 'Yêu cầu bổ sung khi chưa tiếp nhận' }).waitFor();
  for (const one of [desk, head, wall]) {
    expect(one.faults).toEqual([]);
    await one.close();
  }
});
