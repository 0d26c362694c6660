import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { photo } from '../../../../test/harness/sample-images.ts';
import { newId } from '../../../platform/db/ids.ts';
import { storeFile } from '../../../platform/files/store-file.ts';
import { rebuildResults } from '../../results/index.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let reception: Visitor;
let citizen: Visitor;
let path: string;
let fileId: string;

const OWN = '/giay-to-cua-toi';
/** As a form that the page does not offer them would be sent. */
const csrfOf = ({ body }: Page): string => /name="csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  const accountId = await anAccount(house, 'citizen');
  const caseId = newId();
  const owner = { type: 'dossier', id: caseId };
  const at = house.platform.clock();
  const stored = await storeFile(house.platform, {
    name: 'chung-sinh.jpg',
    bytes: photo(),
    purpose: 'component',
    owner,
    at,
  });
  fileId = stored.file?.id ?? '';
  await aBirthDossier(house, { accountId, stage: 'submitted', caseId, fileId });
  const found = await sql<{ code: string }>`select code from cases.case where id = ${caseId}`.execute(house.db);
  path = `/can-bo/ho-so/${found.rows[0]?.code}`;
  reception = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
  citizen = await browse(house, server, { as: 'citizen' });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
});

test('a paper that nobody has compared is in nobody’s store', async () => {
  expect((await citizen.get(OWN)).body).toContain('Kho chưa có giấy tờ nào');
});

test('only whose step it is says that a paper is the original’s, and until when it counts', async () => {
  const leader = await browse(house, server, { as: { role: 'CT', unit: 'H53.101' } });
  const seen = await leader.get(`${path}/doi-chieu`);
  expect(seen.body).toContain('Người đang giữ bước hiện tại của hồ sơ xác nhận.');
  expect((await leader.post(`${path}/doi-chieu`, { file: fileId, csrf: csrfOf(seen) })).status).toBe(409);
  const elsewhere = await browse(house, server, { as: { role: 'TN', unit: 'H53.102.1' } });
  expect((await elsewhere.look(`${path}/doi-chieu`)).status).toBe(404);
  const shown = await reception.get(`${path}/doi-chieu`);
  const wrong = await reception.press(shown, `${path}/doi-chieu`, { [`until.${fileId}`]: '31/02/2027' });
  expect([wrong.status, wrong.body.includes('Ghi ngày theo mẫu')]).toEqual([422, true]);
  const fields = { [`until.${fileId}`]: '2027-05-23' };
  expect((await reception.press(shown, `${path}/doi-chieu`, fields)).status).toBe(303);
  expect((await reception.press(shown, `${path}/doi-chieu`, fields)).status).toBe(303);
  expect((await reception.get(`${path}/doi-chieu`)).body).toContain('có giá trị đến hết ngày 23/05/2027');
  const again = await reception.post(`${path}/doi-chieu`, { file: fileId, csrf: csrfOf(shown) });
  expect([again.status, again.body.includes('đã được xác nhận trước đó')]).toEqual([409, true]);
});

test('the paper is then its owner’s to see and to take out, and the journal alone gives that again', async () => {
  const store = await citizen.get(OWN);
  expect(store.body).toContain('Giấy tờ đã đối chiếu với bản chính');
  expect(store.body).toContain(`/tep/${fileId}`);
  const action = /action="(\/giay-to-cua-toi\/[^"]+\/bo)"/.exec(store.body)?.[1] ?? '';
  const stranger = await browse(house, server, { as: 'business' });
  expect((await stranger.post(action, { csrf: csrfOf(await stranger.get(OWN)) })).status).toBe(404);
  expect((await citizen.press(store, action)).status).toBe(303);
  expect((await citizen.press(store, action)).status).toBe(303);
  expect((await citizen.get(OWN)).body).toContain('Kho chưa có giấy tờ nào');
  const read = async () => (await sql`select * from results.paper`.execute(house.db)).rows;
  const before = await read();
  await house.readJournal();
  await sql`delete from results.paper`.execute(house.db);
  expect(await rebuildResults(house.platform.db)).toBe(2);
  expect(await read()).toEqual(before);
});
