import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { loadPackSettings } from '../../../platform/settings/setting-versions.ts';
import { getRules, kindOf, KINDS_SETTING } from '../rules.ts';
import { readKind } from './kind-form.ts';
import { kindsSetting } from './kinds-setting.ts';
import type { CentreTables } from '../tables.ts';

const KINDS = '/quan-tri/loai-su-co';
const FIRE = {
  nameVi: 'Cháy, nổ',
  nameEn: 'Fire',
  metres: '1500',
  minutes: '90',
  take: '5',
  steps:
    '5 | Báo Cảnh sát phòng cháy chữa cháy 114 | Call the fire service 114\n\n20 | Cắt điện khu vực | Cut the power',
};

let house: House<CentreTables>;
let server: FastifyInstance;
let administrator: Visitor;
beforeAll(async () => {
  house = await aHouse<CentreTables>();
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const change = async (key: string, fields: Record<string, string>): Promise<Page> =>
  administrator.press(await administrator.get(`${KINDS}/loai/${key}`), `${KINDS}/loai/${key}`, { ...FIRE, ...fields });

async function publish(path: string, from: string): Promise<Page> {
  const [year = '', month = '', day = ''] = from.split('-');
  const [, page = ''] = /^(.*)\/[^/]+$/.exec(path) ?? [];
  return administrator.press(await administrator.get(page), path, {
    'from.day': day,
    'from.month': month,
    'from.year': year,
    decisionNumber: '7/QĐ-UBND',
    'decisionDay.day': '20',
    'decisionDay.month': '11',
    'decisionDay.year': '2026',
  });
}

const rulesAt = (time: string) => getRules(house.db, instant(time));

test.each([
  ['fire', { nameVi: '' }, 'Ghi tên loại sự cố'],
  ['fire', { metres: '-5' }, 'Ghi số mét từ 0 đến 100000'],
  ['fire', { take: '0' }, 'Ghi số phút từ 1 đến 100000'],
  ['fire', { steps: 'Gọi 114' }, 'Dòng “Gọi 114” không đúng dạng'],
  ['fire', { steps: '5 | Gọi 114\n9 | Gọi 114' }, 'hai việc phải làm trùng tên'],
  ['moi', { nameVi: 'Fire' }, 'Có hai loại mang khóa fire'],
])('refused with a sentence, and what was typed stays: %s %j', async (key, fields, sentence) => {
  const answer = await change(key, fields);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(sentence);
  expect(answer.body).toContain('value="90"');
});

test('numbers tell steps apart, and no kind is called as the address of a new one', () => {
  const typed = { nameVi: 'Mới', nameEn: '', metres: '0', minutes: '60', take: '5', steps: '5 | Gọi 114\n9 | Gọi 115' };
  const { kind } = readKind(typed, undefined, 'vi');
  expect(kind).toMatchObject({ key: 'moi-2', steps: [{ key: 'goi-114' }, { key: 'goi-115' }] });
});

test('a kind is drafted, compared, published from a day by a decision, and an earlier version is taken back', async () => {
  expect((await change('fire', {})).location).toBe(`${KINDS}/ban-nhap`);
  expect((await change('moi', { nameVi: 'Sạt lở bờ sông', nameEn: 'Landslide' })).location).toBe(`${KINDS}/ban-nhap`);
  const draft = (await administrator.get(`${KINDS}/ban-nhap`)).body;
  for (const words of ['Cắt điện khu vực, 20 phút', 'trong 1.500 m và 90 phút', 'Sạt lở bờ sông'])
    expect(draft).toContain(words);
  // the pack has another proposal: it is one as well
  const changed = (await rulesAt('2026-11-23T08:00')).kinds.map((kind) => ({ ...kind, take_minutes: 7 }));
  expect((await administrator.get(KINDS)).body).toContain('đề xuất của phần mềm');
  await loadPackSettings(
    house.platform.db,
    [{ setting: KINDS_SETTING, body: { kinds: changed } }],
    instant('2026-11-23T08:00'),
  );
  expect((await administrator.get(KINDS)).body).toContain('đề xuất của phần mềm');
  expect((await publish(`${KINDS}/ban-nhap/cong-bo`, '2026-12-01')).location).toBe(`${KINDS}/phien-ban`);
  expect(kindOf(await rulesAt('2026-11-30T23:00'), 'fire').metres).toBe(2000);
  const after = await rulesAt('2026-12-01T00:00');
  expect(kindOf(after, 'fire')).toMatchObject({ metres: 1500, take_minutes: 5 });
  // a step that is called as before keeps its key
  expect(kindOf(after, 'fire').steps.map(({ key }) => key)).toEqual(['call-fire-service', 'cat-dien-khu-vuc']);
  expect(kindOf(after, 'sat-lo-bo-song').name.vi).toBe('Sạt lở bờ sông');
  expect((await administrator.get(KINDS)).body).not.toContain('đề xuất của phần mềm');
  const back = await publish(`${KINDS}/phien-ban/1/dung-lai`, '2026-12-02');
  expect(back.location).toBe(`${KINDS}/phien-ban`);
  expect(kindOf(await rulesAt('2026-12-02T00:00'), 'fire').metres).toBe(2000);
  expect(kindOf(await rulesAt('2026-12-02T00:00'), 'sat-lo-bo-song').key).toBe('other');
});

test('the kind for everything else stays, and who has no such permission finds nothing', async () => {
  const page = await administrator.get(`${KINDS}/loai/other`);
  expect(page.body).not.toContain('Bỏ loại này');
  const kinds = (await rulesAt('2026-11-23T08:00')).kinds.filter(({ key }) => key !== 'other');
  expect(kindsSetting.check({ kinds }, { kinds }, '').map(({ code }) => code)).toEqual(['operations-centre.no-other']);
  const leader = await browse(house, server, { as: { role: 'CT', unit: 'H53' } });
  for (const path of [KINDS, `${KINDS}/loai/fire`, `${KINDS}/ban-nhap`])
    expect((await leader.get(path)).status).toBe(404);
});
