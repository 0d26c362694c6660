import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount, aSession } from '../../../../test/harness/people.ts';
import { beginDraft } from '../../../platform/forms/draft.ts';
import { sessionCookieOf } from '../../../platform/identity/sign-in-routes.tsx';
import { findProcedure } from '../../procedures/index.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

async function aDraft(code: string): Promise<string> {
  const found = await findProcedure(house.db, code, '2026-11-23');
  const draft = await beginDraft(house.db, {
    accountId: await anAccount(house, 'citizen'),
    formVersion: found?.version?.id ?? '',
    particulars: { area: '25459', case: '' },
    answers: { variant: 'danh-sach' },
    at: house.acting.clock(),
  });
  return draft.id;
}

/** A page's token, and rows of names of `length` letters that nothing can press together. */
async function postPeople(draft: string, { rows, length }: { rows: number; length: number }): Promise<number> {
  const token = await aSession(house, 'citizen');
  const cookies = { [sessionCookieOf(house.platform)]: token };
  const path = `/nop-ho-so/${draft}/people`;
  const shown = await server.inject({ url: path, cookies });
  const csrf = /name="csrf" value="([^"]+)"/.exec(shown.body)?.[1] ?? '';
  const names = Array.from({ length: rows }, (_, row) => [
    `people.${row}.full_name`,
    randomBytes(length).toString('base64').slice(0, length),
  ]);
  const fields = [['csrf', csrf], ['people._rows', String(rows)], ...names];
  const payload = `${fields
    .map(([name, value]) => `--ranh\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--ranh--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=ranh' };
  return (await server.inject({ method: 'POST', url: path, cookies, headers, payload })).statusCode;
}

test('what is too long is kept and told; what no form could ever hold is refused, and what was saved before stays', async () => {
  const draft = await aDraft('1.004194');
  expect(await postPeople(draft, { rows: 3, length: 5000 })).toBe(422);
  expect(await postPeople(draft, { rows: 50, length: 20_000 })).toBe(413);
  const citizen = await browse(house, server, { as: 'citizen' });
  expect((await citizen.get(`/nop-ho-so/${draft}/people`)).body).toContain('people.2.full_name');
});
