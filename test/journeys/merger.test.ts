import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant, type Instant } from '../../src/platform/calendar/instant.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import { acceptDossier, type DossierActor } from '../../src/systems/dossiers/dossiers.ts';
import { submitDossier } from '../../src/systems/dossiers/submission.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { findProcedure } from '../../src/systems/procedures/index.ts';
import { launchBrowser } from '../harness/browser.ts';
import type { House } from '../harness/house.ts';
import { type Desk, takeDesk } from './desk.ts';
import { type RealApp, startRealApp } from './real-app.ts';

/** The ward that ends, and the one that goes on. */
const GONE = { area: '25486', key: 'ubnd-25486' };
const INTO = { code: 'H53.101', key: 'ubnd-25459' };
const MANY = 200;

let real: RealApp;
let browser: Browser;
let house: House<DossierTables>;
let now: Instant = instant('2026-12-30T09:00');

beforeAll(async () => {
  [real, browser] = await Promise.all([startRealApp(() => now), launchBrowser()]);
  const { platform } = real.app;
  house = { platform, db: platform.db, acting: platform.acting } as unknown as House<DossierTables>;
});
afterAll(async () => {
  await browser?.close();
  await real?.stop();
});

/** Through the verbs; half of them are taken in, so that they stand at an expert's step. */
async function submitMany(count: number): Promise<string[]> {
  const found = await findProcedure(house.db, '1.001612', '2026-12-30');
  const counter: DossierActor = { actor: { id: newId(), kind: 'person' }, scope: 'all', rolesAt: () => ['TN'] };
  const ids = Array.from({ length: count }, newId);
  const submitOne = async (caseId: string, index: number): Promise<void> => {
    const submitted = await submitDossier(house.acting, programActor('test'), {
      commandId: newId(),
      caseId,
      versionId: found?.version?.id ?? '',
      channel: 'counter',
      areaCode: GONE.area,
      applicant: { name: 'Trần Văn Lực' },
      answers: {},
      files: [],
      papers: [],
      receiveBy: 'counter',
    });
    expect(submitted).toMatchObject({ kind: 'done' });
    if (index % 2 === 0) return;
    expect(await acceptDossier(house.acting, counter, { commandId: newId(), caseId })).toMatchObject({ kind: 'done' });
  };
  for (let first = 0; first < count; first += 10)
    await Promise.all(ids.slice(first, first + 10).map((id, index) => submitOne(id, index)));
  return ids;
}

/** How many of them each committee decides, and how many are held by units that stand today. */
async function whereabouts(ids: readonly string[]) {
  const day = '2027-01-01';
  const found = await sql<{ key: string; count: number; held: number }>`
    select u.key, count(*)::integer as count,
      count(*) filter (where h.valid_to is null or h.valid_to >= ${day}::date)::integer as held
    from cases.case c join organisation.unit u on u.id = c.competent_unit join organisation.unit h on h.id = c.holding_unit
    where c.id = any(${ids}::uuid[]) and c.closed_at is null group by u.key order by u.key
  `.execute(house.db);
  return found.rows;
}

const seat = (): Promise<Desk> => takeDesk(browser, real, { who: 'administrator', width: 1280, height: 900 });

test('two communes are merged by pages: 200 open dossiers are passed on, undone, passed on again, and none is lost', async () => {
  const ids = await submitMany(MANY);
  expect(await whereabouts(ids)).toEqual([{ key: GONE.key, count: MANY, held: MANY }]);

  const faults: string[] = [];
  await draftAndPublish(await seat(), faults);
  expect(await whereabouts(ids), 'nothing happens before the day').toMatchObject([{ key: GONE.key, count: MANY }]);

  now = instant('2027-01-01T00:01');
  await house.platform.registry.jobs.get('organisation.come-into-force')?.(house.platform, {});
  now = instant('2027-01-01T08:00');
  expect(await whereabouts(ids), 'they wait for the administrator').toEqual([{ key: GONE.key, count: MANY, held: 0 }]);

  const desk = await seat();
  const batch = await passOn(desk);
  expect(await whereabouts(ids)).toEqual([{ key: INTO.key, count: MANY, held: MANY }]);
  await desk.look();

  await desk.page.goto(batch);
  await desk.page.getByRole('button', { name: 'Hoàn lại lần chuyển này' }).click();
  await desk.page.getByText('Hoàn lại từ').waitFor();
  await settle(desk, batch, `${MANY} hồ sơ đã về nơi cũ, 0 hồ sơ giữ nguyên`);
  expect(await whereabouts(ids)).toEqual([{ key: GONE.key, count: MANY, held: 0 }]);

  expect(await passOn(desk)).not.toBe(batch);
  expect(await whereabouts(ids)).toEqual([{ key: INTO.key, count: MANY, held: MANY }]);
  await desk.page.goto(`${real.url}/quan-tri/to-chuc/ke-thua`);
  expect(await desk.page.locator('main').innerText()).toContain('đều có đơn vị giải quyết');
  faults.push(...desk.faults);
  await desk.close();

  await findInQueues(ids);
  expect(faults).toEqual([]);
});

/** The administrator drafts the merger from the page of the unit, looks at what it touches, and publishes it for New Year. */
async function draftAndPublish(desk: Desk, faults: string[]): Promise<void> {
  const { page } = desk;
  await page.goto(`${real.url}/quan-tri/to-chuc`);
  await desk.look();
  const name = await nameOf(GONE.key);
  await page.goto(`${real.url}/quan-tri/to-chuc?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(/don-vi\//);
  await desk.look();
  await page.getByRole('link', { name: 'Sáp nhập vào đơn vị khác' }).click();
  await page.waitForURL(/sap-nhap/);
  await page.getByLabel('Sáp nhập vào').fill(INTO.code);
  await desk.look();
  await page.getByRole('button', { name: 'Đưa vào bản nháp' }).click();
  await page.getByRole('heading', { name: 'Ảnh hưởng' }).waitFor();
  expect(await page.locator('main').innerText()).toContain('Đơn vị kết thúc');
  await desk.look();

  await page.getByLabel('Số, ngày quyết định').fill('Nghị quyết 45/NQ-HĐND ngày 20/12/2026');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.locator('main p', { hasText: 'Nghị quyết 45' }).first().waitFor();
  for (const [part, value] of [
    ['Ngày', '1'],
    ['Tháng', '1'],
    ['Năm', '2027'],
  ] as const)
    await page.getByRole('group', { name: 'Áp dụng từ ngày' }).getByLabel(part).fill(value);
  await page.getByRole('button', { name: 'Công bố' }).click();
  await page.getByText('Chờ ngày áp dụng').waitFor();
  await desk.look();
  faults.push(...desk.faults);
  await desk.close();
}

/** Previewed first; answers where the batch is, once every dossier of it has its result. */
async function passOn({ page, ...desk }: Desk): Promise<string> {
  await page.goto(`${real.url}/quan-tri/to-chuc/ke-thua`);
  expect(await page.locator('main').innerText()).toContain(`${MANY} hồ sơ đang mở`);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.waitForURL(/xem-truoc/);
  expect(await page.locator('main').innerText()).toContain('Chưa có gì được chuyển.');
  await page.getByRole('button', { name: `Chuyển cả ${MANY} hồ sơ` }).click();
  await page.waitForURL(/lan-chuyen/);
  const batch = page.url();
  await settle({ page, ...desk }, batch, `đã chuyển ${MANY} hồ sơ, không chuyển được 0`);
  expect(await page.locator('tbody tr').count()).toBe(100);
  return batch;
}

/** The program works after the act: the page says how far it is. */
async function settle({ page }: Desk, path: string, words: string): Promise<void> {
  const said = async () => {
    await page.goto(path);
    return page.locator('main').innerText();
  };
  await expect.poll(said, { timeout: 180_000, interval: 2_000 }).toContain(words);
}

const nameOf = async (key: string): Promise<string> =>
  (
    await sql<{ name: string }>`select name ->> 'vi' as name from organisation.unit where key = ${key}`.execute(
      house.db,
    )
  ).rows[0]?.name ?? '';

/** The counter of the successor has those to be received, its experts the others; together they have them all. */
async function findInQueues(ids: readonly string[]): Promise<void> {
  const held = await sql<{ code: string; role: string; title: string }>`
    select u.code, coalesce(c.step_role, 'TN') as role, min(c.code) as title
    from cases.case c join organisation.unit u on u.id = c.holding_unit
    where c.id = any(${ids}::uuid[]) group by 1, 2 order by 1
  `.execute(house.db);
  expect(held.rows.length).toBeGreaterThanOrEqual(2);
  for (const { code, role, title } of held.rows) {
    const desk = await takeDesk(browser, real, { who: { role, unit: code }, width: 1280, height: 900 });
    await desk.page.goto(`${real.url}/can-bo/ho-so?hang=don-vi&q=${encodeURIComponent(title)}`);
    // a queue shows a code without the office that gave it
    const shown = title.slice(title.indexOf('-') + 1);
    expect(await desk.page.locator('main').innerText(), `${role} of ${code}`).toContain(shown);
    await desk.close();
  }
}
