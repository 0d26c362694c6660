import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import {
  aBirthDossier,
  anAcceptedDossier,
  completePresentStep,
  issuePresentStep,
  signPresentStep,
} from '../../../../test/harness/dossiers.ts';
import { textOf } from '../../../../test/harness/pdf-reader.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { type Instant, instant, isoOf } from '../../../platform/calendar/instant.ts';
import { fireDueTimers } from '../../../platform/cases/timers.ts';
import { newId } from '../../../platform/db/ids.ts';
import { listIssuedDocuments } from '../../../platform/documents/issued-document.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import { answerDraft } from '../dossiers.ts';
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

test('a result is corrected by a new paper with its own number; the old one stays and its public page says by which', async () => {
  house.setClock('2026-12-02T08:00');
  const id = await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
  const code = await codeOf(id);
  const dossier = `/can-bo/ho-so/${code}`;
  const [reception, civil, chairman, clerk] = await Promise.all([
    signIn('TN', 'ttpvhcc'),
    signIn('HT', 'vp'),
    signIn('CT', 'ubnd'),
    signIn('VT', 'vp'),
  ]);
  const done = async (visitor: Visitor, path: string, fields: Record<string, string> = {}) => {
    const acted = await act(visitor, `${dossier}/${path}`, fields);
    expect(acted, acted.body).toMatchObject({ status: 303 });
  };
  const written = { 'result.book': '01/2026', 'result.personal_number': '080326000123' };
  await done(reception, 'tiep-nhan');
  await done(reception, 'thu-tien', { amount: '16000' });
  await done(civil, 'xong-buoc', written);
  const who = { actor: programActor('test'), scope: 'all' as const };
  await answerDraft(house.acting, who, { commandId: newId(), caseId: id, answer: 'confirmed', objection: '' });
  await done(civil, 'xong-buoc', written);
  expect((await chairman.get(dossier)).body).not.toContain('Đính chính kết quả');
  await done(chairman, 'ky', { outcome: 'approved' });
  await done(clerk, 'vao-so');
  await done(reception, 'tra-ket-qua', { how: 'electronic', to: '' });

  const right = { ...written, 'result.book': '02/2026' };
  expect(await act(chairman, `${dossier}/dinh-chinh`, { ...right, reason: ' ' })).toMatchObject({ status: 409 });
  expect(await act(chairman, `${dossier}/dinh-chinh`, { ...right, reason: 'Ghi nhầm số quyển.' })).toMatchObject({
    status: 303,
  });
  const papers = await listIssuedDocuments(house.db, id);
  const [old, next] = papers;
  expect(papers).toHaveLength(2);
  expect(old).toMatchObject({ number: '1/2026', replacedBy: next?.code, replacedByNumber: '2/2026' });
  expect(next).toMatchObject({ number: '2/2026', replacedBy: null, corrects: { code: old?.code, number: '1/2026' } });

  const anybody = await browse(house, server);
  const oldPage = await anybody.get(`/xac-minh/${old?.code}`);
  expect(oldPage.body).toContain('Được đính chính bằng');
  expect(oldPage.body).toContain('2/2026');
  expect((await anybody.get(`/xac-minh/${next?.code}`)).body).toContain('Đính chính văn bản');
  const bytes = (await chairman.get(`/tep/${next?.fileId}`)).bytes;
  expect(await textOf(bytes)).toContain('Đính chính, thay thế văn bản số 1/2026');
  expect(await chairman.get(`/tep/${old?.fileId}`)).toMatchObject({ status: 200 });
  const again = await browse(house, server, { as: 'citizen' });
  expect((await again.get(`/ho-so/${code}`)).body).toContain('Văn bản số 2/2026 đính chính văn bản số 1/2026.');
}, 120_000);
