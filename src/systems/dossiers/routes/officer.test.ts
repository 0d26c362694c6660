import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { newId } from '../../../platform/db/ids.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import { answerDraft } from '../dossiers.ts';
import type { DossierTables } from '../tables.ts';

let house: House<DossierTables>;
let server: FastifyInstance;
let reception: Visitor;
let civil: Visitor;
let chairman: Visitor;
let clerk: Visitor;
let elsewhere: Visitor;

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  const units = await sql<{ key: string; code: string }>`
    select u.key, u.code from organisation.unit u join organisation.area a on a.id = u.area_id
    where a.code = '25459' and u.valid_to is null
  `.execute(house.db);
  const code = (key: string) => units.rows.find((unit) => unit.key.startsWith(`${key}-`))?.code ?? '';
  reception = await browse(house, server, { as: { role: 'TN', unit: code('ttpvhcc') } });
  civil = await browse(house, server, { as: { role: 'HT', unit: code('vp') } });
  chairman = await browse(house, server, { as: { role: 'CT', unit: code('ubnd') } });
  clerk = await browse(house, server, { as: { role: 'VT', unit: code('vp') } });
  elsewhere = await browse(house, server, { as: { role: 'TN', unit: 'H53.102.1' } });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

async function newDossier(): Promise<string> {
  const caseId = await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
  const { code } = await house.db
    .selectFrom('cases.case')
    .select('code')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  return code;
}

const RESULT = { 'result.book': '01/2026', 'result.personal_number': '080326000123' };

/** The applicant reads the draft and agrees. */
async function confirmDraft(code: string): Promise<void> {
  const { id } = await house.db
    .selectFrom('cases.case')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const who = { actor: programActor('test'), scope: 'all' as const };
  const outcome = await answerDraft(house.acting, who, {
    commandId: newId(),
    caseId: id,
    answer: 'confirmed',
    objection: '',
  });
  expect(outcome.kind).toBe('done');
}

/** Opens the page of an act and presses its button. */
async function act(visitor: Visitor, path: string, fields: Record<string, string> = {}) {
  return visitor.press(await visitor.get(path), path, fields);
}

test('a dossier goes from the queue to its result through pages alone', async () => {
  const code = await newDossier();
  const dossier = `/can-bo/ho-so/${code}`;
  const queue = await reception.get('/can-bo/ho-so?hang=cho-tiep-nhan');
  expect(queue.body).toContain(code.slice(code.indexOf('-') + 1));
  expect((await reception.get(`/can-bo/ho-so?hang=cho-tiep-nhan&mo=${code}`)).body).toContain('Việc có thể làm');
  expect((await elsewhere.get(dossier)).status).toBe(404);
  expect((await civil.get(dossier)).status).toBe(404);

  expect((await reception.get(`${dossier}/tiep-nhan`)).body).toContain('Giấy tờ cần kiểm tra');
  expect(await act(reception, `${dossier}/tiep-nhan`)).toMatchObject({ status: 303, location: dossier });
  expect(await act(reception, `${dossier}/thu-tien`, { amount: '16000' })).toMatchObject({ status: 303 });
  expect((await civil.get('/can-bo/ho-so')).body).toContain(code.slice(code.indexOf('-') + 1));

  const examined = await act(civil, `${dossier}/xong-buoc`, {
    'result.book': '01/2026',
    'result.personal_number': '080326000123',
  });
  expect(examined, examined.body).toMatchObject({ status: 303 });
  const waiting = await civil.get(dossier);
  expect(waiting.body).toContain('Hồ sơ đang chờ người nộp');
  await confirmDraft(code);

  expect(await act(civil, `${dossier}/xong-buoc`, RESULT)).toMatchObject({ location: `/can-bo/ho-so?xong=${code}` });
  expect((await civil.get(`/can-bo/ho-so?xong=${code}`)).body).toContain('đã được chuyển sang bước sau');
  expect((await chairman.get('/can-bo/ho-so')).body).toContain(code.slice(code.indexOf('-') + 1));
  expect(await act(chairman, `${dossier}/ky`, { outcome: 'approved' })).toMatchObject({ status: 303 });
  expect(await act(clerk, `${dossier}/vao-so`)).toMatchObject({ status: 303 });
  const done = await reception.get(dossier);
  expect(done.body).toContain('1/2026');
  expect(await act(reception, `${dossier}/tra-ket-qua`, { how: 'electronic', to: '' })).toMatchObject({ status: 303 });

  const issued = await sql<{ code: string; number: string; signers: { holder: string }[]; digest: string }>`
    select d.code, d.number, d.signers, d.digest from documents.issued_document d join cases.case c on c.id = d.subject_id where c.code = ${code}
  `.execute(house.db);
  expect(issued.rows).toMatchObject([{ number: '1/2026', signers: [{ holder: 'Cán bộ CT' }, {}] }]);
}, 60_000);

test('who has done their step is told once whose the next one is, not beside each act that is not theirs', async () => {
  const code = await newDossier();
  const dossier = `/can-bo/ho-so/${code}`;
  await act(reception, `${dossier}/tiep-nhan`);
  await act(reception, `${dossier}/thu-tien`, { amount: '16000' });
  const after = await reception.get(dossier);
  expect(after.body).toContain('Hồ sơ này không chờ việc gì của bạn.');
  expect(after.body.match(/là việc của: Công chức tư pháp - hộ tịch, Văn phòng/g)).toHaveLength(1);
  expect(after.body).not.toContain('Không dùng được');
  const theirs = await civil.get(dossier);
  expect(theirs.body).toContain('Xong bước này');
  expect(theirs.body).not.toContain('là việc của:');
}, 60_000);

test('a page that was too old keeps what was typed', async () => {
  const code = await newDossier();
  const dossier = `/can-bo/ho-so/${code}`;
  const page = await reception.get(`${dossier}/bo-sung`);
  await act(reception, `${dossier}/tiep-nhan`);
  const late = await reception.press(page, `${dossier}/bo-sung`, { reason: 'Ảnh mờ, chụp lại', item: 'Chụp lại' });
  expect(late.status).toBe(409);
  expect(late.body).toContain('Hồ sơ đã thay đổi');
  expect(late.body).toContain('Ảnh mờ, chụp lại');
}, 60_000);

test('who does the step reads the answers, which is written down; others see them masked, and no form token, no number', async () => {
  const code = await newDossier();
  const dossier = `/can-bo/ho-so/${code}`;
  const { id } = await house.db
    .selectFrom('cases.case')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const readings = async () =>
    (await sql<{ what: string }>`select what from journal.reading where subject_id = ${id}`.execute(house.db)).rows;
  expect((await reception.get(dossier)).body).toContain('NGUYỄN AN NHIÊN');
  expect(await readings()).toEqual([{ what: 'answers: receive' }]);
  expect((await chairman.get(dossier)).body).not.toContain('NGUYỄN AN NHIÊN');
  expect(await chairman.post(`${dossier}/hien-so`, { purpose: 'x' })).toMatchObject({ status: 403 });
}, 60_000);

test('a masked personal number is shown to who says what for, which is written down first', async () => {
  const code = await newDossier();
  const dossier = `/can-bo/ho-so/${code}`;
  const shown = await chairman.get(dossier);
  expect(shown.body).toContain('072190…01');
  expect(shown.body).not.toContain('072190000001');
  const asked = await chairman.press(shown, `${dossier}/hien-so`, { purpose: '  ' });
  expect(asked.status).toBe(422);
  expect(asked.body).toContain('Hãy ghi mục đích xem số định danh.');
  expect(asked.body).not.toContain('072190000001');

  const revealed = await chairman.press(shown, `${dossier}/hien-so`, { purpose: 'Đối chiếu sổ hộ tịch' });
  expect(revealed.status).toBe(200);
  expect(revealed.body).toContain('072190000001');
  // the number was asked for, not the answers
  expect(revealed.body).not.toContain('NGUYỄN AN NHIÊN');
  const readings = await sql<{ what: string; by: string }>`
    select r.what, a.name as by from journal.reading r join identity.account a on a.id = r.account_id
    join cases.case c on c.id = r.subject_id where c.code = ${code}
  `.execute(house.db);
  expect(readings.rows).toEqual([{ what: 'applicant.personalNumber: Đối chiếu sổ hộ tịch', by: 'Cán bộ CT' }]);
  expect((await elsewhere.press(shown, `${dossier}/hien-so`, { purpose: 'x' })).status).not.toBe(200);
  expect((await chairman.get(dossier)).body).not.toContain('072190000001');
});

test('at the counter a card, a few letters and the papers make an accepted dossier with its receipt', async () => {
  const card = '072195001234|290123456|Nguyễn Thị Ngọc Ánh|05041995|Nữ|Ấp Thạnh Trung|10052021';
  const search = await reception.get(`/can-bo/quay?${new URLSearchParams({ the: card, q: 'xac nhan hon nhan' })}`);
  expect(search.body).toContain('value="1.004873"');
  const form = await reception.get(`/can-bo/quay?${new URLSearchParams({ the: card, tt: '1.004873' })}`);
  expect(form.body).toContain('Nguyễn Thị Ngọc Ánh');
  const empty = await reception.press(form, '/can-bo/quay', { applicant_name: 'Nguyễn Thị Ngọc Ánh', area: '25459' });
  expect(empty.status).toBe(422);

  const general = await reception.get('/can-bo/quay?tt=1.000656');
  const fields = {
    applicant_name: 'Công ty TNHH Sông Vàm',
    applicant_number: '',
    area: '25459',
    receive_by: 'counter',
  };
  const lacking = await reception.press(general, '/can-bo/quay', fields);
  expect(lacking.status).toBe(422);
}, 60_000);
