import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBirthDossier } from '../../../test/harness/dossiers.ts';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import type { DossierTables } from '../dossiers/index.ts';
import { listUnitNumbers } from './numbers.ts';
import type { FeedbackTables } from './tables.ts';

let house: House<DossierTables & FeedbackTables>;
let server: FastifyInstance;

beforeAll(async () => {
  house = await aHouse<DossierTables & FeedbackTables>();
  server = await serverOf(house);
});
afterAll(async () => {
  await server?.close();
  await house?.close();
});

/** Answered, as a sealed result leaves it. */
async function anAnsweredDossier(): Promise<{ caseId: string; code: string }> {
  const accountId = await anAccount(house, 'citizen');
  const caseId = await aBirthDossier(house as never, { accountId, stage: 'accepted' });
  const row = await house.db
    .updateTable('cases.case')
    .set({ status: 'closed', outcome: 'approved', waiting: null })
    .where('id', '=', caseId)
    .returning('code')
    .executeTakeFirstOrThrow();
  return { caseId, code: row.code };
}

test('a dossier is rated once, by its applicant, and never changed', async () => {
  const { caseId, code } = await anAnsweredDossier();
  const citizen = await browse(house, server, { as: 'citizen' });
  const stranger = await browse(house, server, { as: 'business' });
  const path = `/ho-so/${code}/danh-gia`;
  expect((await stranger.get(path)).status).toBe(404);
  const told = (await citizen.get(`/ho-so/${code}`)).body;
  expect(told).toContain(`${path}">Đánh giá việc giải quyết hồ sơ</a>`);
  const asked = await citizen.get(path);
  expect((await citizen.press(asked, path)).body).toContain('Hãy chọn mức hài lòng.');
  const bad = await citizen.press(asked, path, { score: '2', comment: 'Chờ lâu.' });
  expect(bad.status).toBe(422);
  expect(bad.body).toContain('Hãy chọn ít nhất một điều');
  expect(bad.body).toContain('Chờ lâu.');
  const sent = { score: '2', reasons: 'late', comment: 'Chờ lâu.' };
  expect((await citizen.press(asked, path, sent)).location).toBe(path);
  // the same form again is the same rating; another form is refused
  expect((await citizen.press(asked, path, sent)).location).toBe(path);
  const given = await citizen.get(path);
  expect(given.body).toContain('Bạn đã đánh giá hồ sơ này');
  const after = (await citizen.get(`/ho-so/${code}`)).body;
  expect(after).not.toContain('Đánh giá việc giải quyết hồ sơ');
  expect(after).toContain('Bạn đã đánh giá: chưa hài lòng.');
  const token = /name="csrf" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
  expect((await citizen.post(path, { csrf: token, score: '5' })).status).toBe(409);
  const rows = await house.db.selectFrom('feedback.rating').selectAll().where('case_id', '=', caseId).execute();
  expect(rows).toMatchObject([{ score: 2, reasons: ['late'] }]);
});

test('a dossier without a result is not rated', async () => {
  const accountId = await anAccount(house, 'citizen');
  const caseId = await aBirthDossier(house as never, { accountId, stage: 'submitted' });
  const { code } = await house.db
    .selectFrom('cases.case')
    .select('code')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const citizen = await browse(house, server, { as: 'citizen' });
  expect((await citizen.get(`/ho-so/${code}/danh-gia`)).location).toBe(`/ho-so/${code}`);
  expect((await citizen.get(`/ho-so/${code}`)).body).not.toContain(`${code}/danh-gia`);
});

test('the unit answers once; its number speaks with what it is a share of', async () => {
  const { caseId, code } = await anAnsweredDossier();
  const citizen = await browse(house, server, { as: 'citizen' });
  const path = `/ho-so/${code}/danh-gia`;
  await citizen.press(await citizen.get(path), path, { score: '5', comment: 'Nhanh.' });
  const unit = await house.db
    .selectFrom('feedback.rating as r')
    .innerJoin('organisation.unit as u', 'u.id', 'r.unit_id')
    .select(['u.code', 'u.id'])
    .where('r.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const leader = await browse(house, server, { as: { role: 'CT', unit: unit.code ?? '' } });
  const elsewhere = await browse(house, server, { as: { role: 'CT', unit: 'H53.102' } });
  const list = await leader.get('/can-bo/danh-gia');
  expect(list.body).toContain(code);
  expect(list.body).toContain('<a href="/can-bo/danh-gia" aria-current="page">');
  expect((await elsewhere.get('/can-bo/danh-gia')).body).not.toContain(code);
  const action = '/can-bo/danh-gia';
  const token = /name="csrf" value="([^"]+)"/.exec((await elsewhere.get('/can-bo/danh-gia')).body)?.[1] ?? '';
  expect((await elsewhere.post(action, { csrf: token, case: caseId, [`text.${caseId}`]: 'x' })).status).not.toBe(303);
  expect((await leader.press(list, action, { case: caseId, [`text.${caseId}`]: 'Cảm ơn bà.' })).location).toBe(
    '/can-bo/danh-gia',
  );
  expect((await citizen.get(path)).body).toContain('Cảm ơn bà.');
  const numbers = await listUnitNumbers(house.db, 0 as never);
  expect(numbers).toMatchObject([{ decided: 2, rated: 2, satisfied: 1, answered: 1 }]);
  const guest = await browse(house, server);
  expect((await guest.get('/danh-gia')).body).toContain('50 % (1 / 2)');
});
