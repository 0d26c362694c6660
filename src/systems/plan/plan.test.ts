import type { FastifyInstance } from 'fastify';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { listOffered } from '../procedures/index.ts';
import { getPlan, loadDefinition } from './current-definition.ts';
import type { Measure } from './definition.ts';
import { readPlan } from './pack.ts';
import { readScore } from './read-score.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { PlanTables } from './tables.ts';

let house: House<PlanTables>;
let server: FastifyInstance;
let guest: Visitor;
/** A specialist and a director at the department that keeps the plan, and the chairman of the province. */
let specialist: Visitor;
let director: Visitor;
let chairman: Visitor;

beforeAll(async () => {
  house = await aHouse<PlanTables>();
  server = await serverOf(house);
  guest = await browse(house, server);
  specialist = await browse(house, server, { as: { role: 'CV', unit: 'H53.8' } });
  director = await browse(house, server, { as: { role: 'LD', unit: 'H53.1' } });
  chairman = await browse(house, server, { as: { role: 'CT', unit: 'H53' } });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const OFFICE = '/can-bo/de-an';
const E3 = `${OFFICE}/chi-tieu/T25-E3`;
const now = instant('2026-11-23T08:00');
const typed = (more: Record<string, string> = {}) => ({
  kind: 'actual',
  'day.day': '31',
  'day.month': '10',
  'day.year': '2026',
  numerator: '24.310',
  denominator: '27.438',
  documentNumber: '15/BC-VP',
  'documentDay.day': '5',
  'documentDay.month': '11',
  'documentDay.year': '2026',
  ...more,
});
const valuesOf = async (target: string) =>
  await house.db
    .selectFrom('plan.value')
    .selectAll()
    .where('target', '=', target)
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
const lastOf = async (target: string) => (await valuesOf(target)).at(-1);
const scoreOf = async (id: string) =>
  (await readScore(house.platform as Platform<PlanTables>)).targets.find(({ target }) => target.id === id);

test('every target of the pack stands on the public page, and without data none says a percentage', async () => {
  const { plan } = await getPlan(house.db);
  const { body } = await guest.get('/de-an');
  expect(plan.targets.length).toBe(38);
  for (const { id } of plan.targets) expect(body).toContain(`>${id}<`);
  expect(body).not.toMatch(/vc-score-value">0 %/);
  expect(body).toContain('Chưa có số liệu');
});

test('T25-D1 stands with the procedures in force, those known to be wholly online, and the unknown beside them', async () => {
  const offered = await listOffered(house.db, '2026-11-23');
  const all = offered.length;
  const unknown = offered.filter(({ onlineKnown }) => !onlineKnown).length;
  expect(all).toBeGreaterThan(50);
  // the pack infers all levels but one from channels: that is no knowledge, and no share of nought
  const before = await scoreOf('T25-D1');
  expect(before?.status).toBe('no-data');
  expect(before?.lead.parts).toEqual({ numerator: 0, denominator: all, unknown });
  const shown = async () => (await guest.get('/de-an/chi-tieu/T25-D1')).body;
  expect(await shown()).toContain(`Chưa có số liệu: 0 / ${all} thủ tục đang có hiệu lực; ${unknown} chưa biết mức`);

  const known = offered.find(({ online }) => online === 'full');
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query(
    `update procedures.version v set definition = definition #- '{online,confirm}' from procedures.procedure p
     where p.id = v.procedure_id and p.code = $1`,
    [known?.code],
  );
  await owner.end();
  expect((await scoreOf('T25-D1'))?.lead.actual).toMatchObject({
    numerator: 1,
    denominator: all,
    unknown: unknown - 1,
  });
  expect(await shown()).toContain(`1 / ${all} thủ tục đang có hiệu lực; ${unknown - 1} chưa biết mức`);
});

test('a value counts only once another person has approved it', async () => {
  const entered = await specialist.press(await specialist.get(E3), `${E3}/nhap`, typed());
  expect(entered).toMatchObject({ status: 303, location: E3 });
  const draft = await lastOf('T25-E3');
  expect(draft).toMatchObject({ state: 'draft', amount: 885_997, numerator: 24_310, denominator: 27_438 });
  expect((await scoreOf('T25-E3'))?.status).toBe('no-data');
  expect((await guest.get('/de-an/chi-tieu/T25-E3')).body).not.toContain('15/BC-VP');
  expect((await chairman.get(OFFICE)).body).toContain('Số liệu chờ duyệt');

  const approve = `${OFFICE}/gia-tri/${draft?.id}/duyet`;
  expect((await chairman.press(await chairman.get(E3), approve)).status).toBe(303);
  const of = await scoreOf('T25-E3');
  expect(of?.lead.actual).toMatchObject({ amount: 885_997, day: '2026-10-31' });
  // its deadline was the end of 2025
  expect(of?.status).toBe('late');
  const { body } = await guest.get('/de-an/chi-tieu/T25-E3');
  expect(body).toContain('15/BC-VP');
  expect(body).toContain('88,5 %');
  const entries = await sql<{ type: string }>`
    select type from journal.entry where subject_id = ${draft?.id} order by recorded_at
  `.execute(house.db);
  expect(entries.rows.map(({ type }) => type)).toEqual(['plan.value-entered', 'plan.value-approved']);
  // a second press finds nothing that waits
  expect((await chairman.post(approve, { csrf: await csrfOf(chairman) })).body).toContain('không còn chờ duyệt');
});

async function csrfOf(visitor: Visitor): Promise<string> {
  const { body } = await visitor.get(OFFICE);
  return /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
}

test('who entered a value cannot approve it, and may take it back', async () => {
  await director.press(await director.get(E3), `${E3}/nhap`, typed({ numerator: '25000' }));
  const draft = await lastOf('T25-E3');
  const page = await director.get(E3);
  expect(page.body).not.toContain(`${draft?.id}/duyet`);
  const forced = await director.post(`${OFFICE}/gia-tri/${draft?.id}/duyet`, { csrf: await csrfOf(director) });
  expect(forced.status).toBe(422);
  expect(forced.body).toContain('Người nhập không được tự duyệt');
  expect((await lastOf('T25-E3'))?.state).toBe('draft');
  await director.press(page, `${OFFICE}/gia-tri/${draft?.id}/rut`);
  expect((await lastOf('T25-E3'))?.state).toBe('withdrawn');
});

test('a correction is a new value of the same day; the old one stays', async () => {
  await specialist.press(await specialist.get(E3), `${E3}/nhap`, typed({ numerator: '25.000' }));
  const draft = await lastOf('T25-E3');
  await director.press(await director.get(E3), `${OFFICE}/gia-tri/${draft?.id}/duyet`);
  expect((await scoreOf('T25-E3'))?.lead.actuals.map(({ numerator }) => numerator)).toEqual([25_000]);
  expect((await valuesOf('T25-E3')).filter(({ state }) => state === 'approved')).toHaveLength(2);
});

test('an approved value of a wrong day is annulled by another person with a reason, and counts no more', async () => {
  await specialist.press(await specialist.get(E3), `${E3}/nhap`, typed({ 'day.month': '1' }));
  const wrong = await lastOf('T25-E3');
  await director.press(await director.get(E3), `${OFFICE}/gia-tri/${wrong?.id}/duyet`);
  const days = async () => (await scoreOf('T25-E3'))?.lead.actuals.map(({ day }) => day);
  expect(await days()).toEqual(['2026-01-31', '2026-10-31']);
  expect((await specialist.get(E3)).body).not.toContain(`${E3}/huy`);
  const annul = async (more: Record<string, string>) => chairman.press(await chairman.get(E3), `${E3}/huy`, more);
  expect((await annul({ annul: '' })).body).toContain('Chọn số liệu cần hủy.');
  const bare = await annul({ annul: wrong?.id ?? '' });
  expect(bare.status).toBe(422);
  expect(bare.body).toContain('Hãy ghi lý do không duyệt hoặc hủy.');
  expect(await days()).toHaveLength(2);
  expect((await annul({ annul: wrong?.id ?? '', annulReason: 'Nhập nhầm tháng' })).status).toBe(303);
  expect(await days()).toEqual(['2026-10-31']);
  expect((await specialist.get(E3)).body).toContain('Đã hủy: Nhập nhầm tháng');
  const again = { csrf: await csrfOf(chairman), annul: wrong?.id ?? '', annulReason: 'Lần nữa' };
  expect((await chairman.post(`${E3}/huy`, again)).body).toContain('Chỉ hủy được số liệu đang được tính');
});

test('a refusal says why, and needs a reason', async () => {
  await specialist.press(await specialist.get(E3), `${E3}/nhap`, typed({ numerator: '1' }));
  const draft = await lastOf('T25-E3');
  const action = `${OFFICE}/gia-tri/${draft?.id}/khong-duyet`;
  const bare = await director.press(await director.get(E3), action);
  expect(bare.status).toBe(422);
  expect(bare.body).toContain('Hãy ghi lý do không duyệt hoặc hủy.');
  await director.press(await director.get(E3), action, { [`reason.${draft?.id}`]: 'Văn bản ghi số khác' });
  expect((await specialist.get(E3)).body).toContain('Văn bản ghi số khác');
});

test.each([
  ['a denominator of nought', { denominator: '0' }, 'Nhập mẫu số'],
  ['more than the whole', { numerator: '30000' }, 'Tử số không thể lớn hơn mẫu số'],
  ['no document', { documentNumber: ' ' }, 'Nhập số, ký hiệu của văn bản'],
  ['a day that does not exist', { 'day.day': '31', 'day.month': '2' }, 'Nhập ngày có trong lịch'],
  ['a day to come', { 'day.year': '2027' }, 'Số liệu thực hiện không thể sau hôm nay'],
  ['words for a number', { numerator: 'nhiều' }, 'Nhập tử số'],
  ['a baseline after the deadline', { kind: 'baseline' }, 'phải trước hạn của chỉ tiêu'],
])('%s is refused with what to do, and nothing is kept', async (_, mistake, sentence) => {
  const before = (await valuesOf('T25-E3')).length;
  const page = await specialist.press(await specialist.get(E3), `${E3}/nhap`, typed(mistake));
  expect(page.status).toBe(422);
  expect(page.body).toContain(sentence);
  expect(await valuesOf('T25-E3')).toHaveLength(before);
});

test('the same roles elsewhere see the plan and can do nothing to it', async () => {
  const draftOf = async () => {
    await specialist.press(await specialist.get(E3), `${E3}/nhap`, typed());
    return lastOf('T25-E3');
  };
  const draft = await draftOf();
  for (const as of [
    { role: 'CV', unit: 'H53.3' },
    { role: 'CT', unit: 'H53.101' },
  ]) {
    const other = await browse(house, server, { as });
    const page = await other.get(E3);
    expect(page.body).not.toContain(`${E3}/nhap`);
    expect(page.body).not.toContain(`${draft?.id}/duyet`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    expect((await other.post(`${E3}/nhap`, { csrf, ...typed() })).status).toBe(404);
    expect((await other.post(`${OFFICE}/gia-tri/${draft?.id}/duyet`, { csrf })).status).toBe(404);
  }
  expect((await lastOf('T25-E3'))?.state).toBe('draft');
});

test('what the plan itself says of where ICT Index began is its baseline until another is approved', async () => {
  const { measures } = (await scoreOf('T25-A1')) ?? { measures: [] };
  expect(measures.map(({ baseline }) => baseline)).toEqual([
    { day: '2019-12-31', amount: 4582, from: 'plan' },
    { day: '2019-12-31', amount: 250_000, from: 'plan' },
  ]);
  expect((await guest.get('/de-an/chi-tieu/T25-A1')).body).toContain(
    '0,4582 điểm (31/12/2019, theo văn bản của đề án)',
  );
});

test('a target with two measures is reached by one of them', async () => {
  const A1 = `${OFFICE}/chi-tieu/T25-A1`;
  const enter = async (measure: string, amount: string) => {
    const { numerator: _, denominator: __, ...rest } = typed({ measure, amount });
    await specialist.press(await specialist.get(A1), `${A1}/nhap`, rest);
    const draft = await lastOf('T25-A1');
    await director.press(await director.get(A1), `${OFFICE}/gia-tri/${draft?.id}/duyet`);
  };
  await enter('rank', '25');
  expect((await scoreOf('T25-A1'))?.status).toBe('late');
  await enter('score', '0,5');
  expect(await scoreOf('T25-A1')).toMatchObject({ status: 'met', lead: { measure: { key: 'score' } } });
  expect((await guest.get('/de-an')).body).toContain('0,5 điểm');
});

test('the files say the same as the page, and nothing where there is nothing', async () => {
  const csv = (await guest.get('/de-an.csv')).body.split('\r\n');
  const row = csv.find((line) => line.startsWith('T25-E3'))?.split(',');
  expect(row).toEqual(expect.arrayContaining(['25000', '27438', '2026-10-31', 'met']));
  expect(csv.find((line) => line.startsWith('T30-2a'))).toContain(',it-nhat,30,,,,,,,no-data,');
  // what is known of services stands in the files as on the page, the unknown beside it
  const d1 = csv.find((line) => line.startsWith('T25-D1'))?.split(',');
  const { numerator, denominator, unknown } = (await scoreOf('T25-D1'))?.lead.parts ?? {};
  expect(d1).toEqual(expect.arrayContaining(['bang', `${numerator}`, `${denominator}`, `${unknown}`]));
  const json = JSON.parse((await guest.get('/de-an.json')).body) as {
    targets: { id: string; status: string; measures: unknown[] }[];
  };
  expect(json.targets.find(({ id }) => id === 'T25-A1')?.status).toBe('met');
  expect(json.targets.find(({ id }) => id === 'T25-D1')?.measures[0]).toMatchObject({
    parts: { numerator, denominator, unknown },
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await guest.get('/de-an.xlsx')).bytes as unknown as ExcelJS.Buffer);
  const sheet = workbook.worksheets[0];
  const rows = sheet?.getSheetValues() as unknown as (unknown[] | undefined)[];
  expect(rows.find((one) => one?.[1] === 'T25-E3')).toContain(25_000);
});

test('the rule stands in words with the numbers of the pack', async () => {
  const { body } = await guest.get('/de-an/cach-tinh');
  expect(body).toContain('không quá 5 % quãng đường');
  expect(body).toContain('hơn 180 ngày');
});

test('a changed pack is a new version; the same one is not loaded twice', async () => {
  const count = async () =>
    Number((await sql<{ n: number }>`select count(*) as n from plan.definition`.execute(house.db)).rows[0]?.n);
  const { plan } = await getPlan(house.db);
  await loadDefinition(house.db, plan, () => now);
  expect(await count()).toBe(1);
  const changed = { ...plan, rule: { ...plan.rule, onTrack: 6 } };
  await loadDefinition(house.db, changed, () => instant('2026-11-23T09:00'));
  expect(await count()).toBe(2);
  expect((await getPlan(house.db)).plan.rule.onTrack).toBe(6);
});

const withoutBase = ({ denominator: _gone, ...measure }: Measure) => measure;

test('a pack with a percentage without its base is refused with its place', async () => {
  const { plan } = await getPlan(house.db);
  const { groups, targets, ...rest } = plan;
  const broken = targets.map((target) =>
    target.id === 'T25-E3' ? { ...target, measures: target.measures.map(withoutBase) } : target,
  );
  const read = readPlan((file) => JSON.stringify(file === 'plan.yaml' ? rest : { groups, targets: broken }));
  expect(read.faults?.map(({ code, at }) => [code, at])).toEqual([
    ['plan.measure-incomplete', 'targets.yaml: T25-E3 share'],
  ]);
});
