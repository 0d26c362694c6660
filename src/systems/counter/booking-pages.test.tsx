import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import type { CounterTables } from './tables.ts';

const HALL = 'H53.102.1';
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

const DAY = '2026-11-24';
const AT = `/dat-lich?noi=${HALL}&nhom=ho-tich&ngay=${DAY}`;
const from = (hour: string) => `${DAY}T${hour}:00+07:00`;

test('a citizen books, moves and cancels; somebody else does not see it', async () => {
  const citizen = await browse(house, server, { as: 'citizen' });
  expect((await citizen.get('/dat-lich')).body).toContain('Đặt lịch hẹn');
  expect((await citizen.get('/dat-lich?noi=&nhom=ho-tich')).status).toBe(422);
  const choose = await citizen.get(AT);
  expect(choose.body).toContain('Thứ Ba');
  expect((await citizen.press(choose, '/dat-lich')).body).toContain('Hãy chọn giờ đến');
  expect((await citizen.press(choose, '/dat-lich', { gio: from('12:00') })).status).toBe(422);
  const booked = await citizen.press(await citizen.get(AT), '/dat-lich', { gio: from('09:00') });
  const path = booked.location ?? '';
  expect(path).toMatch(/^\/lich-hen\/LH/);
  const shown = await citizen.get(path);
  expect(shown.body).toContain('09 giờ 00 phút ngày 24/11/2026');
  const stranger = await browse(house, server, { as: 'business' });
  expect((await stranger.get(path)).status).toBe(404);

  const code = path.split('/').at(-1) ?? '';
  const other = await citizen.get(`/dat-lich?doi=${code}&ngay=${DAY}`);
  const moved = await citizen.press(other, `${path}/doi`, { gio: from('10:00') });
  expect(moved.location).toBe(path);
  expect((await citizen.get('/dat-lich')).body).toContain('10 giờ 00 phút');
  await citizen.press(await citizen.get(path), `${path}/huy`);
  expect((await citizen.get(path)).body).toContain('đã hủy');
});

test('an officer books for who phones, sees the day, and gives a number to who is here', async () => {
  const officer = await browse(house, server, { as: { role: 'TN', unit: HALL } });
  const list = '/can-bo/lich-hen';
  expect((await officer.get(`${list}?ngay=2026-11-22`)).body).toContain('không còn giờ nào');
  const day = await officer.get(`${list}?ngay=${DAY}`);
  const typed = { ten: 'Trần Văn Gọi', 'dien-thoai': '0912 345 678', nhom: 'ho-tich', gio: from('09:00') };
  expect((await officer.press(day, list, { ...typed, ten: '' })).body).toContain('họ và tên');
  const wrong = await officer.press(day, list, { ...typed, 'dien-thoai': '12' });
  expect(wrong.body).toContain('Số điện thoại không đúng');
  expect(wrong.body).toContain('value="Trần Văn Gọi"');
  expect((await officer.press(await officer.get(`${list}?ngay=${DAY}`), list, typed)).location).toBe(
    `${list}?ngay=${DAY}`,
  );
  const booked = await officer.get(`${list}?ngay=${DAY}`);
  expect(booked.body).toContain('0912 345 678');
  const readings = await house.db.selectFrom('journal.reading').select('what').execute();
  expect(readings).toContainEqual({ what: 'counter.day-list' });
  const arrive = /action="(\/can-bo\/lich-hen\/LH[A-Z0-9]+\/)huy"/.exec(booked.body)?.[1] ?? '';
  expect(booked.body).not.toContain(`${arrive}den`);
  house.setClock('2026-11-24T08:45');
  const again = await browse(house, server, { as: { role: 'TN', unit: HALL } });
  const today = await again.get(list);
  await again.press(today, `${arrive}den`);
  expect((await again.get(list)).body).toContain('Đã đến');
  expect((await again.get('/can-bo/xep-hang')).body).toContain('Hẹn 09:00');
});
