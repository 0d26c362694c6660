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
  expect(undecided.status).toBe(409);
  expect(undecided.body).toContain('Khai thuộc diện miễn, giảm: Người thuộc hộ nghèo');
  expect((await accept(caseId, { exemption: 'yes' })).status).toBe(303);
  const dossier = await readDossier(house, caseId);
  expect(dossier).toMatchObject({ exemption: { state: 'confirmed' }, waiting: null, feeDue: 0 });
});

test('an exemption that does not hold is refused with its reason, and the difference is asked for and explained', async () => {
  const { caseId } = await submit('ho-ngheo');
  expect((await accept(caseId, { exemption: 'no', reason: '' })).body).toContain('không chấp nhận miễn, giảm');
  expect((await accept(caseId, { exemption: 'no', reason: 'Giấy của năm 2024.' })).status).toBe(303);
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
