import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../../simulators/start-simulator.ts';
import { browse, type Page, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { COMMUNE } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { listLookups } from '../lookups/index.ts';
import type { DossierTables } from './tables.ts';

/** A mother registers a birth; the register knows her and her husband. */
const MOTHER = '072195418263';
const FATHER = '072093507914';
const FATHER_SAID = {
  'father.full_name': 'Trần Quốc Bảo',
  'father.birth_date.day': '5',
  'father.birth_date.month': '9',
};
let register: RunningSimulator;
let house: House<DossierTables>;
let server: FastifyInstance;
let citizen: Visitor;
let officer: Visitor;

beforeAll(async () => {
  register = await startSimulator('population-register', { API_KEY: 'key', QUEUE_MS: '50' });
  house = await aHouse<DossierTables>({ REGISTER_URL: register.url, REGISTER_KEY: 'key' });
  server = await serverOf(house);
  citizen = await browse(house, server, { as: 'citizen' });
  await sql`
    update identity.account set personal_number = ${MOTHER}, name = 'Nguyễn Thị Thu Hà' where id = ${await anAccount(house, 'citizen')}
  `.execute(house.db);
  officer = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
  await register?.stop();
});

const cutLine = (open: 'yes' | 'no') =>
  fetch(`${register.url}/duong-truyen`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: register.url },
    body: `open=${open}`,
    redirect: 'manual',
  });

/** Answers the path of the draft. */
async function begun(procedure = '1.001193'): Promise<string> {
  const start = await citizen.get(`/thu-tuc/${procedure}/nop`);
  const sent = await citizen.press(start, `/thu-tuc/${procedure}/nop`, { area: COMMUNE });
  return sent.location ?? '';
}

const statesOf = ({ body }: Page): string[] =>
  [...body.matchAll(/data-answer="([a-z-]+)"/g)].map(([, state]) => state ?? '');

const draftOf = async (path: string) => {
  const id = path.split('/').at(-1) ?? '';
  const rows = await sql<{
    answers: Record<string, Record<string, unknown>>;
    provenance: Record<string, { label: { vi: string } }>;
  }>`
    select answers, provenance from forms.draft where id = ${id}
  `.execute(house.db);
  return { id, ...rows.rows[0] };
};

test('what the register knows of who files is not asked for on paper, and is said with its time', async () => {
  const path = await begun();
  const page = await citizen.get(`${path}/giay-to-tra-cuu`);
  expect(statesOf(page)).toEqual(['answered', 'answered']);
  expect(page.body).toContain('Số 12, đường Cách Mạng Tháng Tám');
  expect(page.body).toContain('072195…63');
  expect(page.body).not.toContain('type="file"');
  expect((await citizen.get(path)).body).toContain('2 giấy tờ không phải nộp.');
  expect((await draftOf(path)).answers?.requester).toMatchObject({ ethnicity: '01' });
});

test('that somebody was looked up stands in the journal, and whom in an erasable row beside it', async () => {
  const { id } = await draftOf(await begun());
  const entries = await sql<{ sealed: string; number: string | null }>`
    select e.sealed, (select c.body from journal.content c where c.entry_id = e.id and c.name = 'personal_number') as number
    from journal.entry e where e.subject_id = ${id} and e.type = 'lookups.person-looked-up'
  `.execute(house.db);
  expect(entries.rows.map(({ number }) => number)).toEqual([JSON.stringify(MOTHER)]);
  expect(entries.rows[0]?.sealed).not.toContain(MOTHER);
  expect(JSON.parse(entries.rows[0]?.sealed ?? '{}')).toMatchObject({
    body: { about: 'applicant', answer: 'found', procedure: '1.001193', verified_by: 'vneid' },
  });
});

test('while the register is down the paper is asked for plainly, and nothing is held up', async () => {
  await cutLine('no');
  const path = await begun();
  const page = await citizen.get(`${path}/giay-to-tra-cuu`);
  expect(statesOf(page)).toEqual(['unavailable', 'unavailable']);
  expect(page.body).toContain('name="tep.giay-to-cu-tru"');
  expect((await citizen.get(path)).status).toBe(200);
  await cutLine('yes');
  house.setClock('2026-11-23T08:01');
  const again = await citizen.get(`${path}/giay-to-tra-cuu`);
  await citizen.press(again, `${path}/giay-to-tra-cuu`, { viec: 'tra-cuu' });
  expect(statesOf(await citizen.get(`${path}/giay-to-tra-cuu`))).toEqual(['answered', 'answered']);
});

test('the mother who files is filled in as the mother, each value with its source', async () => {
  const path = await begun();
  const page = await citizen.get(`${path}/requester`);
  await citizen.press(page, `${path}/requester`, { relation: 'mother' });
  const { answers, provenance } = await draftOf(path);
  expect(answers?.mother).toMatchObject({
    full_name: 'NGUYỄN THỊ THU HÀ',
    birth_date: '1995-03-12',
    ethnicity: '01',
    nationality: 'VN',
    personal_number: MOTHER,
    residence: { commune: '25459', detail: 'Số 12, đường Cách Mạng Tháng Tám' },
  });
  expect(provenance?.['mother.full_name']?.label.vi).toContain('Cơ sở dữ liệu quốc gia về dân cư, ');
});

test('somebody else is filled in only where number, name and birth date are known; a wrong one is told apart from nobody by nothing', async () => {
  const path = await begun();
  await citizen.press(await citizen.get(`${path}/situation`), `${path}/situation`, { situation: 'ordinary' });
  const fill = async (changes: Record<string, string>) =>
    citizen.press(await citizen.get(`${path}/father`), `${path}/father`, {
      ...FATHER_SAID,
      'father.birth_date.year': '1993',
      'father.id_kind': 'identity-card',
      'father.personal_number': FATHER,
      'tra-cuu': 'father',
      ...changes,
    });
  await fill({ 'tra-cuu': '' });
  const wrong = await fill({ 'father.birth_date.year': '1994' });
  const nobody = await fill({ 'father.personal_number': '072093507915' });
  const said = 'Không có người nào khớp cả số định danh, họ tên và ngày sinh.';
  expect([wrong.body.includes(said), nobody.body.includes(said)]).toEqual([true, true]);
  expect((await draftOf(path)).answers?.father).not.toHaveProperty('ethnicity');
  expect((await fill({})).status).toBe(303);
  const { answers, id } = await draftOf(path);
  // they live together, so that the address is no news
  expect(answers?.father).toMatchObject({ ethnicity: '01', residence: { detail: 'Số 12, đường Cách Mạng Tháng Tám' } });
  expect((await citizen.get(`${path}/father`)).body).toContain('Lấy từ Cơ sở dữ liệu quốc gia về dân cư');
  expect((await listLookups(house.db, id)).map(({ about, state }) => `${about} ${state}`)).toEqual([
    'applicant found',
    'father found',
  ]);
});

test('at the counter the card answers for papers, and the dossier says so', async () => {
  const find = await officer.get('/can-bo/quay');
  const page = await officer.press(find, '/can-bo/quay/tim', { the: MOTHER, tt: '1.004873' });
  expect(statesOf(page)).toEqual(['answered', 'answered']);
  expect(page.body).not.toContain('name="paper.giay-to-tuy-than"');
  const caseId = /name="case_id" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const entry = await sql<{ actor: string }>`
    select sealed::jsonb #>> '{actor,account}' as actor from journal.entry where subject_id = ${caseId}
  `.execute(house.db);
  expect(entry.rows).toEqual([{ actor: await anAccount(house, { role: 'TN', unit: 'H53.101.1' }) }]);
});

test('a person whom the register does not know shows the paper at the counter', async () => {
  const find = await officer.get('/can-bo/quay');
  const page = await officer.press(find, '/can-bo/quay/tim', { the: '072190000099', tt: '1.004873' });
  expect(statesOf(page)).toEqual(['unknown', 'unknown']);
  expect(page.body).toContain('name="paper.giay-to-tuy-than"');
  expect(page.body).toContain('name="paper.giay-to-cu-tru"');
});
