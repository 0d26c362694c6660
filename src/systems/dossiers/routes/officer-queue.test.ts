import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let reception: Visitor;

const PEOPLE = ['Nguyễn Thị Hoa', 'Trần Văn Ánh', 'Lê Văn An'];

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  const accountId = await anAccount(house, 'citizen');
  for (const person of PEOPLE) {
    const id = await aBirthDossier(house, { accountId, stage: 'submitted' });
    await sql`update cases.case set person_name = ${person} where id = ${id}`.execute(house.db);
  }
  reception = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const QUEUE = '/can-bo/ho-so?hang=cho-tiep-nhan';
const peopleOn = ({ body }: Page): string[] =>
  [...body.matchAll(/<td><span title="([^"]+)">/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => PEOPLE.includes(name));
const headOf = ({ body }: Page, label: string): string =>
  body.match(/<th[^>]*>(?:(?!<\/th>).)*<\/th>/gs)?.find((head) => head.includes(label)) ?? '';

test('a header sorts the queue, followed again from the other end; the URL says how', async () => {
  const plain = await reception.get(QUEUE);
  expect(headOf(plain, 'Hạn')).toContain('aria-sort="ascending"');
  const href = /href="([^"]+)"/.exec(headOf(plain, 'Người nộp'))?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(href).toBe(`${QUEUE}&xep=nguoi`);
  const sorted = await reception.get(href);
  expect(peopleOn(sorted)).toEqual(['Lê Văn An', 'Trần Văn Ánh', 'Nguyễn Thị Hoa']);
  expect(headOf(sorted, 'Người nộp')).toContain('aria-sort="ascending"');
  expect(headOf(sorted, 'Người nộp')).toContain('xep=-nguoi');
  expect(sorted.body).toMatch(/<option value="nguoi" selected>Xếp theo: tên người nộp/);
  expect(peopleOn(await reception.get(`${QUEUE}&xep=-nguoi`))).toEqual(['Nguyễn Thị Hoa', 'Trần Văn Ánh', 'Lê Văn An']);
});

test('a queue of a thousand is sorted by due time alone until it is narrowed, and the page says so', async () => {
  await sql`
    insert into cases.case (id, kind, code, title, person_name, search, status, step, step_role, channel, holding_unit, receiving_unit, competent_unit, due_at, opened_at, changed_at)
    select gen_random_uuid(), 'dossier', 'H53.101.1-250101-' || n, 'Thử', 'Người ' || n, 'thu ' || n, 'open', 'receive', 'TN', 'post', u.id, u.id, u.id,
      '2026-11-20T09:00:00+07', '2026-11-01T09:00:00+07', '2026-11-01T09:00:00+07'
    from generate_series(1, 1000) n, organisation.unit u where u.code = 'H53.101.1' and u.valid_to is null
  `.execute(house.db);
  const long = await reception.get('/can-bo/ho-so?hang=don-vi&xep=nguoi');
  expect(long.body).toContain('từ 1000 hồ sơ trở lên chỉ xếp theo hạn');
  expect(headOf(long, 'Người nộp')).not.toContain('href');
  expect(headOf(long, 'Hạn')).toContain('xep=-han');
  const next = /<a[^>]+href="([^"]+)" rel="next"/.exec(long.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await reception.get(next)).status).toBe(200);
  const narrowed = await reception.get('/can-bo/ho-so?hang=don-vi&xep=nguoi&kenh=online');
  expect(narrowed.body).not.toContain('chỉ xếp theo hạn');
  expect(peopleOn(narrowed)).toEqual(['Lê Văn An', 'Trần Văn Ánh', 'Nguyễn Thị Hoa']);
});

test.each([
  '&xep=zzz',
  '&xep=-',
  '&sau=x~y',
  '&xep=nguoi&sau=%1F%1F~00000000-0000-0000-0000-000000000000',
  '&sau=2026-99-99~1',
])('an address that nobody was given, %s, is answered', async (more) => {
  expect((await reception.get(`${QUEUE}${more}`)).status).toBe(200);
});
