import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { fromRoot } from '../../platform/config/project-root.ts';
import { newId } from '../../platform/db/ids.ts';
import { importProcedures } from './import/import-procedures.ts';
import type { ProcedureTables } from './tables.ts';

const IMPORTS = '/quan-tri/nhap-danh-muc';

let house: House<ProcedureTables>;
let server: FastifyInstance;

beforeAll(async () => {
  house = await aHouse<ProcedureTables>();
  server = await serverOf(house);
  return async () => {
    await server.close();
    await house.close();
  };
});

async function importFixture(name: string): Promise<string> {
  const stream = createReadStream(fromRoot('src/systems/procedures/import/fixtures', name));
  const actor = { kind: 'program', program: 'procedures.import' } as const;
  return (await importProcedures(house.db, { stream, name, actor, clock: house.platform.clock })).reportId;
}

test('before any import the administrator reads how to make one', async () => {
  const administrator = await browse(house, server, { as: 'administrator' });
  expect((await administrator.look(IMPORTS)).body).toContain('npx vamco import procedures');
});

test('the administrator reads what was loaded, what was not and why, a page at a time', async () => {
  const id = await importFixture('catalogue.csv');
  const administrator = await browse(house, server, { as: 'administrator' });
  expect((await administrator.look(IMPORTS)).body).toContain(`${IMPORTS}/${id}`);
  const { body } = await administrator.look(`${IMPORTS}/${id}`);
  expect(body).toContain('1.900203-Xoa');
  expect(body).toContain('Mã thủ tục không có dạng d.dddddd');
  expect(body).toContain('Không có cơ quan thực hiện');
});

test('there is no report of another number, and only the administrator reads one', async () => {
  const administrator = await browse(house, server, { as: 'administrator' });
  for (const path of [newId(), 'x', "1'%20or%201=1"]) {
    expect((await administrator.look(`${IMPORTS}/${path}`)).status).toBe(404);
  }
  const officer = await browse(house, server, { as: { role: 'TN' } });
  expect((await officer.look(IMPORTS)).status).toBe(404);
});

const DIFFERENCES = '/quan-tri/thay-doi-danh-muc';
const LINES = [
  'code,name,category,departments,promulgated_by,type,state',
  '1.930101,Cấp bản sao,Hộ tịch,Ủy ban nhân dân cấp xã,Bộ Tư pháp,STANDARD,ACTIVE',
  '1.001193,Khai sinh,Hộ tịch,Ủy ban nhân dân cấp xã,Bộ Tư pháp,STANDARD,ACTIVE',
];

async function importChanged(ending: string): Promise<void> {
  const text = LINES.map((line, at) => (at === 0 ? line : line.replace(/,Hộ tịch/, `${ending},Hộ tịch`))).join('\n');
  const actor = { kind: 'program', program: 'procedures.import' } as const;
  const stream = Readable.from([Buffer.from(text)]);
  await importProcedures(house.db, { stream, name: 'a.csv', actor, clock: house.platform.clock });
}

test('the administrator reads what has changed beside what the province publishes, and accepts or rejects it', async () => {
  await importChanged('');
  await importChanged(' (sửa đổi)');
  const administrator = await browse(house, server, { as: 'administrator' });
  expect((await administrator.get(IMPORTS)).body).toContain('2 chờ quyết định');
  const list = await administrator.get(DIFFERENCES);
  expect(list.body).toContain('Tỉnh giải quyết');
  const ids = [...list.body.matchAll(/thay-doi-danh-muc\/([0-9a-f-]{36})"[^>]*>([^<]*)</g)];
  const idOf = (code: string) => ids.find(([, , shown]) => shown === code)?.[1] ?? '';
  const page = await administrator.get(`${DIFFERENCES}/${idOf('1.001193')}`);
  for (const text of ['Khai sinh', 'Khai sinh (sửa đổi)', 'Tỉnh đang công bố', 'Đăng ký khai sinh'])
    expect(page.body).toContain(`>${text}<`);
  expect(page.body).not.toContain('[object');
  const rejected = await administrator.press(page, DIFFERENCES, { 'quyet-dinh': 'rejected' });
  expect(rejected.location).toBe(`${DIFFERENCES}?xong=1&muon=0`);
  // both chosen on a page that was shown before: one is decided already
  const chosen = new URLSearchParams({ csrf: /name="csrf" value="([^"]+)"/.exec(list.body)?.[1] ?? '' });
  for (const code of ['1.001193', '1.930101']) chosen.append('chon', idOf(code));
  chosen.set('quyet-dinh', 'accepted');
  const settled = await administrator.send(DIFFERENCES, chosen);
  expect(settled.location).toBe(`${DIFFERENCES}?xong=1&muon=1`);
  expect((await administrator.get(settled.location ?? '')).body).toContain(
    'đã được quyết định, hoặc không còn, trước đó',
  );
  expect((await administrator.get(`${DIFFERENCES}?tinh-trang=accepted`)).body).toContain('1.930101');
  expect((await administrator.get(`${DIFFERENCES}?tinh-trang=rejected`)).body).toContain('1.001193');
  expect((await administrator.get(`/thu-tuc/1.930101`)).body).toContain('Cấp bản sao (sửa đổi)');
  expect((await administrator.get(`/thu-tuc/1.001193`)).body).not.toContain('(sửa đổi)');
});

test('what cannot be a change leads nowhere, and nobody else comes in', async () => {
  const administrator = await browse(house, server, { as: 'administrator' });
  for (const path of [newId(), 'x']) expect((await administrator.look(`${DIFFERENCES}/${path}`)).status).toBe(404);
  expect((await administrator.look(`${DIFFERENCES}?truoc=x&tinh-trang=open%27&xong=-1`)).status).toBe(200);
  for (const as of ['citizen', { role: 'LD' }] as const)
    expect((await (await browse(house, server, { as })).look(DIFFERENCES)).status).toBe(404);
});
