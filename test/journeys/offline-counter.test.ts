import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Instant, instant, systemClock } from '../../src/platform/calendar/instant.ts';
import { launchBrowser } from '../harness/browser.ts';
import { counterFields } from '../harness/counter.ts';
import { type Desk, takeDesk } from './desk.ts';
import { type RealApp, startRealApp } from './real-app.ts';

const HOME = '/can-bo/mat-mang';
const begun = systemClock();
/** Minutes of the simulated morning that have passed beside the real ones. */
let minutes = 0;
const now = (): Instant => (instant('2026-11-23T09:00') + (systemClock() - begun) + minutes * 60_000) as Instant;

let real: RealApp;
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  [real, browser] = await Promise.all([startRealApp(now), launchBrowser()]);
  desk = await takeDesk(browser, real, { who: { role: 'TN', unit: 'H53.101.1' }, width: 1280, height: 800 });
});
afterAll(async () => {
  await desk?.close();
  await browser?.close();
  await real?.stop();
});

/** The device's clock goes with the simulated morning. */
async function pass(page: Page, count: number): Promise<void> {
  minutes += count;
  await page.clock.setFixedTime(now());
}

const codeOf = (number: number): string => `H53.101.1-261123-${String(number).padStart(4, '0')}`;

/** Into what stands on the page under each name. */
async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const control = page.locator(`[name="${name}"]`);
    if ((await control.count()) === 0) continue;
    const kind = await control.first().evaluate((one) => one.getAttribute('type') ?? one.tagName.toLowerCase());
    if (kind === 'hidden') continue;
    if (kind === 'radio') await page.locator(`[name="${name}"][value="${value}"]`).check();
    else if (kind === 'checkbox') await control.first().check();
    else if (kind === 'select') await control.first().selectOption(value);
    else await control.first().fill(value);
  }
}

const DEATH = 'Đăng ký khai tử';

/** From the list to the slip, whose code is answered. */
async function receive(page: Page, more: Readonly<Record<string, string>>): Promise<string> {
  await page.goto(`${real.url}${HOME}`);
  await page.locator('input[name="loc"]').fill('khai tu');
  await page.getByRole('link', { name: DEATH, exact: true }).click();
  await page.getByRole('heading', { name: 'Nội dung kê khai' }).waitFor();
  await fill(page, counterFields({ ...more }));
  await page.getByRole('button', { name: 'Nhận hồ sơ, lấy số giữ trước' }).click();
  await page.waitForURL(`**${HOME}/phieu#**`);
  const code = page.locator('[data-slot="code"]');
  await expect.poll(() => code.textContent()).not.toBe('');
  return (await code.textContent()) ?? '';
}

/** The server does what it is asked, and its answer is lost on the way. */
const loseOneAnswer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const ask = window.fetch;
    window.fetch = async (...asked) => {
      const answer = await ask(...asked);
      if (asked[0] !== '/can-bo/mat-mang/gui') return answer;
      window.fetch = ask;
      throw new TypeError('the line went down again');
    };
  });

/** The line goes while the forms are being kept. */
async function loseForms(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (location.hash !== '#dut-mang') return;
    const ask = window.fetch;
    window.fetch = (...asked) =>
      (asked[0] as string).includes('/mat-mang/nhan/')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : ask(...asked);
  });
  await page.goto(`${real.url}${HOME}#dut-mang`);
  await page.getByText('Máy này chưa lưu mẫu tiếp nhận').waitFor();
  // the worker is there: keeping has begun, and failed
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForLoadState('networkidle');
}

const stored = async () =>
  (
    await sql<{ code: string; at: string; entries: number }>`
      select c.code, to_char(c.received_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI') as at,
        (select count(*)::integer from journal.entry e where e.subject_id = c.id and e.type = 'dossiers.received-offline') as entries
      from cases.case c order by c.code
    `.execute(real.app.platform.db)
  ).rows;

test('a counter works ten minutes without a line: its numbers go out in order, each once, conflicts are shown, and what is left is voided', async () => {
  const { page } = desk;
  await page.clock.setFixedTime(now());
  await loseForms(page);
  await page.goto(`${real.url}${HOME}`);
  await page.getByRole('button', { name: 'Giữ thêm 10 số' }).click();
  await page.getByText('Máy này còn 10 số cho hôm nay.').waitFor();
  await page.getByText(/Đã lưu \d+ mẫu tiếp nhận/).waitFor({ timeout: 300_000 });
  await desk.look();

  await page.context().setOffline(true);
  const given: string[] = [];
  for (const [index, name] of ['Một', 'Hai', 'Ba', 'Bốn'].entries()) {
    await pass(page, 2);
    // the third forgets a name that the form asks for
    const answers: Record<string, string> = index === 2 ? { 'requester.full_name': '' } : {};
    given.push(await receive(page, { applicant_name: `Trần Thị ${name}`, ...answers }));
    if (index === 0) {
      await desk.look();
      expect(await page.locator('[data-offline="slip"]').innerText()).toContain('Hồ sơ được nhận khi mất mạng.');
    }
  }
  expect(given).toEqual([1, 2, 3, 4].map(codeOf));
  await page.goto(`${real.url}${HOME}`);
  await page.getByText('Đang mất mạng').waitFor();
  expect(await page.locator('[data-offline="rows"] tbody tr').count()).toBe(4);
  await page.getByText('Máy này còn 6 số cho hôm nay.').waitFor();
  await desk.look();
  expect(await stored()).toEqual([]);

  await pass(page, 2);
  await loseOneAnswer(page);
  await page.context().setOffline(false);
  await expect.poll(() => page.locator('tr[data-state="sent"]').count(), { timeout: 90_000 }).toBe(3);
  const conflict = page.locator('tr[data-state="conflict"]');
  expect(await conflict.innerText()).toContain(codeOf(3));
  await desk.look();
  const sent = await stored();
  expect(sent.map(({ code }) => code)).toEqual([1, 2, 4].map(codeOf));
  expect(sent.map(({ entries }) => entries)).toEqual([1, 1, 1]);
  expect(sent.map(({ at }) => at)).toEqual(sent.map(({ at }) => at).toSorted());

  await conflict.getByRole('button', { name: 'Xem lại và nhận' }).click();
  await page.getByRole('heading', { name: 'Nhận lại hồ sơ chưa gửi được' }).waitFor();
  await desk.look();
  await fill(page, { 'requester.full_name': 'Trần Thị Ba' });
  await page.getByRole('button', { name: 'Nhận hồ sơ', exact: true }).click();
  await page.getByText(`Đã nhận hồ sơ ${codeOf(3)}.`).waitFor();
  await expect.poll(() => page.locator('tr[data-state="sent"]').count(), { timeout: 60_000 }).toBe(4);
  expect((await stored()).map(({ code }) => code)).toEqual([1, 2, 3, 4].map(codeOf));

  await page.getByRole('button', { name: 'Chốt ngày, hủy số chưa dùng' }).click();
  await page.getByText(`Đã hủy số chưa dùng: ${[5, 6, 7, 8, 9, 10].map(codeOf).join(', ')}.`).waitFor();
  const numbers = await sql<{ state: string; n: number }>`
    select state, count(*)::integer as n from dossiers.reserved_number group by state order by state
  `.execute(real.app.platform.db);
  expect(numbers.rows).toEqual([
    { state: 'used', n: 4 },
    { state: 'voided', n: 6 },
  ]);
  expect(desk.faults).toEqual([]);
});

test('what waits on the device is unreadable, and its key goes when the officer signs out', async () => {
  const { page } = desk;
  await page.goto(`${real.url}${HOME}`);
  await page.getByRole('button', { name: 'Giữ thêm 10 số' }).click();
  await page.getByText('Máy này còn 10 số cho hôm nay.').waitFor();
  await page.context().setOffline(true);
  await receive(page, { applicant_name: 'Lê Văn Năm' });
  const kept = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const asked = indexedDB.open('vamco-mat-mang');
        asked.onsuccess = () => {
          const all = asked.result.transaction('receptions').objectStore('receptions').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
  expect(kept).not.toContain('Lê Văn');
  await page.context().setOffline(false);
  await page.goto(`${real.url}/can-bo/quay`);
  await page.locator('.vc-bar-menu summary').click();
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Đăng xuất' }).click()]);
  expect(await page.evaluate(() => caches.keys())).not.toContain('vamco-mat-mang');
});
