import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier, anAcceptedDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { textOf } from '../../../../test/harness/pdf-reader.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let reception: Visitor;
let codes: string[];

const REGISTER = '/can-bo/so-theo-doi';
const NOVEMBER = 'tu=2026-11-01&den=2026-11-30';

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  const accountId = await anAccount(house, 'citizen');
  house.setClock('2026-11-23T08:00');
  const first = await aBirthDossier(house, { accountId, stage: 'accepted' });
  house.setClock('2026-11-23T09:00');
  const second = await anAcceptedDossier(house, { procedure: '1.004884', answers: {} });
  await aBirthDossier(house, { accountId, stage: 'submitted' });
  house.setClock('2026-12-02T09:00');
  const late = await aBirthDossier(house, { accountId, stage: 'accepted' });
  const found = await sql<{ id: string; code: string }>`
    select id, code from cases.case where id = any(${[first, second, late]}::uuid[])
  `.execute(house.db);
  codes = [first, second, late].map((id) => found.rows.find((row) => row.id === id)?.code ?? '');
  reception = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const listed = ({ body }: Page): string[] => codes.filter((code) => body.includes(`>${code}<`));

async function workbookOf(page: Page): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(page.bytes.buffer as ArrayBuffer);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as string[]).slice(1)));
  return rows;
}

test('what an office accepted in the span stands in its register, with its totals; what waits to be accepted does not', async () => {
  const november = await reception.get(`${REGISTER}?${NOVEMBER}`);
  expect(listed(november)).toEqual(codes.slice(0, 2));
  expect(november.body).toContain('Tổng số: 2 hồ sơ;');
  const december = await reception.get(REGISTER);
  expect(listed(december)).toEqual(codes.slice(2));
  expect(december.body).toContain('từ ngày 01/12/2026 đến ngày 02/12/2026');
});

test('field, channel, state and words narrow it, days that are none do not break it', async () => {
  const ask = async (more: string) => listed(await reception.get(`${REGISTER}?${NOVEMBER}&${more}`));
  expect(await ask('kenh=post')).toEqual([]);
  expect(await ask('trangthai=qua-han')).toEqual(codes.slice(1, 2));
  expect(await ask('trangthai=cho-nguoi-nop')).toEqual(codes.slice(0, 1));
  expect(await ask('trangthai=da-tra')).toEqual([]);
  expect(await ask(`q=${codes[0]?.slice(-4)}`)).toEqual(codes.slice(0, 1));
  expect(await ask('q=khai+sinh+lua')).toContain(codes[0]);
  expect(await ask('linhvuc=ho-tich')).toContain(codes[0]);
  expect((await reception.look(`${REGISTER}?${NOVEMBER}&linhvuc=khong-co`)).status).toBe(404);
  for (const odd of ['tu=2026-02-31', 'tu=x&den=y', 'tu=2026-12-31&den=2026-01-01', 'tu=1000-01-01', 'sau=x~y'])
    expect((await reception.get(`${REGISTER}?${odd}`)).status).toBe(200);
});

test('the telephone is masked, and the address is not there', async () => {
  const { body } = await reception.get(`${REGISTER}?${NOVEMBER}`);
  expect(body).toContain('…678');
  expect(body).not.toContain('0912345678');
});

test('another office sees nothing of it, a leader of the commune all, and who is at no reception is not led in', async () => {
  const other = await browse(house, server, { as: { role: 'TN', unit: 'H53.102.1' } });
  expect(listed(await other.get(`${REGISTER}?${NOVEMBER}`))).toEqual([]);
  const leader = await browse(house, server, { as: { role: 'CT', unit: 'H53.101' } });
  expect(listed(await leader.get(`${REGISTER}?${NOVEMBER}`))).toEqual(codes.slice(0, 2));
  const unit = await sql<{ id: string }>`select id from organisation.unit where code = 'H53.101.1'`.execute(house.db);
  expect((await other.look(`${REGISTER}?${NOVEMBER}&donvi=${unit.rows[0]?.id}`)).status).toBe(404);
  const clerk = await browse(house, server, { as: { role: 'HT' } });
  expect((await clerk.look(REGISTER)).status).toBe(404);
});

test('the paper and the workbook hold the same rows as the page, oldest first, and the totals', async () => {
  const paper = await textOf((await reception.get(`${REGISTER}/so-theo-doi.pdf?${NOVEMBER}`)).bytes);
  for (const code of codes.slice(0, 2)) expect(paper.replaceAll(/\s/g, '')).toContain(code);
  expect(paper).toContain('Tổng số: 2 hồ sơ');
  const answer = await reception.get(`${REGISTER}/so-theo-doi.xlsx?${NOVEMBER}`);
  expect(answer.type).toContain('spreadsheetml');
  const rows = await workbookOf(answer);
  expect(rows.filter(([number]) => /^\d+$/.test(number ?? '')).map((row) => row[1])).toEqual(codes.slice(0, 2));
  expect(rows.at(-1)?.[0]).toContain('Tổng số: 2 hồ sơ');
  expect(rows[5]?.[5]).toBe('…678');
  expect((await reception.look(`${REGISTER}/khac.xlsx`)).status).toBe(404);
  expect((await reception.look(`${REGISTER}/so-theo-doi.doc`)).status).toBe(404);
});

test('addresses and telephones are given for a purpose only, and each dossier says who took them', async () => {
  const shown = await reception.get(`${REGISTER}?${NOVEMBER}`);
  const action = `${REGISTER}/day-du`;
  const refused = await reception.press(shown, action, { tep: 'xlsx', purpose: ' ' });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Nhập mục đích sử dụng trước khi tải sổ đầy đủ.');
  const given = await reception.press(shown, action, { tep: 'xlsx', purpose: 'Lưu sổ giấy tháng 11' });
  expect((await workbookOf(given))[5]?.[5]).toContain('0912345678');
  const noted = await sql<{ code: string; what: string }>`
    select c.code, r.what from journal.reading r join cases.case c on c.id = r.subject_id
    where r.account_id = ${await anAccount(house, { role: 'TN', unit: 'H53.101.1' })} and r.what like 'applicant.contact%' order by c.received_at
  `.execute(house.db);
  expect(noted.rows).toEqual(
    codes.slice(0, 2).map((code) => ({ code, what: 'applicant.contact: Lưu sổ giấy tháng 11' })),
  );
});

test('a long register is read page by page, too long for a paper, and whole as a workbook', async () => {
  await sql`
    insert into cases.case (id, kind, code, title, person_name, search, status, outcome, channel, receiving_unit, competent_unit, received_at, opened_at, closed_at, changed_at)
    select gen_random_uuid(), 'dossier', 'H53.101.1-261005-' || n, 'Đăng ký thử', 'Người ' || n, 'thu ' || n, 'closed', 'approved', 'counter', u.id, u.id,
      '2026-10-05T08:00:00+07'::timestamptz + n / 3 * interval '1 minute', '2026-10-05T08:00:00+07', '2026-10-06T08:00:00+07', '2026-10-06T08:00:00+07'
    from generate_series(1, 2500) n, organisation.unit u where u.code = 'H53.101.1' and u.valid_to is null
  `.execute(house.db);
  const october = 'tu=2026-10-01&den=2026-10-31';
  const seen = new Set<string>();
  let path: string | undefined = `${REGISTER}?${october}&q=thu`;
  let pages = 0;
  for (; path && pages < 3; pages += 1) {
    const { body }: Page = await reception.get(path);
    for (const [code] of body.matchAll(/H53\.101\.1-261005-\d+(?=<)/g)) seen.add(code);
    path = /<a[^>]+href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(seen.size).toBe(150);
  const shown = await reception.get(`${REGISTER}?${october}`);
  expect(shown.body).toContain('Tổng số: 2.500 hồ sơ');
  expect(shown.body).toContain('Bản in (PDF) chứa tối đa 1.000 hồ sơ');
  expect((await reception.get(`${REGISTER}/so-theo-doi.pdf?${october}`)).status).toBe(422);
  const rows = await workbookOf(await reception.get(`${REGISTER}/so-theo-doi.xlsx?${october}`));
  const numbers = rows.filter(([number]) => /^\d+$/.test(number ?? ''));
  expect(new Set(numbers.map((row) => row[1])).size).toBe(2500);
  expect(numbers.at(-1)?.[0]).toBe('2500');
}, 60_000);
