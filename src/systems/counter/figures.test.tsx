import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import type { Actor } from '../../platform/cases/act.ts';
import { newId } from '../../platform/db/ids.ts';
import { callNext, endServing, startServing } from './calls.ts';
import { findHall } from './hall.ts';
import { openPlace } from './places.ts';
import type { CounterTables } from './tables.ts';
import { takeTicket } from './tickets.ts';

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

test('a leader sees how long people waited and were served, by place and hour, and the calls behind each figure; a file has them all', async () => {
  const account = await anAccount(house, { role: 'TN', unit: HALL });
  const officer: Actor = { id: account, kind: 'person', account };
  const unitId = (await findHall(house.db, { code: HALL }, house.platform.clock()))?.id ?? '';
  const command = () => ({ commandId: newId(), caseId: unitId, unitId });
  await openPlace(house.acting, officer, { ...command(), number: 2, groups: ['ho-tich'] });
  const serve = async (taken: string, called: string, ended: string) => {
    house.setClock(taken);
    await takeTicket(house.acting, programActor('test'), { ...command(), group: 'ho-tich', ground: '' });
    house.setClock(called);
    const outcome = await callNext(house.acting, officer, command());
    const ticketId = outcome.kind === 'done' ? (outcome.answer['ticket'] as string) : '';
    await startServing(house.acting, officer, { ...command(), ticketId });
    house.setClock(ended);
    await endServing(house.acting, officer, { ...command(), ticketId, dossier: '' });
  };
  await serve('2026-11-23T08:00', '2026-11-23T08:10', '2026-11-23T08:15');
  await serve('2026-11-23T08:20', '2026-11-23T08:40', '2026-11-23T08:55');
  await serve('2026-11-23T09:00', '2026-11-23T09:02', '2026-11-23T09:05');

  const leader = await browse(house, server, { as: { role: 'CT', unit: 'H53.101' } });
  const page = await leader.get('/can-bo/so-lieu-quay');
  const cells = (body: string) =>
    [...body.matchAll(/<tr data-key="([^"]+)".*?<\/tr>/g)].map(([row, key]) => [
      key,
      row
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ]);
  expect(cells(page.body)).toEqual([
    ['2.8', '2 08:00–09:00 2 15 phút 20 phút 10 phút 0'],
    ['2.9', '2 09:00–10:00 1 2 phút 2 phút 3 phút 0'],
  ]);
  const behind =
    /href="(\/can-bo\/so-lieu-quay\/luot\?[^"]*gio=8)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(cells((await leader.get(behind)).body)).toHaveLength(2);
  const csv = await leader.get('/can-bo/so-lieu-quay/luot.csv');
  expect(csv.type).toContain('text/csv');
  expect(csv.body.split('\r\n')[1]).toMatch(/^A001,2,"Hộ tịch, cư trú",2026-11-23T08:00:00\+07:00,.*,Đã phục vụ,$/);
  const empty = await leader.get('/can-bo/so-lieu-quay?tu=2026-01-01&den=2026-01-02');
  expect(empty.body).toContain('Chưa có số liệu');
  const other = await browse(house, server, { as: { role: 'CT', unit: 'H53.102' } });
  expect((await other.get(`/can-bo/so-lieu-quay?noi=${HALL}`)).body).toContain('Chưa có lượt gọi nào');
});
