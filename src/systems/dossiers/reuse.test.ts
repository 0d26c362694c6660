import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { COMMUNE } from '../../../test/harness/dossiers.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { anIssuedResult, aResultHouse, type IssuedResult, type ResultHouse } from '../../../test/harness/results.ts';
import type { Outcome } from '../../platform/cases/act.ts';
import { newId } from '../../platform/db/ids.ts';
import { beginDraft } from '../../platform/forms/draft.ts';
import { programActor } from '../../platform/identity/signed-in.ts';
import { findProcedure } from '../procedures/index.ts';
import { listReused, reusePaper } from '../results/index.ts';
import { acceptDossier } from './dossiers.ts';
import { submitDossier } from './submission.ts';

/** A person who holds a marital-status certificate registers a marriage. */
let house: ResultHouse;
let server: FastifyInstance;
let citizen: Visitor;
let accountId: string;
let held: IssuedResult;
let versionId: string;

const MARRIAGE = '1.000894';
const COMPONENT = { key: 'xac-nhan-tinh-trang-hon-nhan', resultOf: ['1.004873'] };

beforeAll(async () => {
  house = await aResultHouse();
  server = await serverOf(house);
  accountId = await anAccount(house, 'citizen');
  held = await anIssuedResult(house, { accountId });
  await house.readJournal();
  versionId = (await findProcedure(house.db, MARRIAGE, '2026-11-23'))?.version?.id ?? '';
  citizen = await browse(house, server, { as: 'citizen' });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
});

const reuse = (ownerId: string) =>
  reusePaper(house.db, {
    accountId,
    heldId: held.id,
    ownerId,
    procedure: MARRIAGE,
    component: COMPONENT,
    at: house.platform.clock(),
  });

async function submit(caseId: string, fileId: string): Promise<Outcome> {
  return submitDossier(house.acting, programActor('test'), {
    commandId: newId(),
    caseId,
    accountId,
    versionId,
    channel: 'online',
    areaCode: COMMUNE,
    applicant: { name: 'Nguyễn Thị Lúa' },
    answers: {},
    files: [{ component: COMPONENT.key, fileId }],
    papers: [],
    receiveBy: 'counter',
  });
}

const officer = {
  actor: { id: newId(), kind: 'person' as const },
  scope: 'all' as const,
  rolesAt: () => ['TN'],
};
const accept = (caseId: string) => acceptDossier(house.acting, officer, { commandId: newId(), caseId });

async function aDraft(): Promise<string> {
  const particulars = { area: COMMUNE, case: '' };
  const at = house.platform.clock();
  return (await beginDraft(house.db, { accountId, formVersion: versionId, particulars, answers: {}, at })).id;
}

const buttonOf = ({ body }: Page): string => /name="dung-lai" value="([^"]+)"/.exec(body)?.[1] ?? '';

test('a component that the applicant holds is offered where its file is asked for, and taken by one press', async () => {
  const id = await aDraft();
  const path = `/nop-ho-so/${id}/papers`;
  const shown = await citizen.get(path);
  expect(shown.body).toContain('Dùng lại giấy tờ đã có');
  expect(shown.body).toContain('Có giá trị đến hết ngày 23/05/2027');
  const taken = await citizen.press(shown, path, { 'dung-lai': buttonOf(shown) });
  expect([taken.status, taken.location]).toEqual([303, path]);
  const after = await citizen.get(path);
  expect(after.body).toContain('ket-qua.pdf');
  const rows = await sql`select source, held_id from results.reuse where owner_id = ${id}`.execute(house.db);
  expect(rows.rows).toEqual([{ source: 'result', held_id: held.id }]);
});

test('nothing of another’s is offered or taken', async () => {
  const stranger = await anAccount(house, 'business');
  const wanted = { heldId: held.id, ownerId: newId(), procedure: MARRIAGE, component: COMPONENT };
  expect(await reusePaper(house.db, { ...wanted, accountId: stranger, at: house.platform.clock() })).toBeUndefined();
  const other = { ...wanted, component: { key: 'giay-to-khac' }, accountId, at: house.platform.clock() };
  expect(await reusePaper(house.db, other)).toBeUndefined();
});

test('the officer is told that a paper is used again, from where, and that it still counts', async () => {
  const caseId = newId();
  const fileId = (await reuse(caseId)) ?? '';
  const outcome = await submit(caseId, fileId);
  expect(outcome.kind).toBe('done');
  const said = await sql<{ held: string }>`
    select sealed::jsonb #>> '{body,held}' as held from journal.entry where subject_id = ${caseId} and type = 'dossiers.paper-reused'
  `.execute(house.db);
  expect(said.rows).toEqual([{ held: held.id }]);
  const code = outcome.kind === 'done' ? (outcome.answer.code as string) : '';
  const reception = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
  const { body } = await reception.get(`/can-bo/ho-so/${code}`);
  expect(body).toContain('Dùng lại từ kho của người nộp: Giấy xác nhận tình trạng hôn nhân');
  expect(body).toContain('Có giá trị đến hết ngày 23/05/2027.');
  expect((await reception.get(`/tep/${fileId}`)).status).toBe(200);
  expect((await citizen.get('/giay-to-cua-toi')).body).toContain('Đã được mở 1 lần');
  expect((await accept(caseId)).kind).toBe('done');
});

test('its validity is looked at when the dossier is handed in, and again when it is accepted', async () => {
  const [late, open] = [newId(), newId()];
  const [lateFile, openFile] = [(await reuse(late)) ?? '', (await reuse(open)) ?? ''];
  expect((await submit(open, openFile)).kind).toBe('done');
  await sql`update results.result set revoked_at = ${'2026-11-23T10:00:00+07:00'} where id = ${held.id}`.execute(
    house.db,
  );
  const code = 'dossiers.reused-not-valid';
  expect(await submit(late, lateFile)).toMatchObject({ kind: 'refusal', code });
  expect(await accept(open)).toMatchObject({ kind: 'refusal', code });
  expect(await reuse(newId())).toBeUndefined();
  expect(await listReused(house.db, [openFile])).toMatchObject([{ heldId: held.id }]);
});
