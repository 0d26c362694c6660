import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/harness/database.ts';
import { type Instant, instant } from '../calendar/instant.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import { newId } from '../db/ids.ts';
import { createAccount } from '../identity/account.ts';
import { programActor } from '../identity/signed-in.ts';
import { beginDraft, deleteDraft, DRAFT_DAYS, findDraft, forgetExpiredDrafts, listDrafts, saveDraft } from './draft.ts';

const AT = instant('2026-11-23T09:00');
const later = (days: number): Instant => (AT + days * 86_400_000) as Instant;
let open: OpenDatabase;
let accountId: string;
let stranger: string;

beforeAll(async () => {
  const database = await testDatabase();
  open = openDatabase({ url: database.url });
  [accountId, stranger] = [await anAccount(), await anAccount()];
  return async () => {
    await open.close();
    await database.drop();
  };
});

test('a draft is kept, taken up again and saved step by step', async () => {
  const begun = await beginDraft(open.db, {
    accountId,
    formVersion: newId(),
    particulars: { case: 'late' },
    answers: { a: 'Nguyễn' },
    at: AT,
  });
  const saved = await saveDraft(open.db, {
    id: begun.id,
    accountId,
    version: begun.version,
    answers: { a: 'Nguyễn', b: [{ c: 1.5 }] },
    at: later(1),
  });
  expect(saved?.version).toBe(2);
  const found = await findDraft(open.db, { id: begun.id, accountId, at: later(2) });
  expect(found).toMatchObject({
    answers: { a: 'Nguyễn', b: [{ c: 1.5 }] },
    particulars: { case: 'late' },
    updated_at: later(1),
    created_at: AT,
  });
  expect((await listDrafts(open.db, { accountId, at: later(2) })).map((draft) => draft.id)).toContain(begun.id);
});

test('what was saved elsewhere since is not written over', async () => {
  const { id, version } = await aDraft();
  const tries = [1, 2, 3, 4].map((answer) =>
    saveDraft(open.db, { id, accountId, version, answers: { answer }, at: AT }),
  );
  const done = (await Promise.all(tries)).filter((draft) => draft !== undefined);
  expect(done).toHaveLength(1);
  expect((await findDraft(open.db, { id, accountId, at: AT }))?.answers).toEqual(done[0]?.answers);
});

test('nobody sees, saves or deletes another’s draft', async () => {
  const { id, version } = await aDraft();
  const other = { id, accountId: stranger };
  expect(await findDraft(open.db, { ...other, at: AT })).toBeUndefined();
  expect(await saveDraft(open.db, { ...other, version, answers: {}, at: AT })).toBeUndefined();
  expect(await deleteDraft(open.db, other)).toBe(false);
  expect(await deleteDraft(open.db, { id, accountId })).toBe(true);
  expect(await deleteDraft(open.db, { id, accountId })).toBe(false);
});

test('a draft is kept to the end of its last day, then forgotten', async () => {
  const { id } = await aDraft();
  const [last, after] = [instant('2026-12-23T23:59'), instant('2026-12-24T00:00')];
  expect(DRAFT_DAYS).toBe(30);
  expect(await findDraft(open.db, { id, accountId, at: last })).toBeDefined();
  expect(await findDraft(open.db, { id, accountId, at: after })).toBeUndefined();
  expect(await forgetExpiredDrafts(open.db, last)).toBe(0);
  expect(await forgetExpiredDrafts(open.db, after)).toBeGreaterThan(0);
  expect(await deleteDraft(open.db, { id, accountId })).toBe(false);
});

const aDraft = () => beginDraft(open.db, { accountId, formVersion: newId(), answers: {}, at: AT });

async function anAccount(): Promise<string> {
  const made = await createAccount(open.db, programActor('test'), { kind: 'citizen', name: 'Lê Thị Hoa', at: AT });
  return made.kind === 'created' ? made.accountId : expect.fail(made.code);
}
