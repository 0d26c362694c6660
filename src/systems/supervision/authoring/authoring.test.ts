/** Scenarios written by pages: drafted, refused with the place of a mistake, published, in force at once; and blocking, which a second account must have approved. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { supervisionOf } from '../supervision.ts';
import type { SupervisionTables } from '../tables.ts';

let house: House<SupervisionTables>;
let server: FastifyInstance;
let administrator: Visitor;
let chair: Visitor;
beforeAll(async () => {
  house = await aHouse<SupervisionTables>();
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
  chair = await browse(house, server, { as: { role: 'CT' } });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const SCENARIOS = '/quan-tri/kich-ban';
const BLOCKS = '/quan-tri/kich-ban-chan';
const example = (supplements: number): string =>
  `- title: { vi: 'Lần ${supplements}', en: 'Time ${supplements}' }\n  values: { act: { type: dossiers.supplement-asked }, dossier: { supplements: ${supplements} } }`;
const written = {
  code: 'X1',
  kind: 'dossier',
  titleVi: 'Yêu cầu bổ sung quá hai lần',
  titleEn: 'More than two requests',
  basis: 'Quyết định 1/QĐ-UBND',
  looks: 'acts',
  acts: 'dossiers.supplement-asked',
  condition: 'dossier.supplements >= 2',
  severity: 'high',
  messageVi: 'Hồ sơ {dossier.code} bị yêu cầu bổ sung nhiều lần.',
  messageEn: '{dossier.code} was asked for papers again and again.',
  tells: 'LP',
  answerWithin: '3wd',
  effect: 'record',
  lawful: example(1),
  unlawful: example(2),
};
const decided = {
  'from.day': '23',
  'from.month': '11',
  'from.year': '2026',
  decisionNumber: '12/QĐ-UBND',
  'decisionDay.day': '20',
  'decisionDay.month': '11',
  'decisionDay.year': '2026',
};

const write = async (fields: Record<string, string>): Promise<Page> =>
  administrator.press(await administrator.get(`${SCENARIOS}/moi?loai=dossier`), `${SCENARIOS}/moi`, {
    ...written,
    ...fields,
  });
const change = async (code: string, fields: Record<string, string>): Promise<Page> =>
  administrator.press(await administrator.get(`${SCENARIOS}/${code}`), `${SCENARIOS}/${code}`, {
    ...written,
    ...fields,
  });
const publish = async (code: string): Promise<Page> =>
  administrator.press(
    await administrator.get(`${SCENARIOS}/${code}/ban-nhap`),
    `${SCENARIOS}/${code}/ban-nhap/cong-bo`,
    decided,
  );
const inForce = (code: string) =>
  supervisionOf(house.platform)
    .kept.current()
    .all.find(({ scenario }) => scenario.code === code);

test('the list shows the scenarios of the pack, finds one without marks, and says when it last looked', async () => {
  const list = await administrator.get(SCENARIOS);
  expect(list.body).toContain('V01 Yêu cầu bổ sung hồ sơ lần thứ hai');
  expect(list.body).toContain('Đang áp dụng');
  const found = await administrator.get(`${SCENARIOS}?q=xin+loi`);
  expect(found.body).not.toContain('V01 ');
});

test.each([
  ['an unknown field', { condition: 'dossier.suplements >= 1' }, 'không có thành phần tên như vậy'],
  ['a wrong type', { condition: 'dossier.supplements >= "1"' }, 'khác kiểu'],
  ['a catastrophic pattern', { condition: 'dossier.code.matches("(a+)+$")' }, 'Không được dùng hàm này'],
  [
    'walks inside walks',
    { condition: 'dossier.consultations.exists(a, dossier.consultations.exists(b, a.unit == b.unit))' },
    'bên trong một phép duyệt',
  ],
  ['a field that was renamed', { condition: 'act.body.promised == ""' }, 'không có thành phần tên như vậy'],
  ['more than 10,000 characters', { condition: `dossier.code == "${'x'.repeat(10_001)}"` }, 'dài quá'],
  ['an example that comes out otherwise', { lawful: example(5) }, 'không cho kết quả như ghi'],
  ['examples that are no YAML', { lawful: '- [' }, 'Không đọc được YAML'],
  ['a message about nothing', { messageVi: '{dossier.colour}' }, 'không có ở đây'],
  ['no act', { acts: '' }, 'Chọn từ 1 đến 50 hành vi'],
  ['a term that is none', { answerWithin: 'tuần sau' }, 'Nhập như 3wd'],
  ['a code in small letters', { code: 'x1' }, 'Mã gồm 2 đến 16'],
  ['a code that is taken', { code: 'V01' }, 'Đã có kịch bản'],
])('refused with a sentence: %s', async (_what, fields: Record<string, string>, sentence) => {
  const answer = await write(fields);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(sentence);
  if (fields.condition && fields.condition.length < 1000) expect(answer.body).toContain('<mark>');
});

test('a command that comes twice is answered as the first time', async () => {
  const page = await administrator.get(`${SCENARIOS}/moi?loai=dossier`);
  const twice = { ...written, code: 'X9' };
  for (let time = 1; time <= 2; time += 1)
    expect(await administrator.press(page, `${SCENARIOS}/moi`, twice)).toMatchObject({
      status: 303,
      location: `${SCENARIOS}/X9/ban-nhap`,
    });
  expect((await write(twice)).body).toContain('Đã có kịch bản');
});

test('a condition of ten megabytes is too large for any form', async () => {
  const answer = await write({ condition: 'x'.repeat(10_000_000) });
  expect(answer.status).toBe(413);
});

test('while it is typed, what is wrong is told with its place, then what it says in words and what examples come to', async () => {
  const form = await administrator.get(`${SCENARIOS}/moi?loai=dossier`);
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(form.body) ?? [];
  const wrong = await administrator.post(`${SCENARIOS}/thu`, { csrf, kind: 'dossier', condition: 'dossier.x == 1' });
  expect(JSON.parse(wrong.body).faults).toContainEqual(
    expect.objectContaining({ name: 'condition', range: { start: expect.any(Number), end: expect.any(Number) } }),
  );
  const right = JSON.parse((await administrator.post(`${SCENARIOS}/thu`, { csrf, ...written })).body);
  expect(right).toMatchObject({
    faults: [],
    examples: [
      { fits: true, found: false },
      { fits: true, found: true },
    ],
  });
  expect(right.said).toContain('bổ sung');
  const values = JSON.parse(
    (await administrator.get(`${SCENARIOS}/tu-vung?loai=dossier&acts=dossiers.supplement-asked`)).body,
  );
  expect(values.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['act', 'actor', 'dossier', 'clock', 'history']),
  );
});

test('drafted, compared, published by a decision: it is in force at once; then taken back', async () => {
  expect((await write({})).location).toBe(`${SCENARIOS}/X1/ban-nhap`);
  expect(inForce('X1')).toBeUndefined();
  expect((await administrator.get(`${SCENARIOS}/X1/ban-nhap`)).body).toContain('Yêu cầu bổ sung quá hai lần');
  expect((await publish('X1')).location).toBe(`${SCENARIOS}/X1/phien-ban`);
  expect(inForce('X1')?.version).toBe(1);
  await change('X1', { condition: 'dossier.supplements >= 3', unlawful: example(3) });
  expect((await publish('X1')).status).toBe(303);
  expect(inForce('X1')?.scenario.condition).toBe('dossier.supplements >= 3');
  const version = await administrator.get(`${SCENARIOS}/X1/phien-ban/1`);
  expect((await administrator.press(version, `${SCENARIOS}/X1/phien-ban/1/dung-lai`, decided)).status).toBe(303);
  expect(inForce('X1')?.scenario.condition).toBe('dossier.supplements >= 2');
});

test('a scenario without examples is kept as a draft and not published', async () => {
  await write({ code: 'X2', lawful: '', unlawful: '' });
  const { body } = await administrator.get(`${SCENARIOS}/X2/ban-nhap`);
  expect(body).toContain('Cần ít nhất một ví dụ');
  expect(body).not.toContain('/ban-nhap/cong-bo');
});

describe('blocking', () => {
  const approved = {
    decisionNumber: '15/QĐ-UBND',
    'decisionDay.day': '20',
    'decisionDay.month': '11',
    'decisionDay.year': '2026',
  };
  const approve = async (): Promise<Page> => chair.press(await chair.get(`${BLOCKS}/X3`), `${BLOCKS}/X3`, approved);

  test('who may write may not authorise, and who may authorise may not write', async () => {
    await write({ code: 'X3', effect: 'block' });
    expect((await administrator.get(BLOCKS)).status).toBe(404);
    expect((await chair.get(SCENARIOS)).status).toBe(404);
    expect((await chair.get(BLOCKS)).body).toContain('X3');
  });

  test('is published only after a second account has approved exactly this draft', async () => {
    expect((await publish('X3')).status).toBe(422);
    expect((await approve()).status).toBe(303);
    await change('X3', { effect: 'block', basis: 'Quyết định 2/QĐ-UBND' });
    const changed = await publish('X3');
    expect(changed.status).toBe(422);
    expect(changed.body).toContain('phê duyệt đúng bản nháp này');
    expect((await approve()).status).toBe(303);
    expect((await publish('X3')).status).toBe(303);
    expect(inForce('X3')?.scenario.effect).toBe('block');
    const entries = await house.db
      .selectFrom('journal.entry')
      .select('type')
      .where('type', '=', 'supervision.block-approved')
      .execute();
    expect(entries).toHaveLength(2);
  });

  test('a version that would block and that nobody approved records what it finds', async () => {
    await house.db
      .insertInto('settings.version')
      .values({
        setting: 'supervision.X4',
        number: 1,
        body: JSON.stringify({ ...inForce('X3')?.scenario, code: 'X4' }),
        digest: 'nobody saw it',
        valid_from: null,
        origin: 'pack',
        decision_number: null,
        decision_day: null,
        copied_from: null,
        published_at: '2026-11-23T08:00:00+07:00' as never,
        published_by: null,
      } as never)
      .execute();
    await supervisionOf(house.platform).kept.renew();
    expect(inForce('X4')?.scenario.effect).toBe('record');
  });
});
