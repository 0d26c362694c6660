import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { followRules, getRules } from './rules.ts';
import type { CounterTables } from './tables.ts';

let house: House<CounterTables>;
let server: FastifyInstance;
let administrator: Visitor;
beforeAll(async () => {
  house = await aHouse<CounterTables>();
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const RULES = '/quan-tri/quay';

async function change(path: string, fields: Record<string, string>): Promise<Page> {
  const shown = await administrator.get(path);
  const typed = Object.fromEntries(
    [...shown.body.matchAll(/<input[^>]*?>/g)].flatMap(([input]) => {
      const name = / name="([^"]+)"/.exec(input)?.[1];
      return name && !/type="(hidden|checkbox)"/.test(input) ? [[name, / value="([^"]*)"/.exec(input)?.[1] ?? '']] : [];
    }),
  );
  return administrator.press(shown, path, { units: 'H53.1.1 4', ...typed, ...fields });
}

async function publish(from: string): Promise<Page> {
  const [year = '', month = '', day = ''] = from.split('-');
  return administrator.press(await administrator.get(`${RULES}/ban-nhap`), `${RULES}/ban-nhap/cong-bo`, {
    'from.day': day,
    'from.month': month,
    'from.year': year,
    decisionNumber: '5/QĐ-UBND',
    'decisionDay.day': '20',
    'decisionDay.month': '11',
    'decisionDay.year': '2026',
  });
}

test.each([
  [RULES, { 'absence.calls': '0' }, 'Nhập một số trong khoảng đã nêu'],
  [RULES, { units: 'H53.1.1 nhiều' }, 'Mỗi dòng một mã đơn vị'],
  [`${RULES}/nhom/ho-tich`, { letter: 'B' }, 'Hai nhóm việc cùng chữ B'],
  [`${RULES}/nhom/ho-tich`, { nameVi: '' }, 'Nhập nội dung'],
  [`${RULES}/uu-tien/elderly`, { fromAge: 'già' }, 'Nhập một số trong khoảng đã nêu'],
])('refused with a sentence: %s %j', async (path, fields, sentence) => {
  const answer = await change(path, fields);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain(sentence);
});

test('numbers, a group and a ground are drafted, compared and published from a day; the counter follows on that day', async () => {
  expect((await change(RULES, { 'absence.calls': '3' })).location).toBe(`${RULES}/ban-nhap`);
  await change(`${RULES}/nhom/moi`, {
    letter: 'G',
    nameVi: 'Giao thông',
    nameEn: 'Traffic',
    aboutVi: 'Xe',
    aboutEn: 'Cars',
  });
  await change(`${RULES}/uu-tien/elderly`, { fromAge: '75', confirmed: 'true' });
  const { body } = await administrator.get(`${RULES}/ban-nhap`);
  expect(body).toContain('Gọi mấy lần rồi ghi vắng');
  expect(body).toContain('G. Giao thông: Xe');
  expect(body).toContain('từ tuổi 75');
  await publish('2026-12-01');
  expect((await getRules(house.db)).absence.calls).toBe(2);
  house.setClock('2026-12-01T00:10');
  await followRules(house.platform as never);
  const rules = await getRules(house.db);
  expect(rules.absence.calls).toBe(3);
  expect(rules.groups.at(-1)).toMatchObject({ key: 'giao-thong', letter: 'G' });
  expect(rules.grounds.find(({ key }) => key === 'elderly')).toMatchObject({ from_age: 75 });
  expect(rules.grounds.find(({ key }) => key === 'elderly')).not.toHaveProperty('confirm');
});

test('an older version comes back', async () => {
  // a session does not last from one month into the next
  administrator = await browse(house, server, { as: 'administrator' });
  const older = `${RULES}/phien-ban/1`;
  await administrator.press(await administrator.get(older), `${older}/dung-lai`, {
    'from.day': '1',
    'from.month': '12',
    'from.year': '2026',
    decisionNumber: '6/QĐ-UBND',
    'decisionDay.day': '20',
    'decisionDay.month': '11',
    'decisionDay.year': '2026',
  });
  expect((await getRules(house.db)).absence.calls).toBe(2);
  expect((await administrator.get(`${RULES}/phien-ban`)).body).toContain('dùng lại phiên bản 1');
});
