import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import type { ProcedureTables } from './tables.ts';
import { listUnheldRoles } from './unheld-roles.ts';

let house: House<ProcedureTables>;
let server: FastifyInstance;
let administrator: Visitor;
beforeAll(async () => {
  house = await aHouse<ProcedureTables>();
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

test('the processes are found by name without marks and by code, and each leads to its diagram', async () => {
  const all = await administrator.get('/quan-tri/quy-trinh');
  expect(all.body).toContain('/quan-tri/quy-trinh/1.001193');
  const found = await administrator.get('/quan-tri/quy-trinh?q=dang+ky+ket+hon');
  expect(found.body).toContain('/quan-tri/quy-trinh/1.000894');
  expect(found.body).not.toContain('/quan-tri/quy-trinh/1.001193');
  expect((await administrator.get('/quan-tri/quy-trinh?q=khong-co-thu-tuc-nay')).body).toContain(
    'Không có thủ tục nào như vậy',
  );
});

test('a process is a drawing without script and a table that says the same in words', async () => {
  const { body } = await administrator.get('/quan-tri/quy-trinh/1.001193');
  expect(body).toContain('<svg class="vc-flow"');
  expect(body).not.toMatch(/<svg[^]*?style=[^]*?<\/svg>/);
  expect(body).toContain('Các bước của quy trình');
  expect(body).toContain('Xác minh việc kết hôn của cha mẹ');
  // said in the words of the form, not in CEL
  expect(body).not.toContain('parents_married ==');
  expect(body).toContain('3 ngày làm việc, ngoài thời hạn chung');
});

test('the parts of other bodies stand beside the steps: where each begins, where it is awaited, whose it is', async () => {
  const { body } = await administrator.get('/quan-tri/quy-trinh/2.000986');
  expect(body.match(/vc-flow-part/g)).toHaveLength(2);
  expect(body.match(/data-kind="part"/g)).toHaveLength(3);
  expect(body.match(/data-kind="join"/g)).toHaveLength(1);
  expect(body).toContain('Bắt đầu phần việc: Đăng ký thường trú cho trẻ, Công an cấp xã của địa bàn, 5 ngày làm việc.');
  expect(body).toContain('Bắt đầu phần việc: Cấp thẻ bảo hiểm y tế cho trẻ, Bảo hiểm xã hội tỉnh Tây Ninh, 5 ngày');
  expect(body).toContain('Chờ xong phần việc: Cấp thẻ bảo hiểm y tế cho trẻ.');
  const plain = await administrator.get('/quan-tri/quy-trinh/1.001193');
  expect(plain.body).not.toContain('Cột cuối là phần việc của cơ quan khác');
});

test('steps that nobody can do are listed: where there is no position, and where nobody holds one', async () => {
  const path = '/quan-tri/quy-trinh/chua-co-nguoi-lam';
  const { body } = await administrator.get(path);
  // nobody has an account in this house
  expect(body).toContain('Có vị trí, chưa ai giữ');
  const unheld = await listUnheldRoles(house.db, { change: undefined, at: house.platform.clock() });
  // the pack has a position for each step of each procedure
  expect(unheld?.length).toBeGreaterThan(100);
  expect(unheld?.filter(({ why }) => why === 'no-position')).toEqual([]);
  expect((await administrator.look(`${path}?ban=01939b5e-0000-7000-8000-000000000001`)).status).toBe(404);
});

test('there is no process of another code, and only the administrator comes in', async () => {
  expect((await administrator.get('/quan-tri/quy-trinh/9.999999')).status).toBe(404);
  const citizen = await browse(house, server, { as: 'citizen' });
  expect((await citizen.get('/quan-tri/quy-trinh')).status).toBe(404);
});
