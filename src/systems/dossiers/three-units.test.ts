import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDossier, signPresentStep, issuePresentStep, completePresentStep } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { dayOf } from '../../platform/calendar/instant.ts';
import type { Outcome } from '../../platform/cases/act.ts';
import { countQueues, listQueue, type Queue } from '../../platform/cases/queues.ts';
import { newId } from '../../platform/db/ids.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { unitAt } from '../../platform/organisation/find-units.ts';
import { findProcedure } from '../procedures/index.ts';
import { acceptDossier, handOver, sendTransfer, takeTransfer } from './dossiers.ts';
import { type SubmitDossier, submitDossier } from './submission.ts';
import type { DossierTables } from './tables.ts';
import { countTransfers, listTransfers } from './transfers.ts';

/** Received in ward A, decided in ward B (Tân Ninh, H53.101), returned in ward C. */
const DECIDED_AT = '25459';
let house: House<DossierTables>;
let a = '';
let b = '';
let c = '';
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  a = await officeOf('H53.102.1');
  b = await officeOf('H53.101.1');
  c = await officeOf('H53.103.1');
});
afterAll(() => house.close());

async function officeOf(code: string): Promise<string> {
  const unit = await unitAt(house.db, code, dayOf(house.platform.clock()));
  if (unit?.kind !== 'one-stop') throw new Error(`${code} is no office`);
  return unit.id;
}

const everybody = {
  actor: programActor('test'),
  scope: 'all' as const,
  rolesAt: () => ['TN', 'HT', 'CV', 'LP', 'CT', 'VT'],
};
const command = (caseId: string) => ({ commandId: newId(), caseId });

async function submit(more: Partial<SubmitDossier>): Promise<{ caseId: string; outcome: Outcome }> {
  const found = await findProcedure(house.db, '2.000815', dayOf(house.acting.clock()));
  const caseId = newId();
  const outcome = await submitDossier(house.acting, programActor('test'), {
    ...command(caseId),
    versionId: found?.version?.id ?? '',
    channel: 'counter',
    areaCode: DECIDED_AT,
    applicant: { name: 'Nguyễn Thị Thu Hà' },
    answers: {},
    files: [],
    papers: ['ban-chinh'],
    receiveBy: 'counter',
    ...more,
  });
  return { caseId, outcome };
}

async function received(more: Partial<SubmitDossier>): Promise<string> {
  const { caseId, outcome } = await submit(more);
  expect(outcome.kind).toBe('done');
  expect((await acceptDossier(house.acting, everybody, command(caseId))).kind).toBe('done');
  return caseId;
}

async function decided(caseId: string): Promise<void> {
  for (let tries = 0; tries < 6; tries++) {
    const { status, steps, step } = await readDossier(house, caseId);
    if (status === 'decided') return;
    const actions = steps.find((one) => one.key === step)?.actions ?? [];
    if (actions.includes('sign')) await signPresentStep(house, { caseId, outcome: 'approved' });
    else if (actions.includes('seal') || actions.includes('number')) await issuePresentStep(house, caseId);
    else await completePresentStep(house, caseId);
  }
  throw new Error('it did not come to a result');
}

const owner = (unit: string) => ({ accountId: newId(), units: [unit], roles: [] });
const asked = () => ({ kind: 'dossier', at: house.platform.clock(), soonUntil: house.platform.clock() });

async function queueOf(unit: string, queue: Queue): Promise<string[]> {
  const { rows } = await listQueue(house.db, owner(unit), { ...asked(), queue, limit: 200 });
  return rows.map(({ id }) => id);
}

test('any office receives for any commune: number and receipt are its own, the work is done where the matter belongs', async () => {
  const caseId = await received({ receivingUnit: a, returningUnit: a });
  const dossier = await readDossier(house, caseId);
  expect(dossier.code).toMatch(/^H53\.102\.1-261123-\d{4}$/);
  expect(dossier).toMatchObject({ receivingUnit: a, returningUnit: a, competentOffice: b, status: 'open' });
  expect(dossier.holdingUnit).not.toBe(a);
  expect(await queueOf(a, 'for-others')).toContain(caseId);
  expect(await queueOf(dossier.holdingUnit ?? '', 'from-others')).toContain(caseId);
  expect(await queueOf(a, 'return-here')).toContain(caseId);
  expect(await queueOf(b, 'for-others')).not.toContain(caseId);
});

test('where everything is in one place there is nothing to transfer and no queue between offices', async () => {
  const caseId = await received({ receivingUnit: b, returningUnit: b });
  const dossier = await readDossier(house, caseId);
  expect(dossier).toMatchObject({ competentOffice: null, transfers: [] });
  for (const queue of ['for-others', 'return-here'] as const) expect(await queueOf(b, queue)).not.toContain(caseId);
});

test('an office that is none, or no longer one, can’t be chosen', async () => {
  const { competentUnit } = await readDossier(house, await received({ receivingUnit: b }));
  for (const more of [{ receivingUnit: competentUnit }, { returningUnit: newId() }])
    expect((await submit(more)).outcome).toMatchObject({ kind: 'refusal', code: 'dossiers.not-an-office' });
});

test('papers go to the office that decides, the result to where it is returned; each is sent once and taken in once', async () => {
  const before = await countTransfers(house.db, [a]);
  const caseId = await received({ receivingUnit: a, returningUnit: c });
  expect(await countTransfers(house.db, [a])).toMatchObject({ 'to-send': before['to-send'] + 1 });
  const papers = (await listTransfers(house.db, { units: [a], side: 'to-send', limit: 50 })).find(
    (one) => one.caseId === caseId,
  );
  expect(papers).toMatchObject({ content: 'papers', person: 'Nguyễn Thị Thu Hà' });
  const send = { ...command(caseId), transfer: papers?.id ?? '', how: 'post' as const, reference: 'EB123456789VN' };
  expect(await sendTransfer(house.acting, everybody, send)).toMatchObject({ kind: 'done', repeated: false });
  expect(await sendTransfer(house.acting, everybody, send)).toMatchObject({ kind: 'done', repeated: true });
  expect(await sendTransfer(house.acting, everybody, { ...send, commandId: newId() })).toMatchObject({
    code: 'dossiers.transfer-sent-already',
  });
  const take = { ...command(caseId), transfer: papers?.id ?? '' };
  expect((await takeTransfer(house.acting, everybody, take)).kind).toBe('done');
  expect(await takeTransfer(house.acting, everybody, { ...take, commandId: newId() })).toMatchObject({
    code: 'dossiers.transfer-taken-already',
  });

  await decided(caseId);
  const dossier = await readDossier(house, caseId);
  expect(dossier.holdingUnit).toBe(c);
  expect(await queueOf(c, 'to-return')).toContain(caseId);
  const over = { ...command(caseId), how: 'counter' as const, to: '', told: 'phone' as const };
  expect(await handOver(house.acting, everybody, over)).toMatchObject({ code: 'dossiers.result-underway' });
  const result = dossier.transfers.find(({ content }) => content === 'result');
  expect(result).toMatchObject({ from: b, to: c, sentAt: null });
  const taken = await takeTransfer(house.acting, everybody, { ...command(caseId), transfer: result?.id ?? '' });
  expect(taken.kind).toBe('done');
  expect((await handOver(house.acting, everybody, { ...over, commandId: newId() })).kind).toBe('done');
  for (const queue of ['for-others', 'return-here'] as const) {
    expect(await queueOf(a, queue)).not.toContain(caseId);
    expect(await queueOf(c, queue)).not.toContain(caseId);
  }
});

test('twenty at once: each set of papers is taken in by one of them', async () => {
  const caseId = await received({ receivingUnit: a });
  const [transfer] = (await readDossier(house, caseId)).transfers;
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () =>
      takeTransfer(house.acting, everybody, { ...command(caseId), transfer: transfer?.id ?? '' }),
    ),
  );
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  const entries = await sql<{ count: number }>`
    select count(*)::integer as count from journal.entry where subject_id = ${caseId} and type = 'dossiers.transfer-taken'
  `.execute(house.db);
  expect(entries.rows[0]?.count).toBe(1);
});

test('an electronic result needs no place: the authority’s own office ends the dossier', async () => {
  const caseId = await received({ receivingUnit: a, receiveBy: 'electronic' });
  await decided(caseId);
  const dossier = await readDossier(house, caseId);
  expect(dossier).toMatchObject({ returningUnit: b, holdingUnit: b });
  expect(dossier.transfers.filter(({ content }) => content === 'result')).toEqual([]);
});

test('what each queue between offices counts is what it lists', async () => {
  for (const unit of [a, b, c]) {
    const counts = await countQueues(house.db, owner(unit), asked());
    for (const queue of ['for-others', 'from-others', 'return-here'] as const)
      expect(counts.get(queue)).toBe((await queueOf(unit, queue)).length);
  }
});
