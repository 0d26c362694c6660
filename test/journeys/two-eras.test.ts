import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '../../src/platform/calendar/instant.ts';
import { fireDueTimers } from '../../src/platform/cases/timers.ts';
import type { Json } from '../../src/platform/db/json.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { acceptDossier, type DossierActor } from '../../src/systems/dossiers/dossiers.ts';
import { loadDossier } from '../../src/systems/dossiers/load-dossier.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { browse, serverOf, type Visitor } from '../harness/browse.ts';
import { aBusinessDossier } from '../harness/dossiers.ts';
import { aHouse, type House } from '../harness/house.ts';
import { anAccount } from '../harness/people.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
}, 120_000);
afterAll(() => house.close());

const load = async (id: string) => {
  const dossier = await loadDossier(house.db, { id }, 'all');
  if (!dossier) throw new Error('no dossier');
  return dossier;
};
const unitKey = async (id: string | null) =>
  (await sql<{ key: string }>`select key from organisation.unit where id = ${id}`.execute(house.db)).rows[0]?.key;

/** A household business at a ward of the former town, handed in at its counter in the first era. */
async function submitAtDistrict(areaCode: string): Promise<string> {
  house.setClock('2025-06-27T09:00');
  const caseId = await aBusinessDossier(house, areaCode);
  const district: DossierActor = { actor: { id: newId(), kind: 'person' }, scope: 'all', rolesAt: () => ['TN'] };
  expect(await acceptDossier(house.acting, district, { commandId: newId(), caseId })).toMatchObject({ kind: 'done' });
  return caseId;
}

async function fireAt(time: string): Promise<void> {
  house.setClock(time);
  const errors: unknown[] = [];
  await fireDueTimers(house.platform, instant(time), (error) => errors.push(error));
  expect(errors).toEqual([]);
}

test('a dossier begun at a district is finished by the commune of the place it concerns', async () => {
  const caseId = await submitAtDistrict('25459');
  const before = await load(caseId);
  expect(await unitKey(before.competentUnit)).toBe('ubnd-703-2020');
  await fireAt('2025-06-30T23:59');
  expect(await unitKey((await load(caseId)).competentUnit)).toBe('ubnd-703-2020');

  await fireAt('2025-07-01T00:00');
  const moved = await load(caseId);
  expect(await unitKey(moved.competentUnit)).toBe('ubnd-25459');
  expect(await unitKey(moved.receivingUnit)).toBe('ttpvhcc-25459');
  expect(await unitKey(moved.holdingUnit)).toBe('phong-kt-25459');
  expect(moved).toMatchObject({
    step: before.step,
    dueAt: before.dueAt,
    promisedAt: before.promisedAt,
    code: before.code,
  });

  house.setClock('2025-07-01T08:00');
  const server = await serverOf(house);
  const as = async (role: string, unit: string): Promise<Visitor> => browse(house, server, { as: { role, unit } });
  const path = `/can-bo/ho-so/${moved.code}`;
  const act = async (visitor: Visitor, slug: string, fields: Record<string, string> = {}) => {
    const done = await visitor.press(await visitor.get(`${path}/${slug}`), `${path}/${slug}`, fields);
    expect(done.status, slug).toBe(303);
  };
  const code = (
    await sql<{ code: string }>`select code from organisation.unit where key = 'ubnd-25459'`.execute(house.db)
  ).rows[0]?.code as string;
  const expert = await as('CV', `${code}.3`);
  expect((await expert.get(path)).body).toContain('Chuyển cho đơn vị kế thừa');
  await finish(caseId, { expert, act, as, code });
  await server.close();

  const done = await load(caseId);
  expect(done).toMatchObject({ status: 'closed', outcome: 'approved' });
  const issued = await sql<{ unit: string }>`
    select u.key as unit from documents.issued_document d join organisation.unit u on u.id = d.unit_id where d.subject_id = ${caseId}
  `.execute(house.db);
  expect(issued.rows).toEqual([{ unit: 'ubnd-25459' }]);
}, 120_000);

interface Finishing {
  readonly expert: Visitor;
  readonly act: (visitor: Visitor, slug: string, fields?: Record<string, string>) => Promise<void>;
  readonly as: (role: string, unit: string) => Promise<Visitor>;
  readonly code: string;
}

/** Step by step with whoever the process names, until it is handed over. */
async function finish(caseId: string, { expert, act, as, code }: Finishing): Promise<void> {
  const UNITS: Readonly<Record<string, string>> = {
    TN: `${code}.1`,
    CV: `${code}.3`,
    LP: `${code}.3`,
    CT: code,
    VT: `${code}.2`,
  };
  for (let steps = 0; steps < 10; steps++) {
    const dossier = await load(caseId);
    const step = dossier.steps.find((one) => one.key === dossier.step);
    if (dossier.status === 'closed' || !step) return;
    const visitor = step.role === 'CV' ? expert : await as(step.role, UNITS[step.role] ?? code);
    if (dossier.status === 'decided') {
      await act(await as('TN', `${code}.1`), 'tra-ket-qua', { how: 'counter', to: 'Trần Văn Lực', told: 'in-person' });
    } else if (step.actions.includes('sign')) await act(visitor, 'ky', { outcome: 'approved' });
    else if (dossier.signedAt !== null) await act(visitor, 'vao-so');
    else await act(visitor, 'xong-buoc', OFFICE_ANSWERS);
  }
}

const OFFICE_ANSWERS = {
  'result.business_code': '0100109106',
  'result.first_registered.day': '01',
  'result.first_registered.month': '07',
  'result.first_registered.year': '2025',
};

test('where nobody knows the successor the administrator names it, and that is an act too', async () => {
  const caseId = await submitAtDistrict('25459');
  await sql`delete from cases.timer where case_id = ${caseId}`.execute(house.db);
  house.setClock('2025-07-02T08:00');
  const server = await serverOf(house);
  const administrator = await browse(house, server, { as: 'administrator' });
  const orphans = await administrator.get('/quan-tri/to-chuc/ke-thua');
  const { code, competentUnit } = await load(caseId);
  expect(orphans.body).toContain(code);
  const previewOf = (unit: string) =>
    administrator.get(
      `/quan-tri/to-chuc/xem-truoc?${new URLSearchParams({ 'don-vi': competentUnit, [`den.${competentUnit}`]: unit })}`,
    );
  expect((await previewOf('H53.0')).status).toBe(422);
  const preview = await previewOf('H53.101');
  expect(preview.body).toContain(code);
  expect(preview.body).toContain('Chưa có gì được chuyển.');
  expect(await load(caseId)).toMatchObject({ competentUnit });
  const moving = await administrator.press(preview, '/quan-tri/to-chuc/ke-thua');
  expect(moving, moving.body).toMatchObject({ status: 303 });
  expect((await administrator.get('/quan-tri/to-chuc/ke-thua')).body).toContain('Hồ sơ đang được chuyển');
  await moveWhatWasAssigned();
  const moved = await load(caseId);
  expect(await unitKey(moved.competentUnit)).toBe('ubnd-25459');
  expect((await administrator.get('/quan-tri/to-chuc/ke-thua')).body).toContain('đều có đơn vị giải quyết');
  const batch = await administrator.get(moving.location ?? '');
  expect(batch.body).toContain('đã chuyển 1 hồ sơ, không chuyển được 0');
  expect(batch.body).toContain('Hoàn lại lần chuyển này');
  const acted = await sql<{ account: string | null; named: boolean }>`
    select account_id as account, (sealed::jsonb #>> '{body,named}')::boolean as named from journal.entry
    where subject_id = ${caseId} and type = 'dossiers.dossier-moved'
  `.execute(house.db);
  expect(acted.rows).toEqual([{ account: await anAccount(house, 'administrator'), named: true }]);
  expect((await administrator.get('/quan-tri/giao-dien')).status).toBe(200);
  await server.close();
}, 120_000);

/** As the worker does: the subscriber asks for the job, the job moves them. */
async function moveWhatWasAssigned(): Promise<void> {
  await house.readJournal();
  const jobs = await sql<{ name: string; payload: Json }>`
    select t.identifier as name, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'dossiers.move-orphans'
  `.execute(house.db);
  for (const { name, payload } of jobs.rows) await house.platform.registry.jobs.get(name)?.(house.platform, payload);
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))`.execute(
    house.db,
  );
}
