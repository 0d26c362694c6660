import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier, anAcceptedDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { textOf } from '../../../../test/harness/pdf-reader.ts';
import { dayOf } from '../../../platform/calendar/instant.ts';
import { newId } from '../../../platform/db/ids.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import { endDelegation, giveDelegation } from '../../../platform/organisation/delegation.ts';
import { completeStep } from '../dossiers.ts';
import type { DossierTables } from '../tables.ts';

const PATH = '/can-bo/nhieu-ho-so';

let house: House<DossierTables>;
let server: FastifyInstance;

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

const visit = (role: string, unit: string): Promise<Visitor> => browse(house, server, { as: { role, unit } });

const asked = (viec: string, ids: readonly string[]): string =>
  `${PATH}?${new URLSearchParams([['viec', viec], ...ids.map((id) => ['chon', id] as [string, string])])}`;

/** Presses the button as the page stands, with what is ticked. */
function pressAll(visitor: Visitor, page: Page, more: Record<string, string> = {}): Promise<Page> {
  const hidden = [...page.body.matchAll(/type="hidden" name="(command_id|csrf|viec)" value="([^"]*)"/g)];
  const ticked = [...page.body.matchAll(/name="chon" value="([^"]+)"/g)].map((match) => ['chon', match[1]]);
  const form = page.body.slice(page.body.indexOf(`action="${PATH}"`));
  const id = /name="command_id" value="([^"]+)"/.exec(form)?.[1] ?? '';
  const fields = hidden.map((match) => [match[1], match[1] === 'command_id' ? id : match[2]]);
  const unique = new Map(fields as [string, string][]);
  return visitor.send(
    PATH,
    new URLSearchParams([...unique, ...(ticked as [string, string][]), ...Object.entries(more)]),
  );
}

const statusOf = async (id: string): Promise<string> => {
  const row = await house.db
    .selectFrom('cases.case')
    .select(['status', 'step'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return `${row.status} ${row.step}`;
};

test('several are accepted: those that can be, each with its line; the same press again answers the same', async () => {
  const accountId = await anAccount(house, 'citizen');
  const ids = [
    await aBirthDossier(house, { accountId, stage: 'submitted' }),
    await aBirthDossier(house, { accountId, stage: 'submitted' }),
    await aBirthDossier(house, { accountId, stage: 'submitted' }),
  ];
  const withdrawn = await aBirthDossier(house, { accountId, stage: 'withdrawn' });
  const officer = await visit('TN', 'H53.101.1');
  expect((await officer.get('/can-bo/ho-so?hang=cho-tiep-nhan')).body).toContain('name="viec"');
  const confirm = await officer.get(asked('tiep-nhan', [...ids, withdrawn, newId()]));
  expect(confirm.body).toContain('Sẽ thực hiện (3)');
  expect(confirm.body).toContain('Không thực hiện được (1)');
  expect(confirm.body).toContain('1 hồ sơ đã chọn không còn ở đơn vị của bạn');

  // somebody else takes one of them meanwhile
  const other = await officer.get(asked('tiep-nhan', [ids[2] as string]));
  expect((await pressAll(officer, other)).body).toContain('Đã thực hiện 1 trên 1 hồ sơ');
  const done = await pressAll(officer, confirm);
  expect(done.status).toBe(200);
  expect(done.body).toContain('Đã thực hiện 2 trên 3 hồ sơ');
  expect(done.body).toContain('Người khác vừa xử lý');
  const again = await pressAll(officer, confirm);
  expect(again.body).toContain('Đã thực hiện 2 trên 3 hồ sơ');
  const entries = await sql<{ n: number }>`
    select count(*)::integer as n from journal.entry where subject_id = any(${ids}) and type = 'dossiers.dossier-accepted'
  `.execute(house.db);
  expect(entries.rows[0]?.n).toBe(3);
  expect((await statusOf(ids[0] as string)).startsWith('open')).toBe(true);
});

test('several are asked for papers, each with its own reason or the common one of the list; those without any stay and say so', async () => {
  const accountId = await anAccount(house, 'citizen');
  const submit = () => aBirthDossier(house, { accountId, stage: 'submitted' });
  const [first, second, third] = [await submit(), await submit(), await submit()];
  const officer = await visit('TN', 'H53.101.1');
  const confirm = await officer.get(asked('bo-sung', [first, second, third]));
  expect(confirm.body).toContain('Sẽ thực hiện (3)');
  expect(confirm.body).toContain('name="giay-to.1.001193" value="giay-chung-sinh"');
  expect(confirm.body).not.toContain('value="du-lieu');

  // words for one alone: the others have none
  const own = await pressAll(officer, confirm, { [`rieng.${first}`]: 'Sai tên mẹ, khai lại.' });
  expect(own.body).toContain('Đã thực hiện 1 trên 3 hồ sơ');
  expect(own.body.match(/Không thực hiện được/g)).toHaveLength(2);
  const again = /href="([^"]*viec=bo-sung[^"]*)"/.exec(own.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const rest = await officer.get(again);
  expect(rest.body).toContain('Sẽ thực hiện (2)');
  const words = { 'giay-to.1.001193': 'giay-chung-sinh', reason: 'Ảnh mờ, chụp lại.' };
  expect((await pressAll(officer, rest, words)).body).toContain('Đã thực hiện 2 trên 2 hồ sơ');

  const said = async (id: string) =>
    (
      await sql<{ name: string; body: string }>`
        select name, body from journal.content where subject_id = ${id} and name in ('items', 'reason') order by name
      `.execute(house.db)
    ).rows.map(({ body }) => body);
  expect((await said(first)).join(' ')).toContain('Sai tên mẹ');
  expect((await said(second)).join(' ')).toMatch(/giay-chung-sinh[^]*Ảnh mờ/);
  const waiting = await house.db
    .selectFrom('cases.case')
    .select('waiting')
    .where('id', 'in', [first, second, third])
    .execute();
  expect(waiting.map((row) => row.waiting)).toEqual(['supplement', 'supplement', 'supplement']);
});

test('several are refused at reception: one that somebody else took meanwhile is left as it is, and shown', async () => {
  const accountId = await anAccount(house, 'citizen');
  const submit = () => aBirthDossier(house, { accountId, stage: 'submitted' });
  const [first, second] = [await submit(), await submit()];
  const officer = await visit('TN', 'H53.101.1');
  const confirm = await officer.get(asked('tu-choi', [first, second]));
  await pressAll(officer, await officer.get(asked('tiep-nhan', [second])));
  const done = await pressAll(officer, confirm, { reason: 'Không thuộc thẩm quyền của phường.' });
  expect(done.body).toContain('Đã thực hiện 1 trên 2 hồ sơ');
  expect(done.body).toContain('Người khác vừa xử lý');
  expect((await statusOf(first)).startsWith('closed')).toBe(true);
  expect((await statusOf(second)).startsWith('open')).toBe(true);

  // back to the step before, by who sits at it
  const examiner = await visit('HT', 'H53.101.2');
  const back = await examiner.get(asked('tra-lai', [second]));
  const returned = await pressAll(examiner, back, { reason: 'Kiểm tra lại bản giấy.' });
  expect(returned.body + back.body).toMatch(/Đã thực hiện 1 trên 1 hồ sơ|Không thực hiện được \(1\)/);
});

test('an act without its permission, or of another unit, reaches nothing', async () => {
  const accountId = await anAccount(house, 'citizen');
  const id = await aBirthDossier(house, { accountId, stage: 'submitted' });
  const officer = await visit('TN', 'H53.101.1');
  expect((await officer.get(asked('ky', [id]))).status).toBe(404);
  expect((await officer.get(asked('dung', [id]))).status).toBe(404);
  const stranger = await visit('TN', 'H53.102.1');
  expect((await stranger.get(asked('tiep-nhan', [id]))).body).toContain('1 hồ sơ đã chọn không còn ở đơn vị của bạn');
  const csrf = /name="csrf" value="([^"]+)"/.exec((await stranger.get('/can-bo/ho-so')).body)?.[1] ?? '';
  const sent = await stranger.post(PATH, { csrf, viec: 'tiep-nhan', chon: `${id}.1`, command_id: newId() });
  expect(sent.body).toContain('Hồ sơ không còn ở đơn vị của bạn');
  expect(await statusOf(id)).toBe('submitted receive');
});

/** At the chairman's step, the office's part filled in. */
async function toSign(): Promise<string> {
  const originals = [{ paper_title: 'Bằng tốt nghiệp', issuer: 'Sở Giáo dục', pages: 1, copies: 2 }];
  const answers = { requester: { full_name: 'NGUYỄN THỊ THU HÀ' }, originals };
  const caseId = await anAcceptedDossier(house, { procedure: '2.000815', answers });
  const civil = { actor: programActor('test'), scope: 'all' as const, rolesAt: () => ['HT'] };
  const command = { commandId: newId(), caseId, note: '', office: { book: '01' } };
  expect((await completeStep(house.acting, civil, command)).kind).toBe('done');
  return caseId;
}

test('a leader signs several; a delegate signs in their place, is named so, and no more once the delegation has ended', async () => {
  const chairman = { role: 'CT', unit: 'H53.101' };
  const clerk = { role: 'VT', unit: 'H53.101.2' };
  const [giver, delegate] = [await anAccount(house, chairman), await anAccount(house, clerk)];
  const position = await sql<{ id: string }>`
    select position_id as id from organisation.holding where account_id = ${giver}
  `.execute(house.db);
  const [first, second, third] = [await toSign(), await toSign(), await toSign()];
  const leader = await visit(chairman.role, chairman.unit);
  expect((await leader.get('/can-bo/ky')).body).toContain('Ký các hồ sơ đã đánh dấu');
  const stand = await visit(clerk.role, clerk.unit);
  expect((await stand.get(asked('ky', [second]))).status).toBe(404);

  const today = dayOf(house.platform.clock());
  const given = await giveDelegation(house.platform.db, programActor('test'), {
    commandId: newId(),
    from: giver,
    to: delegate,
    positionId: position.rows[0]?.id ?? '',
    firstDay: today,
    lastDay: today,
    document: '12/GUQ-UBND',
    reason: '',
    at: house.platform.clock(),
  });
  const signs = await leader.get(asked('ky', [first]));
  expect((await pressAll(leader, signs)).body).toContain('Đã thực hiện 1 trên 1 hồ sơ');
  const standing = await stand.get(asked('ky', [second]));
  expect((await pressAll(stand, standing)).body).toContain('Đã thực hiện 1 trên 1 hồ sơ');
  const signed = await sql<{ account: string; for: string | null }>`
    select account_id as account, sealed::jsonb #>> '{actor,for}' as for from journal.entry
    where subject_id = ${second} and type = 'dossiers.result-signed'
  `.execute(house.db);
  expect(signed.rows).toEqual([{ account: delegate, for: giver }]);
  expect(await paperOf(second)).toMatch(/TUQ\. CHỦ TỊCH/);
  expect(await paperOf(first)).not.toMatch(/TUQ\./);
  const { code } = await house.db
    .selectFrom('cases.case')
    .select('code')
    .where('id', '=', second)
    .executeTakeFirstOrThrow();
  expect((await leader.get(`/can-bo/ho-so/${code}`)).body).toContain('thừa ủy quyền của Cán bộ CT');

  const before = await stand.get(asked('ky', [third]));
  if (given.kind === 'given')
    await endDelegation(house.platform.db, programActor('test'), {
      commandId: newId(),
      id: given.id,
      reason: '',
      at: house.platform.clock(),
    });
  expect((await pressAll(stand, before)).status).toBe(404);
  expect(await statusOf(third)).toBe('open sign');
});

async function paperOf(id: string): Promise<string> {
  const { findFiles, readFileBytes } = await import('../../../platform/files/store-file.ts');
  const row = await sql<{
    file: string;
  }>`select signed_file as file from dossiers.dossier where case_id = ${id}`.execute(house.db);
  const [file] = await findFiles(house.platform, { ids: [row.rows[0]?.file ?? ''] });
  const bytes = file && (await readFileBytes(house.platform.config, file.digest));
  return textOf(bytes ?? new Uint8Array());
}
