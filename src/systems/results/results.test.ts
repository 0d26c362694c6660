import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { anIssuedResult, aResultHouse, type IssuedResult, type ResultHouse } from '../../../test/harness/results.ts';
import { rebuildResults } from './record-results.ts';

let house: ResultHouse;
let server: FastifyInstance;
let leader: Visitor;
let citizen: Visitor;
let business: Visitor;
let own: IssuedResult;
let organisations: IssuedResult;

const RESULTS = '/can-bo/kho-ket-qua';
const OWN = '/giay-to-cua-toi';

beforeAll(async () => {
  house = await aResultHouse();
  server = await serverOf(house);
  house.setClock('2026-11-23T08:00');
  own = await anIssuedResult(house, { accountId: await anAccount(house, 'citizen') });
  organisations = await anIssuedResult(house, { accountId: await anAccount(house, 'business') });
  await house.readJournal();
  leader = await browse(house, server, { as: { role: 'CT', unit: 'H53.101' } });
  citizen = await browse(house, server, { as: 'citizen' });
  business = await browse(house, server, { as: 'business' });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
});

test('every issued result stands in the register of its body, with whose it is and until when it counts', async () => {
  const { body } = await leader.get(RESULTS);
  expect(body).toContain(own.code);
  expect(body).toContain('Giấy xác nhận tình trạng hôn nhân');
  expect(body).toContain('Có giá trị đến hết ngày 23/05/2027');
  const one = await leader.get(`${RESULTS}/${own.id}`);
  expect(one.body).toContain(own.checkCode);
  expect(one.body).toMatch(/[0-9a-f]{64}/);
});

test('words, days and validity narrow the register; days that are none do not break it', async () => {
  const ask = async (more: string) => (await leader.get(`${RESULTS}?${more}`)).body.includes(own.code);
  expect(await ask('q=nguyen+thi+lua')).toBe(true);
  expect(await ask(`q=${own.code}`)).toBe(true);
  expect(await ask('q=khong+co+gi')).toBe(false);
  expect(await ask('hieuluc=con')).toBe(true);
  expect(await ask('hieuluc=het')).toBe(false);
  expect(await ask('tu=2026-11-24')).toBe(false);
  expect(await ask('tu=2026-02-31&sau=x~y')).toBe(true);
});

test('the clerks of the body and the office that received it read it, another commune does not', async () => {
  const reception = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
  expect((await reception.get(RESULTS)).body).toContain(own.code);
  const elsewhere = await browse(house, server, { as: { role: 'CT', unit: 'H53.102' } });
  expect((await elsewhere.get(RESULTS)).body).not.toContain(own.code);
  expect((await elsewhere.look(`${RESULTS}/${own.id}`)).status).toBe(404);
  expect((await reception.post(`${RESULTS}/${own.id}/thu-hoi`, { reason: 'x' })).status).toBeGreaterThanOrEqual(400);
});

test('a person sees what was issued to them and an organisation its own; neither sees the other’s', async () => {
  const mine = await citizen.get(OWN);
  expect(mine.body).toContain('Giấy tờ của tôi');
  expect(mine.body).toContain(`/tep/${own.fileId}`);
  expect(mine.body).not.toContain(organisations.fileId);
  const theirs = await business.get(OWN);
  expect(theirs.body).toContain('Giấy tờ của tổ chức');
  expect(theirs.body).toContain(`/tep/${organisations.fileId}`);
  expect(theirs.body).not.toContain(own.fileId);
});

test('who has opened a file is told to its owner', async () => {
  expect((await citizen.get(OWN)).body).toContain('Chưa cán bộ nào mở tệp này.');
  expect((await leader.get(`/tep/${own.fileId}`)).status).toBe(200);
  const { body } = await citizen.get(OWN);
  expect(body).toContain('Đã được mở 1 lần');
  expect(body).toContain('Cán bộ CT');
});

test('a result is withdrawn once, with reasons; the public page and its owner are told at once', async () => {
  const path = `${RESULTS}/${organisations.id}`;
  const shown = await leader.get(path);
  const unsaid = await leader.press(shown, `${path}/thu-hoi`, { reason: ' ' });
  expect([unsaid.status, unsaid.body.includes('Hãy ghi lý do thu hồi.')]).toEqual([422, true]);
  const fields = { reason: 'Cấp sai người.' };
  expect((await leader.press(shown, `${path}/thu-hoi`, fields)).status).toBe(303);
  expect((await leader.press(shown, `${path}/thu-hoi`, fields)).status).toBe(303);
  expect((await leader.press(shown, `${path}/thu-hoi`, { ...fields, command_id: '' })).status).toBe(409);
  const guest = await browse(house, server);
  expect((await guest.get(`/xac-minh/${organisations.checkCode}`)).body).toContain('đã bị thu hồi hoặc hủy bỏ');
  expect((await business.get(OWN)).body).toContain('Đã bị thu hồi, hủy bỏ');
});

test('the register is made again from the journal alone', async () => {
  await house.readJournal();
  const read = async () => (await sql`select * from results.result order by id`.execute(house.db)).rows;
  const before = await read();
  expect(before).toHaveLength(2);
  await sql`delete from results.result`.execute(house.db);
  expect(await rebuildResults(house.platform.db)).toBe(3);
  expect(await read()).toEqual(before);
});

test('past its last day a result is shown as expired, to its owner and on its public page', async () => {
  const guest = await browse(house, server);
  expect((await guest.get(`/xac-minh/${own.checkCode}`)).body).toContain('đang có giá trị');
  house.setClock('2027-05-24T08:00');
  expect((await guest.get(`/xac-minh/${own.checkCode}`)).body).toContain('đã hết thời hạn có giá trị');
  const late = await browse(house, server, { as: 'citizen' });
  expect((await late.get(OWN)).body).toContain('Hết giá trị sau ngày 23/05/2027');
});
