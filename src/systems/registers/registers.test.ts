import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSimulator, startSimulator } from '../../../simulators/start-simulator.ts';
import {
  anAcceptedDossier,
  completePresentStep,
  readDossier,
  signPresentStep,
} from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import type { DossierTables } from '../dossiers/index.ts';
import { fileWithRegister } from './filings.ts';
import type { RegisterTables } from './tables.ts';

const MOTHER = '072195418263';
let house: House<DossierTables>;
let register: RunningSimulator;

beforeAll(async () => {
  register = await startSimulator('population-register', { API_KEY: 'key', QUEUE_MS: '200' });
  house = await aHouse<DossierTables>({ REGISTER_URL: register.url, REGISTER_KEY: 'key' });
}, 120_000);
afterAll(async () => {
  await house.close();
  await register.stop();
});

const accepted = (procedure: string, answers: Answers, simulated = false) =>
  anAcceptedDossier(house, { procedure, answers, simulated });
const complete = (caseId: string) => completePresentStep(house, caseId);

const filings = (caseId: string) =>
  (house.platform.db as unknown as Db<RegisterTables>)
    .selectFrom('registers.filing')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('ordinal')
    .execute();

/** As the job engine runs the job: until it asks for itself no more. */
async function reported(caseId: string): Promise<void> {
  await house.readJournal();
  await expect
    .poll(
      async () => {
        for (const { id } of await filings(caseId)) await fileWithRegister(platform(), { filing: id });
        return (await filings(caseId)).every(({ settled_at }) => settled_at !== null);
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await house.readJournal();
}

const platform = () => house.platform as unknown as Platform<RegisterTables>;

const inRegister = async (number: string): Promise<{ name?: string; residence?: { commune: string } }> => {
  const asked = await fetch(`${register.url}/people/${number}?purpose=test`, {
    headers: { authorization: 'Bearer key' },
  });
  return (await asked.json()) as object;
};

const aBirth = (changes: Answers = {}): Answers => ({
  situation: 'father-unknown',
  parents_married: 'unmarried',
  child: { full_name: 'NGUYỄN AN NHIÊN', birth_date: '2026-11-02', sex: 'female' },
  mother: { full_name: 'Nguyễn Thị Thu Hà', personal_number: MOTHER },
  ...changes,
});

test('a child gets its number from the register, and the certificate is filled with it', async () => {
  const caseId = await accepted('1.001193', aBirth());
  await house.readJournal();
  expect(await filings(caseId)).toEqual([]);
  await complete(caseId); // examined: now it stands at the step that writes the register
  const before = await readDossier(house, caseId);
  await reported(caseId);
  const [filing, ...more] = await filings(caseId);
  expect(filing).toMatchObject({ kind: 'birth', state: 'done' });
  expect(more).toEqual([]);
  const after = await readDossier(house, caseId);
  const number = after.office.personal_number as string;
  expect(number).toMatch(/^080326\d{6}$/);
  expect(await inRegister(number)).toMatchObject({ name: 'NGUYỄN AN NHIÊN' });
  // the page an officer has open is not made old by it
  expect(after.version).toBe(before.version);
});

test('the number stands in an erasable row, in no entry', async () => {
  const entries = await sql<{ sealed: string }>`
    select sealed from journal.entry where type in ('registers.filing-settled', 'dossiers.register-answered')
  `.execute(house.db);
  expect(entries.rows.length).toBeGreaterThan(0);
  expect(entries.rows.map(({ sealed }) => sealed).join('')).not.toMatch(/080326\d{6}/);
});

test('what the register refuses is said on the dossier, and the office goes on by hand', async () => {
  const caseId = await accepted(
    '1.001193',
    aBirth({ mother: { full_name: 'Lê Thị Hoa', personal_number: '072190000001' } }),
  );
  await complete(caseId);
  await reported(caseId);
  expect(await filings(caseId)).toMatchObject([{ state: 'refused', refusal: 'register.no-such-parent' }]);
  expect((await readDossier(house, caseId)).office).toEqual({});
  await complete(caseId);
});

test('everybody who moves with a dossier is moved in the register once the decision is signed, and not before', async () => {
  const caseId = await accepted('1.004222', {
    residence_case: 'own',
    personal_number: MOTHER,
    together: [{ full_name: 'Trần Văn Nam', personal_number: '072190000009' }],
    dwelling: { province: '80', commune: '25486', detail: 'Số 5, ấp Bình Hòa' },
  });
  await complete(caseId);
  await complete(caseId);
  await house.readJournal();
  expect(await filings(caseId)).toEqual([]);
  await signPresentStep(house, { caseId, outcome: 'approved' });
  await reported(caseId);
  expect(await filings(caseId)).toMatchObject([
    { kind: 'residence', ordinal: 0, state: 'done' },
    { kind: 'residence', ordinal: 1, state: 'refused', refusal: 'register.no-such-person' },
  ]);
  expect(await inRegister(MOTHER)).toMatchObject({ residence: { commune: '25486', detail: 'Số 5, ấp Bình Hòa' } });
});

test('a refused move is not reported', async () => {
  const caseId = await accepted('1.004222', {
    personal_number: MOTHER,
    dwelling: { province: '80', commune: '25459', detail: 'Số 1' },
  });
  await complete(caseId);
  await complete(caseId);
  await signPresentStep(house, { caseId, outcome: 'rejected' });
  await house.readJournal();
  expect(await filings(caseId)).toEqual([]);
});

test('while the line is cut nothing is lost: the job is tried again and reports once', async () => {
  const line = (open: string) =>
    fetch(`${register.url}/duong-truyen`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: register.url },
      body: `open=${open}`,
      redirect: 'manual',
    });
  await line('no');
  const caseId = await accepted('1.001193', aBirth());
  await complete(caseId);
  await house.readJournal();
  const [filing] = await filings(caseId);
  await expect(fileWithRegister(platform(), { filing: filing?.id ?? '' })).rejects.toThrow('503');
  expect(await filings(caseId)).toMatchObject([{ state: 'waiting', reference: null }]);
  await line('yes');
  await reported(caseId);
  expect(await filings(caseId)).toMatchObject([{ state: 'done' }]);
});

test('a simulated dossier reports nothing', async () => {
  const caseId = await accepted('1.001193', aBirth(), true);
  await complete(caseId);
  await house.readJournal();
  expect(await filings(caseId)).toEqual([]);
});
