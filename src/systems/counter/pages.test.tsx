import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browse, type Page, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import type { CounterTables } from './tables.ts';

const HALL = 'H53.101.1';
let house: House<CounterTables>;
let server: FastifyInstance;
beforeAll(async () => {
  house = await aHouse<CounterTables>();
  server = await serverOf(house);
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const codeIn = ({ body }: Page): string => /<p class="vc-device-code">([^<]+)/.exec(body)?.[1] ?? '';

async function aDevice(kind: 'kiosk' | 'display') {
  const administrator = await browse(house, server, { as: 'administrator' });
  const devices = await administrator.get('/quan-tri/thiet-bi');
  const added = await administrator.press(devices, '/quan-tri/thiet-bi', { unit: HALL, kind, name: 'Cửa chính' });
  const code = codeIn(added);
  const device = await browse(house, server);
  const signedIn = await device.post('/thiet-bi', { code });
  expect(signedIn.status).toBe(303);
  return { administrator, device, code, home: signedIn.location ?? '' };
}

describe('a device', () => {
  test('that no administrator has let in sees nothing but the question for its code', async () => {
    const stranger = await browse(house, server);
    for (const path of ['/lay-so', '/man-hinh-goi-so', '/lay-so/so/x'])
      expect((await stranger.get(path)).location).toBe('/thiet-bi');
    expect((await stranger.get('/man-hinh-goi-so-truc-tiep')).status).toBe(404);
    expect((await stranger.post('/lay-so', { nhom: 'ho-tich' })).location).toBe('/thiet-bi');
    expect((await stranger.post('/thiet-bi', { code: 'ABCD-ABCD-ABCD-ABCD' })).status).toBe(422);
  });

  test('is let in by a code that works once, and is out once it is revoked', async () => {
    const { administrator, device, code, home } = await aDevice('kiosk');
    expect(home).toBe('/lay-so');
    expect((await device.get('/lay-so')).status).toBe(200);
    expect((await device.get('/man-hinh-goi-so')).location).toBe('/thiet-bi');
    expect((await (await browse(house, server)).post('/thiet-bi', { code })).status).toBe(422);
    const list = await administrator.get('/quan-tri/thiet-bi');
    expect(list.body).not.toContain(code);
    const revoke = /action="(\/quan-tri\/thiet-bi\/[^"]+\/thu-hoi)"/.exec(list.body)?.[1] ?? '';
    await administrator.press(list, revoke);
    expect((await device.get('/lay-so')).location).toBe('/thiet-bi');
  });

  test('and its code are in no table but as hashes', async () => {
    const { code } = await aDevice('display');
    const rows = await house.db.selectFrom('journal.command').select('outcome').execute();
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  test('needs a reception office, a kind and a name', async () => {
    const administrator = await browse(house, server, { as: 'administrator' });
    const page = await administrator.get('/quan-tri/thiet-bi');
    const send = (fields: Record<string, string>) => administrator.press(page, '/quan-tri/thiet-bi', fields);
    expect((await send({ unit: 'H53.999', kind: 'kiosk', name: 'x' })).body).toContain('Không có nơi tiếp nhận nào');
    expect((await send({ unit: HALL, kind: 'toaster', name: 'x' })).status).toBe(422);
    expect((await send({ unit: HALL, kind: 'kiosk', name: ' ' })).body).toContain('Hãy ghi tên thiết bị');
  });
});

describe('a number from kiosk to counter', () => {
  test('in both languages', async () => {
    const { device } = await aDevice('kiosk');
    const { device: wall } = await aDevice('display');
    const start = await device.get('/lay-so');
    expect(start.body).toContain('Ông/bà đến làm việc gì?');
    expect((await device.look('/lay-so?ngon-ngu=en')).body).toContain('What have you come for?');
    const ground = await device.get('/lay-so?nhom=ho-tich&ngon-ngu=vi');
    const taken = await device.press(ground, '/lay-so', { 'uu-tien': 'elderly' });
    const ticket = await device.get(taken.location ?? '');
    expect(ticket.body).toContain('A001');
    expect(ticket.body).toContain('Được gọi trước');
    const secret = taken.location?.split('/').at(-1) ?? '';
    const phone = await browse(house, server);
    expect((await phone.get(`/so-thu-tu/${secret}`)).body).toContain('Ông/bà là người tiếp theo');
    expect((await phone.get('/so-thu-tu/khong-co')).status).toBe(404);

    const officer = await browse(house, server, { as: { role: 'TN', unit: HALL } });
    const closed = await officer.get('/can-bo/xep-hang');
    expect((await officer.press(closed, '/can-bo/xep-hang/mo', { quay: '0' })).status).toBe(422);
    await officer.press(closed, '/can-bo/xep-hang/mo', { quay: '3', nhom: 'ho-tich' });
    const desk = await officer.get('/can-bo/xep-hang');
    expect(desk.body).toContain('Người từ 60 tuổi trở lên');
    await officer.press(desk, '/can-bo/xep-hang/goi');
    expect((await wall.get('/man-hinh-goi-so')).body).toContain('Mời số A001 đến quầy 3');
    expect((await phone.get(`/so-thu-tu/${secret}`)).body).toContain('Mời đến quầy 3');
    const called = await officer.get('/can-bo/xep-hang');
    await officer.press(called, '/can-bo/xep-hang/bat-dau');
    const serving = await officer.get('/can-bo/xep-hang');
    const wrong = await officer.press(serving, '/can-bo/xep-hang/ket-thuc', { 'ho-so': 'H53.1' });
    expect(wrong.body).toContain('không có hồ sơ H53.1');
    await officer.press(serving, '/can-bo/xep-hang/ket-thuc');
    expect((await phone.get(`/so-thu-tu/${secret}`)).body).toContain('Đã phục vụ xong');
    expect((await officer.get('/can-bo/xep-hang')).body).toContain('Gọi số tiếp theo');
  });

  test('is given by an officer to who cannot use the kiosk, on the same paper', async () => {
    const officer = await browse(house, server, { as: { role: 'TN', unit: 'H53.105.1' } });
    const desk = await officer.get('/can-bo/xep-hang');
    expect((await officer.press(desk, '/can-bo/xep-hang/cap-so')).body).toContain('Không có nhóm việc này');
    const again = await officer.get('/can-bo/xep-hang');
    const fields = { 'cap-nhom': 'dat-dai', 'cap-uu-tien': 'disabled' };
    const given = await officer.press(again, '/can-bo/xep-hang/cap-so', fields);
    expect((await officer.get(given.location ?? '')).body).toContain('C001');
    expect((await officer.get('/can-bo/xep-hang')).body).toContain('Người khuyết tật');
    const elsewhere = await browse(house, server, { as: { role: 'TN', unit: 'H53.106.1' } });
    expect((await elsewhere.get(given.location ?? '')).status).toBe(404);
  });

  test('is no matter of officers who do not receive', async () => {
    const clerk = await browse(house, server, { as: { role: 'VT' } });
    expect((await clerk.get('/can-bo/xep-hang')).status).toBe(404);
  });
});
