import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { admission, MOST_AT_ONCE, MOST_WAITING, Overloaded } from './admission.ts';

let house: House;
let server: Awaited<ReturnType<typeof serverOf>>;
beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

test('as many as there is room for are let in, the next is told when to come back, and who leaves makes room', async () => {
  const doors = admission(2, 0);
  const leave: (() => void)[] = [];
  const stay = () => doors.admit(() => new Promise<string>((resolve) => leave.push(() => resolve('done'))));
  const inside = [stay(), stay()];
  const refused = await stay().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Overloaded);
  expect((refused as Overloaded).retryAfter).toBeGreaterThan(0);
  leave[0]?.();
  expect(await inside[0]).toBe('done');
  const third = stay();
  for (const one of leave) one();
  expect(await Promise.all([inside[1], third])).toEqual(['done', 'done']);
});

test('the more are sent away for each one let in, the later they are asked to come back, and soon again when the rush is over', async () => {
  const doors = admission(1, 0);
  const waits = async (count: number): Promise<number> => {
    let sum = 0;
    for (let at = 0; at < count; at++) {
      const refused: unknown = await doors.admit(async () => 'in').catch((error: unknown) => error);
      sum += (refused as Overloaded).retryAfter;
    }
    return sum / count;
  };
  const held = () => {
    let leave: () => void = () => undefined;
    const inside = doors.admit(() => new Promise<void>((resolve) => (leave = resolve)));
    return async () => {
      leave();
      await inside;
    };
  };
  const first = held();
  const few = await waits(3);
  const many = await waits(400);
  expect(many).toBeGreaterThan(few);
  await first();
  for (let at = 0; at < 2000; at++) await doors.admit(async () => 'in');
  const last = held();
  expect(await waits(20)).toBeLessThan(many);
  await last();
});

test('a few wait in the order they came, and nobody who comes later goes first', async () => {
  const doors = admission(1, 2);
  const order: string[] = [];
  const leave: (() => void)[] = [];
  const stay = (name: string) =>
    doors.admit(() => {
      order.push(name);
      return new Promise<void>((resolve) => leave.push(resolve));
    });
  const all = [stay('first'), stay('second'), stay('third')];
  expect(await stay('fourth').catch((error: unknown) => error)).toBeInstanceOf(Overloaded);
  expect(order).toEqual(['first']);
  leave[0]?.();
  await all[0];
  all.push(stay('fifth'));
  for (let next = 1; next < 4; next++) {
    await expect.poll(() => leave.length).toBe(next + 1);
    leave[next]?.();
  }
  await Promise.all(all);
  expect(order).toEqual(['first', 'second', 'third', 'fifth']);
});

test('work that fails makes room too', async () => {
  const doors = admission(1, 0);
  await expect(doors.admit(async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await doors.admit(async () => 'in')).toBe('in');
});

test('in a rush everybody gets a page or a time to come back, in both languages, and afterwards all is as before', async () => {
  const ask = (url: string) => server.inject({ method: 'GET', url });
  const rush = await Promise.all(
    Array.from({ length: (MOST_AT_ONCE + MOST_WAITING) * 2 }, (_, at) =>
      ask(at % 2 === 0 ? '/thu-tuc?q=khai' : '/thu-tuc?q=khai&ngon-ngu=en'),
    ),
  );
  const busy = rush.filter(({ statusCode }) => statusCode === 503);
  expect(busy.length).toBeGreaterThan(0);
  expect(new Set(rush.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 503]));
  for (const { headers } of busy) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  const pages = busy.map(({ body }) => body).join('');
  expect(pages).toContain('Hãy chờ vài giây rồi tải lại trang này');
  expect(pages).toContain('Wait a few seconds and reload this page');
  expect((await (await browse(house, server)).get('/tra-cuu')).status).toBe(200);
});
