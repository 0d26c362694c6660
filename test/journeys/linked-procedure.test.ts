import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Instant, instant } from '../../src/platform/calendar/instant.ts';
import { fireDueTimers } from '../../src/platform/cases/timers.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { launchBrowser } from '../harness/browser.ts';
import { anAcceptedDossier, completePresentStep, readDossier, signPresentStep } from '../harness/dossiers.ts';
import type { House } from '../harness/house.ts';
import { anAccount } from '../harness/people.ts';
import { photo } from '../harness/sample-images.ts';
import { type Desk, takeDesk } from './desk.ts';
import { type RealApp, startRealApp } from './real-app.ts';

let real: RealApp;
let browser: Browser;
let house: House<DossierTables>;
let now: Instant = instant('2026-11-23T08:00');

beforeAll(async () => {
  [real, browser] = await Promise.all([startRealApp(() => now), launchBrowser()]);
  const { platform } = real.app;
  house = { platform, db: platform.db, acting: platform.acting } as unknown as House<DossierTables>;
});
afterAll(async () => {
  await browser?.close();
  await real?.stop();
});

const sit = (role: string, unit: string): Promise<Desk> =>
  takeDesk(browser, real, { who: { role, unit }, width: 1366, height: 768 });

/** Birth, residence and health card of a child, signed: the lead unit gathers, the other bodies have got their parts. */
async function aLinkedDossier(): Promise<{ id: string; code: string }> {
  const accountId = await anAccount(real.app as unknown as House, 'citizen');
  const id = await anAcceptedDossier(house, { procedure: '2.000986', answers: {}, accountId });
  await completePresentStep(house, id);
  await completePresentStep(house, id);
  await signPresentStep(house, { caseId: id, outcome: 'approved' });
  return { id, code: (await readDossier(house, id)).code };
}

/** Its part, from the list of what the unit is asked to the form that ends it. */
async function openPart(desk: Desk, code: string): Promise<void> {
  await desk.page.goto(`${real.url}/can-bo/y-kien`);
  await desk.reach(code);
  await desk.press('Enter');
  await desk.page.getByRole('heading', { level: 1, name: 'Xong phần việc' }).waitFor();
}

async function endPart(desk: Desk, reference: string): Promise<void> {
  const file = { name: 'ket-qua.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo()) };
  await desk.page.locator('input[type=file]').setInputFiles(file);
  await desk.fill('Số của giấy tờ', reference);
  await sendForm(desk, 'Xong phần việc');
}

async function sendForm(desk: Desk, name: string): Promise<void> {
  const asked = desk.page.url();
  await desk.reach(name);
  await desk.press('Enter');
  await desk.page.waitForURL((url) => url.href !== asked);
}

test('a child is born: police and insurance do their parts beside the lead unit, one refuses and is asked again, is late and reminded, and the parents get all of it together', async () => {
  const { id, code } = await aLinkedDossier();
  const police = await sit('DK', 'ca-25459');
  await openPart(police, code);
  await police.look();
  await endPart(police, '12/TB-CA');

  // insurance refuses; the lead unit asks it again, with the key of the act
  const insurance = await sit('CV', 'bhxh-tinh');
  await openPart(insurance, code);
  await insurance.page.getByLabel('Không giải quyết được').check();
  await insurance.fill('Ghi chú', 'Chưa có số định danh của trẻ.');
  await sendForm(insurance, 'Xong phần việc');
  const lead = await sit('HT', 'vp-25459');
  await lead.page.goto(`${real.url}/can-bo/ho-so/${code}`);
  await lead.page.getByText('không giải quyết được').first().waitFor();
  await lead.press('w');
  await lead.page.getByRole('heading', { level: 1, name: 'Giao lại phần việc' }).waitFor();
  await lead.look();
  await lead.fill('Lý do', 'Số định danh đã có trong Sổ hộ tịch.');
  await sendForm(lead, 'Giao lại phần việc');
  await lead.look();

  // silent past its time: reminded, then the one-stop office is told
  for (const time of ['2026-11-27T17:00', '2026-12-01T08:00']) {
    now = instant(time);
    await fireDueTimers(real.app.platform, now, (error) => {
      throw error;
    });
  }
  const late = (await readDossier(house, id)).consultations.find(({ answeredAt }) => answeredAt === null);
  expect(late).toMatchObject({ remindedAt: expect.any(Number), overdueAt: expect.any(Number) });
  const body = await sit('CV', 'bhxh-tinh');
  await openPart(body, code);
  await body.page.getByText('Số định danh đã có trong Sổ hộ tịch.').waitFor();
  await body.look();
  await endPart(body, '7/TB-BHXH');
  const gatherer = await sit('HT', 'vp-25459');
  await gatherer.page.goto(`${real.url}/can-bo/ho-so/${code}`);
  await gatherer.press('n');
  await gatherer.page.getByRole('heading', { level: 1, name: 'Xong bước này' }).waitFor();
  await sendForm(gatherer, 'Xong bước này');
  expect((await readDossier(house, id)).step).toBe('seal');

  // the parents see every part with its number, and open both papers
  const parents = await takeDesk(browser, real, { who: 'citizen', width: 390, height: 844 });
  await parents.page.goto(`${real.url}/ho-so/${code}`);
  const told = await parents.page.locator('main').innerText();
  for (const words of ['12/TB-CA', '7/TB-BHXH']) expect(told).toContain(words);
  const papers = parents.page.getByRole('link', { name: 'Xem giấy tờ' });
  expect(await papers.count()).toBe(2);
  for (const link of await papers.all()) {
    const answer = await parents.page.request.get(`${real.url}${await link.getAttribute('href')}`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/jpeg']);
  }
  await parents.look();
  const desks = [police, insurance, lead, body, gatherer, parents];
  expect(desks.flatMap((desk) => desk.faults)).toEqual([]);
  for (const desk of desks) await desk.close();
});
