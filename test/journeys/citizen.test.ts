import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf, systemClock } from '../../src/platform/calendar/instant.ts';
import type { Command, Outcome } from '../../src/platform/cases/act.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { createAccount } from '../../src/platform/identity/account.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import {
  acceptDossier,
  askForSupplement,
  completeStep,
  type DossierActor,
  handOver,
} from '../../src/systems/dossiers/dossiers.ts';
import { issueResult, signResult } from '../../src/systems/dossiers/finish-result.ts';
import { loadDossier } from '../../src/systems/dossiers/load-dossier.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { launchBrowser } from '../harness/browser.ts';
import { photo } from '../harness/sample-images.ts';
import { type Phone, picturesOf, takePhone } from './phone.ts';
import { type RealApp, startRealApp } from './real-app.ts';

let real: RealApp;
let browser: Browser;
let phone: Phone;

beforeAll(async () => {
  [real, browser] = await Promise.all([startRealApp(), launchBrowser()]);
  phone = await takePhone(browser);
  officer = await seatOfficer();
});
afterAll(async () => {
  await phone?.close();
  await browser?.close();
  await real?.stop();
});

/** The office's part: one person in every role, by the product's own verbs; the officer's journey is another test. */
let officer: DossierActor;
const OFFICER = 'Lê Văn Chung';

async function seatOfficer(): Promise<DossierActor> {
  const { db, clock } = real.app.platform;
  const account = { kind: 'officer', name: OFFICER, login: 'le.van.chung', at: clock() } as const;
  const made = await createAccount(db, programActor('journey'), account);
  if (made.kind === 'refusal') throw new Error(made.code);
  return {
    actor: { id: made.accountId, kind: 'person', account: made.accountId },
    scope: 'all',
    rolesAt: () => ['TN', 'HT', 'CT', 'VT'],
  };
}

const platformOf = () => real.app.platform as unknown as Platform<DossierTables>;
const dossierOf = async (code: string) => {
  const dossier = await loadDossier(platformOf().db, { code }, 'all');
  if (!dossier) throw new Error(`no dossier ${code}`);
  return dossier;
};
async function office(code: string, act: (command: Command) => Promise<Outcome>): Promise<void> {
  const { id, version } = await dossierOf(code);
  const outcome = await act({ commandId: newId(), caseId: id, shownVersion: version });
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: 'done' });
}

const born = addDays(dayOf(systemClock()), -10);

test('a mother registers a birth from her phone, without script: from the search to the rated result', async () => {
  const { page } = phone;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const follow = (name: string | RegExp) => page.getByRole('link', { name }).first().click();
  const fill = (label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value);
  const date = async (legend: string, day: string) => {
    const group = page.getByRole('group', { name: legend });
    const [year = '', month = '', date = ''] = day.split('-');
    await group.getByLabel('Ngày', { exact: true }).fill(date);
    await group.getByLabel('Tháng', { exact: true }).fill(month);
    await group.getByLabel('Năm', { exact: true }).fill(year);
  };
  const choose = (name: string) => page.getByLabel(name, { exact: true }).check();
  const heading = () => page.getByRole('heading', { level: 1 }).innerText();

  const drawn = picturesOf(page);

  // search, without diacritics
  await page.goto(real.url);
  await phone.look();
  await page.getByRole('searchbox').fill('khai sinh cho con');
  await press('Tìm');
  await phone.look();
  await page.locator('a[href="/thu-tuc/1.001193"]').click();
  expect(await heading()).toBe('Đăng ký khai sinh');
  await phone.look();

  // signing in through VNeID comes back to where she wanted to go
  await follow('Nộp hồ sơ trực tuyến');
  await phone.look();
  await follow('Đăng nhập bằng VNeID');
  await page.getByLabel(/Nguyễn Thị Thu Hà/).check();
  if (await page.locator('#pin').count()) await page.locator('#pin').fill('123456');
  await press('Đăng nhập');
  expect(new URL(page.url()).pathname).toBe('/thu-tuc/1.001193/nop');
  await phone.look();

  await page.locator('#area').selectOption('25459');
  await press('Bắt đầu điền hồ sơ');
  await phone.look();
  const draft = new URL(page.url()).pathname;
  await follow('Làm tiếp');

  // one section a page; a mistake keeps what was typed and says how to mend it
  await choose('Thông thường');
  await phone.look();
  await press('Lưu và tiếp tục');
  await phone.look();
  await page.getByLabel('Dân tộc').selectOption({ label: 'Kinh' });
  await choose('Mẹ');
  await press('Lưu và tiếp tục');
  expect(await page.locator('.ds-error-summary').count(), await page.locator('main').innerText()).toBe(0);

  await fill('Họ, chữ đệm, tên', 'trần an nhiên');
  await phone.look();
  await press('Lưu và tiếp tục');
  expect(await page.locator('.ds-error-summary').innerText()).toContain('cần sửa');
  expect(await page.getByLabel('Họ, chữ đệm, tên', { exact: true }).inputValue()).toBe('trần an nhiên');
  await date('Ngày, tháng, năm sinh', born);
  await choose('Nữ');
  await page.getByLabel('Dân tộc').selectOption({ label: 'Kinh' });
  await choose('Cơ sở y tế');
  await place('Nơi sinh');
  await place('Quê quán');
  await press('Lưu và tiếp tục');
  await fill('Tên cơ sở y tế', 'Bệnh viện Đa khoa Tây Ninh');
  await press('Lưu và tiếp tục');
  expect(await heading()).toBe('Người mẹ');

  await person('NGUYỄN THỊ THU HÀ', '1995-03-12', '072195418263');
  expect(await heading()).toBe('Người cha');
  await person('TRẦN QUỐC BẢO', '1993-09-05', '072093507914');
  expect(await heading()).toBe('Việc kết hôn của cha mẹ');
  await choose('Không đăng ký kết hôn');
  await press('Lưu và tiếp tục');

  // a photo from the phone, which loses what it tells beside the picture
  expect(await heading()).toBe('Giấy tờ');
  await choose('Giấy chứng sinh');
  await press('Lưu và tiếp tục');
  await upload('Giấy chứng sinh', 'chung-sinh.jpg');
  await phone.look();
  await press('Lưu và tiếp tục');

  expect(await heading()).toBe('Nhận kết quả');
  await choose('Bản điện tử');
  await page
    .getByRole('group', { name: 'Bạn có đề nghị cấp bản sao không?' })
    .getByLabel('Có', { exact: true })
    .check();
  await page.getByLabel(/Tôi cam đoan/).check();
  await press('Lưu và tiếp tục');
  await fill('Số lượng bản sao', '2');
  await press('Lưu và tiếp tục');

  // left and taken up again
  await page.goto(`${real.url}/ho-so-cua-toi`);
  await phone.look();
  await page.locator(`a[href="${draft}"]`).click();
  await follow('Kiểm tra lại và nộp');
  expect(await heading()).toBe('Kiểm tra lại trước khi nộp hồ sơ');
  expect(await page.locator('main').innerText()).toContain('16.000 đồng');
  await phone.look();
  await press('Nộp hồ sơ');
  const code = (await page.locator('.vc-confirmation-code strong').innerText()).trim();
  expect(code).toMatch(/^H53\.[0-9.]+-\d{6}-\d{4}$/);
  expect(await page.locator('main').innerText()).toMatch(/trả lời trước \d\d giờ \d\d phút/);
  await phone.look();

  // anyone with the code sees where it is, and nothing of hers
  await page.goto(`${real.url}/tra-cuu?ma=${code}`);
  expect(await page.locator('main').innerText()).not.toMatch(/Thu Hà|NHIÊN/);
  await phone.look();

  // the office asks once for a better photo
  await office(code, (command) =>
    askForSupplement(platformOf().acting, officer, {
      ...command,
      items: [{ component: 'giay-chung-sinh', text: 'Giấy chứng sinh bị mờ, chụp lại.' }],
      reason: 'Không đọc được số của giấy.',
    }),
  );
  await page.goto(`${real.url}/ho-so/${code}`);
  expect(await page.locator('main').innerText()).toContain('đang chờ bà bổ sung');
  await phone.look();
  await follow('Bổ sung hồ sơ');
  await phone.look();
  await press('Gửi bổ sung');
  expect(await page.locator('.ds-error-summary').innerText()).toContain('Hãy chọn ít nhất một tệp');
  await upload('Giấy chứng sinh', 'chung-sinh-ro.jpg');
  await press('Gửi bổ sung');
  expect(new URL(page.url()).pathname).toBe(`/ho-so/${code}`);

  // accepted: two copies are to be paid, and the clock stands until the bank tells
  await office(code, (command) => acceptDossier(platformOf().acting, officer, command));
  await page.reload();
  expect(await page.locator('main').innerText()).toContain('đang chờ bà nộp tiền');
  await phone.look();
  // papers are seen in the page
  const slip = `200 image/png /ho-so/${code}/giay-to/receipt.pdf`;
  await page.locator('summary', { hasText: 'Giấy tiếp nhận' }).click();
  await until(async () => drawn.includes(slip));
  await page
    .getByText(/^chung-sinh-ro\.jpg,/)
    .first()
    .click();
  await phone.look();
  // and where scripts may run, although ours has none, they are asked for only when they are opened
  const seen = await phone.lookWithScript(page.url());
  await seen.page.waitForLoadState('networkidle');
  expect(seen.pictures).toEqual([]);
  await seen.page.locator('summary', { hasText: 'Giấy tiếp nhận' }).click();
  await until(async () => seen.pictures.length > 0);
  expect(seen.pictures).toEqual([slip]);
  await seen.page.close();
  const receipt = await page.request.get(`${real.url}/ho-so/${code}/giay-to/receipt.pdf`);
  expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await follow('Xem mã QR và nộp tiền');
  await until(async () => {
    await page.reload();
    return (await page.getByRole('link', { name: 'Mở trang thanh toán' }).count()) > 0;
  });
  expect(await page.getByRole('img', { name: /VietQR/ }).count()).toBe(1);
  await phone.look();
  // the bank's own page, a program beside ours, which tells us three times over what was paid
  await follow('Mở trang thanh toán');
  expect(new URL(page.url()).host).not.toBe(new URL(real.url).host);
  await page.locator('#mode').selectOption('repeated');
  await press('Trả 16.000 đồng');
  await follow('Trở lại nơi yêu cầu thanh toán');
  expect(new URL(page.url()).pathname).toBe(`/ho-so/${code}/nop-tien`);
  await phone.look();
  await until(async () => (await dossierOf(code)).waiting !== 'financial-obligation');
  await page.reload();
  expect(await page.locator('main').innerText()).toMatch(/Đã nhận đủ tiền[^]*Biên lai\s+BL-/);
  await phone.look();

  // the draft is read and agreed to
  await office(code, (command) => completeStep(platformOf().acting, officer, { ...command, note: 'Đủ điều kiện.' }));
  await page.goto(`${real.url}/ho-so/${code}`);
  await phone.look();
  await follow('Xem và xác nhận bản dự thảo');
  expect(await page.locator('main').innerText()).toContain('TRẦN AN NHIÊN');
  await phone.look();
  await until(async () => drawn.includes(`200 image/png /ho-so/${code}/du-thao/ban-du-thao.pdf`));
  const paper = await page.request.get(`${real.url}/ho-so/${code}/du-thao/ban-du-thao.pdf`);
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await press('Đồng ý, đúng rồi');
  expect(await page.locator('main').innerText()).toContain('Đồng ý bản dự thảo');
  await page.goto(`${real.url}/ho-so/${code}/thoi-han`);
  await phone.look();

  // signed, sealed, and the paper is what its public page says
  await finish(code);
  await page.goto(`${real.url}/ho-so/${code}`);
  await phone.look();
  const { resultFile } = await dossierOf(code);
  const pdf = await (await page.request.get(`${real.url}/tep/${resultFile}`)).body();
  await follow('Trang xác minh');
  expect(await page.locator('main').innerText()).toMatch(/đang có giá trị[^]*Lê Văn Chung/);
  await phone.look();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: pdf });
  await press('So sánh');
  const compared = await page.locator('main').innerText();
  expect(compared).toContain('không thay đổi một byte nào');
  expect(compared).toContain(`${OFFICER}, nguyên vẹn`);
  expect(compared).toContain('Ủy ban nhân dân phường Tân Ninh, nguyên vẹn');
  const forged = Buffer.from(pdf);
  forged[forged.length - 40] = 0x20;
  expect(createHash('sha256').update(forged).digest()).not.toEqual(createHash('sha256').update(pdf).digest());
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'gia.pdf', mimeType: 'application/pdf', buffer: forged });
  await press('So sánh');
  expect(await page.locator('main').innerText()).toContain('không phải là văn bản đã cấp');

  await office(code, (command) =>
    handOver(platformOf().acting, officer, { ...command, how: 'electronic', to: '', told: 'in-person' }),
  );
  await page.goto(`${real.url}/ho-so/${code}`);
  expect(await page.locator('main').innerText()).toContain('đã được giải quyết và trả kết quả');
  await phone.look();

  // and she says how it was
  await follow('Đánh giá việc giải quyết hồ sơ');
  await phone.look();
  await choose('Hài lòng');
  await fill('Nhận xét (không bắt buộc)', 'Nhanh, nhưng phải chụp lại giấy chứng sinh.');
  await press('Gửi đánh giá');
  expect(await page.locator('main').innerText()).toContain('Hài lòng (4/5)');
  await follow('Xem số liệu đánh giá của các cơ quan');
  expect(await page.locator('main').innerText()).toContain('100 % (1 / 1)');
  await phone.look();

  expect(phone.faults).toEqual([]);

  async function place(legend: string): Promise<void> {
    const group = page.getByRole('group', { name: legend });
    await group.getByLabel(/Tỉnh, thành phố/).selectOption('80');
    await group.getByLabel(/Xã, phường/).fill('Phường Tân Ninh');
  }

  async function person(name: string, birth: string, number: string): Promise<void> {
    await fill('Họ, chữ đệm, tên', name);
    await date('Ngày, tháng, năm sinh', birth);
    await page.getByLabel('Dân tộc').selectOption({ label: 'Kinh' });
    await choose('Thẻ căn cước, căn cước công dân');
    await place('Nơi cư trú');
    await page
      .getByRole('group', { name: 'Nơi cư trú' })
      .getByLabel(/Số nhà/)
      .fill('Số 12, đường Cách Mạng Tháng Tám');
    await phone.look();
    await press('Lưu và tiếp tục');
    await fill('Số định danh cá nhân', number);
    await press('Lưu và tiếp tục');
  }

  async function upload(label: string, name: string): Promise<void> {
    const file = { name, mimeType: 'image/jpeg', buffer: Buffer.from(photo()) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    expect(await page.locator('main').innerText()).toContain(label);
  }
});

async function finish(code: string): Promise<void> {
  const platform = platformOf();
  const registered = { book: '01', personal_number: `0723${born.slice(2, 4)}012345` };
  await office(code, (command) => completeStep(platform.acting, officer, { ...command, note: '', office: registered }));
  const signer = { positionId: newId(), name: OFFICER, titles: ['Chủ tịch'] };
  await office(code, (command) =>
    signResult(platform, officer, { ...command, outcome: 'approved', reason: '', signer }),
  );
  await office(code, (command) => issueResult(platform, officer, command));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('it did not come about within 30 seconds');
}
