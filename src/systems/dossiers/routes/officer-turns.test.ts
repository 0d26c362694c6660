import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import {
  anAcceptedDossier,
  completePresentStep,
  issuePresentStep,
  signPresentStep,
} from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { type Instant, instant, isoOf } from '../../../platform/calendar/instant.ts';
import { fireDueTimers } from '../../../platform/cases/timers.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let codes: ReadonlyMap<string, string>;

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  const found = await sql<{ key: string; code: string }>`
    select key, code from organisation.unit where valid_to is null and key like '%-25459'
  `.execute(house.db);
  codes = new Map(found.rows.map(({ key, code }) => [key.replace('-25459', ''), code]));
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

/** Sessions do not last from one day of a test to the next. */
const signIn = (role: string, unit: string): Promise<Visitor> =>
  browse(house, server, { as: { role, unit: codes.get(unit) ?? '' } });

const act = async (visitor: Visitor, path: string, fields: Record<string, string> = {}) =>
  visitor.press(await visitor.get(path), path, fields);

async function pass(time: string): Promise<void> {
  house.setClock(time);
  await fireDueTimers(house.platform, instant(time), (error) => {
    throw error;
  });
}

async function codeOf(id: string): Promise<string> {
  return (await house.db.selectFrom('cases.case').select('code').where('id', '=', id).executeTakeFirstOrThrow()).code;
}

test('one working day before the end an apology is drafted, told to holder and signer, and sent by a person', async () => {
  house.setClock('2026-11-23T08:00');
  // only who has an account by then is told
  await signIn('CT', 'ubnd');
  const code = await codeOf(await anAcceptedDossier(house, { procedure: '1.004873', answers: {} }));
  const dossier = `/can-bo/ho-so/${code}`;
  const due = await house.db
    .selectFrom('cases.case')
    .select('due_at')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const before = house.acting.legal.before(due.due_at as Instant, 480);
  await pass(isoOf(before));
  await house.readJournal();
  const chairman = await signIn('CT', 'ubnd');
  expect((await chairman.get('/thong-bao')).body).toContain('thư xin lỗi chờ gửi');
  expect((await chairman.get('/can-bo/ky')).body).toContain(code);
  const civil = await signIn('HT', 'vp');
  const seen = await civil.get(dossier);
  expect(seen.body).toContain('Thư xin lỗi chờ gửi');
  const form = await civil.get(`${dossier}/xin-loi`);
  expect(form.body).toContain('Kính gửi: Nguyễn Thị Thu Hà.');
  const [field = ''] = /<input[^>]*name="until"[^>]*>/.exec(form.body) ?? [];
  const [, proposed = ''] = /value="([^"]+)"/.exec(field) ?? [];
  expect(proposed).toMatch(/^\d{1,2}\/\d{1,2}\/2026$/);
  expect(await act(civil, `${dossier}/xin-loi`, { until: proposed, reason: ' ' })).toMatchObject({ status: 409 });
  const sent = await civil.press(form, `${dossier}/xin-loi`, { until: proposed, reason: 'Chờ xác minh.' });
  expect(sent, sent.body).toMatchObject({ status: 303 });
  expect((await civil.get(dossier)).body).not.toContain('Thư xin lỗi chờ gửi');
  expect((await chairman.get('/can-bo/ky')).body).not.toContain(code);
}, 60_000);

test('a refusal after examination closes the dossier with the slip of the day and its reasons', async () => {
  house.setClock('2026-12-01T08:00');
  const code = await codeOf(await anAcceptedDossier(house, { procedure: '1.004873', answers: {} }));
  const dossier = `/can-bo/ho-so/${code}`;
  const civil = await signIn('HT', 'vp');
  expect(await act(civil, `${dossier}/tu-choi-giai-quyet`, { reason: '' })).toMatchObject({ status: 409 });
  const refused = await act(civil, `${dossier}/tu-choi-giai-quyet`, { reason: 'Đang có vợ hoặc chồng.' });
  expect(refused, refused.body).toMatchObject({ status: 303 });
  const reception = await signIn('TN', 'ttpvhcc');
  expect((await reception.get(dossier)).body).toContain('Từ chối giải quyết');
  expect(await reception.get(`${dossier}/giay-to/refusal.pdf`)).toMatchObject({ status: 200, type: 'application/pdf' });
  expect((await reception.get(`${dossier}/giay-to/stop-notice.pdf`)).status).toBe(404);
  const row = await house.db
    .selectFrom('cases.case')
    .select(['status', 'outcome'])
    .where('code', '=', code)
    .executeTakeFirst();
  expect(row).toEqual({ status: 'closed', outcome: 'refused' });
}, 60_000);

test('an early result of somebody without an address is handed over only when it is said how they were told', async () => {
  house.setClock('2026-12-01T08:00');
  const id = await anAcceptedDossier(house, { procedure: '1.004873', answers: {} });
  const dossier = `/can-bo/ho-so/${await codeOf(id)}`;
  for (let step = await stepOf(id); step !== 'sign'; step = await stepOf(id)) await completePresentStep(house, id);
  await signPresentStep(house, { caseId: id, outcome: 'approved' });
  await issuePresentStep(house, id);
  const reception = await signIn('TN', 'ttpvhcc');
  const silent = await act(reception, `${dossier}/tra-ket-qua`, { how: 'counter', to: '' });
  expect(silent.status).toBe(409);
  expect(silent.body).toContain('báo cho người nộp trước');
  const told = await act(reception, `${dossier}/tra-ket-qua`, { how: 'counter', to: '', told: 'phone' });
  expect(told, told.body).toMatchObject({ status: 303 });
  const entries = await sql<{ type: string }>`
    select type from journal.entry where subject_id = ${id} order by recorded_at desc, id desc limit 2
  `.execute(house.db);
  expect(entries.rows.map(({ type }) => type).toSorted()).toEqual([
    'dossiers.early-result-told',
    'dossiers.result-returned',
  ]);
}, 60_000);

const stepOf = async (id: string) =>
  (await house.db.selectFrom('cases.case').select('step').where('id', '=', id).executeTakeFirstOrThrow()).step;
