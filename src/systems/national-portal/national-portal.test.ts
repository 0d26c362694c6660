import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../../simulators/start-simulator.ts';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aBirthDossier, anAcceptedDossier, completePresentStep, readDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { addDays, type Instant, isoOf } from '../../platform/calendar/instant.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import { dayText } from '../../platform/text/vietnamese-date.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { DossierTables } from '../dossiers/index.ts';
import { settle } from './ledger.ts';
import { readLine } from './line.ts';
import { sendDue } from './send.ts';
import { supervisedSync } from './supervised-sync.ts';
import type { NationalPortalTables } from './tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let portal: RunningSimulator;
let today = '2026-11-23';

/** The clock only goes on. */
const setTime = (time: string): void => house.setClock(`${today}T${time}`);

beforeAll(async () => {
  portal = await startSimulator('national-portal', { ACCOUNT: 'tay-ninh', SECRET: 'mat-khau' });
  house = await aHouse<DossierTables>({
    NATIONAL_URL: portal.url,
    NATIONAL_ACCOUNT: 'tay-ninh',
    NATIONAL_SECRET: 'mat-khau',
    PUBLIC_URL: 'https://dichvucong.example',
  });
  server = await serverOf(house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
  await portal.stop();
});
afterEach(async () => {
  await setWeather({ open: 'yes', delay: '0', failing: '0', losing: '0', refused: '' });
  today = addDays(today, 1);
  setTime('06:00');
  await catchUp();
  expect(await waiting()).toEqual([]);
  setTime('08:00');
});

const platform = () => house.platform as unknown as Platform<NationalPortalTables>;
const db = (): Db<NationalPortalTables> => platform().db;

const BIRTH: Answers = {
  situation: 'father-unknown',
  parents_married: 'unmarried',
  child: { full_name: 'NGUYỄN AN NHIÊN', birth_date: '2026-11-02', sex: 'female' },
  mother: { full_name: 'Nguyễn Thị Thu Hà', personal_number: '072195418263' },
};
const accepted = (simulated = false) => anAcceptedDossier(house, { procedure: '1.001193', answers: BIRTH, simulated });

/** As the program does: the journal is read, then the job runs. */
async function catchUp(): Promise<void> {
  await house.readJournal();
  await sendDue(platform());
}

const setWeather = (fields: Record<string, string>) =>
  fetch(`${portal.url}/tinh-huong`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

const messages = (caseId: string) =>
  db().selectFrom('national_portal.message').selectAll().where('case_id', '=', caseId).orderBy('sequence').execute();

const waiting = () =>
  db()
    .selectFrom('national_portal.message')
    .select(['case_id', 'sequence', 'fault'])
    .where('sent_at', 'is', null)
    .execute();

interface AtPortal {
  readonly fields: Record<string, string> & { readonly DanhSachHoSoBoSung: readonly Record<string, string>[] };
  readonly progress: readonly Record<string, string>[];
  readonly arrivals: readonly { readonly key: string; readonly service: string; readonly status: string }[];
}

/** Undefined when the portal has not heard of it. */
async function atPortal(caseId: string): Promise<AtPortal | undefined> {
  const { code } = await readDossier(house, caseId);
  const response = await fetch(`${portal.url}/dossiers/${code}`);
  return response.ok ? ((await response.json()) as AtPortal) : undefined;
}

/** Each message had its effect once, in the order of its dossier. */
async function expectInOrder(caseId: string): Promise<void> {
  const [sent, there] = [await messages(caseId), await atPortal(caseId)];
  expect(sent.length).toBeGreaterThan(0);
  expect(there?.arrivals.map(({ key }) => key)).toEqual(sent.map(({ id }) => id));
}

test('the portal learns of a dossier and of each step, with the fields of its two services', async () => {
  const caseId = await accepted();
  await completePresentStep(house, caseId);
  await catchUp();
  await expectInOrder(caseId);
  const { code, dueAt } = await readDossier(house, caseId);
  const { fields, progress } = (await atPortal(caseId)) ?? expect.fail('unknown to the portal');
  expect(fields).toMatchObject({
    MaHoSo: code,
    MaTTHC: '1.001193',
    TenTTHC: 'Đăng ký khai sinh',
    KenhThucHien: '1',
    ChuHoSo: 'Nguyễn Thị Thu Hà',
    NgayTiepNhan: '20261123080000',
    NgayHenTra: isoOf(dueAt ?? expect.fail('no term'))
      .slice(0, 19)
      .replace(/\D/g, ''),
    TrangThaiHoSo: '4',
    NgayTra: '',
  });
  expect(progress.map(({ TrangThai, ThoiDiemXuLy }) => [TrangThai, ThoiDiemXuLy])).toEqual([
    ['4', '20261123080000'],
    ['4', '20261123080000'],
  ]);
  expect(progress[0]?.NoiDungXuLy).toContain('Tiếp nhận hồ sơ.');
});

test('a request for more papers is told with what was asked, and its answer to come', async () => {
  const accountId = await anAccount(house, 'citizen');
  const caseId = await aBirthDossier(house, { accountId, stage: 'supplement-asked' });
  await catchUp();
  const { fields } = (await atPortal(caseId)) ?? expect.fail('unknown to the portal');
  expect(fields).toMatchObject({ KenhThucHien: '2', MaDoiTuong: '072190000001', TrangThaiHoSo: '5', NgayTiepNhan: '' });
  expect(fields.DanhSachHoSoBoSung).toMatchObject([
    { NoiDungBoSung: 'Giấy chứng sinh bị mờ, chụp lại.; Không đọc được số.', TrangThaiBoSung: '0' },
  ]);
});

test('a session that ends is asked for anew, and the message is not lost', async () => {
  const [first, second] = [await accepted(), await accepted()];
  await setWeather({ expire: 'yes' });
  await catchUp();
  await setWeather({ expire: 'yes' });
  await completePresentStep(house, first);
  await catchUp();
  await expectInOrder(first);
  await expectInOrder(second);
});

test('a message whose answer was lost is sent again and has its effect once', async () => {
  const caseId = await accepted();
  await setWeather({ losing: '1' });
  await catchUp();
  expect(await messages(caseId)).toMatchObject([
    { fault: 'unreachable', attempts: 1, sent_at: null },
    { next_at: null },
    { next_at: null },
  ]);
  expect((await atPortal(caseId))?.arrivals).toHaveLength(1);
  setTime('08:02');
  await catchUp();
  await expectInOrder(caseId);
});

test('a portal that fails on one message does not keep other dossiers waiting, and nothing of its own dossier overtakes it', async () => {
  const [bad, good] = [await accepted(), await accepted()];
  const { code } = await readDossier(house, bad);
  await setWeather({ refused: code });
  await catchUp();
  await expectInOrder(good);
  expect(await atPortal(bad)).toBeUndefined();
  expect(await messages(bad)).toMatchObject([
    { fault: 'refused', said: '5 Hồ sơ bị từ chối đồng bộ' },
    { sent_at: null, fault: null, next_at: null },
    { sent_at: null, fault: null, next_at: null },
  ]);
  expect(await readLine(db())).toMatchObject({ failures: 0, failing_since: null });
  await setWeather({ refused: '', failing: '1' });
  setTime('08:02');
  await catchUp();
  expect(await messages(bad)).toMatchObject([{ fault: 'failed', said: 'HTTP 500', attempts: 2 }, {}, {}]);
  setTime('08:08');
  await catchUp();
  await expectInOrder(bad);
});

test('while answers are slow, two workers at once send nothing twice and nothing out of order', async () => {
  const cases = [await accepted(), await accepted(), await accepted()];
  for (const caseId of cases) await completePresentStep(house, caseId);
  await house.readJournal();
  await setWeather({ delay: '120' });
  await Promise.all([sendDue(platform()), sendDue(platform()), sendDue(platform())]);
  for (const caseId of cases) await expectInOrder(caseId);
});

test('an answer that does not come in time is not waited for', async () => {
  const caseId = await accepted();
  await setWeather({ delay: '11000' });
  await catchUp();
  expect(await readLine(db())).toMatchObject({ failures: 1, fault: 'timeout' });
  expect((await messages(caseId))[0]).toMatchObject({ fault: 'timeout', attempts: 1 });
  await setWeather({ delay: '0' });
  setTime('08:02');
  await catchUp();
  await expectInOrder(caseId);
}, 60_000);

test('acts that come while their dossier is being sent stay behind it', async () => {
  const caseId = await accepted();
  await house.readJournal();
  await setWeather({ delay: '60' });
  const sending = sendDue(platform());
  await completePresentStep(house, caseId);
  await Promise.all([sending, house.readJournal()]);
  await catchUp();
  await expectInOrder(caseId);
});

test('after a day offline everything goes out at once, in order, and until then the program says since when', async () => {
  await setWeather({ open: 'no' });
  const cases = [await accepted(), await accepted()];
  await catchUp();
  const failing = await readLine(db());
  expect(failing).toMatchObject({ failures: 1, fault: 'closed', said: 'HTTP 503' });
  for (let hour = 9; hour < 24; hour++) {
    setTime(`${String(hour).padStart(2, '0')}:00`);
    if (hour === 10) for (const caseId of cases) await completePresentStep(house, caseId);
    await catchUp();
  }
  expect(await readLine(db())).toMatchObject({ failing_since: failing.failing_since });
  today = addDays(today, 1);
  setTime('08:00');
  await setWeather({ open: 'yes' });
  await catchUp();
  expect(await readLine(db())).toMatchObject({ failures: 0, failing_since: null, fault: null });
  for (const caseId of cases) await expectInOrder(caseId);
});

test('a change that is next to be told when its hour is over already is looked at from that moment on', async () => {
  await setWeather({ open: 'no' });
  const caseId = await accepted();
  /** As the sweep asks at this minute, a minute after the last time. */
  const isCandidate = async () => {
    const now = house.acting.clock();
    const ago = (minutes: number) => (now - minutes * 60_000) as Instant;
    const window = { from: ago(61), to: ago(60), changedSince: ago(1), limit: 500 };
    const found = await supervisedSync.moments['portal-behind']?.candidates(db(), window);
    return found?.some((candidate) => candidate.caseId === caseId);
  };
  // the journal is read late: nothing knew of the first one before
  setTime('10:30');
  await catchUp();
  expect(await isCandidate()).toBe(true);
  setTime('12:00');
  expect(await isCandidate()).toBe(false);
  const [first, second] = await messages(caseId);
  if (!first || !second) throw new Error('an acceptance is told in two messages at least');
  await settle(db(), first, { told: { kind: 'taken' }, now: house.acting.clock() });
  expect(await isCandidate()).toBe(true);
  setTime('13:30');
  expect(await isCandidate()).toBe(false);
  // the portal has not had it: as it was before
  const setNext = (id: string, next: Record<'next_at' | 'sent_at', string | null>) =>
    db().updateTable('national_portal.message').set(next).where('id', '=', id).execute();
  await setNext(second.id, { next_at: null, sent_at: null });
  await setNext(first.id, { next_at: isoOf(house.acting.clock()), sent_at: null });
});

test('an entry that is read twice is told once', async () => {
  const caseId = await accepted();
  await house.readJournal();
  const before = await messages(caseId);
  await sql`update journal.cursor set position = 0 where subscriber = 'national-portal.tell'`.execute(house.db);
  await house.readJournal();
  expect((await messages(caseId)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('what is invented is told to this machine alone', async () => {
  const caseId = await accepted(true);
  await catchUp();
  await expectInOrder(caseId);
  await completePresentStep(house, caseId);
  await house.readJournal();
  const elsewhere = { ...platform(), config: { ...house.config, nationalUrl: 'https://national.example' } };
  await sendDue(elsewhere);
  expect(await messages(caseId)).toMatchObject([{}, {}, {}, { attempts: 0, fault: null, sent_at: null }]);
});

const PATH = '/quan-tri/dong-bo-quoc-gia';

test('the administrator sees what waits, since when and why, and has it tried at once', async () => {
  const [refused, other] = [await accepted(), await accepted()];
  const { code } = await readDossier(house, refused);
  await setWeather({ refused: code });
  await catchUp();
  const administrator = await browse(house, server, { as: 'administrator' });
  const page = await administrator.get(PATH);
  expect(page.body).toContain(code);
  expect(page.body).toContain(`${dayText(today)} 08:00`);
  expect(page.body).toContain('Cổng không nhận');
  expect(page.body).not.toContain((await readDossier(house, other)).code);
  expect((await administrator.get(`${PATH}?tinh-trang=loi`)).body).toContain(code);
  await setWeather({ refused: '' });
  const head = (await messages(refused))[0]?.id ?? '';
  expect((await administrator.press(page, `${PATH}/${head}/thu-lai`)).location).toBe(PATH);
  await catchUp();
  await expectInOrder(refused);
  expect((await administrator.get(PATH)).body).toContain('Mọi hồ sơ đã đồng bộ');
  expect((await administrator.press(page, `${PATH}/${head}/thu-lai`)).location).toBe(PATH);
  const acts = await db()
    .selectFrom('journal.entry')
    .select('subject_id')
    .where('type', '=', 'national-portal.sending-retried')
    .execute();
  expect(acts).toEqual([{ subject_id: head }]);
});

test('trying all again now does not wait for the line’s own time', async () => {
  await setWeather({ open: 'no' });
  const caseId = await accepted();
  await catchUp();
  const administrator = await browse(house, server, { as: 'administrator' });
  const page = await administrator.get(PATH);
  expect(page.body).toContain(`Không gửi được từ 08 giờ 00 phút ngày ${dayText(today)}`);
  await setWeather({ open: 'yes' });
  await sendDue(platform());
  expect(await atPortal(caseId)).toBeUndefined();
  await administrator.press(page, `${PATH}/thu-lai`);
  await catchUp();
  await expectInOrder(caseId);
});

test('a leader sees how many of their own units wait, and nobody else’s', async () => {
  await setWeather({ open: 'no' });
  await accepted();
  await catchUp();
  const count = async (unit: string) =>
    (await (await browse(house, server, { as: { role: 'CT', unit } })).get('/can-bo/dong-bo-quoc-gia')).body;
  expect(await count('H53.101')).toMatch(/vc-stat-value">1/);
  expect(await count('H53.102')).toContain('Mọi hồ sơ của đơn vị đã đồng bộ');
});

test('each page is for those whose it is', async () => {
  const status = async (as: Parameters<typeof browse>[2], path: string) =>
    (await (await browse(house, server, as)).look(path)).status;
  for (const role of ['TN', 'CV', 'VT']) {
    expect(await status({ as: { role } }, PATH)).toBe(404);
    expect(await status({ as: { role } }, '/can-bo/dong-bo-quoc-gia')).toBe(404);
  }
  expect(await status({ as: { role: 'CT' } }, PATH)).toBe(404);
  expect(await status({ as: 'administrator' }, '/can-bo/dong-bo-quoc-gia')).toBe(404);
});
