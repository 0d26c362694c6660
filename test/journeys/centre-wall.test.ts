import type { Browser, Page } from 'playwright-core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActEnvironment } from '../../src/platform/cases/act.ts';
import { writeAct } from '../../src/platform/cases/act.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { sealEntry } from '../../src/platform/journal/entry.ts';
import { takeIncident } from '../../src/systems/operations-centre/incidents.ts';
import type { CentreTables } from '../../src/systems/operations-centre/tables.ts';
import { launchBrowser } from '../harness/browser.ts';
import type { House } from '../harness/house.ts';
import { anAccount } from '../harness/people.ts';
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

const LEADER = { role: 'CT', unit: 'H53' };
const WALL = '/can-bo/trung-tam/man-hinh';

/** The worst rating of a dossier of a ward: a signal, as feedback writes it. */
async function aSignal(): Promise<void> {
  const { db, clock } = real.app.platform;
  const unit = await sql<{
    id: string;
  }>`select id from organisation.unit where code = 'H53.101' and valid_to is null`.execute(db);
  const entry = sealEntry(
    {
      type: 'feedback.dossier-rated',
      dims: { unit: unit.rows[0]?.id },
      body: { code: 'H53.101.1-261123-0001', score: 1, reasons: ['late'] },
    },
    {
      actor: { kind: 'program', program: 'test' },
      subject: { type: 'feedback.rating', id: newId() },
      at: clock(),
    },
  );
  await writeAct(db, { rows: [], entries: [entry] });
}

async function takeIt(): Promise<void> {
  const { platform } = real.app;
  const found = await sql<{ id: string; unit: string }>`
    select case_id as id, unit_id as unit from operations_centre.incident
  `.execute(platform.db);
  const row = found.rows[0] ?? { id: '', unit: '' };
  const id = await anAccount(real.app as unknown as House, LEADER);
  const outcome = await takeIncident(
    platform.acting as unknown as ActEnvironment<CentreTables>,
    { id, kind: 'person', account: id },
    { commandId: newId(), caseId: row.id, reach: 'all', unitId: row.unit },
  );
  expect(outcome).toMatchObject({ kind: 'done' });
}

/** Runs in the page: what is smaller than 20 px on the screen it is drawn for, or is cut off at the edge of the screen. */
function tooSmall(least: number): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('.vc-wall *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!own || element.closest('[hidden], .ds-sr-only')) continue;
    const box = element.getBoundingClientRect();
    // the words of the map are drawn on a sheet that grows with the screen
    const svg = element.closest('svg');
    const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size < least - 0.5) found.push(`${element.textContent}: ${size} px`);
    if (box.right > innerWidth || box.bottom > innerHeight) found.push(`${element.textContent}: beyond the screen`);
  }
  return found;
}

const heightOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().height));

test('the wall is told of a signal and of who takes it on without being asked, says when it is told nothing, and doubles on a screen of twice the size', async () => {
  const desk = await takeDesk(browser, real, { who: LEADER, width: 1920, height: 1080 });
  const { page } = desk;
  await page.goto(`${real.url}${WALL}`);
  const incidents = page.locator('[data-slot="wall-incidents"]');
  expect(await incidents.innerText()).toContain('Không có sự cố nào đang mở');
  await aSignal();
  await expect.poll(() => incidents.innerText(), { timeout: 15_000 }).toContain('Người dân rất không hài lòng');
  expect(await incidents.innerText()).toContain('Chưa nhận');
  expect(await page.locator('[data-slot="wall-summary"]').innerText()).toContain(
    '1 sự cố đang mở, 1 chưa có người nhận',
  );
  await takeIt();
  await expect.poll(() => incidents.innerText(), { timeout: 15_000 }).toContain('Đang xử lý');
  await desk.look();

  expect([await heightOf(page, '.vc-wall-head'), await heightOf(page, '.vc-wall-sources')]).toEqual([72, 48]);
  expect(await page.evaluate(tooSmall, 20)).toEqual([]);
  await page.setViewportSize({ width: 3840, height: 2160 });
  expect([await heightOf(page, '.vc-wall-head'), await heightOf(page, '.vc-wall-sources')]).toEqual([144, 96]);
  expect(await page.evaluate(tooSmall, 40)).toEqual([]);

  await page.context().setOffline(true);
  await page.locator('.vc-live-stale').waitFor({ timeout: 15_000 });
  expect(await page.locator('.vc-live-stale').innerText()).toMatch(/Mất kết nối từ\s\d\d:\d\d/);
  await page.context().setOffline(false);
  await page.locator('.vc-wall-clock').waitFor({ timeout: 30_000 });
  expect(desk.faults).toEqual([]);
  await desk.close();
});
