import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { loadPackSettings } from '../settings/setting-versions.ts';
import { dayNature } from './calendar-version.ts';
import { readPackCalendar } from './read-calendar.ts';

let house: House;
let server: FastifyInstance;
let administrator: Visitor;
beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const CALENDAR = '/quan-tri/lich';
const daysOff = {
  kind: 'nghi',
  titleVi: 'Nghỉ bão',
  titleEn: 'Storm',
  source: 'Công điện 1/CĐ-UBND',
  confirmed: 'true',
};
const decided = {
  ...typed('from', '2026-11-23'),
  decisionNumber: '12/QĐ-UBND',
  ...typed('decisionDay', '2026-11-20'),
};

function typed(name: string, day: string): Record<string, string> {
  const [year = '', month = '', number = ''] = day.split('-');
  return { [`${name}.day`]: number, [`${name}.month`]: month, [`${name}.year`]: year };
}

async function change(day: string, fields: Record<string, string>): Promise<Page> {
  return administrator.press(await administrator.get(`${CALENDAR}/ngay/${day}`), `${CALENDAR}/ngay/${day}`, fields);
}

async function publish(): Promise<Page> {
  return administrator.press(await administrator.get(`${CALENDAR}/ban-nhap`), `${CALENDAR}/ban-nhap/cong-bo`, decided);
}

const works = (day: string): boolean => dayNature(house.platform.calendar(), day).works;

test('the year shows twelve months and which days no document confirms', async () => {
  const { body } = await administrator.get(`${CALENDAR}?nam=2027`);
  expect(body.match(/class="vc-month"/g)).toHaveLength(12);
  expect(body).toContain('data-nature="holiday"');
  expect(body).toContain('đợt chưa có văn bản xác nhận');
  expect((await administrator.get(`${CALENDAR}?nam=2036`)).status).toBe(404);
  expect((await administrator.get(`${CALENDAR}/ngay/2019-12-31`)).status).toBe(404);
});

test.each([
  ['a day that has passed', '2026-11-20', daysOff, 'điều đã qua không đổi được nữa'],
  [
    'a run that ends before it begins',
    '2026-12-10',
    { ...daysOff, ...typed('to', '2026-12-09') },
    'ngày đầu không sau ngày cuối',
  ],
  [
    'a run beyond the years',
    '2035-12-31',
    { ...daysOff, ...typed('to', '2036-01-01') },
    'Lịch có từ năm 2020 đến năm 2035',
  ],
  [
    'a day worked in exchange that works anyway',
    '2026-12-10',
    { ...daysOff, kind: 'hoan-doi', ...typed('works', '2026-12-11') },
    'Ngày làm bù phải là một ngày nghỉ',
  ],
  [
    'a day swapped off that is off anyway',
    '2026-12-12',
    { ...daysOff, kind: 'hoan-doi', ...typed('works', '2026-12-19') },
    'vốn đã là ngày nghỉ',
  ],
  ['days that belong to others', '2026-12-31', { ...daysOff, ...typed('to', '2027-01-02') }, 'đã thuộc một đợt nghỉ'],
  ['a day off without a name or a basis', '2026-12-10', { kind: 'nghi' }, 'Nhập tên ngày nghỉ'],
])('refused with a sentence: %s', async (_, day, fields, sentence) => {
  const answer = await change(day, { source: '', ...fields });
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(sentence);
});

test.each([
  ['07:00-11:30, 11:00-17:00', 'không chồng lên nhau'],
  ['07:00-11:30, 13:30-16:00', 'phải có 480 phút, ở đây là 420'],
  ['sáng', 'Nhập các khung giờ như'],
])('hours that count: %s', async (windows, sentence) => {
  const path = `${CALENDAR}/gio/H53.101`;
  const fields = { windows, ...typed('from', '2026-12-01'), source: 'QĐ 1' };
  const answer = await administrator.press(await administrator.get(path), path, fields);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(sentence);
});

test('drafted, compared, published at once by a decision, and taken back; every act is in the journal', async () => {
  expect(works('2026-12-24')).toBe(true);
  expect((await change('2026-12-24', { ...daysOff, ...typed('to', '2026-12-25') })).location).toBe(
    `${CALENDAR}/ban-nhap`,
  );
  const draft = await administrator.get(`${CALENDAR}/ban-nhap`);
  expect(draft.body).toContain('từ thứ Năm 24/12/2026 đến thứ Sáu 25/12/2026');
  expect(draft.body).toContain('Nghỉ lễ, tết: Nghỉ bão (Công điện 1/CĐ-UBND)');
  expect(works('2026-12-24')).toBe(true);

  const without = await administrator.press(draft, `${CALENDAR}/ban-nhap/cong-bo`, { ...decided, decisionNumber: '' });
  expect(without.status).toBe(422);
  expect(without.body).toContain('Nhập số, ký hiệu của quyết định');
  expect((await publish()).location).toBe(`${CALENDAR}/phien-ban`);
  expect(works('2026-12-24')).toBe(false);
  expect((await administrator.get(`${CALENDAR}/phien-ban`)).body).toContain('12/QĐ-UBND, ngày 20/11/2026');

  const older = await administrator.get(`${CALENDAR}/phien-ban/1`);
  await administrator.press(older, `${CALENDAR}/phien-ban/1/dung-lai`, { ...decided, decisionNumber: '13/QĐ-UBND' });
  expect(works('2026-12-24')).toBe(true);
  const entries = await house.db
    .selectFrom('journal.entry')
    .select('type')
    .where('type', 'in', ['settings.drafted', 'settings.published', 'calendar.published'])
    .orderBy('recorded_at')
    .execute();
  expect(entries.map(({ type }) => type)).toEqual([
    'calendar.published',
    'settings.drafted',
    'settings.published',
    'calendar.published',
    'settings.published',
    'calendar.published',
  ]);
});

test('a swap goes with both its days, and from a later day it waits for that day', async () => {
  await change('2026-12-31', { kind: 'hoan-doi', source: 'QĐ 2', ...typed('works', '2026-12-26') });
  const draft = await administrator.get(`${CALENDAR}/ban-nhap`);
  expect(draft.body).toContain('làm bù cho ngày nghỉ hoán đổi thứ Năm 31/12/2026');
  await administrator.press(draft, `${CALENDAR}/ban-nhap/cong-bo`, { ...decided, ...typed('from', '2026-12-01') });
  expect((await administrator.get(`${CALENDAR}/phien-ban`)).body).toContain('Chờ đến ngày');
  await house.platform.renewCalendar();
  expect(works('2026-12-26')).toBe(false);
  house.setClock('2026-12-01T00:01');
  expect(await house.platform.renewCalendar()).toBe(true);
  expect([works('2026-12-26'), works('2026-12-31')]).toEqual([true, false]);
  expect(await house.platform.renewCalendar()).toBe(false);
  // a session does not last from one month into the next
  administrator = await browse(house, server, { as: 'administrator' });
  await change('2026-12-26', { kind: 'thuong' });
  expect((await administrator.get(`${CALENDAR}/ban-nhap`)).body).toContain('thứ Năm 31/12/2026');
  house.setClock('2026-11-23T08:00');
  administrator = await browse(house, server, { as: 'administrator' });
});

test('confirming a day moves nothing and takes its mark away', async () => {
  const path = `${CALENDAR}/ngay/2027-09-03`;
  expect(house.platform.calendar().days['2027-09-03']?.confirmed).toBe(false);
  const shown = await administrator.get(path);
  expect(shown.body).toContain('chưa xác nhận');
  expect((await administrator.press(shown, `${path}/xac-nhan`, { basis: '' })).status).toBe(422);
  await administrator.press(shown, `${path}/xac-nhan`, { basis: 'Thông báo 9999/TB-BNV' });
  await publish();
  expect(house.platform.calendar().days['2027-09-03']).toMatchObject({
    confirmed: true,
    source: 'Thông báo 9999/TB-BNV',
  });
});

test('two administrators at once: the second is told, and nothing is written over; the same form twice does it once', async () => {
  const page = await administrator.get(`${CALENDAR}/moc`);
  const fields = { ...typed('from', '2027-01-01'), after: '16:00', source: 'QĐ 3', confirmed: 'true' };
  const first = await administrator.press(page, `${CALENDAR}/moc`, fields);
  expect(first.location).toBe(`${CALENDAR}/ban-nhap`);
  expect((await administrator.press(page, `${CALENDAR}/moc`, fields)).location).toBe(`${CALENDAR}/ban-nhap`);
  const other = await browse(house, server, { as: 'administrator' });
  const late = await other.press(await other.get(`${CALENDAR}/moc`), `${CALENDAR}/moc`, {
    ...fields,
    version: '0',
    after: '16:30',
  });
  expect(late.status).toBe(409);
  expect((await administrator.get(`${CALENDAR}/ban-nhap`)).body).toContain('sau 16:00 (QĐ 3)');
});

test('what an administrator has published is not replaced by the pack, whose newer calendar waits', async () => {
  const { digest: _, ...body } = readPackCalendar('provinces/tay-ninh');
  const { '2027-01-01': __, ...days } = body.days;
  const before = house.platform.calendar().digest;
  await loadPackSettings(house.db, [{ setting: 'calendar', body: { ...body, days } }], house.platform.clock());
  await loadPackSettings(house.db, [{ setting: 'calendar', body: { ...body, days } }], house.platform.clock());
  expect(await house.platform.renewCalendar()).toBe(false);
  expect(house.platform.calendar().digest).toBe(before);
  const { body: versions } = await administrator.get(`${CALENDAR}/phien-ban`);
  expect(versions.match(/Gói mới hơn, chờ bạn dùng/g)).toHaveLength(1);
});
