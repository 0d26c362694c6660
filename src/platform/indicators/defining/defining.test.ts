/** Definitions by pages: drafted, refused with the place of a mistake, tried on what is there, published from a day, taken back; a file of the pack never replaces them. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { packFolderOf } from '../../config/project-root.ts';
import { instant } from '../../calendar/instant.ts';
import { readIndicatorPack } from '../pack.ts';
import { loadDefinitions } from '../load-definitions.ts';
import { countPending } from '../pending-counts.ts';
import { readIndicator } from '../read-indicator.ts';
import type { IndicatorTables } from '../tables.ts';
import { writeFacts } from '../write-facts.ts';
import { findDraft } from '../../settings/setting-draft.ts';
import { typedOf } from './definition-form.ts';
import { draftedOf } from './drafted.ts';

let house: House<IndicatorTables>;
let server: FastifyInstance;
let administrator: Visitor;

const RATINGS = 'feedback.ratings';
const DEFINITIONS = '/quan-tri/chi-so';
const KNOWN = 'satisfaction.satisfied';

/** Ratings of 5, 3 and one without a score, on each of two days. */
beforeAll(async () => {
  house = await aHouse<IndicatorTables>();
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
  const measure = house.platform.registry.measures.get(RATINGS);
  if (measure?.kind !== 'journal') throw new Error('no ratings');
  const changes = ['2026-11-02', '2026-11-23'].flatMap((day) =>
    [5, 3, undefined].map((score) => ({
      subject: `${day} ${score}`,
      label: `H53-${day}-${score}`,
      at: instant(`${day}T07:00`),
      unit: null,
      values: { answered: false, ...(score !== undefined && { score }) },
    })),
  );
  await house.platform.db.transaction().execute((trx) => writeFacts(trx, { name: RATINGS, measure, changes }));
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const decided = {
  'from.day': '23',
  'from.month': '11',
  'from.year': '2026',
  decisionNumber: '12/QĐ-UBND',
  'decisionDay.day': '20',
  'decisionDay.month': '11',
  'decisionDay.year': '2026',
};
const fields = {
  measure: RATINGS,
  nameVi: 'Đánh giá thấp',
  nameEn: 'Low ratings',
  sector: 'satisfaction',
  filter: '',
  numerator: 'score < 4',
  denominator: 'true',
  numeratorWords: '',
  denominatorWords: '',
  unitVi: '%',
  unitEn: '%',
  period: 'month',
  cutDay: '',
  direction: 'down',
  good: '5',
  warn: '10,5',
  sourceVi: 'Đánh giá của người nộp',
  sourceEn: '',
  basis: '',
  confirm: 'yes',
  noteVi: '',
  noteEn: '',
  since: '2026-11-01',
};
const NEW = `${DEFINITIONS}/moi`;
const write = async (more: Record<string, string>): Promise<Page> =>
  administrator.press(await administrator.get(`${NEW}?dai-luong=${RATINGS}`), NEW, { ...fields, ...more });
const publish = async (code: string, more: Record<string, string> = {}): Promise<Page> =>
  administrator.press(
    await administrator.get(`${DEFINITIONS}/${code}/ban-nhap`),
    `${DEFINITIONS}/${code}/ban-nhap/cong-bo`,
    { ...decided, ...more },
  );
const valueOf = (code: string, from: string, to: string) => readIndicator(house.platform, { code, from, to });

test('the list shows the definitions of the pack; only who may define them sees it', async () => {
  const list = await administrator.get(`${DEFINITIONS}?q=hai long`);
  expect(list.body).toContain(`${DEFINITIONS}/${KNOWN}`);
  expect(list.body).not.toContain('one-stop.on-time');
  const chair = await browse(house, server, { as: { role: 'CT', unit: 'H53' } });
  expect((await chair.look(DEFINITIONS)).status).toBe(404);
});

test.each([
  ['a name that the measure does not know', { numerator: 'skore < 4' }, 'Tử số', 'skore'],
  ['text held against a number', { denominator: 'score == "x"' }, 'Mẫu số', ''],
  ['a loop inside a loop', { numerator: '[1].exists(x, [2].exists(y, x == y))' }, 'Tử số', ''],
  ['one threshold alone', { warn: '' }, 'Ngưỡng cảnh báo', 'cả hai ngưỡng'],
  ['thresholds the wrong way round', { good: '20' }, 'Ngưỡng tốt', 'phía tốt'],
  ['a code that is none', { code: 'Sai Mã' }, 'Mã chỉ số', 'chữ thường'],
  ['no name', { nameVi: ' ' }, 'Tên, tiếng Việt', 'Còn thiếu'],
  ['a note in English alone', { noteEn: 'A note' }, 'Ghi chú, tiếng Việt', 'href="#noteVi"'],
  ['words of the denominator alone', { denominatorWords: 'Mọi lượt' }, 'Tử số nói bằng lời', 'href="#numeratorWords"'],
  [
    'a figure that is none',
    { measure: 'statistics.figures', numerator: 'received', denominator: 'received-never', filter: '' },
    'Mẫu số',
    'href="#denominator"',
  ],
])('%s is refused beside its field, and what was typed stays', async (_, more, __, said) => {
  const page = await write({ code: 'satisfaction.bad', ...more });
  expect(page.status).toBe(422);
  expect(page.body).toContain(said);
  expect(page.body).toContain('Đánh giá của người nộp');
  expect((await administrator.look(`${DEFINITIONS}/satisfaction.bad`)).status).toBe(404);
});

test('a new indicator is tried on what is there, published, and counts from the day it says once the job has run', async () => {
  expect(await write({ code: 'satisfaction.poor' })).toMatchObject({
    status: 303,
    location: `${DEFINITIONS}/satisfaction.poor/ban-nhap`,
  });
  const draft = await administrator.get(`${DEFINITIONS}/satisfaction.poor/ban-nhap`);
  expect(draft.body).toContain('Đếm thử trên dữ liệu hiện có');
  expect(draft.body).toContain('ít nhất 33,3 %');
  expect(draft.body).toContain('H53-2026-11-02-3');
  expect(draft.body).toContain('chưa rõ: thiếu giá trị');
  await expect(valueOf('satisfaction.poor', '2026-11-01', '2026-12-01')).rejects.toThrow('there is no indicator');
  expect((await publish('satisfaction.poor')).status).toBe(303);
  expect(await valueOf('satisfaction.poor', '2026-11-01', '2026-12-01')).toMatchObject({ value: null });
  const seen = await browse(house, server, { as: { role: 'CT', unit: 'H53' } });
  expect((await seen.get('/can-bo/chi-so')).body).toContain('Đang đếm lại');
  expect((await seen.get('/can-bo/chi-so/satisfaction.poor')).body).toContain('Chỉ số đang được đếm lại');
  await countPending(house.platform);
  expect(await valueOf('satisfaction.poor', '2026-11-01', '2026-12-01')).toMatchObject({
    numerator: 2,
    denominator: 6,
    unknown: 2,
  });
  expect((await seen.get('/can-bo/chi-so')).body).not.toContain('Đang đếm lại');
  // the code is taken now
  expect((await write({ code: 'satisfaction.poor' })).body).toContain('Đã có chỉ số mang mã này');
});

test('a command that comes twice is answered as the first time, and another one finds the code taken', async () => {
  const page = await administrator.get(`${NEW}?dai-luong=${RATINGS}`);
  const again = { ...fields, code: 'satisfaction.twice' };
  const first = await administrator.press(page, NEW, again);
  expect(first).toMatchObject({ status: 303, location: `${DEFINITIONS}/satisfaction.twice/ban-nhap` });
  expect(await administrator.press(page, NEW, again)).toMatchObject({ status: 303, location: first.location });
  expect((await write(again)).body).toContain('Đã có chỉ số mang mã này');
});

test('a change of the name alone changes nothing else, and a count that is published does not become a share', async () => {
  const path = `${DEFINITIONS}/satisfaction.ratings`;
  const read = readIndicatorPack(packFolderOf(house.config.province), house.platform.registry.measures);
  const known = read.indicators?.find(({ code }) => code === 'satisfaction.ratings');
  if (!known) throw new Error('no indicator');
  const drafted = draftedOf(known);
  const named = { ...typedOf(drafted), nameVi: 'Số lượt người dân đánh giá' };
  expect((await administrator.press(await administrator.get(path), path, named)).status).toBe(303);
  const draft = await findDraft(house.platform.db, 'indicators.satisfaction.ratings');
  expect(draft?.body).toEqual({ ...drafted, name: { ...drafted.name, vi: named.nameVi } });
  const shared = await administrator.press(await administrator.get(path), path, { ...named, denominator: 'true' });
  expect(shared.status).toBe(422);
  expect(shared.body).toContain('không đổi được từ tỷ lệ sang số đếm');
  expect(shared.body).toContain('href="#denominator"');
});

test('another reckoning counts from its day on, is taken back by an older version, and no file of the pack replaces it', async () => {
  const path = `${DEFINITIONS}/${KNOWN}`;
  const changed = await administrator.press(await administrator.get(path), path, {
    ...fields,
    nameVi: 'Người dân hài lòng',
    numerator: 'score >= 3',
    direction: 'up',
    good: '90',
    warn: '80',
  });
  expect(changed.status).toBe(303);
  const draft = await administrator.get(`${path}/ban-nhap`);
  expect(draft.body).toMatch(/score (>|&gt;)= 4/);
  expect(draft.body).toMatch(/score (>|&gt;)= 3/);
  await publish(KNOWN);
  await countPending(house.platform);
  expect(await valueOf(KNOWN, '2026-11-02', '2026-11-03')).toMatchObject({ numerator: 1, denominator: 3 });
  expect(await valueOf(KNOWN, '2026-11-23', '2026-11-24')).toMatchObject({ numerator: 2, denominator: 3 });

  const read = readIndicatorPack(packFolderOf(house.config.province), house.platform.registry.measures);
  const newer = (read.indicators ?? []).flatMap((one) =>
    one.code === KNOWN ? [one, { ...one, numerator: 'score == 5', version: 2, from: '2026-01-01' }] : [one],
  );
  const { measures } = house.platform.registry;
  await loadDefinitions(house.db, { indicators: newer, measures, clock: house.platform.clock });
  await countPending(house.platform);
  expect(await valueOf(KNOWN, '2026-11-23', '2026-11-24')).toMatchObject({ numerator: 2, denominator: 3 });
  expect(await valueOf('satisfaction.poor', '2026-11-23', '2026-11-24')).toMatchObject({ denominator: 3 });

  const older = `${path}/phien-ban/1`;
  const back = await administrator.press(await administrator.get(older), `${older}/dung-lai`, {
    ...decided,
    'from.day': '24',
  });
  expect(back).toMatchObject({ status: 303, location: `${path}/phien-ban` });
  await countPending(house.platform);
  expect(await valueOf(KNOWN, '2026-11-23', '2026-11-24')).toMatchObject({ numerator: 2, denominator: 3 });
  const list = await administrator.get(`${path}/phien-ban`);
  expect(list.body).toContain('12/QĐ-UBND');
});

test('two who publish the same draft are told, and nothing is published twice', async () => {
  const path = `${DEFINITIONS}/satisfaction.ratings`;
  await administrator.press(await administrator.get(path), path, {
    ...fields,
    nameVi: 'Số lượt đánh giá có điểm',
    numerator: 'score > 0',
    denominator: '',
    good: '',
    warn: '',
    unitVi: 'lượt',
  });
  const day = { 'from.day': '24' };
  const draft = await administrator.get(`${path}/ban-nhap`);
  const act = `${path}/ban-nhap/cong-bo`;
  expect((await administrator.press(draft, act, { ...decided, ...day })).status).toBe(303);
  expect((await administrator.press(draft, act, { ...decided, ...day })).status).toBe(303);
  const versions = await house.db
    .selectFrom('indicators.definition')
    .select(['version', 'published_as'])
    .where('code', '=', 'satisfaction.ratings')
    .orderBy('version')
    .execute();
  expect(versions.map(({ version }) => version)).toEqual([1, 2]);
});

test('what the pack no longer has is listed as such, and what an administrator took over stays in force', async () => {
  const { measures } = house.platform.registry;
  const read = readIndicatorPack(packFolderOf(house.config.province), measures);
  const fewer = (read.indicators ?? []).filter(({ code }) => !['satisfaction.low-answered', KNOWN].includes(code));
  await loadDefinitions(house.db, { indicators: fewer, measures, clock: house.platform.clock });
  const list = await administrator.get(`${DEFINITIONS}?q=satisfaction.low`);
  expect(list.body).toContain('Không còn trong gói dữ liệu');
  expect(list.body).not.toContain('Đang áp dụng');
  expect((await administrator.get(`${DEFINITIONS}?q=${KNOWN}`)).body).toContain('Đang áp dụng');
});
