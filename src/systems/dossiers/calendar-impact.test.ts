import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aBirthDossier, anAcceptedDossier, readDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { followPublished } from '../../platform/calendar/published-calendar.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { reckonImpact } from './calendar-impact.ts';
import { followCalendarJob } from './due-times.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let administrator: Visitor;
let moved: string;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  house.setClock('2026-11-24T16:00');
  administrator = await browse(house, server, { as: 'administrator' });
  moved = await anAcceptedDossier(house, { procedure: '1.004873', answers: {} });
  await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const CALENDAR = '/quan-tri/lich';
const IMPACT = `${CALENDAR}/anh-huong`;
const platform = () => house.platform as Parameters<typeof followCalendarJob>[0];

async function makeDayOff(day: string): Promise<void> {
  const path = `${CALENDAR}/ngay/${day}`;
  const fields = { kind: 'nghi', titleVi: 'Nghỉ bão', titleEn: 'Storm', source: 'Công điện 1' };
  await administrator.press(await administrator.get(path), path, fields);
}

test('without a draft there is nothing to see', async () => {
  expect((await administrator.get(IMPACT)).body).toContain('Lịch không có bản nháp');
  expect((await administrator.look(`${IMPACT}/ho-so.csv`)).status).toBe(404);
});

test('a draft is reckoned in the background: how many it moves, each before and after, in files too; nothing is written', async () => {
  await makeDayOff('2026-11-25');
  expect((await administrator.get(IMPACT)).body).toContain('Đang tính');
  await reckonImpact(platform());
  const { body } = await administrator.get(IMPACT);
  expect(body).toContain('2 trong 2 hồ sơ bị dời hạn');
  expect(body).toMatch(/26\/11\/2026 08:00.*27\/11\/2026 08:00/s);
  expect(body).toContain('(hạn trả lời)');
  const code = (await readDossier(house, moved)).code;
  const csv = (await administrator.look(`${IMPACT}/ho-so.csv`)).body;
  expect(csv).toContain(code);
  expect(csv.trim().split('\r\n')).toHaveLength(3);
  const book = await administrator.look(`${IMPACT}/ho-so.xlsx`);
  expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
  expect((await readDossier(house, moved)).dueAt).toBe(instant('2026-11-27T17:00'));
});

test('what ends before the first changed day is not looked at, and another draft takes the place of the first', async () => {
  await makeDayOff('2026-11-25');
  const path = `${CALENDAR}/ngay/2026-11-25`;
  await administrator.press(await administrator.get(path), path, { kind: 'thuong' });
  await makeDayOff('2026-12-30');
  await reckonImpact(platform());
  expect((await administrator.get(IMPACT)).body).toContain('0 trong 0 hồ sơ bị dời hạn');
});

test('once published, the job moves just what the impact showed', async () => {
  await makeDayOff('2026-11-26');
  await reckonImpact(platform());
  const foreseen = await house.db.selectFrom('dossiers.calendar_move').selectAll().execute();
  await administrator.press(await administrator.get(`${CALENDAR}/ban-nhap`), `${CALENDAR}/ban-nhap/cong-bo`, {
    'from.day': '24',
    'from.month': '11',
    'from.year': '2026',
    decisionNumber: '1/QĐ',
    'decisionDay.day': '24',
    'decisionDay.month': '11',
    'decisionDay.year': '2026',
  });
  await followPublished(house.platform);
  await followCalendarJob(platform(), {});
  for (const row of foreseen) {
    const dossier = await readDossier(house, row.case_id);
    expect([dossier.dueAt, dossier.answerDueAt]).toEqual([row.due, row.answer]);
  }
  expect(foreseen.length).toBeGreaterThan(0);
});
