import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aBirthDossier, anAcceptedDossier, readDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let administrator: Visitor;
let code: string;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  house.setClock('2026-11-24T16:00');
  administrator = await browse(house, server, { as: 'administrator' });
  code = (await readDossier(house, await anAcceptedDossier(house, { procedure: '1.004873', answers: {} }))).code;
  await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const ask = (loai: string, ma: string) => administrator.get(`/quan-tri/anh-huong?${new URLSearchParams({ loai, ma })}`);

test('a new version touches no open dossier: each keeps its own, and the page says so with the list', async () => {
  const { body } = await ask('thu-tuc', '1.004873');
  expect(body).toContain('1 hồ sơ đang mở của thủ tục này');
  expect(body).toContain('không hồ sơ nào bị dời hạn');
  expect(body).toContain(code);
  expect((await ask('thu-tuc', '1.000894')).body).toContain('Không hồ sơ nào bị ảnh hưởng');
});

test('the end of a unit touches what it decides, receives or holds', async () => {
  expect((await ask('don-vi', 'H53.101')).body).toContain('2 hồ sơ đang mở do đơn vị này');
  expect((await ask('don-vi', 'H53.102')).body).toContain('0 hồ sơ đang mở');
});

test('a working day that becomes a day off moves terms, steps and answers, each shown before and after; nothing is written', async () => {
  const { body } = await ask('ngay', '2026-11-25');
  expect(body).toContain('Nếu ngày 25/11/2026 thành ngày nghỉ: 2 trong 2 hồ sơ');
  expect(body).toMatch(/26\/11\/2026 08:00.*27\/11\/2026 08:00/s);
  expect(body).toContain('(hạn trả lời)');
  expect((await ask('ngay', '2026-11-25')).body).toContain('2 trong 2');
  expect((await ask('ngay', '2027-11-24')).body).toContain('0 trong 2 hồ sơ');
});

test.each([
  ['thu-tuc', '9.999999'],
  ['don-vi', 'H99.1'],
  ['ngay', '2026-02-30'],
  ['ngay', 'mai'],
  ['ngay', '1990-01-01'],
])('what is not there is said: %s %s', async (loai, ma) => {
  const asked = await ask(loai, ma);
  expect(asked.status).toBe(422);
  expect(asked.body).toContain('Không có thủ tục, đơn vị hoặc ngày này');
});
