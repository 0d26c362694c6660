/** Issued results for a house under test: a dossier handed in at the counter for an account and brought to its numbered paper. */
import { createHash } from 'node:crypto';
import { dayOf } from '../../src/platform/calendar/instant.ts';
import type { Outcome } from '../../src/platform/cases/act.ts';
import { newId } from '../../src/platform/db/ids.ts';
import { newVerificationCode } from '../../src/platform/documents/verification-code.ts';
import { storeFile } from '../../src/platform/files/store-file.ts';
import { programActor } from '../../src/platform/identity/signed-in.ts';
import {
  acceptDossier,
  completeStep,
  type DossierActor,
  recordIssue,
  recordSignature,
} from '../../src/systems/dossiers/dossiers.ts';
import { loadDossier } from '../../src/systems/dossiers/load-dossier.ts';
import { submitDossier } from '../../src/systems/dossiers/submission.ts';
import type { DossierTables } from '../../src/systems/dossiers/tables.ts';
import { findProcedure } from '../../src/systems/procedures/index.ts';
import { COMMUNE } from './dossiers.ts';
import { aHouse, type House } from './house.ts';

const officer: DossierActor = {
  actor: { id: newId(), kind: 'person' },
  scope: 'all',
  rolesAt: () => ['TN', 'HT', 'CV', 'LP', 'CT', 'VT', 'DK', 'CS', 'TCA', 'GD'],
};

export type ResultHouse = House<DossierTables>;

export const aResultHouse = (): Promise<ResultHouse> => aHouse<DossierTables>();

export interface IssuedResult {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly fileId: string;
  readonly checkCode: string;
}

let numbers = 0;

/** A marital-status certificate unless another procedure is named. */
export async function anIssuedResult(
  house: House<DossierTables>,
  { accountId, procedure = '1.004873' }: { readonly accountId: string; readonly procedure?: string },
): Promise<IssuedResult> {
  const { acting, db } = house;
  const found = await findProcedure(db, procedure, dayOf(acting.clock()));
  const caseId = newId();
  await done(
    submitDossier(acting, programActor('test'), {
      commandId: newId(),
      caseId,
      accountId,
      versionId: found?.version?.id ?? '',
      channel: 'counter',
      areaCode: COMMUNE,
      applicant: { name: 'Nguyễn Thị Lúa', personalNumber: '072190000001' },
      answers: {},
      files: [],
      papers: [],
      receiveBy: 'counter',
    }),
  );
  await done(acceptDossier(acting, officer, { commandId: newId(), caseId }));
  for (let turns = 0; turns < 20; turns += 1) {
    const issued = await oneTurn(house, caseId);
    if (issued) return issued;
  }
  throw new Error(`no result came of ${procedure}`);
}

async function oneTurn(house: House<DossierTables>, caseId: string): Promise<IssuedResult | undefined> {
  const { acting, db, platform } = house;
  const dossier = await loadDossier(db, { id: caseId }, 'all');
  const step = dossier?.steps.find(({ key }) => key === dossier.step);
  if (!dossier || !step) throw new Error('the dossier has no step');
  const command = { commandId: newId(), caseId };
  if (dossier.signedAt === null && step.actions.includes('sign')) {
    const file = { id: newId(), sha256: '00' };
    await done(recordSignature(acting, officer, { ...command, outcome: 'approved', reason: '', file }));
    return undefined;
  }
  if (dossier.signedAt === null || !['number', 'seal', 'return'].some((one) => step.actions.includes(one as never))) {
    await done(completeStep(acting, officer, { ...command, note: '' }));
    return undefined;
  }
  const bytes = Buffer.from(`%PDF-1.7\n% ${caseId}\n%%EOF\n`);
  const stored = await storeFile(platform, {
    name: 'ket-qua.pdf',
    bytes,
    purpose: 'result',
    owner: { type: 'dossier', id: caseId },
    at: acting.clock(),
  });
  if (!stored.file) throw new Error(`the paper was not stored: ${stored.fault.code}`);
  const [id, checkCode] = [newId(), newVerificationCode()];
  numbers += 1;
  await done(
    recordIssue(acting, officer, {
      ...command,
      number: `${numbers}/2026`,
      file: { id: stored.file.id, sha256: createHash('sha256').update(bytes).digest('hex') },
      document: id,
      published: { code: checkCode, meaning: 'marital-status-certificate', title: 'Giấy xác nhận', signers: [] },
    }),
  );
  return { id, caseId, code: dossier.code, fileId: stored.file.id, checkCode };
}

async function done(acted: Promise<Outcome>): Promise<void> {
  const outcome = await acted;
  if (outcome.kind !== 'done') throw new Error(`the result could not be made: ${JSON.stringify(outcome)}`);
}
