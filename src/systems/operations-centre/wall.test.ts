import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { writeAct } from '../../platform/cases/act.ts';
import { fireDueTimers } from '../../platform/cases/timers.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { sealEntry } from '../../platform/journal/entry.ts';
import { openIncident } from './open-incident.ts';
import { INCIDENTS } from './pages/incident-path.ts';
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

const PROVINCE = { role: 'CT', unit: 'H53' };
const WARD = { role: 'CT', unit: 'H53.101' };
const CENTRE = '/can-bo/trung-tam';
const WALL = `${CENTRE}/man-hinh`;

const areaOf = async (code: string): Promise<string> => {
  const found = await sql<{ id: string }>`
    select id from organisation.area where code = ${code} and valid_from = '2025-07-01'
  `.execute(house.db);
  return found.rows[0]?.id ?? '';
};

async function anIncident(title: string, area: string | null): Promise<string> {
  const outcome = await openIncident(house.acting, programActor('test'), {
    commandId: newId(),
    caseId: newId(),
    kind: 'fire',
    severity: 4,
    title: { vi: title },
    place: null,
    areaId: area === null ? null : await areaOf(area),
    point: null,
    at: house.platform.clock(),
    simulated: false,
    by: 'hand',
    drill: null,
    signal: null,
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.answer.code as string;
}

/** The worst rating of a dossier of this unit, as feedback writes it. */
async function aBadRating(unitCode: string, at: string): Promise<void> {
  const unit = await sql<{
    id: string;
  }>`select id from organisation.unit where code = ${unitCode} and valid_to is null`.execute(house.db);
  const body = { code: 'H53.101.1-261123-0001', score: 1, reasons: ['late'] };
  const entry = sealEntry(
    { type: 'feedback.dossier-rated', dims: { unit: unit.rows[0]?.id }, body },
    { actor: { kind: 'program', program: 'test' }, subject: { type: 'feedback.rating', id: newId() }, at: instant(at) },
  );
  await writeAct(house.platform.db, { rows: [], entries: [entry] });
}

test('the wall says that nothing is wrong, then what is; the province sees all of it and any part, a ward only itself', async () => {
  const province = await browse(house, server, { as: PROVINCE });
  const ward = await browse(house, server, { as: WARD });
  expect((await province.get(WALL)).body).toContain('Không có sự cố nào đang mở');
  await anIncident('Cháy kho ở Tân Ninh', '25459');
  await anIncident('Cháy rừng Lò Gò', '25489');
  const seen = (await province.get(WALL)).body;
  expect(seen).toContain('Cháy kho ở Tân Ninh');
  expect(seen).toContain('Cháy rừng Lò Gò');
  expect(seen).toContain('2 sự cố đang mở, ');
  expect(seen).toContain('2 chưa có người nhận');
  const own = (await ward.get(WALL)).body;
  expect(own).toContain('Cháy kho ở Tân Ninh');
  expect(own).not.toContain('Cháy rừng Lò Gò');
  // a part of it: the ward, and the former district the ward lies in
  expect((await province.get(`${WALL}?dia-ban=25489`)).body).not.toContain('Cháy kho');
  const district = (await province.get(`${WALL}?dia-ban=tan-bien`)).body;
  expect(district).toContain('Cháy rừng Lò Gò');
  expect(district).toContain('địa bàn chờ xác nhận');
  for (const asked of ['25489', 'tan-bien']) expect((await ward.get(`${WALL}?dia-ban=${asked}`)).status).toBe(404);
  expect((await province.get(`${WALL}?dia-ban=xyz`)).status).toBe(404);
});

test('what was opened days ago is news when it is taken and when it ends', async () => {
  const code = await anIncident('Sạt lở bờ kênh', '25486');
  house.setClock('2026-11-25T08:00');
  const later = await browse(house, server, { as: { role: 'CT', unit: 'H53.103' } });
  const newsOf = async () => (await later.get(WALL)).body.split('data-slot="wall-news"')[1] ?? '';
  expect(await newsOf()).not.toContain('Sạt lở bờ kênh');
  const path = `${INCIDENTS}/${code}`;
  await later.press(await later.get(path), `${path}/nhan`);
  expect(await newsOf()).toContain('Đã có người nhận: Sạt lở bờ kênh');
  // an hour of another day is none of today
  expect((await later.get(WALL)).body).toContain('<td>23/11</td>');
  await later.press(await later.get(path), `${path}/ket-thuc`, { 'ket-qua': 'resolved', 'da-lam': 'Đã gia cố.' });
  expect(await newsOf()).toContain('Đã kết thúc: Sạt lở bờ kênh');
});

test('the page of the centre leads the province to each former district and each commune in it, and a commune nowhere else', async () => {
  const province = await browse(house, server, { as: PROVINCE });
  const page = (await province.get(CENTRE)).body;
  const group = /<optgroup label="Huyện Tân Biên">([^]*?)<\/optgroup>/.exec(page)?.[1] ?? '';
  expect(group).toContain('<option value="tan-bien">Cả Huyện Tân Biên</option>');
  expect(group).toContain('<option value="25489">Xã Tân Lập</option>');
  expect(page.match(/<option value="\d{5}"/g)).toHaveLength(96);
  // another layer of the map goes on to the wall
  const other = (await province.get(`${CENTRE}?lop=supervision.open`)).body;
  expect(other).toContain('<option value="supervision.open" selected>');
  expect(other).toContain(`href="${WALL}?lop=supervision.open"`);
  const commune = (await province.get(`${CENTRE}?dia-ban=25489`)).body;
  expect(commune).toContain('<option value="25489" selected>');
  expect(commune).toContain(`href="${WALL}?dia-ban=25489`);
  const ward = await browse(house, server, { as: WARD });
  expect((await ward.get(CENTRE)).body).not.toContain('name="dia-ban"');
});

test('what was passed to a centre from elsewhere is on its wall, its page and its log; where it happened it is seen still', async () => {
  const province = await browse(house, server, { as: PROVINCE });
  const ward = await browse(house, server, { as: WARD });
  const pass = async (code: string, to: string) => {
    const path = `${INCIDENTS}/${code}`;
    const fields = { 'trung-tam': to, 'loi-nhan': 'Ở gần hơn.' };
    expect((await province.press(await province.get(path), `${path}/chuyen-trung-tam`, fields)).status).toBe(303);
  };
  const fire = await anIncident('Cháy rẫy giáp ranh', '25489');
  // a commune passes up, the province down
  await pass(fire, 'tinh');
  await pass(fire, '25459');
  const own = (await ward.get(WALL)).body;
  // on the list, and among the news
  expect(own.split('Cháy rẫy giáp ranh').length).toBeGreaterThan(2);
  expect(own).toMatch(/\d chưa có người nhận/);
  for (const path of ['/can-bo/trung-tam', INCIDENTS, `${INCIDENTS}?dia-ban=25459`])
    expect((await ward.get(path)).body, path).toContain('Cháy rẫy giáp ranh');
  for (const asked of ['25489', '25459', 'tan-bien'])
    expect((await province.get(`${WALL}?dia-ban=${asked}`)).body, asked).toContain('Cháy rẫy giáp ranh');
  await pass(await anIncident('Khói chưa rõ nơi', null), 'tan-bien');
  expect((await province.get(`${WALL}?dia-ban=tan-bien`)).body).toContain('Khói chưa rõ nơi');
  for (const asked of ['tan-chau', '25459'])
    expect((await province.get(`${WALL}?dia-ban=${asked}`)).body, asked).not.toContain('Khói chưa rõ nơi');
});

test('who has no such permission is not let in', async () => {
  const receptionist = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
  for (const path of [
    WALL,
    `${WALL}-truc-tiep`,
    '/can-bo/trung-tam',
    '/can-bo/trung-tam/su-co',
    '/can-bo/trung-tam/mo-su-co',
  ])
    expect((await receptionist.get(path)).status).toBe(404);
});

test('signals of the journal make an incident, those near it join it, and each is heard once', async () => {
  await aBadRating('H53.102', '2026-11-23T07:00');
  await house.readJournal();
  await aBadRating('H53.102', '2026-11-23T07:40');
  await aBadRating('H53.103', '2026-11-23T07:50');
  await house.readJournal();
  await house.readJournal();
  const made = await sql<{ signals: number; severity: number; unit: string; code: string }>`
    select i.signals, i.severity, u.code as unit, c.code from operations_centre.incident i
    join cases.case c on c.id = i.case_id join organisation.unit u on u.id = i.unit_id where i.kind = 'service' order by u.code
  `.execute(house.db);
  expect(made.rows).toMatchObject([
    { signals: 2, severity: 1, unit: 'H53.102', code: 'SC.H53.102-261123-0001' },
    { signals: 1, severity: 1, unit: 'H53.103' },
  ]);
});

test('an incident lives its life on its page: taken, steps done, handed over, closed, opened again; another ward does not find it', async () => {
  const code = await anIncident('Cháy chợ Long Hoa', '25459');
  const path = `${INCIDENTS}/${code}`;
  const stranger = await browse(house, server, { as: { role: 'CT', unit: 'H53.102' } });
  expect((await stranger.get(path)).status).toBe(404);
  const ward = await browse(house, server, { as: WARD });
  const press = async (act: string, fields: Record<string, string> = {}) => {
    const pressed = await ward.press(await ward.get(path), `${path}/${act}`, fields);
    expect(`${act} ${pressed.status} ${pressed.location}`).toBe(`${act} 303 ${path}`);
  };
  expect((await ward.get(path)).body).toContain('Chưa ai nhận');
  await press('nhan');
  await press('tai-cho');
  await press('viec', { viec: 'call-fire-service', xong: 'co' });
  await press('ghi-chu', { 'ghi-chu': 'Hai xe chữa cháy đã đến.' });
  await press('cap', { cap: '3', 'vi-sao': 'Lửa đã khoanh vùng' });
  const shown = (await ward.get(path)).body;
  for (const words of ['Hai xe chữa cháy đã đến.', 'Lửa đã khoanh vùng', 'Báo Cảnh sát phòng cháy', 'tại chỗ', 'Cấp 3'])
    expect(shown).toContain(words);
  const refused = await ward.press(await ward.get(path), `${path}/ket-thuc`, { 'ket-qua': 'resolved', 'da-lam': ' ' });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Hãy ghi vài lời.');
  await press('ket-thuc', { 'ket-qua': 'resolved', 'da-lam': 'Đã dập tắt, không ai bị thương.' });
  expect((await ward.get(path)).body).toContain('Đã xử lý xong');
  expect((await ward.get(INCIDENTS)).body).toContain('Cháy chợ Long Hoa');
  expect((await ward.get(`${INCIDENTS}?trang-thai=mo`)).body).not.toContain('Cháy chợ Long Hoa');
  expect((await ward.get(`${INCIDENTS}?q=cho+long+hoa`)).body).toContain(code);
  await press('mo-lai', { 'vi-sao': 'Lửa bùng lại' });
  expect((await ward.get(path)).body).toContain('Lửa bùng lại');
  const file = await ward.get(`${INCIDENTS}.csv`);
  expect(file.body).toContain('Cháy chợ Long Hoa');
});

test('opened by hand: what is missing is said beside its field with all that was typed; a ward opens none elsewhere', async () => {
  const ward = await browse(house, server, { as: WARD });
  const form = await ward.get('/can-bo/trung-tam/mo-su-co');
  const typed = { chuyen: 'Vỡ ống nước', loai: 'utility', cap: '2', xa: '25459', gio: '07:30', ngay: '23/11/2026' };
  const bad = await ward.press(form, '/can-bo/trung-tam/mo-su-co', { ...typed, cap: '', xa: '25489', gio: '25:00' });
  expect(bad.status).toBe(422);
  for (const words of ['Hãy chọn cấp.', 'Hãy chọn xã, phường của trung tâm mình.', 'Giờ như 14:05', 'Vỡ ống nước'])
    expect(bad.body).toContain(words);
  const made = await ward.press(form, '/can-bo/trung-tam/mo-su-co', typed);
  expect(made.status).toBe(303);
  const page = await ward.get(made.location ?? '');
  expect(page.body).toContain('Báo đơn vị quản lý vận hành');
  expect((await ward.get('/can-bo/trung-tam')).body).toContain('Vỡ ống nước');
});

test('signals are split off into an incident of their own, and joined again; both say so', async () => {
  await aBadRating('H53.104', '2026-11-23T07:00');
  await aBadRating('H53.104', '2026-11-23T07:10');
  await house.readJournal();
  const listed = await sql<{ code: string; signal: string; case_id: string }>`
    select c.code, s.id as signal, s.case_id from operations_centre.signal s join cases.case c on c.id = s.case_id
    join organisation.unit u on u.id = c.competent_unit where u.code = 'H53.104' order by s.at
  `.execute(house.db);
  const [first, second] = listed.rows;
  expect(second?.case_id).toBe(first?.case_id);
  const path = `${INCIDENTS}/${first?.code}`;
  const province = await browse(house, server, { as: PROVINCE });
  const split = await province.press(await province.get(path), `${path}/tach`, { 'tin-hieu': second?.signal ?? '' });
  expect(split.status).toBe(303);
  expect((await province.get(path)).body).toContain('Tách tín hiệu');
  const moved = await sql<{ code: string }>`
    select c.code from operations_centre.signal s join cases.case c on c.id = s.case_id where s.id = ${second?.signal}
  `.execute(house.db);
  const other = moved.rows[0]?.code ?? '';
  expect(other).not.toBe(first?.code);
  const itself = await province.press(await province.get(path), `${path}/gop`, { ma: first?.code ?? '' });
  expect(itself.body).toContain('Không gộp một sự cố vào chính nó.');
  const back = await province.get(`${INCIDENTS}/${other}`);
  const joined = await province.press(back, `${INCIDENTS}/${other}/gop`, { ma: first?.code ?? '' });
  expect(joined.status).toBe(303);
  expect((await province.get(`${INCIDENTS}/${other}`)).body).toContain('Gộp vào sự cố khác');
  const counted = await sql<{ signals: number }>`
    select i.signals from operations_centre.incident i join cases.case c on c.id = i.case_id where c.code = ${first?.code}
  `.execute(house.db);
  expect(counted.rows[0]?.signals).toBe(2);
});

test('what nobody takes and what is not done in time is said once, by the clock', async () => {
  const code = await anIncident('Cháy bãi rác', '25459');
  house.setClock('2026-11-23T08:20');
  const failed = (error: unknown) => {
    throw error;
  };
  await fireDueTimers(house.platform, house.platform.clock(), failed);
  await fireDueTimers(house.platform, house.platform.clock(), failed);
  const ward = await browse(house, server, { as: WARD });
  const shown = (await ward.get(`${INCIDENTS}/${code}`)).body;
  expect(shown.split('Chưa ai nhận</strong>').length - 1).toBe(1);
  expect(shown.split('Quá giờ làm một việc</strong>').length - 1).toBe(1);
});

test('the board shows the indicators by sector, of the province and of a commune, and says where there is no data', async () => {
  const path = '/can-bo/trung-tam/kinh-te-xa-hoi';
  const province = await browse(house, server, { as: PROVINCE });
  const ward = await browse(house, server, { as: WARD });
  for (const page of [await province.get(path), await ward.get(path)])
    for (const words of ['Một cửa điện tử', 'Hồ sơ giải quyết trước hạn, đúng hạn', 'Chưa có số liệu'])
      expect(page.body).toContain(words);
});

test('the map has its borders without any basemap; pictures come only from the server that the province names, on pages with a map', async () => {
  const province = await browse(house, server, { as: PROVINCE });
  const bare = await province.get(WALL);
  expect(bare.body).toContain('Ranh giới ước tính');
  expect(bare.body).not.toContain('<image');
  expect(bare.policy).toContain("img-src 'self' data: blob:;");
  const tiles = { url: 'https://ban-do.tayninh.gov.vn/{z}/{x}/{y}.png', credit: '© Sở NN và MT' };
  await sql`
    update operations_centre.rules set body = jsonb_set(body, '{map,tiles}', ${JSON.stringify(tiles)}::jsonb),
      outline = '{"communes": {}, "lines": [[[106.1, 11.3], [106.2, 11.4]]]}'
  `.execute(house.db);
  const dressed = await province.get(WALL);
  expect(dressed.body).toMatch(/<image href="https:\/\/ban-do\.tayninh\.gov\.vn\/10\/\d+\/\d+\.png"/);
  // the pictures have no borders: those drawn over them are still a guess
  expect(dressed.body).toContain('Ranh giới ước tính · © Sở NN và MT');
  expect(dressed.body).toContain('class="vc-map-line"');
  expect(dressed.policy).toContain("img-src 'self' data: blob: https://ban-do.tayninh.gov.vn;");
  expect((await province.get('/can-bo/trung-tam')).policy).toContain('ban-do.tayninh');
  expect((await province.get(INCIDENTS)).policy).not.toContain('ban-do.tayninh');
});

test('a former district has figures of its own communes, on the board too', async () => {
  const province = await browse(house, server, { as: PROVINCE });
  const board = await province.get('/can-bo/trung-tam/kinh-te-xa-hoi?dia-ban=tan-bien');
  expect(board.body).toContain('Cộng từ các xã, phường của địa bàn');
  expect(board.body).toContain('theo=dia-ban');
  const commune = await province.get(`${WALL}?dia-ban=25489`);
  expect(commune.body).toContain('Xã Tân Lập');
  // its neighbours stand around it
  expect(commune.body).toContain('data-faint');
});
