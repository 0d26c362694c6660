import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { textOf } from '../../../test/harness/pdf-reader.ts';
import { makeDemoAccounts } from '../../demo/demo-accounts.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { rebuildNumbers } from '../../rebuild/rebuild-numbers.ts';
import { simulate } from '../../simulation/simulate.ts';
import { getDefinitions } from './current-definitions.ts';
import { countFigures } from './figures.ts';
import type { StatisticsTables } from './tables.ts';

/** Three weeks of a simulated province, read on a Friday of its third week. */
let house: House<StatisticsTables>;
let server: FastifyInstance;
let province: Visitor;

beforeAll(async () => {
  house = await aHouse<StatisticsTables>();
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

const FIGURES = '/can-bo/so-lieu';
const MAY = 'ky=2026-05';

interface Shown {
  readonly name: string;
  readonly cells: readonly { readonly text: string; readonly href: string | undefined }[];
}

/** The rows of every table on a page: names, figures and where they lead. */
function rowsOf(html: string): Shown[] {
  const plain = (text: string) =>
    text
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
      .trim();
  return [...html.matchAll(/<tr data-key[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) => ({
    name: plain(/<th[^>]*>(.*?)<\/th>/s.exec(row)?.[1] ?? ''),
    cells: [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => ({
      text: plain(cell),
      href: /href="([^"]+)"/.exec(cell)?.[1]?.replaceAll('&amp;', '&'),
    })),
  }));
}

const numbersOf = (row: Shown | undefined): number[] =>
  row?.cells.map(({ text }) => Number(text.replaceAll('.', ''))) ?? [];

test('what was followed act by act is what the journal gives anew', async () => {
  const read = async () => ({
    handlings: (await sql`select * from statistics.handling order by case_id`.execute(house.db)).rows,
    parts: (await sql`select * from statistics.part order by case_id, seq`.execute(house.db)).rows,
  });
  const followed = await read();
  expect(followed.handlings).toHaveLength(60);
  expect(followed.parts.length).toBeGreaterThan(100);
  await sql`delete from statistics.part`.execute(house.db);
  await sql`delete from statistics.handling`.execute(house.db);
  expect(await rebuildNumbers(house.platform)).toMatchObject({ measured: 60, written: 60 });
  expect(await read()).toEqual(followed);
  expect(await rebuildNumbers(house.platform)).toMatchObject({ measured: 60, written: 0 });
});

test('the figures are those of the cases: counted another way, and in balance', async () => {
  const guest = await browse(house, server);
  const total = numbersOf(rowsOf((await guest.get(`/so-lieu?${MAY}`)).body).at(-1));
  const [
    carried,
    received,
    online,
    counter,
    post,
    finished,
    early,
    onTime,
    late,
    noTerm,
    withdrawn,
    stopped,
    open,
    ...parts
  ] = total;
  const cases = await sql<Record<string, number>>`
    select count(*) filter (where received_at is not null)::integer as received,
      count(*) filter (where received_at is not null and channel = 'online')::integer as online,
      count(*) filter (where status in ('decided', 'closed') and outcome in ('approved', 'rejected', 'silence'))::integer as finished,
      count(*) filter (where outcome = 'silence' or (status in ('decided', 'closed') and outcome in ('approved', 'rejected')
        and coalesce((select (e.sealed::jsonb #>> '{body,was_due}')::timestamptz from journal.entry e
          where e.subject_id = c.id and e.type = 'dossiers.apology-sent'), due_at)
        < (select k.at from cases.clock_event k where k.case_id = c.id and k.kind = 'stopped')))::integer as late,
      count(*) filter (where status = 'open')::integer as open,
      count(*) filter (where status = 'open' and waiting is not null and term is not null)::integer as paused
    from cases.case c where kind = 'dossier'
  `.execute(house.db);
  expect(carried).toBe(0);
  expect({ received, online, finished, late, open, paused: parts[1] }).toEqual(cases.rows[0]);
  expect(received).toBe((online ?? 0) + (counter ?? 0) + (post ?? 0));
  expect(finished).toBe((early ?? 0) + (onTime ?? 0) + (late ?? 0) + (noTerm ?? 0));
  expect((carried ?? 0) + (received ?? 0)).toBe((finished ?? 0) + (withdrawn ?? 0) + (stopped ?? 0) + (open ?? 0));
  expect(open).toBe(parts.reduce((sum, part) => sum + part, 0));
  expect(finished).toBeGreaterThan(10);
});

test('the lines of units, and those of fields, add up to the total', async () => {
  const [byUnit, byField] = await Promise.all(
    ['', '&theo=linh-vuc'].map(async (lines) => rowsOf((await province.get(`${FIGURES}?${MAY}${lines}`)).body)),
  );
  expect(byUnit?.length).toBeGreaterThan(2);
  expect(byField?.length).toBeGreaterThan(2);
  expect(numbersOf(byField?.at(-1))).toEqual(numbersOf(byUnit?.at(-1)));
  const sums = byUnit
    ?.slice(0, -1)
    .map(numbersOf)
    .reduce((all, line) => all.map((sum, place) => sum + (line[place] ?? 0)));
  expect(sums).toEqual(numbersOf(byUnit?.at(-1)));
});

test.each([
  '?ky=2026-05',
  '?ky=2026-05&theo=linh-vuc',
  '?ky=2026-05&theo=noi-nhan',
  '?ky=2026-05&theo=noi-tra',
  '?ky=2026-05&doc=nay',
  '?ky=2026-05&moc=bao-cao',
  '/chin-chi-so',
  '/quyet-dinh-766',
])(
  'every figure of %s leads to just as many dossiers',
  async (path) => {
    const scores = path === '/chin-chi-so' ? 1 : 0;
    const rows = rowsOf((await province.get(`${FIGURES}${path}`)).body);
    const figures = (scores ? rows.slice(0, 9) : rows)
      .flatMap(({ cells }) => cells.slice(scores))
      .filter(({ href, text }) => href?.startsWith(`${FIGURES}/ho-so?`) && /^[\d.]+$/.test(text));
    expect(figures.length).toBeGreaterThan(3);
    // some of them: the pages of all would take a minute
    for (const { text, href = '' } of figures.filter((_, place) => place % Math.ceil(figures.length / 12) === 0)) {
      expect((await province.get(href)).body).toContain(`<p>${text} `);
      expect((await readWhole(province, href)).length, href).toBe(Number(text.replaceAll('.', '')));
    }
  },
  120_000,
);

const busiestUnit = async (): Promise<{ id: string; code: string }> => {
  const units = await sql<{ id: string; code: string }>`
    select u.id, u.code from statistics.handling h join organisation.unit u on u.id = h.unit_id
    where u.kind = 'people-committee' and u.code like 'H53.1__' and h.finished_at is not null group by 1, 2 order by count(*) desc, u.code limit 1
  `.execute(house.db);
  return units.rows[0] ?? { id: '', code: '' };
};

test('officers have their points from the parts they did, and each leads to them', async () => {
  const { id } = await busiestUnit();
  expect((await province.get(`${FIGURES}/can-bo`)).body).toContain('Chọn một đơn vị');
  const people = rowsOf((await province.get(`${FIGURES}/can-bo?donvi=${id}`)).body);
  expect(people.length).toBeGreaterThan(1);
  for (const { name, cells } of people) {
    const href = cells.map((cell) => cell.href).find((one) => one?.includes('parts-early')) ?? '';
    const officer = new URL(href, 'http://here').searchParams.get('canbo');
    const done = await sql<{ count: number; name: string }>`
      select count(*)::integer as count, a.name from statistics.part p join identity.account a on a.id = p.account_id
      where a.id = ${officer} and p.standing <> 'no-term' group by a.name
    `.execute(house.db);
    expect(done.rows[0]?.name).toBe(name);
    expect((await readWhole(province, href)).length).toBe(done.rows[0]?.count);
  }
}, 60_000);

/** Page after page. */
async function readWhole(visitor: Visitor, first: string): Promise<string[]> {
  const codes: string[] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    const { body }: { body: string } = await visitor.get(path);
    codes.push(...rowsOf(body).map(({ name }) => name));
    path = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  }
  return codes;
}

test('a dossier that was late at an earlier day was late then, whatever came after', async () => {
  const { rows } = await sql<{ id: string; unit: string }>`
    select case_id as id, unit_id as unit from statistics.handling where finished_at is null and received_at is not null order by 1 limit 1
  `.execute(house.db);
  const { id = '', unit = '' } = rows[0] ?? {};
  // due on 8 May, paused from the 12th, decided on the 18th
  await sql`
    update statistics.handling set submitted_at = '2026-05-04T08:00+07', received_at = '2026-05-04T09:00+07', finished_at = '2026-05-18T09:00+07',
      outcome = 'approved', standing = 'early', term_from = array['2026-05-04T09:00+07', '2026-05-12T09:00+07']::timestamptz[],
      term_due = array['2026-05-08T09:00+07', null]::timestamptz[] where case_id = ${id}
  `.execute(house.db);
  const { counts } = (await getDefinitions(house.db)).counts;
  const stateOn = async (day: string) => {
    const at = instant(day);
    const { lines } = await countFigures(house.db, {
      counts: counts.filter(({ key }) => key.startsWith('open-') || key === 'finished-early'),
      span: { from: instant('2026-05-01'), to: at, at },
      units: [{ id: unit, line: unit }],
      line: 'all',
      offered: [],
      caseId: id,
    });
    return Object.entries(lines.get('all') ?? {}).flatMap(([key, number]) => (number > 0 ? key : []));
  };
  expect(await stateOn('2026-05-06')).toEqual(['open-in-time']);
  expect(await stateOn('2026-05-10')).toEqual(['open-late']);
  expect(await stateOn('2026-05-14')).toEqual(['open-paused']);
  expect(await stateOn('2026-05-20')).toEqual(['finished-early']);
  expect(await rebuildNumbers(house.platform)).toMatchObject({ measured: 60 });
});

test('each dossier shows its points and the parts they come from; beyond one’s units there is none', async () => {
  const { rows } = await sql<{ code: string; unit: string }>`
    select c.code, u.code as unit from statistics.handling h join cases.case c on c.id = h.case_id join organisation.unit u on u.id = h.unit_id
    where h.outcome = 'approved' and u.kind = 'people-committee' and u.code like 'H53.1__' order by c.code limit 1
  `.execute(house.db);
  const { code = '', unit = '' } = rows[0] ?? {};
  const path = `${FIGURES}/ho-so/${code}`;
  const leader = await browse(house, server, { as: { role: 'CT', unit } });
  const shown = (await leader.get(path)).body;
  expect(shown).toContain('1. Thời gian giải quyết');
  expect(shown).toContain('Từng phần việc');
  expect(shown).toContain('Tính cho cơ quan');
  const elsewhere = await browse(house, server, {
    as: { role: 'CT', unit: unit === 'H53.102' ? 'H53.103' : 'H53.102' },
  });
  expect((await elsewhere.get(path)).status).toBe(404);
  expect((await leader.get(`${FIGURES}/ho-so/khong-co`)).status).toBe(404);
});

test('a leader sees the own units alone, also when the URL names another', async () => {
  const busiest = rowsOf((await province.get(`${FIGURES}?${MAY}`)).body);
  const units = await sql<{ id: string; code: string }>`
    select u.id, u.code from statistics.handling h join organisation.unit u on u.id = h.unit_id
    where u.kind = 'people-committee' and u.code like 'H53.1__' and h.received_at is not null group by 1, 2 order by count(*) desc, u.code limit 2
  `.execute(house.db);
  const [mine, other] = units.rows;
  const leader = await browse(house, server, { as: { role: 'CT', unit: mine?.code ?? '' } });
  const own = rowsOf((await leader.get(`${FIGURES}?${MAY}`)).body);
  expect(own).toHaveLength(2);
  expect(busiest.length).toBeGreaterThan(own.length);
  expect((await leader.get(`${FIGURES}?${MAY}&donvi=${other?.id}`)).body).toContain('Chưa có số liệu');
  const behind = (await leader.get(`${FIGURES}/ho-so?${MAY}&so=received&dong=${other?.id}`)).body;
  expect(rowsOf(behind)).toEqual([]);
});

test('a period without dossiers has no shares, and no file', async () => {
  const page = await province.get(`${FIGURES}?ky=2025-01`);
  expect(page.body).toContain('Chưa có số liệu');
  expect(page.body).not.toMatch(/\b(0|100) %/);
  expect((await province.get(`${FIGURES}/tai-ve/tong-hop.xlsx?ky=2025-01`)).status).toBe(404);
  const service = (await province.get(`${FIGURES}/quyet-dinh-766?ky=2025-01`)).body;
  expect(service).toContain('Chưa có số liệu');
});

test('what is asked for and is none gets a page or a clear no, never a fault', async () => {
  for (const path of ['?ky=x&moc=y&doc=z&donvi=1&theo=2', '/can-bo?ky=2026-99', '/ho-so?so=received&sau=x'])
    expect((await province.get(`${FIGURES}${path}`)).status).toBe(200);
  for (const path of [
    '/ho-so',
    '/ho-so?so=nothing',
    '/ho-so?so=offered',
    '/ho-so?so=received&linhvuc=khong-co',
    '/tai-ve/x.pdf',
    '/tai-ve/tong-hop.exe',
  ])
    expect((await province.get(`${FIGURES}${path}`)).status).toBe(404);
});

test('the workbook and the paper hold the figures of the page', async () => {
  const rows = rowsOf((await province.get(`${FIGURES}?${MAY}`)).body);
  const workbook = new ExcelJS.Workbook();
  const file = await province.get(`${FIGURES}/tai-ve/tong-hop.xlsx?${MAY}`);
  await workbook.xlsx.load(file.bytes as never);
  const sheet = workbook.worksheets[0];
  const last = sheet?.getRow(sheet.rowCount).values as unknown[];
  expect(last.slice(1)).toEqual(['Cộng', ...numbersOf(rows.at(-1))]);
  expect(JSON.stringify(sheet?.getSheetValues())).toContain('DỮ LIỆU MÔ PHỎNG');
  const paper = await textOf((await province.get(`${FIGURES}/tai-ve/tong-hop.pdf?${MAY}`)).bytes);
  expect(paper).toContain('Tháng 5/2026');
  expect(paper).toContain('16 giờ 00 phút ngày 22/05/2026');
  for (const text of numbersOf(rows.at(-1))) expect(paper).toContain(`${text}`);
  const { id } = await busiestUnit();
  for (const name of ['chin-chi-so', 'can-bo', 'quyet-dinh-766']) {
    expect((await province.get(`${FIGURES}/tai-ve/${name}.pdf?${MAY}&donvi=${id}`)).type).toBe('application/pdf');
    expect((await province.get(`${FIGURES}/tai-ve/${name}.xlsx?${MAY}&donvi=${id}`)).status).toBe(200);
  }
});

test('the open table says the same to everybody, without a person in it, and gathers small lines', async () => {
  const guest = await browse(house, server);
  const page = await guest.get(`/so-lieu?${MAY}`);
  const table = rowsOf(page.body);
  expect(page.body).toContain('Tháng chưa kết thúc');
  expect(page.body).toContain('Có hồ sơ mô phỏng trong số liệu.');
  expect(table.map(({ name }) => name)).toContain('Các đơn vị có ít hồ sơ');
  expect(numbersOf(table.at(-1))[1]).toBe(table.slice(0, -1).reduce((sum, row) => sum + (numbersOf(row)[1] ?? 0), 0));
  for (const row of table.slice(0, -1)) expect((numbersOf(row)[0] ?? 0) + (numbersOf(row)[1] ?? 0)).toBeGreaterThan(4);

  const csv = (await guest.get(`/so-lieu.csv?${MAY}`)).body.split('\r\n');
  expect(csv[0]).toContain('ky,tu_ngay,den_ngay,so_lieu_den,mo_phong,ma_don_vi,don_vi,carried,received');
  expect(csv[1]).toMatch(/^2026-05,2026-05-01,2026-05-31,2026-05-22T16:00:00\+07:00,co,/);
  expect(csv.length).toBe(table.length + 1);
  const data = JSON.parse((await guest.get(`/so-lieu.json?${MAY}`)).body) as {
    simulated: boolean;
    total: { received: number };
  };
  expect(data).toMatchObject({
    simulated: true,
    as_of: '2026-05-22T16:00:00+07:00',
    period: { key: '2026-05' },
    small_counts: { least: 5 },
  });
  expect(data.total.received).toBe(numbersOf(table.at(-1))[1]);
  const names = await sql<{
    name: string;
  }>`select distinct person_name as name from cases.case where person_name is not null`.execute(house.db);
  for (const body of [page.body, csv.join(''), JSON.stringify(data)])
    for (const { name } of names.rows) expect(body).not.toContain(name);
  // without a month it is the last one that is over
  expect((await guest.get('/so-lieu')).body).toContain('Tháng 4/2026');
});

test('a unit of before July 2025 stands under its own name, or under the one that took its place', async () => {
  const found = await sql<{ old: string; name: string; now: string; successor: string }>`
    select o.id as old, o.name ->> 'vi' as name, n.id as now, n.name ->> 'vi' as successor
    from organisation.unit_successor s join organisation.unit o on o.id = s.from_id join organisation.unit n on n.id = s.to_id
    where s.manner = 'one' and o.kind = 'people-committee' and n.valid_to is null and n.code like 'H53.1__' order by o.key limit 1
  `.execute(house.db);
  const { old = '', name = '', now = '', successor = '' } = found.rows[0] ?? {};
  await sql`
    update statistics.handling set unit_id = ${old}, received_at = '2025-06-02T09:00+07:00', submitted_at = '2025-06-02T08:00+07:00',
      finished_at = '2025-06-04T09:00+07:00', outcome = 'approved', standing = 'early'
    where case_id = (select case_id from statistics.handling order by case_id limit 1)
  `.execute(house.db);
  const lines = async (era: string) =>
    rowsOf((await province.get(`${FIGURES}?ky=2025-06${era}`)).body).map((row) => row.name);
  expect((await lines(''))[0]).toContain(name);
  expect((await lines('&doc=nay'))[0]).toBe(successor);
  // the successor's leader answers for it too
  const unit = await sql<{ code: string }>`select code from organisation.unit where id = ${now}`.execute(house.db);
  const leader = await browse(house, server, { as: { role: 'CT', unit: unit.rows[0]?.code ?? '' } });
  expect(rowsOf((await leader.get(`${FIGURES}?ky=2025-06`)).body)).toHaveLength(2);
});
