import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { buildServer } from '../../platform/http/server.tsx';

let house: House;
let server: FastifyInstance;

beforeAll(async () => {
  house = await aHouse();
  server = await buildServer({
    platform: house.platform,
    identify: async () => undefined,
    sessionCookie: 'phien',
    assetFolder: import.meta.dirname,
    isReady: () => true,
  });
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const open = (url: string) => server.inject({ url, headers: { accept: 'text/html' } });

test('the home page leads to procedures by search, by what people look for and by events of life', async () => {
  const { statusCode, body } = await open('/');
  expect(statusCode).toBe(200);
  expect(body).toContain('action="/thu-tuc"');
  expect(body).toContain('href="/viec-trong-doi/sinh-con"');
  expect(body).toContain('action="/tra-cuu"');
});

test('search finds without diacritics, narrows by a filter, and keeps both in the address of the next page', async () => {
  const found = await open('/thu-tuc?q=khai+sinh');
  expect(found.body).toContain('href="/thu-tuc/1.001193"');
  const narrowed = await open('/thu-tuc?q=khai+sinh&cap=commune');
  expect(narrowed.body).toMatch(/href="\/thu-tuc\?q=khai\+sinh" data-chosen/);
  const all = await open('/thu-tuc');
  const next = /rel="next"|href="(\/thu-tuc\?sau=[^"]+)"/.exec(all.body)?.[1];
  expect(next).toBeDefined();
  const second = await open(next ?? '');
  const codes = (body: string) => new Set(body.match(/\/thu-tuc\/\d\.\d{6}/g));
  expect([...codes(second.body)].filter((code) => codes(all.body).has(code))).toEqual([]);
});

test('every procedure that the province offers has its page, in both languages', async () => {
  const { rows } = await house.platform.db
    .selectFrom('procedures.procedure' as never)
    .select('code' as never)
    .where('offered' as never, '=', true as never)
    .execute()
    .then((found) => ({ rows: found as unknown as { code: string }[] }));
  expect(rows.length).toBeGreaterThan(60);
  for (const { code } of rows) {
    const { statusCode, body } = await open(`/thu-tuc/${code}?ngon-ngu=en`);
    expect([code, statusCode]).toEqual([code, 200]);
    expect(body).not.toMatch(/undefined|\[object Object\]|NaN/);
  }
});

test('birth registration says what to bring, what it costs and where to begin', async () => {
  const { body } = await open('/thu-tuc/1.001193');
  for (const said of [
    'Giấy chứng sinh',
    '8.000 đồng',
    'trong ngày',
    'href="/thu-tuc/1.001193/nop"',
    'Luật Hộ tịch 60/2014/QH13',
  ])
    expect(body).toContain(said);
});

test('what is not there says so', async () => {
  expect((await open('/thu-tuc/9.999999')).statusCode).toBe(404);
  expect((await open('/viec-trong-doi/khong-co')).statusCode).toBe(404);
  expect((await open('/thu-tuc?sau=%27%3B--&linh-vuc=%00')).statusCode).toBeLessThan(500);
});
