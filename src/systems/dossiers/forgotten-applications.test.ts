import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { aBirthDossier } from '../../../test/harness/dossiers.ts';
import { newId } from '../../platform/db/ids.ts';
import { findFiles, giveFiles, storeFile } from '../../platform/files/store-file.ts';
import { beginDraft, forgetExpiredDrafts, saveDraft } from '../../platform/forms/draft.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { findProcedure } from '../procedures/index.ts';
import { removeForgottenFiles, tellOfEndings } from './forgotten-applications.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
let platform: Platform<DossierTables>;
let accountId: string;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  platform = house.platform as unknown as Platform<DossierTables>;
  accountId = await anAccount(house, 'citizen');
}, 120_000);
afterAll(() => house.close());

async function begin(time: string): Promise<{ id: string; version: number }> {
  house.setClock(time);
  const found = await findProcedure(house.db, '1.001193', '2026-11-23');
  const formVersion = found?.version?.id ?? '';
  return beginDraft(house.db, { accountId, formVersion, answers: {}, at: house.acting.clock() });
}

async function bring(owner: string): Promise<string> {
  const { file, fault } = await storeFile(house.platform, {
    name: 'Giấy chứng sinh.pdf',
    bytes: Buffer.from(`%PDF-1.7\n${newId()}\n%%EOF\n`),
    purpose: 'component',
    owner: { type: 'dossier', id: owner },
    uploadedBy: accountId,
    at: house.acting.clock(),
  });
  if (!file) throw new Error(fault.code);
  return file.id;
}

const isThere = async (id: string) => (await findFiles(house.platform, { ids: [id] })).length === 1;

const toldOf = async (id: string) =>
  (
    await sql<{
      subject: string;
      link: string;
    }>`select subject, link from notifications.delivery where subject_id = ${id} and channel = 'in-app'`.execute(
      house.db,
    )
  ).rows;

test('people are told once, three days before what they have begun is erased, and again when they kept it longer', async () => {
  const { id, version } = await begin('2026-11-23T09:00');
  house.setClock('2026-12-20T02:30');
  expect(await tellOfEndings(platform)).toBe(0);
  house.setClock('2026-12-21T02:30');
  expect(await tellOfEndings(platform)).toBe(1);
  expect(await tellOfEndings(platform)).toBe(0);
  await house.readJournal();
  expect(await toldOf(id)).toEqual([
    { subject: 'Bản khai chưa nộp được giữ đến hết ngày 23/12/2026', link: `/nop-ho-so/${id}` },
  ]);

  const at = house.acting.clock();
  expect(await saveDraft(house.db, { id, accountId, version, answers: { a: 1 }, at })).toBeDefined();
  expect(await tellOfEndings(platform)).toBe(0);
  house.setClock('2027-01-18T02:30');
  expect(await tellOfEndings(platform)).toBe(1);
  await house.readJournal();
  expect((await toldOf(id)).map(({ subject }) => subject)).toContain(
    'Bản khai chưa nộp được giữ đến hết ngày 20/01/2027',
  );
});

test('files go with the application they were brought for; those of a living one, of a dossier and of today stay', async () => {
  const forgotten = await begin('2026-11-23T09:00');
  const files = { forgotten: await bring(forgotten.id), ofNobody: await bring(newId()) };
  house.setClock('2026-12-20T09:00');
  const living = await begin('2026-12-20T09:00');
  const dossier = await aBirthDossier(house, { accountId, stage: 'submitted' });
  const kept = { living: await bring(living.id), dossier: await bring(dossier) };
  house.setClock('2026-12-24T02:30');
  const today = await bring(newId());
  expect(await removeForgottenFiles(platform)).toBe(1);
  expect(await isThere(files.forgotten)).toBe(true);

  await forgetExpiredDrafts(house.db, house.acting.clock());
  expect(await removeForgottenFiles(platform)).toBe(1);
  expect([await isThere(files.forgotten), await isThere(files.ofNobody)]).toEqual([false, false]);
  expect([await isThere(kept.living), await isThere(kept.dossier), await isThere(today)]).toEqual([true, true, true]);
});

test('what a dossier names stays, whoever it was brought for, and can change hands', async () => {
  house.setClock('2026-12-20T09:00');
  const dossier = await aBirthDossier(house, { accountId, stage: 'supplement-asked' });
  const corrections = newId();
  const file = await bring(corrections);
  await house.db
    .insertInto('dossiers.component')
    .values({
      id: newId(),
      case_id: dossier,
      key: 'giay-chung-sinh',
      file_id: file,
      original: false,
      supplied_at: '2026-12-20T09:00+07:00',
      round: 1,
    })
    .execute();
  house.setClock('2027-12-24T02:30');
  await removeForgottenFiles(platform);
  expect(await isThere(file)).toBe(true);
  await giveFiles(house.db, { ids: [file], owner: dossier });
  expect((await findFiles(house.platform, { ids: [file] }))[0]?.ownerId).toBe(dossier);
});
