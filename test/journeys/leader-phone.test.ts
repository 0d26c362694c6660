import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../src/platform/db/ids.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import { completeStep, sendBack } from '../../src/systems/dossiers/dossiers.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { launchBrowser } from '../harness/browser.ts';
import { anAcceptedDossier, readDossier } from '../harness/dossiers.ts';
import type { House } from '../harness/house.ts';
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

/** An officer at the step before, and a deputy at the leader's own. */
const acting = (role: string) => ({ actor: programActor('journey'), scope: 'all' as const, rolesAt: () => [role] });

/** At the chairman's step, the office's part filled in. */
async function toSign(): Promise<{ id: string; code: string }> {
  const originals = [{ paper_title: 'Bằng tốt nghiệp', issuer: 'Sở Giáo dục', pages: 1, copies: 2 }];
  const answers = { requester: { full_name: 'NGUYỄN THỊ THU HÀ' }, originals };
  const id = await anAcceptedDossier(house, { procedure: '2.000815', answers });
  const command = { commandId: newId(), caseId: id, note: '', office: { book: '01' } };
  expect((await completeStep(house.acting, acting('HT'), command)).kind).toBe('done');
  return { id, code: (await readDossier(house, id)).code };
}

test('the chair signs several dossiers on a phone at once; the one that somebody else acted on meanwhile stays unsigned and is shown', async () => {
  const [first, second, third] = [await toSign(), await toSign(), await toSign()];
  const leader = await takeDesk(browser, real, { who: { role: 'CT', unit: 'H53.101' }, width: 390, height: 844 });
  const { page } = leader;
  await page.goto(`${real.url}/can-bo/ky`);
  for (const { code } of [first, second, third]) await page.getByLabel(`Chọn hồ sơ ${code}`).check();
  await leader.look();
  await page.getByRole('button', { name: 'Ký các hồ sơ đã đánh dấu…' }).click();
  await page.getByText('Sẽ thực hiện (3)').waitFor();
  await leader.look();

  // while the page is open, the second goes back to the step before
  const back = { commandId: newId(), caseId: second.id, reason: 'Sai số bản.' };
  expect((await sendBack(house.acting, acting('CT'), back)).kind).toBe('done');
  await page.getByRole('button', { name: /^Ký kết quả/ }).click();
  await page.getByText('Đã thực hiện 2 trên 3 hồ sơ').waitFor();
  await leader.look();
  const line = page.getByRole('listitem').filter({ hasText: second.code });
  expect(await line.innerText()).toMatch(/Người khác vừa xử lý[^]*chưa làm gì với hồ sơ này/);
  const signed = await Promise.all([first, second, third].map(({ id }) => readDossier(house, id)));
  expect(signed.map(({ signedAt }) => signedAt !== null)).toEqual([true, false, true]);

  // looked at again, it says why it can't be signed
  await page.getByRole('link', { name: 'Xem lại các hồ sơ chưa thực hiện' }).click();
  await page.getByText('Không thực hiện được (1)').waitFor();
  await leader.look();
  await page.goto(`${real.url}/can-bo/ky`);
  await page.getByText('Không có hồ sơ nào chờ ký').waitFor();
  expect(leader.faults).toEqual([]);
  await leader.close();
});

test('the chair reads the centre, its board and its log on a phone: every value of a row stands in sight', async () => {
  const leader = await takeDesk(browser, real, { who: { role: 'CT', unit: 'H53.101' }, width: 390, height: 844 });
  const { page } = leader;
  await page.goto(`${real.url}/can-bo/trung-tam`);
  await page.getByRole('link', { name: 'Mở sự cố' }).click();
  await page.getByLabel('Chuyện gì').fill('Cây đổ chắn đường');
  await page.getByLabel('Loại').selectOption({ label: 'Giao thông, tai nạn' });
  await page.getByText('Cấp 2', { exact: true }).click();
  await page.getByLabel('Xã, phường').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Mở sự cố' }).click();
  await page.getByRole('heading', { name: 'Cây đổ chắn đường' }).waitFor();
  await leader.look();
  for (const [path, value] of [
    ['/can-bo/trung-tam', 'Cây đổ chắn đường'],
    ['/can-bo/trung-tam/kinh-te-xa-hoi', 'Chưa có số liệu'],
    ['/can-bo/trung-tam/su-co', 'Giao thông, tai nạn'],
  ] as const) {
    await page.goto(`${real.url}${path}`);
    const box = await page.locator('main').getByText(value).and(page.locator(':not(option)')).first().boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390, `${value} on ${path}`).toBe(true);
    await leader.look();
  }
  expect(leader.faults).toEqual([]);
  await leader.close();
});
