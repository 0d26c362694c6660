import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { fireDueTimers } from '../../platform/cases/timers.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import {
  acceptDossier,
  answerDraft,
  askForSupplement,
  completeStep,
  handOver,
  recordIssue,
  recordPayment,
  recordSignature,
  settleBySilence,
  supplySupplement,
  withdrawDossier,
} from './dossiers.ts';
import { loadDossier } from './load-dossier.ts';
import { nationalStatus } from './national-status.ts';
import { submitDossier } from './submission.ts';
import type { DossierTables } from './tables.ts';
import { findProcedure } from '../procedures/index.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse();
}, 120_000);
afterAll(() => house.close());

const officer = {
  actor: { id: newId(), kind: 'person' as const },
  scope: 'all' as const,
  rolesAt: () => ['TN', 'HT', 'CV', 'LP', 'CT', 'VT'],
};
const anybody = programActor('test');
const aFile = { id: 'file', sha256: '00' };

const CHILD = {
  child: { full_name: 'NGUYỄN AN NHIÊN', birth_date: '2026-11-02', sex: 'nu' },
  birth_proof: 'certificate',
  situation: 'ordinary',
  relation: 'father',
  parents_married: 'no',
  receive: { copies_wanted: true, copies_count: 2 },
};

async function versionOf(code: string): Promise<string> {
  const found = await findProcedure(house.platform.db as never, code, '2026-11-23');
  return found?.version?.id ?? '';
}

async function submitBirth(at: string) {
  house.setClock(at);
  const versionId = await versionOf('1.001193');
  const caseId = newId();
  const command = {
    commandId: newId(),
    caseId,
    versionId,
    channel: 'online' as const,
    areaCode: '25459',
    applicant: { name: 'Nguyễn Văn Bình', phone: '0912345678' },
    answers: CHILD,
    files: [{ component: 'giay-chung-sinh', fileId: newId() }],
    papers: [],
    receiveBy: 'electronic' as const,
  };
  expect(await submitDossier(house.acting, anybody, command)).toMatchObject({ kind: 'done' });
  return { caseId, command };
}

const load = async (caseId: string) => {
  const dossier = await loadDossier(house.db, { id: caseId }, 'all');
  if (!dossier) throw new Error('no dossier');
  return dossier;
};
const act = (caseId: string, version: number) => ({ commandId: newId(), caseId, shownVersion: version });

test('what the commune police registers waits at their desk from the start, and they accept it', async () => {
  house.setClock('2026-11-23T09:00');
  const caseId = newId();
  const outcome = await submitDossier(house.acting, anybody, {
    commandId: newId(),
    caseId,
    versionId: await versionOf('1.002755'),
    channel: 'counter',
    areaCode: '25459',
    applicant: { name: 'Nguyễn Văn Bình' },
    answers: {},
    files: [],
    papers: [],
    receiveBy: 'counter',
  });
  expect(outcome).toMatchObject({ kind: 'done' });
  const { holdingUnit, competentUnit, receivingUnit, version } = await load(caseId);
  expect(holdingUnit).toBe(competentUnit);
  expect(holdingUnit).not.toBe(receivingUnit);
  const registrar = { ...officer, rolesAt: (unit: string) => (unit === holdingUnit ? ['DK'] : []) };
  expect(await acceptDossier(house.acting, registrar, act(caseId, version))).toMatchObject({ kind: 'done' });
});

test('a birth registration lives its whole life on the legal clock', async () => {
  const { caseId } = await submitBirth('2026-11-23T16:20');
  let dossier = await load(caseId);
  expect(nationalStatus(dossier)).toBe(1);
  expect(dossier.code).toMatch(/^H53\.[0-9.]+-261123-\d{4}$/);
  // answered within eight working hours of entry: the rest of today, then tomorrow; no 15:00 rule
  expect(dossier.answerDueAt).toBe(instant('2026-11-24T16:20'));

  house.setClock('2026-11-24T08:00');
  expect(
    await askForSupplement(house.acting, officer, {
      ...act(caseId, dossier.version),
      items: [{ component: 'giay-chung-sinh', text: 'Giấy chứng sinh bị mờ, chụp lại.' }],
      reason: 'Không đọc được số.',
    }),
  ).toMatchObject({ kind: 'done' });
  dossier = await load(caseId);
  expect(nationalStatus(dossier)).toBe(5);
  expect(await acceptDossier(house.acting, officer, act(caseId, dossier.version))).toMatchObject({
    kind: 'refusal',
    code: 'dossiers.not-waiting-for-reception',
  });

  await supplySupplement(house.acting, officer, {
    ...act(caseId, dossier.version),
    files: [{ id: newId(), component: 'giay-chung-sinh', fileId: newId() }],
    note: '',
  });
  dossier = await load(caseId);
  expect(
    await askForSupplement(house.acting, officer, {
      ...act(caseId, dossier.version),
      items: [{ component: null, text: 'thêm' }],
      reason: 'nữa',
    }),
  ).toMatchObject({ code: 'dossiers.second-supplement-request' });

  house.setClock('2026-11-24T09:00');
  expect(await acceptDossier(house.acting, officer, act(caseId, dossier.version))).toMatchObject({ kind: 'done' });
  dossier = await load(caseId);
  // two copies at 8.000 đồng are asked for at once, and the clock stands until they are paid
  expect(dossier).toMatchObject({
    feeDue: 16_000,
    waiting: 'financial-obligation',
    dueAt: null,
    promisedAt: instant('2026-11-24T17:00'),
  });
  expect(nationalStatus(dossier)).toBe(6);

  house.setClock('2026-11-24T10:00');
  expect(
    await recordPayment(house.acting, officer, {
      commandId: newId(),
      caseId,
      amount: 16_000,
      by: 'bank',
      reference: 'VC1',
    }),
  ).toMatchObject({ answer: { settles: true } });
  dossier = await load(caseId);
  // one working hour of pause moves a due time that was the closing of the day into the next
  expect(dossier).toMatchObject({ waiting: null, step: 'examine', dueAt: instant('2026-11-25T08:00') });

  await completeStep(house.acting, officer, { ...act(caseId, dossier.version), note: 'Đủ điều kiện.' });
  dossier = await load(caseId);
  expect(dossier).toMatchObject({ waiting: 'draft-confirmation', step: 'confirm-draft' });
  await answerDraft(house.acting, officer, { ...act(caseId, dossier.version), answer: 'confirmed', objection: '' });
  dossier = await load(caseId);
  expect(dossier).toMatchObject({ waiting: null, step: 'register', draft: 'confirmed' });
  await completeStep(house.acting, officer, { ...act(caseId, dossier.version), note: '' });
  dossier = await load(caseId);
  expect(await completeStep(house.acting, officer, { ...act(caseId, dossier.version), note: '' })).toMatchObject({
    code: 'dossiers.step-needs-signature',
  });
  await recordSignature(house.acting, officer, {
    ...act(caseId, dossier.version),
    outcome: 'approved',
    reason: '',
    file: aFile,
  });
  dossier = await load(caseId);
  await recordIssue(house.acting, officer, {
    ...act(caseId, dossier.version),
    number: '12/2026',
    file: aFile,
    document: newId(),
  });
  dossier = await load(caseId);
  expect(dossier).toMatchObject({ status: 'decided', outcome: 'approved', holdingUnit: dossier.receivingUnit });
  expect(nationalStatus(dossier)).toBe(9);
  await handOver(house.acting, officer, { ...act(caseId, dossier.version), how: 'electronic', to: '' });
  expect(nationalStatus(await load(caseId))).toBe(10);

  const types = await sql<{
    type: string;
  }>`select type from journal.entry where subject_id = ${caseId} order by recorded_at`.execute(house.db);
  expect(types.rows.map((row) => row.type.replace('dossiers.', ''))).toEqual([
    'dossier-submitted',
    'supplement-asked',
    'supplement-supplied',
    'dossier-accepted',
    'payment-asked',
    'payment-recorded',
    'step-completed',
    'draft-sent',
    'draft-answered',
    'step-completed',
    'result-signed',
    'result-issued',
    'early-result-told',
    'result-returned',
  ]);
});

test('one day of silence confirms the draft, by an act of the program', async () => {
  const { caseId } = await submitBirth('2026-11-23T08:00');
  await acceptDossier(house.acting, officer, act(caseId, (await load(caseId)).version));
  await recordPayment(house.acting, officer, {
    commandId: newId(),
    caseId,
    amount: 16_000,
    by: 'bank',
    reference: 'VC2',
  });
  await completeStep(house.acting, officer, { ...act(caseId, (await load(caseId)).version), note: '' });
  const errors: unknown[] = [];
  await fireDueTimers(house.platform, instant('2026-11-24T16:59'), (error) => errors.push(error));
  expect((await load(caseId)).draft).toBe('asked');
  house.setClock('2026-11-24T17:00');
  await fireDueTimers(house.platform, instant('2026-11-24T17:00'), (error) => errors.push(error));
  await fireDueTimers(house.platform, instant('2026-11-24T17:01'), (error) => errors.push(error));
  expect(errors).toEqual([]);
  expect(await load(caseId)).toMatchObject({ draft: 'silent', step: 'register', waiting: null });
});

test('five working days of silence let an advertisement go ahead, and only then', async () => {
  house.setClock('2026-11-23T08:00');
  const versionId = await versionOf('1.004650');
  const caseId = newId();
  const submitted = await submitDossier(house.acting, anybody, {
    commandId: newId(),
    caseId,
    versionId,
    channel: 'counter',
    areaCode: '25459',
    applicant: { name: 'Công ty TNHH Sông Vàm' },
    answers: {},
    files: [],
    papers: [],
    receiveBy: 'counter',
  });
  expect(submitted).toMatchObject({ kind: 'done' });
  await acceptDossier(house.acting, officer, act(caseId, 1));
  expect(await settleBySilence(house.acting, officer, { commandId: newId(), caseId })).toMatchObject({
    code: 'dossiers.not-overdue',
  });
  house.setClock('2026-11-30T08:01');
  const errors: unknown[] = [];
  await fireDueTimers(house.platform, instant('2026-11-30T08:01'), (error) => errors.push(error));
  expect(errors).toEqual([]);
  expect(await load(caseId)).toMatchObject({ status: 'closed', outcome: 'silence' });
  const birth = await submitBirth('2026-11-23T08:00');
  await acceptDossier(house.acting, officer, act(birth.caseId, 1));
  expect(await settleBySilence(house.acting, officer, { commandId: newId(), caseId: birth.caseId })).toMatchObject({
    code: 'dossiers.silence-not-lawful',
  });
});

test('a step is done by who holds its role in the unit that holds the dossier', async () => {
  const { caseId } = await submitBirth('2026-11-23T08:00');
  const receiving = (await load(caseId)).receivingUnit;
  const accept = async (rolesAt?: (unit: string) => string[]) =>
    acceptDossier(house.acting, { ...officer, rolesAt } as never, act(caseId, (await load(caseId)).version));
  expect(await accept()).toMatchObject({ code: 'dossiers.not-your-step', values: { role: 'TN' } });
  expect(await accept(() => ['HT', 'CT'])).toMatchObject({ code: 'dossiers.not-your-step' });
  expect(await accept((unit) => (unit === receiving ? [] : ['TN']))).toMatchObject({ code: 'dossiers.not-your-step' });
  expect(await accept((unit) => (unit === receiving ? ['TN'] : []))).toMatchObject({ kind: 'done' });
});

test('the same form sent twice opens one dossier', async () => {
  const { command } = await submitBirth('2026-11-23T09:00');
  const again = await submitDossier(house.acting, anybody, command);
  expect(again).toMatchObject({ kind: 'done', repeated: true });
  expect(await submitDossier(house.acting, anybody, { ...command, commandId: newId() })).toMatchObject({
    kind: 'command-reused',
  });
});

test('a dossier that lacks a paper is not taken in online, and says which', async () => {
  const { command } = await submitBirth('2026-11-23T09:00');
  const outcome = await submitDossier(house.acting, anybody, {
    ...command,
    commandId: newId(),
    caseId: newId(),
    files: [],
  });
  expect(outcome).toMatchObject({
    kind: 'refusal',
    code: 'dossiers.component-missing',
    values: { components: 'Giấy chứng sinh' },
  });
});

test('what is closed takes no further act, and a withdrawal needs no result', async () => {
  const { caseId } = await submitBirth('2026-11-23T09:00');
  expect(await withdrawDossier(house.acting, officer, { ...act(caseId, 1), reason: '' })).toMatchObject({
    kind: 'done',
  });
  const dossier = await load(caseId);
  expect(nationalStatus(dossier)).toBe(7);
  expect(await acceptDossier(house.acting, officer, act(caseId, dossier.version))).toMatchObject({
    code: 'dossiers.already-closed',
  });
});
