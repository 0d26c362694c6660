import { createReadStream } from 'node:fs';
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
