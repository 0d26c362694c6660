import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { fireDueTimers } from '../../../platform/cases/timers.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let reception: Visitor;
let civil: Visitor;
let culture: Visitor;
let economy: Visitor;
let citizen: Visitor;
let units: readonly { key: string; code: string; id: string }[];

const seat = (role: string, key: string) => browse(house, server, { as: { role, unit: unit(key).code } });
const unit = (key: string) => {
  const found = units.find((one) => one.key === key || one.key.startsWith(`${key}-25459`));
  if (!found) throw new Error(`no unit ${key}`);
  return found;
};

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  const found = await sql<{ key: string; code: string; id: string }>`
    select key, code, id from organisation.unit where valid_to is null
  `.execute(house.db);
  units = found.rows;
  reception = await seat('TN', 'ttpvhcc');
  civil = await seat('HT', 'vp');
  culture = await seat('CV', 'phong-vhxh');
  economy = await seat('CV', 'phong-kt');
  citizen = await browse(house, server, { as: 'citizen' });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

async function act(visitor: Visitor, path: string, fields: Record<string, string> = {}) {
  return visitor.press(await visitor.get(path), path, fields);
}

/** Accepted, paid for and examined by the civil-status officer. */
async function aDossierInHand(): Promise<string> {
  const id = await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
  const { code } = await house.db
    .selectFrom('cases.case')
    .select('code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(await act(reception, `/can-bo/ho-so/${code}/tiep-nhan`)).toMatchObject({ status: 303 });
  expect(await act(reception, `/can-bo/ho-so/${code}/thu-tien`, { amount: '16000' })).toMatchObject({ status: 303 });
  return code;
}

const QUESTION = 'Cháu có thuộc diện bảo trợ xã hội không?';

test('two units are asked; each sees the dossier until it has answered, and the answer is read by the one who asked', async () => {
  const code = await aDossierInHand();
  const dossier = `/can-bo/ho-so/${code}`;
  expect((await culture.get(dossier)).status).toBe(404);
  const nobody = await act(civil, `${dossier}/lay-y-kien`, { question: QUESTION, days: '2' });
  expect(nobody.status).toBe(409);
  expect(nobody.body).toContain('Chọn ít nhất một đơn vị');
  expect(nobody.body).toContain(QUESTION);
  const asked = await act(civil, `${dossier}/lay-y-kien`, {
    unit: unit('phong-vhxh').id,
    other: unit('so-noi-vu').id,
    question: QUESTION,
    days: '2',
  });
  expect(asked, asked.body).toMatchObject({ status: 303, location: dossier });

  expect((await economy.get('/can-bo/y-kien')).body).not.toContain(code);
  expect((await culture.get('/can-bo/y-kien')).body).toContain(code);
  const seen = await culture.get(dossier);
  expect(seen.status).toBe(200);
  expect(seen.body).toContain('Cho ý kiến');
  expect(seen.body).not.toContain('Xong bước này');
  expect(seen.body).not.toContain('NGUYỄN AN NHIÊN');
  expect((await culture.get(`${dossier}/xong-buoc`)).status).toBe(404);
  expect((await economy.get(dossier)).status).toBe(404);

  const form = await culture.get(`${dossier}/cho-y-kien`);
  expect(form.body).toContain(QUESTION);
  expect(await culture.press(form, `${dossier}/cho-y-kien`, { opinion: ' ' })).toMatchObject({ status: 409 });
  expect(await culture.press(form, `${dossier}/cho-y-kien`, { opinion: 'Cháu không thuộc diện.' })).toMatchObject({
    status: 303,
    location: '/can-bo/y-kien',
  });
  expect((await culture.get('/can-bo/y-kien')).body).not.toContain(code);
  expect((await culture.get(dossier)).status).toBe(404);
  expect((await civil.get(dossier)).body).toContain('Cháu không thuộc diện.');

  const own = await citizen.get(`/ho-so/${code}`);
  expect(own.body).toContain('Lấy ý kiến');
  expect(own.body).toContain('đã trả lời');
  expect(own.body).not.toContain(QUESTION);
  expect(own.body).not.toContain('Cháu không thuộc diện.');
}, 60_000);

test('a silent unit is reminded before its deadline, and its silence is told to the one-stop office', async () => {
  const code = await aDossierInHand();
  const dossier = `/can-bo/ho-so/${code}`;
  const toEconomy = { unit: unit('phong-kt').id, question: QUESTION, days: '2' };
  expect(await act(civil, `${dossier}/lay-y-kien`, toEconomy)).toMatchObject({ status: 303 });
  const entries = async () =>
    (
      await sql<{ type: string }>`
        select e.type from journal.entry e join cases.case c on c.id = e.subject_id
        where c.code = ${code} and e.type like 'dossiers.opinion-%' order by e.recorded_at
      `.execute(house.db)
    ).rows.map(({ type }) => type);
  const pass = async (time: string) => {
    house.setClock(time);
    await fireDueTimers(house.platform, instant(time), (error) => {
      throw error;
    });
  };
  await pass('2026-11-23T17:00');
  expect(await entries()).toEqual(['dossiers.opinion-asked']);
  await pass('2026-11-24T08:00');
  expect(await entries()).toEqual(['dossiers.opinion-asked', 'dossiers.opinion-reminded']);
  await pass('2026-11-25T08:00');
  expect(await entries()).toEqual(['dossiers.opinion-asked', 'dossiers.opinion-reminded', 'dossiers.opinion-overdue']);

  await house.readJournal();
  // sessions do not last two days
  const later = { economy: await seat('CV', 'phong-kt'), counter: await seat('TN', 'ttpvhcc') };
  expect((await later.economy.get('/thong-bao')).body).toContain('sắp hết hạn cho ý kiến');
  expect((await later.counter.get('/thong-bao')).body).toContain('đơn vị được hỏi chậm cho ý kiến');
  expect((await later.economy.get('/can-bo/y-kien')).body).toContain('Quá hạn');
  house.setClock('2026-11-23T08:00');
}, 60_000);
