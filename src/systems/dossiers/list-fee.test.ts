import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { beginDraft } from '../../platform/forms/draft.ts';
import { findProcedure } from '../procedures/index.ts';
import type { DossierTables } from './tables.ts';

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

test.each(['1.004194', '1.002755'])(
  '%s says what each person of a list costs before, and what the list costs at the end',
  async (code) => {
    const guest = await browse(house, server);
    const procedure = await guest.get(`/thu-tuc/${code}`);
    expect(procedure.body).toContain('5.000 đồng mỗi người trong danh sách');
    expect(procedure.body).toContain('10.000 đồng mỗi người trong danh sách');

    const found = await findProcedure(house.db, code, '2026-11-23');
    const person = {
      full_name: 'NGUYỄN VĂN AN',
      birth_date: '1990-01-02',
      sex: 'male',
      personal_number: '072090000001',
    };
    const draft = await beginDraft(house.db, {
      accountId: await anAccount(house, 'citizen'),
      formVersion: found?.version?.id ?? '',
      particulars: { area: '25459', case: '' },
      answers: { variant: 'danh-sach', people: [person, person, person] },
      at: house.acting.clock(),
    });
    const citizen = await browse(house, server, { as: 'citizen' });
    const review = await citizen.get(`/nop-ho-so/${draft.id}/kiem-tra`);
    const text = review.body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('15.000 đồng (3 người trong danh sách × 5.000 đồng)');
    expect(text).toMatch(/Cộng 15\.000 đồng|Tổng[^0-9]* 15\.000 đồng/);
  },
);
