import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { makeDemoAccounts } from '../../demo/demo-accounts.ts';
import { simulate } from '../../simulation/simulate.ts';
import { instant } from '../calendar/instant.ts';
import { factMeasures } from './pending-counts.ts';
import { countMeasureAnew } from './count-anew.ts';
import { rebuildIndicators } from './rebuild-indicators.ts';
import { listIndicators, readIndicator } from './read-indicator.ts';
import type { IndicatorTables } from './tables.ts';

/** Three weeks of a simulated province, read on a Friday of its third week. */
let house: House<IndicatorTables>;
let server: FastifyInstance;
let province: Visitor;

beforeAll(async () => {
  house = await aHouse<IndicatorTables>();
  await makeDemoAccounts(house.platform);
  house.setClock('2026-05-22T16:00');
  await simulate(house.platform, {
    from: '2026-05-04',
    until: instant('2026-05-22T16:00'),
    arrivalsUntil: '2026-05-20',
    dossiers: 60,
    seed: 'figures',
    lanes: 4,
    signs: false,
    owners: [],
  });
  await house.readJournal();
  server = await serverOf(house);
  province = await browse(house, server, { as: { role: 'CT', unit: 'H53' } });
}, 240_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const PATH = '/can-bo/chi-so';
const may = { from: '2026-05-01', to: '2026-06-01' };
const read = (code: string, more: object = {}) => readIndicator(house.platform, { code, ...may, ...more });

test('what was counted act by act is what its sources give anew', async () => {
  const everything = async () => ({
    facts: (await sql`select * from indicators.fact order by measure, subject`.execute(house.db)).rows,
    counts: (await sql`select * from indicators.count order by definition, day, unit_id, area_id`.execute(house.db))
      .rows,
  });
  const followed = await everything();
  expect(followed.facts.length).toBeGreaterThan(20);
  for (const [name, measure] of factMeasures(house.platform.registry.measures))
    await house.platform.db.transaction().execute((trx) => countMeasureAnew(trx, name, measure));
  expect(await everything()).toEqual(followed);
});

test('the share of timely dossiers is that of the cases, counted another way', async () => {
  const cases = await sql<{ finished: number; late: number; online: number }>`
    select count(*)::integer as finished, count(*) filter (where channel = 'online')::integer as online,
      count(*) filter (where outcome = 'silence' or coalesce((select (e.sealed::jsonb #>> '{body,was_due}')::timestamptz
        from journal.entry e where e.subject_id = c.id and e.type = 'dossiers.apology-sent'), due_at)
        < (select k.at from cases.clock_event k where k.case_id = c.id and k.kind = 'stopped'))::integer as late
    from cases.case c where kind = 'dossier' and status in ('decided', 'closed') and outcome in ('approved', 'rejected', 'silence')
  `.execute(house.db);
  const { finished = 0, late = 0, online = 0 } = cases.rows[0] ?? {};
  expect(finished).toBeGreaterThan(10);
  const timely = await read('one-stop.on-time');
  expect((timely.denominator ?? 0) - timely.numerator).toBe(late);
  expect(await read('one-stop.finished')).toMatchObject({ value: finished, denominator: null });
  expect(await read('one-stop.online')).toMatchObject({ numerator: online, denominator: finished });
});

test('what is counted of finished dossiers is what the figures of dossiers say: there is one truth', async () => {
  const { numerator, denominator } = await read('one-stop.on-time');
  const late = await sql<{ timely: number; counted: number }>`
    select count(*) filter (where standing in ('early', 'on-time'))::integer as timely, count(*)::integer as counted from statistics.handling
    where standing <> 'no-term' and outcome in ('approved', 'rejected', 'refused', 'silence')
      and finished_at >= '2026-05-01T00:00+07:00' and finished_at < '2026-06-01T00:00+07:00'
  `.execute(house.db);
  expect({ timely: numerator, counted: denominator }).toEqual(late.rows[0]);
  const received = await sql<{ received: number }>`
    select count(*)::integer as received from cases.case where kind = 'dossier' and received_at is not null
  `.execute(house.db);
  expect(await read('decision-766.progress')).toMatchObject({ denominator: received.rows[0]?.received });
});

test('a file holds every record that its page counts, and the values of the page', async () => {
  const { numerator } = await read('one-stop.finished', { unit: await idOf('H53') });
  const records = await province.get(`${PATH}/one-stop.finished/tai-ve/ban-ghi.csv?ky=2026-05&phan=tu-so`);
  expect(records.body.trim().split('\r\n')).toHaveLength(numerator + 1);
  const values = await province.get(`${PATH}/one-stop.finished/tai-ve/so-lieu.csv?ky=2026-05`);
  expect(values.body).toContain(`Tháng 5/2026,Kỳ,${numerator},${numerator},,0`);
  const workbook = new ExcelJS.Workbook();
  const { bytes } = await province.get(`${PATH}/decision-766.progress/tai-ve/so-lieu.xlsx?ky=2026-05`);
  await workbook.xlsx.load(bytes as never);
  expect(workbook.worksheets[0]?.getRow(2).getCell(1).text).toContain('MÔ PHỎNG');
  expect((await province.look(`${PATH}/one-stop.finished/tai-ve/khac.csv`)).status).toBe(404);
});

test('rebuilding says what was counted otherwise, and only writes when it should', async () => {
  expect(await rebuildIndicators(house.platform, { write: false })).toMatchObject({ differing: [] });
  await sql`update indicators.count set numerator = numerator + 1 where definition = (select number from indicators.definition where code = 'one-stop.finished')`.execute(
    house.db,
  );
  const wrong = await read('one-stop.finished');
  expect(await rebuildIndicators(house.platform, { write: false })).toMatchObject({ differing: ['one-stop.finished'] });
  expect(await read('one-stop.finished')).toMatchObject({ numerator: wrong.numerator });
  await rebuildIndicators(house.platform, { write: true });
  expect((await read('one-stop.finished')).numerator).toBeLessThan(wrong.numerator);
  expect(await rebuildIndicators(house.platform, { write: true })).toMatchObject({ differing: [] });
});

test('findings are counted by what they are', async () => {
  const findings = await sql<{ all: number; grave: number }>`
    select count(*)::integer as all, count(*) filter (where severity in ('high', 'critical'))::integer as grave from supervision.finding
  `.execute(house.db);
  const { all = 0, grave = 0 } = findings.rows[0] ?? {};
  expect(await read('supervision.grave')).toMatchObject({
    numerator: grave,
    denominator: all,
    value: all === 0 ? null : (100 * grave) / all,
  });
});

test('satisfaction is a share of the ratings that were given', async () => {
  const ratings = await sql<{ all: number; satisfied: number }>`
    select count(*)::integer as all, count(*) filter (where score >= 4)::integer as satisfied from feedback.rating
  `.execute(house.db);
  const { all = 0, satisfied = 0 } = ratings.rows[0] ?? {};
  expect(await read('satisfaction.satisfied')).toMatchObject({
    numerator: satisfied,
    denominator: all,
    value: all === 0 ? null : (100 * satisfied) / all,
  });
});

test('of services at level four the unknown stand beside the known, and nothing is guessed', async () => {
  const offered = await sql<{ all: number; full: number; unknown: number }>`
    select count(*)::integer as all,
      count(*) filter (where v.definition -> 'online' ->> 'level' = 'full' and not v.definition -> 'online' ? 'confirm')::integer as full,
      count(*) filter (where v.definition -> 'online' ->> 'level' = 'unknown' or v.definition -> 'online' ? 'confirm')::integer as unknown
    from procedures.version v join procedures.procedure p on p.id = v.procedure_id
    where p.offered and v.superseded_at is null and (v.valid_from is null or v.valid_from <= '2026-05-22')
      and (v.valid_to is null or v.valid_to >= '2026-05-22')
  `.execute(house.db);
  const { all = 0, full, unknown = 0 } = offered.rows[0] ?? {};
  expect(all).toBeGreaterThan(50);
  expect(unknown).toBeGreaterThan(50);
  expect(await read('services.level-four')).toMatchObject({ denominator: all, numerator: full, unknown, value: null });
  expect((await province.get(`${PATH}/services.level-four/tai-ve/so-lieu.csv?ky=2026-05`)).body).toContain(
    `Tháng 5/2026,Kỳ,,${full},${all},${unknown}`,
  );
  const { body } = await province.get(`${PATH}/services.level-four`);
  expect(body).toContain('chưa rõ');
  expect(body).not.toContain('ít nhất 0');
  const records = await province.get(`${PATH}/services.level-four/ban-ghi?phan=chua-ro`);
  expect(records.body).toContain(`${unknown} bản ghi`);
  expect(records.body).toContain('href="/thu-tuc/');
});

test('every indicator has a page that says what it rests on, in both languages', async () => {
  const english = await browse(house, server, { as: { role: 'CT', unit: 'H53' }, locale: 'en' });
  const list = await province.get(PATH);
  for (const { code, name } of await listIndicators(house.platform)) {
    expect(list.body).toContain(name.vi);
    const { body } = await province.get(`${PATH}/${code}?ky=2026-05`);
    expect(body).toContain('Chỉ số này dựa vào đâu');
  }
  for (const code of ['one-stop.on-time', 'decision-766.progress', 'services.level-four'])
    expect((await english.get(`${PATH}/${code}?ky=2026-q2&doc=nay&theo=dia-ban`)).body).toContain(
      'What this indicator rests on',
    );
  expect((await english.get(PATH)).status).toBe(200);
});

test('a figure leads to its records, as many as it says, page by page', async () => {
  const { numerator } = await read('one-stop.finished', { unit: await idOf('H53') });
  const page = await province.get(`${PATH}/one-stop.finished?ky=2026-05`);
  const href = /href="([^"]*ban-ghi[^"]*phan=tu-so[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const first = await province.get(href);
  expect(first.body).toContain(`${numerator} bản ghi`);
  expect(first.body.match(/<tr data-key/g)?.length).toBe(Math.min(numerator, 50));
});

test('the lines of units add up to what the province sees; a commune sees its own', async () => {
  const commune = (
    await sql<{ code: string; id: string }>`
      select u.code, u.id from indicators.fact f join organisation.unit u on u.id = f.unit_id
      where f.measure = 'statistics.finished' and u.code is not null
        and exists (select 1 from organisation.position p where p.unit_id = u.id and p.role = 'CT')
      group by 1, 2 order by count(*) desc, 1 limit 1
    `.execute(house.db)
  ).rows[0];
  const own = await read('one-stop.finished', { unit: commune?.id });
  const all = await read('one-stop.finished');
  expect(own.numerator).toBeGreaterThan(0);
  expect(own.numerator).toBeLessThan(all.numerator);
  const chair = await browse(house, server, { as: { role: 'CT', unit: commune?.code ?? '' } });
  const seen = await chair.get(`${PATH}/one-stop.finished/ban-ghi?ky=2026-05&phan=tu-so`);
  expect(seen.body).toContain(`${own.numerator} bản ghi`);
  // asking for another unit opens nothing
  const other = await chair.get(`${PATH}/one-stop.finished/ban-ghi?ky=2026-05&phan=tu-so&donvi=${await idOf('H53.6')}`);
  expect(other.body).toContain('Không có bản ghi nào');
});

async function idOf(code: string): Promise<string> {
  const found = await sql<{
    id: string;
  }>`select id from organisation.unit where code = ${code} order by valid_from desc nulls last limit 1`.execute(
    house.db,
  );
  return found.rows[0]?.id ?? '';
}

test.each([
  ['a code that is none', `${PATH}/no.such`, 404],
  ['a part that is none', `${PATH}/one-stop.finished/ban-ghi?phan=x`, 404],
  ['days that are none', `${PATH}/one-stop.finished?tu=2026-13-45&den=x&ky=zzz&donvi=1&diaban='`, 200],
  ['days the wrong way round', `${PATH}/one-stop.finished?tu=2026-05-20&den=2026-05-01`, 200],
  ['a key that is none', `${PATH}/one-stop.finished/ban-ghi?phan=tu-so&sau=__`, 200],
])('%s is answered', async (_, path, status) => {
  expect((await province.look(path)).status).toBe(status);
});

test('typed days are read to the end of the last', async () => {
  const { body } = await province.get(`${PATH}/one-stop.finished?tu=2026-05-04&den=2026-05-22`);
  expect(body).toContain('Từ ngày 04/05/2026 đến hết ngày 22/05/2026');
});
