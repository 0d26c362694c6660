import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { fireDueTimers } from '../../platform/cases/timers.ts';
import { DRILLS } from './pages/drill-page.tsx';
import { INCIDENTS } from './pages/incident-path.ts';
import { OPEN_INCIDENT } from './pages/open-incident-page.tsx';
import { SHIFTS } from './pages/shift-page.tsx';
import { CENTRE, WALL } from './pages/wall-page.tsx';
import type { CentreTables } from './tables.ts';

let house: House<CentreTables>;
let server: FastifyInstance;
beforeAll(async () => {
  house = await aHouse<CentreTables>();
  server = await serverOf(house);
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

beforeEach(() => house.setClock('2026-11-23T08:00'));

type Browsing = Awaited<ReturnType<typeof browse>>;

const leaderOf = (unit: string): Promise<Browsing> => browse(house, server, { as: { role: 'CT', unit } });

const fire = () =>
  fireDueTimers(house.platform, house.platform.clock(), (error) => {
    throw error;
  });

const beginDrill = async (leader: Browsing, title: string) =>
  leader.press(await leader.get(DRILLS), `${DRILLS}/bat-dau`, { ten: title, gio: '2' });

const typedIncident = (commune: string) => ({
  chuyen: 'Vỡ đê bao giả định',
  loai: 'flood',
  cap: '5',
  xa: commune,
  gio: '07:30',
  ngay: '23/11/2026',
  'dien-tap': 'co',
});

const csrfOf = (body: string): string => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

const communeIn = (body: string): string => /<option value="(\d{5})"/.exec(body)?.[1] ?? '';

/** Its address. */
async function inDrill(leader: Browsing): Promise<string> {
  const form = await leader.get(OPEN_INCIDENT);
  const made = await leader.press(form, OPEN_INCIDENT, typedIncident(communeIn(form.body)));
  expect(made.location).toContain('/DT.');
  return made.location ?? '';
}

test('a drill is marked everywhere, counts nowhere, and is over by itself; its incidents close with it', async () => {
  const leader = await leaderOf('H53.105');
  const page = await leader.get(DRILLS);
  const unnamed = await leader.press(page, `${DRILLS}/bat-dau`, { ten: '', gio: '2' });
  expect(unnamed.body).toContain('Hãy ghi tên cuộc diễn tập.');
  const begun = await leader.press(page, `${DRILLS}/bat-dau`, { ten: 'Vỡ đê bao', gio: '2' });
  expect(begun.status).toBe(303);
  const made = await inDrill(leader);
  const wall = (await leader.get(WALL)).body;
  for (const words of ['DIỄN TẬP', 'Vỡ đê bao giả định', 'Không có sự cố nào đang mở']) expect(wall).toContain(words);
  expect((await leader.get(INCIDENTS)).body).not.toContain('Vỡ đê bao giả định');
  expect((await leader.get(`${INCIDENTS}?dien-tap=co`)).body).toContain('Vỡ đê bao giả định');
  // from the page of the drill one comes to a form that is ticked, and to the incidents of that drill alone
  const running = (await leader.get(DRILLS)).body;
  expect(running).toContain(`href="${OPEN_INCIDENT}?dien-tap=co"`);
  expect((await leader.get(`${OPEN_INCIDENT}?dien-tap=co`)).body).toMatch(/checked[^>]* name="dien-tap"/);
  const [first = ''] = /cuoc=[0-9a-f-]{36}/.exec(running) ?? [];
  expect((await leader.get(`${INCIDENTS}?dien-tap=co&${first}`)).body).toContain('Vỡ đê bao giả định');
  house.setClock('2026-11-23T10:01');
  // two hours later the session is over too
  const later = await leaderOf('H53.105');
  expect((await later.get(WALL)).body).not.toContain('Vỡ đê bao giả định');
  await fire();
  expect((await later.get(made)).body).toContain('Hết diễn tập');
  // the next one may begin
  const again = await later.get(DRILLS);
  const second = await later.press(again, `${DRILLS}/bat-dau`, { ten: 'Lần hai', gio: '1' });
  expect(second.status).toBe(303);
  const [newest = ''] = /cuoc=[0-9a-f-]{36}/.exec((await later.get(DRILLS)).body) ?? [];
  expect(newest).not.toBe(first);
  expect((await later.get(`${INCIDENTS}?dien-tap=co&${newest}`)).body).not.toContain('Vỡ đê bao giả định');
});

test('what of a drill finds no row on the wall beside six real incidents is named apart from the real ones that find none', async () => {
  const leader = await leaderOf('H53.118');
  await beginDrill(leader, 'Vỡ đê bao');
  await inDrill(leader);
  const open = async () => {
    const form = await leader.get(OPEN_INCIDENT);
    const real = { ...typedIncident(communeIn(form.body)), 'dien-tap': '' };
    expect((await leader.press(form, OPEN_INCIDENT, real)).location).toContain('/SC.');
  };
  for (let opened = 0; opened < 6; opened += 1) await open();
  const wall = (await leader.get(WALL)).body;
  expect(wall).toContain('và 1 sự cố giả định');
  expect(wall).not.toContain('sự cố khác');
  await open();
  expect((await leader.get(WALL)).body).toContain('và 1 sự cố khác và 1 sự cố giả định');
});

test('a shift is begun, noted, and handed over with a note to who follows; the log keeps it', async () => {
  const first = await leaderOf('H53.106');
  expect((await first.get(SHIFTS)).body).toContain('Chưa có ca trực nào');
  await first.press(await first.get(SHIFTS), `${SHIFTS}/vao`);
  await first.press(await first.get(SHIFTS), `${SHIFTS}/ghi`, { ghi: 'Mực nước ổn định.' });
  const silent = await first.press(await first.get(SHIFTS), `${SHIFTS}/giao`, { 'can-biet': '' });
  expect(silent.body).toContain('Hãy ghi vài lời.');
  const handed = await first.press(await first.get(SHIFTS), `${SHIFTS}/giao`, {
    'can-biet': 'Theo dõi trạm bơm số 2.',
  });
  expect(handed.status).toBe(303);
  const log = (await first.get(SHIFTS)).body;
  for (const words of ['Mực nước ổn định.', 'Theo dõi trạm bơm số 2.', 'Vào ca trực']) expect(log).toContain(words);
});

test('whoever is given an incident or a shift is told at once, with what they should know', async () => {
  const leader = await leaderOf('H53.113');
  const follower = await browse(house, server, { as: { role: 'LP', unit: 'H53.113.2' } });
  const form = await leader.get(OPEN_INCIDENT);
  const real = { ...typedIncident(communeIn(form.body)), 'dien-tap': '' };
  const path = (await leader.press(form, OPEN_INCIDENT, real)).location ?? '';
  const page = await leader.get(path);
  const to = /<option value="([0-9a-f-]{36})">Cán bộ LP/.exec(page.body)?.[1] ?? '';
  await leader.press(page, `${path}/giao`, { nguoi: to, 'loi-dan': 'Đã gọi trạm bơm số 2.' });
  await leader.press(await leader.get(SHIFTS), `${SHIFTS}/vao`);
  await leader.press(await leader.get(SHIFTS), `${SHIFTS}/giao`, { nguoi: to, 'can-biet': 'Nước đang rút.' });
  await house.readJournal();
  const told = await sql<{ subject: string; body: string }>`
    select subject, body from notifications.delivery where account_id = ${to} and channel = 'in-app' order by id
  `.execute(house.db);
  expect(told.rows).toMatchObject([
    {
      subject: `Bạn được giao sự cố ${path.split('/').at(-1)}`,
      body: expect.stringContaining('Đã gọi trạm bơm số 2.'),
    },
    { subject: expect.stringMatching(/^Bạn nhận ca trực của Ủy ban/), body: expect.stringContaining('Nước đang rút.') },
  ]);
  expect((await follower.get('/thong-bao')).body).toContain('Cán bộ CT giao');
});

test('everybody on duty is told once of an incident that nobody took in time, and nobody elsewhere is', async () => {
  const [leader, other] = [await leaderOf('H53.114'), await leaderOf('H53.115')];
  for (const one of [leader, other]) await one.press(await one.get(SHIFTS), `${SHIFTS}/vao`);
  const form = await leader.get(OPEN_INCIDENT);
  const real = { ...typedIncident(communeIn(form.body)), 'dien-tap': '' };
  const path = (await leader.press(form, OPEN_INCIDENT, real)).location ?? '';
  house.setClock('2026-11-23T08:20');
  await fire();
  await house.readJournal();
  const told = await sql<{ body: string }>`
    select body from notifications.delivery where template = 'operations-centre.nobody-took' and channel = 'in-app'
  `.execute(house.db);
  const about = told.rows.filter(({ body }) => body.includes(path.split('/').at(-1) ?? '?'));
  expect(about).toHaveLength(1);
  expect((await leader.get('/thong-bao')).body).toContain('Chưa ai nhận sự cố');
  const elsewhere = await other.get('/thong-bao');
  expect(elsewhere.status).toBe(200);
  expect(elsewhere.body).not.toContain('Chưa ai nhận sự cố');
});

const noticesOf = async (reader: Browsing): Promise<string> => (await reader.get('/thong-bao')).body;

test('what is passed to a centre is told to who is on duty there, or where nobody is, to those who lead it; who had it taken from them is told', async () => {
  const [ward, leader] = [await leaderOf('H53.116'), await leaderOf('H53')];
  const onDuty = await browse(house, server, { as: { role: 'LD', unit: 'H53.1' } });
  const passUp = async (): Promise<string> => {
    const form = await ward.get(OPEN_INCIDENT);
    const real = { ...typedIncident(communeIn(form.body)), 'dien-tap': '' };
    const path = (await ward.press(form, OPEN_INCIDENT, real)).location ?? '';
    const fields = { 'trung-tam': 'tinh', 'loi-nhan': 'Cần lực lượng tỉnh.' };
    expect((await ward.press(await ward.get(path), `${path}/chuyen-trung-tam`, fields)).status).toBe(303);
    await house.readJournal();
    return path;
  };
  const told = (path: string) => `Sự cố ${path.split('/').at(-1)} được chuyển đến`;
  const one = await passUp();
  for (const words of [told(one), 'Cần lực lượng tỉnh.']) expect(await noticesOf(leader)).toContain(words);
  for (const somebody of [ward, onDuty]) expect(await noticesOf(somebody)).not.toContain(told(one));
  await onDuty.press(await onDuty.get(SHIFTS), `${SHIFTS}/vao`);
  const other = await passUp();
  expect(await noticesOf(onDuty)).toContain(told(other));
  expect(await noticesOf(leader)).not.toContain(told(other));

  const lost = `Bạn không còn giữ sự cố ${other.split('/').at(-1)}`;
  for (const somebody of [onDuty, leader]) await somebody.press(await somebody.get(other), `${other}/nhan`);
  await house.readJournal();
  expect(await noticesOf(onDuty)).toContain(lost);
  for (const somebody of [ward, leader]) expect(await noticesOf(somebody)).not.toContain(lost);
});

test('a shift that was left is taken over with a reason by a colleague, once, and by nobody elsewhere; only who may handle it is offered one', async () => {
  const first = await leaderOf('H53.111');
  const second = await browse(house, server, { as: { role: 'LP', unit: 'H53.111.2' } });
  await anAccount(house, { role: 'VT', unit: 'H53.111.2' });
  await first.press(await first.get(SHIFTS), `${SHIFTS}/vao`);
  // a clerk could neither see the page nor end the shift
  const offered = (await first.get(SHIFTS)).body;
  expect(offered).toContain('Cán bộ LP');
  expect(offered).not.toContain('Cán bộ VT');
  expect(offered).not.toContain('Nhận ca thay');
  const path = `${SHIFTS}/nhan-thay`;
  const seen = await second.get(SHIFTS);
  const shift = /name="ca" value="([^"]+)"/.exec(seen.body)?.[1] ?? '';
  const silent = await second.press(seen, path, { 'vi-sao': '' });
  expect(silent.body).toContain('Hãy ghi vài lời.');
  const reason = { 'vi-sao': 'Ông CT đi cấp cứu.' };
  expect((await second.press(seen, path, reason)).status).toBe(303);
  const log = (await second.get(SHIFTS)).body;
  for (const words of ['giao cho Cán bộ LP', 'Ông CT đi cấp cứu.', 'Ghi vào sổ trực']) expect(log).toContain(words);
  // who was on duty until then is told, and nobody else
  await house.readJournal();
  const told = (await first.get('/thong-bao')).body;
  for (const words of ['Bạn không còn trong ca trực', 'Cán bộ LP', 'Ông CT đi cấp cứu.']) expect(told).toContain(words);
  expect((await second.get('/thong-bao')).body).not.toContain('Bạn không còn trong ca trực');
  const again = await second.send(path, new URLSearchParams({ ...reason, ca: shift, csrf: csrfOf(seen.body) }));
  expect(again.body).toContain('Ca trực này đã kết thúc.');
  // another ward
  const other = await leaderOf('H53.112');
  const own = await other.get(SHIFTS);
  const open = await second.get(SHIFTS);
  expect(open.body).toContain('Đang trực');
  const strange = new URLSearchParams({ ...reason, ca: shift, csrf: csrfOf(own.body) });
  expect((await other.send(path, strange)).body).toContain('Ca trực này đã kết thúc.');
});

test('what was made up for a drill that has ended meanwhile is not opened as a real incident', async () => {
  const leader = await leaderOf('H53.107');
  await beginDrill(leader, 'Cháy chợ');
  const form = await leader.get(OPEN_INCIDENT);
  await leader.press(await leader.get(DRILLS), `${DRILLS}/ket-thuc`);
  const late = await leader.press(form, OPEN_INCIDENT, typedIncident(communeIn(form.body)));
  expect(late.status).toBe(422);
  expect(late.body).toContain('Cuộc diễn tập đã kết thúc, sự cố chưa được mở.');
  expect(late.body).toContain('Vỡ đê bao giả định');
  expect((await leader.get(INCIDENTS)).body).not.toContain('Vỡ đê bao giả định');
});

test('an incident of a drill that was closed and opened again ends with the drill, and is opened no more after it', async () => {
  const leader = await leaderOf('H53.109');
  await beginDrill(leader, 'Vỡ cống');
  const path = await inDrill(leader);
  const close = async () => {
    const fields = { 'ket-qua': 'resolved', 'da-lam': 'Đã đắp lại.' };
    return leader.press(await leader.get(path), `${path}/ket-thuc`, fields);
  };
  const reopen = async () => leader.press(await leader.get(path), `${path}/mo-lai`, { 'vi-sao': 'Lại vỡ.' });
  expect((await close()).status).toBe(303);
  const closed = await leader.get(path);
  expect((await reopen()).status).toBe(303);
  await leader.press(await leader.get(DRILLS), `${DRILLS}/ket-thuc`);
  await fire();
  expect((await leader.get(path)).body).toContain('Hết diễn tập');

  await beginDrill(leader, 'Vỡ cống lần hai');
  const second = await inDrill(leader);
  await leader.press(await leader.get(second), `${second}/ket-thuc`, { 'ket-qua': 'resolved', 'da-lam': 'Xong.' });
  const shown = await leader.get(second);
  await leader.press(await leader.get(DRILLS), `${DRILLS}/ket-thuc`);
  const again = await leader.press(shown, `${second}/mo-lai`, { 'vi-sao': 'Chưa xong.' });
  expect(again.body).toContain('Cuộc diễn tập đã kết thúc.');
  expect(closed.body).toContain('Mở lại sự cố');
  expect((await leader.get(second)).body).not.toContain('Mở lại sự cố');
});

test('whoever looks on at another centre is on duty only in their own; what leads on stays in that part of the province', async () => {
  const province = await leaderOf('H53');
  const looked = await province.get(`${SHIFTS}?dia-ban=25459`);
  expect(looked.body).toContain('Phường Tân Ninh');
  expect(looked.body).not.toContain('Vào ca trực');
  expect((await province.get(`${DRILLS}?dia-ban=25459`)).body).not.toContain('Bắt đầu diễn tập');
  const own = await province.get(SHIFTS);
  const csrf = csrfOf(own.body);
  expect((await province.post(`${SHIFTS}/vao?dia-ban=25459`, { csrf })).status).toBe(404);
  expect((await province.press(own, `${SHIFTS}/vao`)).status).toBe(303);
  // a former district's duty officers are the province's
  const part = await province.get(`${SHIFTS}?dia-ban=tan-bien`);
  expect((await province.press(part, `${SHIFTS}/ghi?dia-ban=tan-bien`, { ghi: 'Đã gọi.' })).location).toBe(
    `${SHIFTS}?dia-ban=tan-bien`,
  );
  for (const path of [SHIFTS, DRILLS, INCIDENTS, `${CENTRE}/kinh-te-xa-hoi`])
    expect((await province.get(`${path}?dia-ban=tan-bien`)).body).toContain(`href="${CENTRE}?dia-ban=tan-bien"`);
  expect((await province.get(`${WALL}?dia-ban=tan-bien`)).body).toContain(`href="${CENTRE}?dia-ban=tan-bien"`);
});

test('a form that is refused comes again with what was typed, open, and with its reason at the field', async () => {
  const leader = await leaderOf('H53.110');
  await beginDrill(leader, 'Rò khí');
  const path = await inDrill(leader);
  const passed = await leader.press(await leader.get(path), `${path}/chuyen-trung-tam`, {
    'trung-tam': '',
    'loi-nhan': 'Cần lực lượng tỉnh.',
  });
  expect(passed.status).toBe(422);
  expect(passed.body).toMatch(/<details class="vc-details" open[^>]*><summary>Chuyển trung tâm khác/);
  expect(passed.body).toContain('>Cần lực lượng tỉnh.</textarea>');
  expect(passed.body).toContain('<a class="ds-link" href="#trung-tam">Hãy chọn trung tâm nhận.</a>');
  const ended = await leader.press(await leader.get(path), `${path}/ket-thuc`, { 'ket-qua': 'resolved', 'da-lam': '' });
  expect(ended.body).toMatch(/value="resolved"[^>]*checked|checked[^>]*value="resolved"/);
  expect(ended.body).toContain('href="#da-lam"');
  // somebody was faster: the new state, and the words are not lost
  const stale = await leader.get(path);
  await leader.press(await leader.get(path), `${path}/nhan`);
  const late = await leader.press(stale, `${path}/cap`, { cap: '3', 'vi-sao': 'Đã khống chế.' });
  expect(late.body).toContain('value="Đã khống chế."');
  expect(late.body).toContain('Nội dung đã thay đổi');
});
