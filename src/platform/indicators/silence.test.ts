import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant } from '../calendar/instant.ts';
import { countPending } from './pending-counts.ts';
import { readIndicator } from './read-indicator.ts';
import type { IndicatorTables } from './tables.ts';
import { writeFacts } from './write-facts.ts';

let house: House<IndicatorTables>;
let server: FastifyInstance;
let province: Visitor;

const RATINGS = 'feedback.ratings';
const SATISFIED = 'satisfaction.satisfied';
const PATH = `/can-bo/chi-so/${SATISFIED}`;

beforeAll(async () => {
  house = await aHouse<IndicatorTables>();
  server = await serverOf(house);
  province = await browse(house, server, { as: { role: 'CT', unit: 'H53' } });
  await rate('first', 5);
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
});

async function rate(subject: string, score: number): Promise<void> {
  const measure = house.platform.registry.measures.get(RATINGS);
  if (measure?.kind !== 'journal') throw new Error('no ratings');
  const found = await sql<{ id: string }>`select id from organisation.unit where code = 'H53' limit 1`.execute(
    house.db,
  );
  const unit = found.rows[0]?.id ?? null;
  const changes = [
    { subject, label: subject, at: instant('2026-11-02T07:00'), unit, values: { answered: false, score } },
  ];
  await house.platform.db.transaction().execute((trx) => writeFacts(trx, { name: RATINGS, measure, changes }));
}

const november = (code: string) => readIndicator(house.platform, { code, from: '2026-11-01', to: '2026-12-01' });
const records = async (): Promise<string> => (await province.get(`${PATH}/ban-ghi?ky=2026-11&phan=tu-so`)).body;
const file = async (name: string): Promise<string> => (await province.get(`${PATH}/tai-ve/${name}`)).body;

test('while it is being counted no page and no file says nought', async () => {
  expect(await records()).toContain('1 bản ghi');
  expect(await file('so-lieu.csv?ky=2026-11')).toContain('Tháng 11/2026,Kỳ,100,1,1,0');
  await sql`
    insert into indicators.pending (measure, from_day, from_source, asked_at) values (${RATINGS}, '1900-01-01', true, now())
  `.execute(house.db);
  expect(await records()).toContain('Chỉ số đang được đếm lại');
  expect(await records()).not.toContain('Không có bản ghi nào');
  expect(await file('so-lieu.csv?ky=2026-11')).toContain('Tháng 11/2026,Kỳ,Đang đếm lại,,,');
  expect((await province.get(`${PATH}?ky=2026-11`)).body.match(/Đang đếm lại/g)?.length).toBeGreaterThan(12);
  expect(await file('ban-ghi.csv?ky=2026-11&phan=tu-so')).toContain('Chỉ số đang được đếm lại');
  await sql`delete from indicators.pending`.execute(house.db);
});

test('a published definition that no longer fits stops no other, has no figure, and is shown as broken where it is read and where it is mended', async () => {
  await sql`
    update indicators.definition set body = jsonb_set(body, '{numerator}', '"skore >= 4"') where code = ${SATISFIED}
  `.execute(house.db);
  // what is published is never changed: as if it had been published while the measure still knew the name
  await sql`
    insert into settings.version (setting, number, body, digest, valid_from, origin, decision_number, decision_day, published_at, published_by)
    select setting, 2, jsonb_set(body, '{numerator}', '"skore >= 4"'), 'broken', '2026-01-01', 'administrator', '1/QĐ', '2026-01-01', now(),
      (select id from identity.account limit 1)
    from settings.version where setting = ${`indicators.${SATISFIED}`} and number = 1
  `.execute(house.db);
  await rate('second', 4);
  expect(await november('satisfaction.ratings')).toMatchObject({ value: 2 });
  expect(await november(SATISFIED)).toMatchObject({ value: null });
  expect((await province.get('/can-bo/chi-so')).body).toContain('Định nghĩa hỏng');
  expect((await province.get(PATH)).body).toContain('Định nghĩa của chỉ số bị hỏng');
  const administrator = await browse(house, server, { as: 'administrator' });
  expect((await administrator.get(`/quan-tri/chi-so?q=${SATISFIED}`)).body).toContain(
    'Định nghĩa hỏng, không được đếm',
  );
  const form = await administrator.get(`/quan-tri/chi-so/${SATISFIED}`);
  expect(form.body).toContain('Định nghĩa của chỉ số bị hỏng');
  expect(form.body).toContain('numerator (1)');
});

test('what mends a broken definition counts the days that it left empty too', async () => {
  const administrator = await browse(house, server, { as: 'administrator' });
  const path = `/quan-tri/chi-so/${SATISFIED}`;
  const saved = await administrator.press(await administrator.get(path), path, {
    measure: RATINGS,
    nameVi: 'Người dân hài lòng',
    sector: 'satisfaction',
    numerator: 'score >= 4',
    denominator: 'true',
    unitVi: '%',
    period: 'month',
    direction: 'up',
    sourceVi: 'Đánh giá',
  });
  expect(saved.status).toBe(303);
  const published = await administrator.press(await administrator.get(`${path}/ban-nhap`), `${path}/ban-nhap/cong-bo`, {
    'from.day': '23',
    'from.month': '11',
    'from.year': '2026',
    decisionNumber: '12/QĐ-UBND',
    'decisionDay.day': '20',
    'decisionDay.month': '11',
    'decisionDay.year': '2026',
  });
  expect(published.status).toBe(303);
  await countPending(house.platform);
  expect(await november(SATISFIED)).toMatchObject({ value: 100, numerator: 2, denominator: 2 });
});

test('an indicator whose measure the program no longer has is listed with a page that says so and keeps its definition', async () => {
  await sql`update indicators.definition set measure = 'gone.away', body = jsonb_set(body, '{measure}', '"gone.away"')
    where code = 'satisfaction.ratings'`.execute(house.db);
  expect((await province.get('/can-bo/chi-so')).body).toContain('Không còn đại lượng');
  const path = '/can-bo/chi-so/satisfaction.ratings';
  const { status, body } = await province.get(path);
  expect(status).toBe(200);
  expect(body).toContain('Đại lượng của chỉ số không còn');
  expect(body).toContain('Mọi lượt đánh giá');
  expect(body).toContain('gone.away');
  const administrator = await browse(house, server, { as: 'administrator' });
  await sql`
    insert into settings.version (setting, number, body, digest, valid_from, origin, decision_number, decision_day, published_at, published_by)
    select setting, 2, jsonb_set(body, '{measure}', '"gone.away"'), 'gone', '2026-01-01', 'administrator', '1/QĐ', '2026-01-01', now(),
      (select id from identity.account limit 1)
    from settings.version where setting = 'indicators.satisfaction.ratings' and number = 1
  `.execute(house.db);
  expect((await administrator.get('/quan-tri/chi-so/satisfaction.ratings')).body).toContain(
    'chương trình không còn nữa',
  );
  expect((await province.get(`${path}/ban-ghi?phan=tu-so`)).body).toContain('Đại lượng của chỉ số không còn');
  expect((await province.get(`${path}/tai-ve/so-lieu.csv?ky=2026-11`)).body).toContain(
    '11/2026,Kỳ,Không còn đại lượng,,,',
  );
});
