import { PDF } from '@libpdf/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMUNE, readDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { photo, png } from '../../../test/harness/sample-images.ts';
import { dayOf } from '../../platform/calendar/instant.ts';
import { findFiles, readFileBytes, storeFile } from '../../platform/files/store-file.ts';
import { newId } from '../../platform/db/ids.ts';
import { findProcedure } from '../procedures/index.ts';
import { checkPaper, signDigitisedPaper } from './digitise.ts';
import type { ScannedPage } from './dossier-state.ts';
import { acceptDossier, codePaper, type DossierActor, scanPaper } from './dossiers.ts';
import { submitDossier } from './submission.ts';
import type { DossierTables } from './tables.ts';

const COMPONENT = 'giay-bao-tu-hoac-giay-to';
let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
});
afterAll(() => house.close());

const officer: DossierActor = { actor: { id: newId(), kind: 'person' }, scope: 'all', rolesAt: () => ['TN'] };
const stranger: DossierActor = { ...officer, rolesAt: () => ['HT'] };
const signer = { positionId: newId(), name: 'Trần Thị Tiếp', titles: ['Công chức tiếp nhận'] };

async function received(): Promise<string> {
  const { acting, db } = house;
  const found = await findProcedure(db, '1.000656', dayOf(acting.clock()));
  const caseId = newId();
  await submitDossier(acting, officer.actor, {
    commandId: newId(),
    caseId,
    versionId: found?.version?.id ?? '',
    channel: 'counter',
    areaCode: COMMUNE,
    applicant: { name: 'Nguyễn Thị Thu Hà' },
    answers: {},
    files: [],
    papers: [COMPONENT],
    receiveBy: 'counter',
  });
  expect((await acceptDossier(acting, officer, { commandId: newId(), caseId })).kind).toBe('done');
  return caseId;
}

async function aPage(caseId: string, type: 'jpeg' | 'png'): Promise<string> {
  const { db, config } = house;
  const stored = await storeFile(
    { db, config },
    {
      name: `trang.${type}`,
      mime: `image/${type}`,
      bytes: type === 'jpeg' ? photo() : png({ traces: false }),
      purpose: 'photo',
      owner: { type: 'dossier', id: caseId },
      at: house.platform.clock(),
    },
  );
  if (!stored.file) throw new Error(stored.fault.code);
  return stored.file.id;
}

const command = (caseId: string) => ({ commandId: newId(), caseId, component: COMPONENT });
const scan = (caseId: string, pages: readonly ScannedPage[]) =>
  scanPaper(house.acting, officer, { ...command(caseId), pages });
const sign = (caseId: string) => signDigitisedPaper(house.platform as never, officer, { ...command(caseId), signer });
const paperOf = async (caseId: string) => (await readDossier(house, caseId)).digitisations[0];

test('a paper is checked, scanned, coded and signed; the copy joins the dossier and the journal says each step', async () => {
  const caseId = await received();
  const before = (await readDossier(house, caseId)).version;
  expect((await checkPaper(house.acting, officer, command(caseId))).kind).toBe('done');
  const [first, second] = [await aPage(caseId, 'jpeg'), await aPage(caseId, 'png')];
  expect((await scan(caseId, [{ file: first, turn: 0 }])).kind).toBe('done');
  expect(
    (
      await scan(caseId, [
        { file: second, turn: 90 },
        { file: first, turn: 0 },
      ])
    ).kind,
  ).toBe('done');
  expect((await codePaper(house.acting, officer, command(caseId))).kind).toBe('done');
  const { code } = await readDossier(house, caseId);
  expect(await paperOf(caseId)).toMatchObject({ state: 'coded', code: `${code}.02` });
  expect(await sign(caseId)).toMatchObject({ kind: 'done' });

  const dossier = await readDossier(house, caseId);
  expect(dossier.version, 'nobody’s page has grown old').toBe(before);
  const fileId = dossier.digitisations[0]?.fileId ?? '';
  const [file] = await findFiles(house, { ids: [fileId] });
  const bytes = file && (await readFileBytes(house.config, file.digest));
  const pdf = await PDF.load(bytes as Uint8Array);
  expect(pdf.getPageCount()).toBe(2);
  expect(
    pdf
      .getForm()
      ?.getSignatureFields()
      .some((field) => field.isSigned()),
  ).toBe(true);
  const parts = await house.db.selectFrom('dossiers.component').selectAll().where('case_id', '=', caseId).execute();
  expect(parts).toMatchObject([
    { key: COMPONENT, original: true },
    { key: COMPONENT, original: false, file_id: fileId },
  ]);
  const entries = await sql<{ type: string }>`
    select type from journal.entry where subject_id = ${caseId} and type like 'dossiers.paper-%' order by recorded_at, id
  `.execute(house.db);
  expect(entries.rows.map(({ type }) => type)).toEqual([
    'dossiers.paper-checked',
    'dossiers.paper-scanned',
    'dossiers.paper-scanned',
    'dossiers.paper-coded',
    'dossiers.paper-signed',
  ]);
});

test('no step is done before the one it rests on, nor twice', async () => {
  const caseId = await received();
  const page = { file: await aPage(caseId, 'jpeg'), turn: 0 } as const;
  expect(await scan(caseId, [page])).toMatchObject({ code: 'dossiers.paper-not-checked' });
  const check = command(caseId);
  expect(await checkPaper(house.acting, officer, check)).toMatchObject({ kind: 'done', repeated: false });
  expect(await checkPaper(house.acting, officer, check)).toMatchObject({ kind: 'done', repeated: true });
  expect(await checkPaper(house.acting, officer, command(caseId))).toMatchObject({
    code: 'dossiers.paper-checked-already',
  });
  expect(await codePaper(house.acting, officer, command(caseId))).toMatchObject({ code: 'dossiers.paper-not-scanned' });
  await scan(caseId, [page]);
  expect(await sign(caseId)).toMatchObject({ code: 'dossiers.paper-not-coded' });
  await codePaper(house.acting, officer, command(caseId));
  expect(await codePaper(house.acting, officer, command(caseId))).toMatchObject({
    code: 'dossiers.paper-coded-already',
  });
  expect((await sign(caseId)).kind).toBe('done');
  expect(await scan(caseId, [])).toMatchObject({ code: 'dossiers.paper-signed-already' });
  expect(await sign(caseId)).toMatchObject({ code: 'dossiers.paper-signed-already' });
});

test('pages that change after the code was given ask for it anew; without any the paper waits to be scanned', async () => {
  const caseId = await received();
  const page = { file: await aPage(caseId, 'jpeg'), turn: 0 } as const;
  await checkPaper(house.acting, officer, command(caseId));
  await scan(caseId, [page]);
  await codePaper(house.acting, officer, command(caseId));
  await scan(caseId, [{ ...page, turn: 180 }]);
  expect(await paperOf(caseId)).toMatchObject({ state: 'scanned', code: null, pages: [{ turn: 180 }] });
  await scan(caseId, []);
  expect(await paperOf(caseId)).toMatchObject({ state: 'checked', pages: [] });
});

test('a page of another dossier can’t be signed into this one', async () => {
  const [caseId, other] = [await received(), await received()];
  await checkPaper(house.acting, officer, command(caseId));
  await scan(caseId, [{ file: await aPage(other, 'jpeg'), turn: 0 }]);
  await codePaper(house.acting, officer, command(caseId));
  expect(await sign(caseId)).toMatchObject({ code: 'dossiers.pages-unreadable' });
  expect((await paperOf(caseId))?.state).toBe('coded');
});

test('only the office that took the papers in digitises them, and only papers that the procedure asks for', async () => {
  const caseId = await received();
  expect(await checkPaper(house.acting, stranger, command(caseId))).toMatchObject({
    code: 'dossiers.not-received-here',
  });
  expect(await checkPaper(house.acting, officer, { ...command(caseId), component: 'khong-co' })).toMatchObject({
    code: 'dossiers.no-such-paper',
  });
});

test('two officers who check, and two who sign at once: each step is done by one of them', async () => {
  const caseId = await received();
  const checked = await Promise.all([1, 2, 3].map(() => checkPaper(house.acting, officer, command(caseId))));
  expect(checked.filter((one) => one.kind === 'done')).toHaveLength(1);
  await scan(caseId, [{ file: await aPage(caseId, 'jpeg'), turn: 0 }]);
  await codePaper(house.acting, officer, command(caseId));
  const signed = await Promise.all([1, 2].map(() => sign(caseId)));
  expect(signed.filter(({ kind }) => kind === 'done')).toHaveLength(1);
});
