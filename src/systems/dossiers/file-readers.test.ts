import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMUNE } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { aSession, anAccount, type Who } from '../../../test/harness/people.ts';
import { dayOf } from '../../platform/calendar/instant.ts';
import { newId } from '../../platform/db/ids.ts';
import { findSession } from '../../platform/identity/find-session.ts';
import { programActor, type SignedIn } from '../../platform/identity/signed-in.ts';
import { findProcedure } from '../procedures/index.ts';
import { mayOpenFile } from './file-readers.ts';
import { submitDossier } from './submission.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
});
afterAll(() => house.close());

const [sealed, open] = [newId(), newId()];
const caseId = newId();

beforeAll(async () => {
  const { acting, db } = house;
  const found = await findProcedure(db, '1.001776', dayOf(acting.clock()));
  const outcome = await submitDossier(acting, programActor('test'), {
    commandId: newId(),
    caseId,
    accountId: await anAccount(house, 'citizen'),
    versionId: found?.version?.id ?? '',
    channel: 'counter',
    areaCode: COMMUNE,
    applicant: { name: 'Nguyễn Thị Lúa' },
    answers: { beneficiary_kind: 'k3' },
    files: [
      { component: 'giay-to-hiv', fileId: sealed },
      { component: 'uy-quyen', fileId: open },
    ],
    papers: [],
    receiveBy: 'counter',
  });
  expect(outcome.kind).toBe('done');
});

async function mayOpen(who: Exclude<Who, 'guest'>, fileId: string): Promise<boolean> {
  const { platform, db } = house;
  const token = await aSession(house, who);
  const signedIn = await findSession(platform.db, {
    token,
    at: platform.clock(),
    permissions: platform.registry.permissions,
  });
  const file = { id: fileId, ownerId: caseId, uploadedBy: newId() };
  return mayOpenFile(db, file, { signedIn: signedIn as SignedIn, now: platform.clock() });
}

const readings = async (): Promise<number> =>
  (await house.platform.db.selectFrom('journal.reading').select('id').where('subject_id', '=', caseId).execute())
    .length;

test('a sealed paper opens for the roles it is sealed for, and the reading is written down', async () => {
  const before = await readings();
  expect(await mayOpen({ role: 'CT', unit: 'H53.101' }, sealed)).toBe(true);
  expect(await readings()).toBe(before + 1);
});

test('who receives the dossier opens its other papers and not the sealed one', async () => {
  const reception = { role: 'TN', unit: 'H53.101.1' };
  expect(await mayOpen(reception, open)).toBe(true);
  const before = await readings();
  expect(await mayOpen(reception, sealed)).toBe(false);
  expect(await readings()).toBe(before);
});

test('the person it is about opens it', async () => {
  expect(await mayOpen('citizen', sealed)).toBe(true);
});
