import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMUNE, readDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { photo, png } from '../../../test/harness/sample-images.ts';
import { dayOf } from '../../platform/calendar/instant.ts';
import { newId } from '../../platform/db/ids.ts';
import { findFiles, readFileBytes, storeFile } from '../../platform/files/store-file.ts';
import type { Answers } from '../../platform/forms/answers.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { findProcedure } from '../procedures/index.ts';
import { listUsable, rebuildResults } from '../results/index.ts';
import { checkPaper, signDigitisedPaper } from './digitise.ts';
import { acceptDossier, codePaper, completeStep, type DossierActor, scanPaper } from './dossiers.ts';
import { issueResult, signResult } from './finish-result.ts';
import { submitDossier } from './submission.ts';
import type { DossierTables } from './tables.ts';

/** A person has an original certified, and another paper digitised at the counter. */
let house: House<DossierTables>;
let accountId: string;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  accountId = await anAccount(house, 'citizen');
}, 120_000);
afterAll(() => house.close());

const officer: DossierActor = {
  actor: { id: newId(), kind: 'person' },
  scope: 'all',
  rolesAt: () => ['TN', 'HT', 'CT', 'VT'],
};
const signer = { positionId: newId(), name: 'Lê Văn Ký', titles: ['Chủ tịch'] };
const platform = () => house.platform as unknown as Platform<DossierTables>;

async function received(procedure: string, { answers = {}, papers }: { answers?: Answers; papers: readonly string[] }) {
  const { acting, db } = house;
  const found = await findProcedure(db, procedure, dayOf(acting.clock()));
  const caseId = newId();
  const sent = await submitDossier(acting, officer.actor, {
    commandId: newId(),
    caseId,
    accountId,
    versionId: found?.version?.id ?? '',
    channel: 'counter',
    areaCode: COMMUNE,
    applicant: { name: 'Nguyễn Thị Lúa' },
    answers,
    files: [],
    papers,
    receiveBy: 'electronic',
  });
  expect(sent.kind).toBe('done');
  expect((await acceptDossier(acting, officer, { commandId: newId(), caseId })).kind).toBe('done');
  return caseId;
}

async function aFile(caseId: string, component: string, bytes: Uint8Array, name: string): Promise<string> {
  const { db, config } = house;
  const stored = await storeFile(
    { db, config },
    {
      name,
      bytes,
      purpose: 'component',
      owner: { type: 'dossier', id: caseId },
      component,
      at: house.platform.clock(),
    },
  );
  if (!stored.file) throw new Error(stored.fault.code);
  return stored.file.id;
}

/** Checked and scanned: two pages, the second lying. */
async function scanned(caseId: string, component: string): Promise<void> {
  const command = () => ({ commandId: newId(), caseId, component });
  await checkPaper(house.acting, officer, command());
  const pages = [
    { file: await aFile(caseId, component, photo(), '1.jpg'), turn: 0 as const },
    { file: await aFile(caseId, component, png({ traces: false }), '2.png'), turn: 90 as const },
  ];
  expect((await scanPaper(house.acting, officer, { ...command(), pages })).kind).toBe('done');
}

const DIPLOMA: Answers = {
  originals: [{ paper_kind: 'diploma', paper_title: 'Bằng tốt nghiệp đại học', issuer: 'Trường', pages: 2, copies: 1 }],
};

async function issued(caseId: string): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    const { step, steps } = await readDossier(house, caseId);
    const actions = steps.find(({ key }) => key === step)?.actions ?? [];
    const command = { commandId: newId(), caseId };
    if (actions.includes('sign')) {
      const signed = await signResult(platform(), officer, { ...command, outcome: 'approved', reason: '', signer });
      expect(signed).toMatchObject({ kind: 'done' });
    } else if (actions.includes('seal')) {
      expect(await issueResult(platform(), officer, command)).toMatchObject({ kind: 'done' });
      return house.readJournal();
    } else {
      const office = { book: '01/2026' };
      expect(await completeStep(house.acting, officer, { ...command, note: '', office })).toMatchObject({
        kind: 'done',
      });
    }
  }
}

const usable = async (component: { readonly key: string; readonly copies?: number }) => {
  const [found = []] = await listUsable(house.db, {
    accountId,
    day: dayOf(house.platform.clock()),
    wanted: [{ procedure: '3.000182', component }],
  });
  return found.map(({ name }) => name.vi);
};

test('a certified copy is the attestation with the pages of the original, signed and sealed, and serves wherever a copy is asked for', async () => {
  const caseId = await received('2.000815', { answers: DIPLOMA, papers: [] });
  await scanned(caseId, 'ban-sao');
  await issued(caseId);
  const { resultFile } = await readDossier(house, caseId);
  const [file] = await findFiles(house, { ids: [resultFile ?? ''] });
  const pdf = await PDF.load((file && (await readFileBytes(house.config, file.digest))) as Uint8Array);
  expect(pdf.getPageCount()).toBe(3);
  const signatures = pdf.getForm()?.getSignatureFields() ?? [];
  expect(signatures.filter((field) => field.isSigned())).toHaveLength(2);
  expect(await usable({ key: 'bang', copies: 1 })).toEqual(['Bản sao được chứng thực: Bằng tốt nghiệp đại học']);
  expect(await usable({ key: 'bang' })).toEqual([]);
});

test('an attestation of copies on paper holds no copy, and serves as none', async () => {
  const caseId = await received('2.000815', { answers: DIPLOMA, papers: ['ban-sao'] });
  await issued(caseId);
  expect(await usable({ key: 'bang', copies: 1 })).toHaveLength(1);
});

test('a scan that is no picture is not certified, and the officer is told how to mend it', async () => {
  const caseId = await received('2.000815', { answers: DIPLOMA, papers: [] });
  const fileId = await aFile(caseId, 'ban-sao', Buffer.from('%PDF-1.7\n%%EOF\n'), 'ban-chinh.pdf');
  await house.db
    .insertInto('dossiers.component')
    .values({
      id: newId(),
      case_id: caseId,
      key: 'ban-sao',
      file_id: fileId,
      original: false,
      supplied_at: '2026-11-23',
      round: 0,
    })
    .execute();
  await completeStep(house.acting, officer, { commandId: newId(), caseId, note: '', office: { book: '01/2026' } });
  const sent = { commandId: newId(), caseId, outcome: 'approved', reason: '', signer } as const;
  expect(await signResult(platform(), officer, sent)).toMatchObject({ code: 'dossiers.copy-not-pictures' });
});

test('a paper digitised at the counter joins the store of the person it was taken from, once, and can be made again from the journal', async () => {
  const component = 'giay-bao-tu-hoac-giay-to';
  const caseId = await received('1.000656', { papers: [component] });
  await scanned(caseId, component);
  const command = () => ({ commandId: newId(), caseId, component });
  await codePaper(house.acting, officer, command());
  expect(await signDigitisedPaper(platform(), officer, { ...command(), signer })).toMatchObject({ kind: 'done' });
  await house.readJournal();
  const held = async () => {
    const [found = []] = await listUsable(house.db, {
      accountId,
      day: dayOf(house.platform.clock()),
      wanted: [{ procedure: '1.000656', component: { key: component } }],
    });
    return found.map(({ source, caseCode }) => `${source} ${caseCode}`);
  };
  const { code } = await readDossier(house, caseId);
  expect(await held()).toEqual([`paper ${code}`]);
  await house.db.deleteFrom('results.paper' as never).execute();
  await rebuildResults(house.db as never);
  expect(await held()).toEqual([`paper ${code}`]);
});
