import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { readDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { findProcedure, getVersion } from '../procedures/index.ts';
import { submitDossier } from './submission.ts';
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

/** Permanent residence, filed online: ten thousand đồng, nothing for a poor household. */
async function submit(exemption: string, withPaper = true) {
  const version = (await findProcedure(house.db, '1.004222', '2026-11-23'))?.version?.id ?? '';
  const definition = (await getVersion(house.db, version))?.definition;
  const caseId = newId();
  const papers = (definition?.components ?? [])
    .filter(({ handling }) => handling !== 'guidance')
    .map(({ key }) => key)
    .filter((key) => withPaper || key !== 'giay-mien-giam');
  const outcome = await submitDossier(house.acting, programActor('test'), {
    commandId: newId(),
    caseId,
    accountId: await anAccount(house, 'citizen'),
    versionId: version,
    channel: 'online',
    areaCode: await policeCommune(),
    applicant: { name: 'Nguyễn Thị Lúa' },
    answers: { fee_exemption: exemption },
    files: papers.map((component) => ({ component, fileId: newId() })),
    papers: [],
    receiveBy: 'electronic',
  });
  return { caseId, outcome };
}

async function accept(caseId: string, fields: Record<string, string>) {
  const { code } = await readDossier(house, caseId);
  const clerk = await browse(house, server, { as: { role: 'DK' } });
  const path = `/can-bo/ho-so/${code}/tiep-nhan`;
  return clerk.press(await clerk.get(path), path, fields);
}

/** The commune whose police the first registration officer sits at. */
async function policeCommune(): Promise<string> {
  const found = await sql<{ code: string }>`
    select a.code from organisation.position p join organisation.unit u on u.id = p.unit_id join organisation.area a on a.id = u.area_id
    where p.role = 'DK' and daterange(p.valid_from, p.valid_to, '[]') @> '2026-11-23'::date order by p.key limit 1
  `.execute(house.db);
  return found.rows[0]?.code ?? '';
}

test('the form asks for an exemption where the fees have one, and for the paper that shows it', async () => {
  const { outcome } = await submit('ho-ngheo', false);
  expect(outcome).toMatchObject({ kind: 'refusal', code: 'dossiers.component-missing' });
  expect(await submit('none', false)).toMatchObject({ outcome: { kind: 'done' } });
});

test('an exemption that holds is confirmed by who accepts, and nothing is to be paid', async () => {
  const { caseId } = await submit('ho-ngheo');
  expect(await readDossier(house, caseId)).toMatchObject({ exemption: { key: 'ho-ngheo', state: 'claimed' } });
  const undecided = await accept(caseId, {});
  // what the list of papers only explains is not missing
  expect(undecided.body).not.toContain('Ghi chú của danh mục thành phần hồ sơ');
  expect(undecided.status).toBe(409);
  expect(undecided.body).toContain('Khai thuộc diện miễn, giảm: Người thuộc hộ nghèo');
  expect((await accept(caseId, { exemption_holds: 'yes' })).status).toBe(303);
  const dossier = await readDossier(house, caseId);
  expect(dossier).toMatchObject({ exemption: { state: 'confirmed' }, waiting: null, feeDue: 0 });
});

test('an exemption that does not hold is refused with its reason, and the difference is asked for and explained', async () => {
  const { caseId } = await submit('ho-ngheo');
  expect((await accept(caseId, { exemption_holds: 'no', exemption_reason: '' })).body).toContain(
    'không chấp nhận miễn, giảm',
  );
  expect((await accept(caseId, { exemption_holds: 'no', exemption_reason: 'Giấy của năm 2024.' })).status).toBe(303);
  await house.readJournal();
  const dossier = await readDossier(house, caseId);
  expect(dossier).toMatchObject({ exemption: { state: 'refused' }, waiting: 'financial-obligation', feeDue: 10_000 });
  const citizen = await browse(house, server, { as: 'citizen' });
  const paying = (await citizen.get(`/ho-so/${dossier.code}/nop-tien`)).body;
  expect(paying).toContain('Vì sao là số tiền này?');
  expect(paying).toContain('hiệu lực ngày nộp hồ sơ 23/11/2026, nộp trực tuyến');
  expect(paying).toContain('Không chấp nhận miễn, giảm');
});

test('who claims nothing pays what everybody pays', async () => {
  const { caseId } = await submit('none');
  expect((await accept(caseId, {})).status).toBe(303);
  expect(await readDossier(house, caseId)).toMatchObject({ exemption: null, feeDue: 10_000 });
});

/** What the counter of the police enters of a person who moves into a house of their own. */
const ENTERED = {
  applicant_name: 'Nguyễn Thị Lúa',
  residence_case: 'own',
  declarant_minor: 'false',
  abroad_without_passport: 'false',
  full_name: 'NGUYỄN THỊ LÚA',
  'birth_date.day': '05',
  'birth_date.month': '04',
  'birth_date.year': '1995',
  sex: 'female',
  personal_number: '072195001234',
  phone: '0912345678',
  relation_to_head: 'head',
  'dwelling.province': '80',
  'dwelling.commune': 'Phường Tân Ninh',
  'dwelling.detail': 'Ấp Thạnh Trung',
  dwelling_kind: 'house',
  'receive.receive_result': 'electronic',
  'receive.copies_wanted': 'false',
  pledge: 'true',
  fee_exemption: 'ho-ngheo',
  'paper.giay-mien-giam': 'true',
};

test('at the counter what the answers claim is asked about before anything is written, and nothing is granted in silence', async () => {
  const counter = await browse(house, server, { as: { role: 'DK' } });
  const form = await counter.get('/can-bo/quay?tt=1.004222');
  const asked = [...form.body.matchAll(/name="_asked" value="([^"]*)"/g)].map(([, keys]) => keys).join(' ');
  const entered = { ...ENTERED, _asked: asked, area: await policeCommune() };
  const press = (fields: Record<string, string>) => counter.press(form, '/can-bo/quay', { ...entered, ...fields });
  const caseId = /name="case_id" value="([^"]*)"/.exec(form.body)?.[1] ?? '';
  const first = await press({});
  expect(first.status, first.body.match(/vc-error[\s\S]{0,800}/)?.[0]).toBe(409);
  expect(first.body).toContain('Khai thuộc diện miễn, giảm: Người thuộc hộ nghèo');
  expect(first.body).toContain('bản giấy tại nơi tiếp nhận');
  expect(first.body).toContain('href="#exemption_holds');
  const silent = await press({ exemption_holds: 'no' });
  expect(silent.status).toBe(409);
  const found = await sql`select 1 from cases.case where id = ${caseId}`.execute(house.db);
  expect(found.rows).toEqual([]);
  const sent = await press({ exemption_holds: 'no', exemption_reason: 'Sổ hộ nghèo đã hết hạn.' });
  expect(sent, sent.body).toMatchObject({ status: 303 });
  expect(await readDossier(house, caseId)).toMatchObject({ exemption: { state: 'refused' }, feeDue: 20_000 });
  const judged = await sql<{ body: string }>`
    select t.body from journal.entry e join journal.content t on t.entry_id = e.id
    where e.subject_id = ${caseId} and e.type = 'dossiers.exemption-judged'
  `.execute(house.db);
  expect(judged.rows).toEqual([{ body: '"Sổ hộ nghèo đã hết hạn."' }]);
});
