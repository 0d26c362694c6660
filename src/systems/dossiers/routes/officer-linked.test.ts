import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { anAcceptedDossier, completePresentStep, signPresentStep } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { photo } from '../../../../test/harness/sample-images.ts';
import { instant } from '../../../platform/calendar/instant.ts';
import { sessionCookieOf } from '../../../platform/identity/sign-in-routes.tsx';
import { fireDueTimers } from '../../../platform/cases/timers.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let civil: Visitor;
let police: Visitor;
let insurance: Visitor;

const POLICE = { role: 'DK', unit: 'ca-25459' };
const COUNTER = { role: 'TN', unit: 'ttpvhcc-25459' };
const INSURANCE = { role: 'CV', unit: 'bhxh-tinh' };

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  civil = await browse(house, server, { as: { role: 'HT', unit: 'vp-25459' } });
  police = await browse(house, server, { as: POLICE });
  insurance = await browse(house, server, { as: INSURANCE });
  await browse(house, server, { as: COUNTER });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

/** Birth, residence and health card of a child, entered in the register: the other bodies have got their parts. */
async function aLinkedDossier(): Promise<{ id: string; code: string }> {
  const id = await anAcceptedDossier(house, { procedure: '2.000986', answers: {} });
  await completePresentStep(house, id);
  await completePresentStep(house, id);
  const { code } = await house.db
    .selectFrom('cases.case')
    .select('code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, code: code ?? '' };
}

const typesOf = async (id: string): Promise<string[]> => {
  const { rows } = await sql<{ type: string }>`
    select type from journal.entry where subject_id = ${id} and type like 'dossiers.part%' order by recorded_at
  `.execute(house.db);
  return rows.map(({ type }) => type);
};

async function end(visitor: Visitor, code: string, fields: Record<string, string>) {
  const path = `/can-bo/ho-so/${code}/phan-viec`;
  return visitor.press(await visitor.get(path), path, fields);
}

test('police and social insurance get their parts at once, each sees the dossier until it has ended its own, and the lead body waits for both', async () => {
  const { id, code } = await aLinkedDossier();
  expect(await typesOf(id)).toEqual(['dossiers.parts-opened']);
  for (const body of [police, insurance]) expect((await body.get('/can-bo/y-kien')).body).toContain(code);
  expect((await police.get('/can-bo/y-kien')).body).toContain('Đăng ký thường trú cho trẻ');

  // the lead goes on meanwhile, but not past the step that gathers
  await signPresentStep(house, { caseId: id, outcome: 'approved' });
  const gather = `/can-bo/ho-so/${code}/xong-buoc`;
  const early = await civil.press(await civil.get(gather), gather, { note: '' });
  expect(early.status).toBe(409);
  expect(early.body).toContain('chưa xong');

  expect(await end(police, code, { outcome: 'done', reference: '12/TB-CA', note: '' })).toMatchObject({ status: 303 });
  expect((await police.get('/can-bo/y-kien')).body).not.toContain(code);
  expect((await police.get(`/can-bo/ho-so/${code}`)).status).toBe(404);
  expect((await civil.press(await civil.get(gather), gather, { note: '' })).status).toBe(409);

  const bare = await end(insurance, code, { outcome: 'refused', reference: '', note: ' ' });
  expect(bare.status).toBe(409);
  expect(bare.body).toContain('lý do');
  const refused = { outcome: 'refused', reference: '', note: 'Trẻ đã có thẻ.' };
  expect(await end(insurance, code, refused)).toMatchObject({ status: 303 });
  expect(await typesOf(id)).toEqual(['dossiers.parts-opened', 'dossiers.part-ended', 'dossiers.part-ended']);

  const seen = (await civil.get(`/can-bo/ho-so/${code}`)).body;
  for (const words of ['Phần việc liên thông', '12/TB-CA', 'không giải quyết được', 'Trẻ đã có thẻ.'])
    expect(seen).toContain(words);
  expect(await civil.press(await civil.get(gather), gather, { note: '' })).toMatchObject({ status: 303 });
}, 60_000);

test('who has no part in it neither sees nor ends one, and no part ends twice', async () => {
  const { code } = await aLinkedDossier();
  const stranger = await browse(house, server, { as: { role: 'CV', unit: 'so-noi-vu' } });
  expect((await stranger.get(`/can-bo/ho-so/${code}/phan-viec`)).status).toBe(404);
  const form = await police.get(`/can-bo/ho-so/${code}/phan-viec`);
  const fields = { outcome: 'done', reference: '', note: '' };
  const path = `/can-bo/ho-so/${code}/phan-viec`;
  expect(await police.press(form, path, fields)).toMatchObject({ status: 303 });
  expect((await police.get(path)).status).toBe(404);
}, 60_000);

test('a silent body is reminded one working day before its time is over, then the one-stop office is told', async () => {
  house.setClock('2026-11-23T08:00');
  const { id, code } = await aLinkedDossier();
  const pass = async (time: string) => {
    house.setClock(time);
    await fireDueTimers(house.platform, instant(time), (error) => {
      throw error;
    });
  };
  await pass('2026-11-26T08:00');
  expect(await typesOf(id)).toEqual(['dossiers.parts-opened']);
  await pass('2026-11-27T17:00');
  expect(await typesOf(id)).toEqual(['dossiers.parts-opened', 'dossiers.part-reminded', 'dossiers.part-reminded']);
  await pass('2026-12-01T08:00');
  expect((await typesOf(id)).slice(3)).toEqual(['dossiers.part-overdue', 'dossiers.part-overdue']);
  await house.readJournal();
  const later = {
    police: await browse(house, server, { as: POLICE }),
    counter: await browse(house, server, { as: COUNTER }),
  };
  expect((await later.police.get('/thong-bao')).body).toContain('sắp hết hạn');
  expect((await later.counter.get('/thong-bao')).body).toContain('phần việc liên thông quá hạn');
  expect((await later.police.get('/can-bo/y-kien')).body).toContain(code);
  house.setClock('2026-11-23T08:00');
}, 60_000);

test('when the lead body decides against the whole, the other bodies need not go on', async () => {
  const { id, code } = await aLinkedDossier();
  expect((await police.get('/can-bo/y-kien')).body).toContain(code);
  await signPresentStep(house, { caseId: id, outcome: 'rejected' });
  expect((await police.get('/can-bo/y-kien')).body).not.toContain(code);
  expect(await typesOf(id)).toEqual(['dossiers.parts-opened', 'dossiers.part-ended', 'dossiers.part-ended']);
  await completePresentStep(house, id);
}, 60_000);

/** As a browser sends a form with a file; its status. */
async function endWithPaper(visitor: Visitor, code: string, bytes: Buffer): Promise<number> {
  const path = `/can-bo/ho-so/${code}/phan-viec`;
  const { body } = await visitor.get(path);
  const hidden = [
    ...body.slice(body.indexOf(`action="${path}"`)).matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g),
  ];
  const fields = [
    ...hidden.map(([, name, value]) => [name, value]),
    ...Object.entries({ outcome: 'done', reference: '7/TB-BHXH', note: '' }),
  ];
  const parts = fields.map(
    ([name, value]) => `--ranh\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = 'content-disposition: form-data; name="file"; filename="the.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';
  const payload = Buffer.concat([
    Buffer.from(`${parts.join('')}--ranh\r\n${file}`),
    bytes,
    Buffer.from('\r\n--ranh--\r\n'),
  ]);
  const name = sessionCookieOf(house.platform);
  const cookies = { [name]: visitor.cookie(name) ?? '' };
  const headers = { 'content-type': 'multipart/form-data; boundary=ranh', 'sec-fetch-site': 'same-origin' };
  return (await server.inject({ method: 'POST', url: path, cookies, headers, payload })).statusCode;
}

test('a part that was refused is asked for again by the lead body with a reason, and its unit hands in the paper it issued', async () => {
  const { id, code } = await aLinkedDossier();
  await signPresentStep(house, { caseId: id, outcome: 'approved' });
  const again = `/can-bo/ho-so/${code}/giao-lai-phan-viec`;
  const nothing = await civil.press(await civil.get(again), again, { reason: 'x' });
  expect(nothing.status).toBe(409);
  expect(await end(police, code, { outcome: 'done', reference: '', note: '' })).toMatchObject({ status: 303 });
  expect(await end(insurance, code, { outcome: 'refused', reference: '', note: 'Thiếu số định danh.' })).toMatchObject({
    status: 303,
  });
  expect((await insurance.get(`/can-bo/ho-so/${code}`)).status).toBe(404);

  // not by the body that refused, nor without a reason
  expect((await insurance.get(again)).status).toBe(404);
  const page = await civil.get(again);
  expect(page.body).toContain('Cấp thẻ bảo hiểm y tế cho trẻ');
  const refused =
    (
      await sql<{ id: string }>`
      select id from cases.consultation where case_id = ${id} and outcome = 'refused'
    `.execute(house.db)
    ).rows[0]?.id ?? '';
  const bare = await civil.press(page, again, { consultation: refused, reason: ' ' });
  expect(bare.status).toBe(409);
  const reason = 'Đã có số định danh của trẻ.';
  expect(await civil.press(bare, again, { consultation: refused, reason })).toMatchObject({ status: 303 });
  expect((await typesOf(id)).at(-1)).toBe('dossiers.part-reopened');

  // the lead body waits for it once more, and it is not asked for a third time meanwhile
  const gather = `/can-bo/ho-so/${code}/xong-buoc`;
  expect((await civil.press(await civil.get(gather), gather, { note: '' })).status).toBe(409);
  expect((await civil.press(await civil.get(again), again, { consultation: refused, reason })).status).toBe(409);

  expect((await insurance.get('/can-bo/y-kien')).body).toContain(code);
  expect((await insurance.get(`/can-bo/ho-so/${code}/phan-viec`)).body).toContain(reason);
  expect(await endWithPaper(insurance, code, Buffer.from('không phải ảnh'))).toBe(422);
  expect(await endWithPaper(insurance, code, Buffer.from(photo()))).toBe(303);
  const stored = await sql<{ file: string }>`
    select file_id as file from cases.consultation where case_id = ${id} and file_id is not null
  `.execute(house.db);
  const file = stored.rows[0]?.file ?? '';
  expect((await civil.get(`/can-bo/ho-so/${code}`)).body).toContain(`/tep/${file}`);
  expect((await civil.get(`/tep/${file}`)).status).toBe(200);
  expect((await police.get(`/tep/${file}`)).status).toBe(404);
  expect(await civil.press(await civil.get(gather), gather, { note: '' })).toMatchObject({ status: 303 });
}, 60_000);
