import { createReadStream } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { fromRoot } from '../../platform/config/project-root.ts';
import { type Db, type OpenDatabase, openDatabase } from '../../platform/db/database.ts';
import type { Organisation } from '../../platform/organisation/definition.ts';
import { loadOrganisation } from '../../platform/organisation/load-organisation.ts';
import { readOrganisation } from '../../platform/organisation/pack.ts';
import { importProcedures } from './import/import-procedures.ts';
import { loadProcedurePack } from './load-pack.ts';
import { ours } from './own-tables.ts';
import { slips } from './question.ts';
import { type ProcedureSearch, searchProcedures } from './search.ts';
import type { ProcedureTables } from './tables.ts';

const PACK = fromRoot('provinces/tay-ninh');
const clock = () => instant('2026-11-23T08:00');
const organisation = readOrganisation(PACK).organisation as Organisation;

let database: TestDatabase;
let open: OpenDatabase;
let db: Db<ProcedureTables>;

beforeAll(async () => {
  database = await testDatabase();
  open = openDatabase({ url: database.url });
  db = ours(open.db);
  await loadOrganisation(open.db, { organisation, clock });
  await loadProcedurePack(db, { folder: PACK, organisation: () => organisation }, clock);
  const name = 'catalogue.csv';
  const stream = createReadStream(fromRoot('src/systems/procedures/import/fixtures', name));
  await importProcedures(db, { stream, name, actor: { kind: 'program', program: 'procedures.import' }, clock });
  return async () => {
    await open.close();
    await database.drop();
  };
});

const search = (text: string, rest: Partial<ProcedureSearch> = {}) =>
  searchProcedures(db, { text, limit: 10, ...rest });
const firstCode = async (text: string) => (await search(text)).found[0]?.code;

describe('what people type', () => {
  test.each([
    ['đăng ký khai sinh', '1.001193'],
    ['dang ky khai sinh', '1.001193'],
    ['ĐĂNG KÝ  KHAI SINH', '1.001193'],
    ['kết hôn đăng ký', '1.000894'],
    ['khai sih', '1.001193'],
    ['dag ky khai sinh', '1.001193'],
    ['khaisinh', '1.001193'],
    ['khai si', '1.001193'],
    ['giấy độc thân', '1.004873'],
    ['xin phép xây nhà', '1.013225'],
    ['marriage', '1.000894'],
    ['1.001612', '1.001612'],
    ['1.009994', '1.013225'],
    ['hòa giải', '1.012812'],
    ['hoà giải', '1.012812'],
  ])('“%s” finds %s first', async (text, code) => {
    expect(await firstCode(text)).toBe(code);
  });

  test('the name that people use finds each procedure that goes by it', async () => {
    const codes = (await search('sổ đỏ')).found.slice(0, 4).map((one) => one.code);
    expect(codes).toEqual(expect.arrayContaining(['1.013978', '1.013831', '1.012790']));
  });

  test('a mended word is shown as it is written', async () => {
    expect((await search('ket honn')).meant).toBe('kết hôn');
    expect((await search('kết hôn')).meant).toBeUndefined();
  });

  test('words that never meet still find something; nonsense finds nothing and breaks nothing', async () => {
    expect((await search('khai sinh karaoke')).found.length).toBeGreaterThan(0);
    for (const text of ['', ' ', 'zzzzqqqq', "'; drop table", ':* & | !', '(((', '<->', '\u0000', 'a'.repeat(5000)]) {
      expect((await search(text)).found).toBeInstanceOf(Array);
    }
    expect((await search('zzzzqqqq')).total).toBe(0);
  });
});

describe('the order of what is found', () => {
  test('what the province offers stands before what it only lists', async () => {
    const { found } = await search('đăng ký kết hôn', { limit: 50 });
    const offered = found.map((one) => one.offered);
    expect(found.map((one) => one.code)).toContain('1.900002');
    expect(offered.lastIndexOf(true)).toBeLessThan(offered.indexOf(false));
  });

  test('what is used more stands first among equals', async () => {
    const codes = ['2.001610', '2.001583'];
    const before = (await search('thành lập', { field: 'thanh-lap-va-hoat-dong-cua-doanh-nghiep' })).found.map(
      (one) => one.code,
    );
    const later = before.filter((code) => codes.includes(code))[1] as string;
    await db.updateTable('procedures.procedure').set({ uses: 5000 }).where('code', '=', later).execute();
    const after = (await search('thành lập', { field: 'thanh-lap-va-hoat-dong-cua-doanh-nghiep' })).found.map(
      (one) => one.code,
    );
    expect(after.filter((code) => codes.includes(code))[0]).toBe(later);
  });

  test('what another province promulgated for itself comes after', async () => {
    const { found } = await search('hỗ trợ', { limit: 50 });
    const elsewhere = found.map((one) => one.elsewhere);
    expect(elsewhere).toContain(true);
    expect(elsewhere.indexOf(true)).toBeGreaterThan(elsewhere.lastIndexOf(false));
  });
});

describe('narrowing and paging', () => {
  test('a facet counts what the other filters leave, and filters by what it counted', async () => {
    const all = await search('đăng ký');
    const commune = all.facets.level.find((facet) => facet.value === 'commune');
    const narrowed = await search('đăng ký', { level: 'commune' });
    expect(narrowed.total).toBe(commune?.count);
    expect(narrowed.facets.level).toEqual(all.facets.level);
    expect(narrowed.found.length).toBeGreaterThan(0);
    const field = narrowed.facets.field.find((facet) => facet.value === 'ho-tich');
    expect(field?.name).toMatchObject({ vi: 'Hộ tịch' });
    expect((await search('đăng ký', { level: 'commune', field: 'ho-tich' })).total).toBe(field?.count);
  });

  test('pages by key hold every procedure once, in one order', async () => {
    const codes: string[] = [];
    let after: string | undefined;
    do {
      const page = await search('', { limit: 7, ...(after !== undefined && { after }) });
      codes.push(...page.found.map((one) => one.code));
      after = page.next;
    } while (after !== undefined);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength((await search('')).total);
    expect((await search('', { limit: 1000 })).found.map((one) => one.code)).toEqual(codes);
  });

  test('a page key that somebody made up starts at the beginning', async () => {
    expect((await search('', { after: "1'; --" })).found).toEqual((await search('')).found);
  });
});

test.each([
  ['sinh', 'sinh', 0],
  ['sih', 'sinh', 1],
  ['sihn', 'sinh', 1],
  ['sinhh', 'sinh', 1],
  ['xinh', 'sinh', 1],
  ['hon', 'sinh', 2],
])('from %s to %s it is %i slips (2: more than one)', (a, b, expected) => {
  expect(slips(a, b, 1)).toBe(expected);
});
