import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { aBirthDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { newId } from '../../../platform/db/ids.ts';
import type { DossierTables } from '../tables.ts';

const PATH = '/can-bo/phan-cong';
const SECTION = 'H53.101.2';

let house: House<DossierTables>;
let server: FastifyInstance;
let head: Visitor;
let civil: string;

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  civil = await anAccount(house, { role: 'HT', unit: SECTION });
  head = await browse(house, server, { as: { role: 'LP', unit: SECTION } });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

/** At the step of the civil-status officer in the section, its fee paid. */
async function aDossierInTheSection(): Promise<string> {
  const accountId = await anAccount(house, 'citizen');
  const caseId = await aBirthDossier(house, { accountId, stage: 'accepted' });
  await sql`
    update cases.case set waiting = null, step = 'examine', step_role = 'HT',
      holding_unit = (select id from organisation.unit where code = ${SECTION} and valid_to is null) where id = ${caseId}
  `.execute(house.db);
  return caseId;
}

const assignees = async (ids: readonly string[]): Promise<(string | null)[]> => {
  const rows = await house.db.selectFrom('cases.case').select(['id', 'assignee_id']).where('id', 'in', ids).execute();
  return ids.map((id) => rows.find((row) => row.id === id)?.assignee_id ?? null);
};

const chosen = (ids: readonly string[], fields: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams([...Object.entries(fields), ...ids.map((id) => ['chon', id])] as [string, string][]);

/** What a browser sends of the page that asks whom to: one field many times. */
async function assign(visitor: Visitor, ids: readonly string[], fields: Record<string, string> = {}) {
  const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/can-bo/ho-so')).body)?.[1] ?? '';
  return visitor.send(PATH, chosen(ids, { csrf, ...fields }));
}

test('several dossiers are given to one person at once, each with its own result', async () => {
  const ids = [await aDossierInTheSection(), await aDossierInTheSection()];
  const closed = await aDossierInTheSection();
  const elsewhere = await aBirthDossier(house, { accountId: await anAccount(house, 'citizen'), stage: 'submitted' });
  await sql`update cases.case set status = 'closed', outcome = 'stopped', closed_at = changed_at where id = ${closed}`.execute(
    house.db,
  );
  await sql`
    update cases.case set receiving_unit = u.id, competent_unit = u.id, holding_unit = u.id
    from organisation.unit u where u.code = 'H53.102.1' and u.valid_to is null and cases.case.id = ${elsewhere}
  `.execute(house.db);

  const asked = await head.get(`${PATH}?${chosen([...ids, closed, elsewhere])}`);
  expect(asked.status).toBe(200);
  expect(asked.body).toContain('1 hồ sơ đã chọn không còn ở đơn vị của bạn');
  const unchosen = await assign(head, ids, { command_id: newId() });
  expect(unchosen.status).toBe(422);
  expect(unchosen.body).toContain('Chọn một người giữ vai trò của bước này');

  const sent = { command_id: newId(), assignee: civil };
  const done = await assign(head, [...ids, closed, elsewhere], sent);
  expect(done.status).toBe(200);
  expect(done.body.match(/Đã giao cho Cán bộ HT/g)).toHaveLength(2);
  expect(done.body).toContain('Hồ sơ đã kết thúc');
  expect(await assignees([...ids, closed, elsewhere])).toEqual([civil, civil, null, null]);

  // the same form sent again is the same assignment
  expect((await assign(head, [...ids, closed, elsewhere], sent)).body.match(/Đã giao cho/g)).toHaveLength(2);
  const entries = await sql<{ type: string }>`
    select type from journal.entry where subject_id = any(${ids}) and type = 'dossiers.dossier-assigned'
  `.execute(house.db);
  expect(entries.rows).toHaveLength(2);
});

test('who does not hold the step’s role is refused row by row; a role without the permission finds no such page', async () => {
  const [mine, other] = [await aDossierInTheSection(), await aDossierInTheSection()];
  await sql`update cases.case set step = 'approve', step_role = 'LP' where id = ${other}`.execute(house.db);
  const sent = { command_id: newId(), assignee: civil };
  const done = await assign(head, [mine, other], sent);
  expect(done.body.match(/Đã giao cho Cán bộ HT/g)).toHaveLength(1);
  expect(done.body).toContain('Người này không giữ vai trò của bước');
  expect(await assignees([mine, other])).toEqual([civil, null]);

  const officer = await browse(house, server, { as: { role: 'HT', unit: SECTION } });
  expect((await assign(officer, [other], sent)).status).toBe(404);
});

test('a dossier is taken from one person with a reason that the next one reads, and not given to who holds it or is away', async () => {
  const id = await aDossierInTheSection();
  await house.readJournal();
  const clerk = await anAccount(house, { role: 'VT', unit: SECTION });
  await sql`update cases.case set assignee_id = ${clerk} where id = ${id}`.execute(house.db);
  const unreasoned = await assign(head, [id], { command_id: newId(), assignee: civil });
  expect(unreasoned.body).toContain('ghi rõ lý do');
  expect(await assignees([id])).toEqual([clerk]);
  const given = await assign(head, [id], { command_id: newId(), assignee: civil, reason: 'Chuyên viên đi công tác' });
  expect(given.body).toContain('Đã giao cho Cán bộ HT');
  await house.readJournal();
  const told = await browse(house, server, { as: { role: 'HT', unit: SECTION } });
  expect((await told.get('/thong-bao')).body).toContain('Chuyên viên đi công tác');
  const again = await assign(head, [id], { command_id: newId(), assignee: civil, reason: 'x' });
  expect(again.body).toContain('Hồ sơ đã giao cho người này');
});

test('a dossier is transferred to another unit of the place with a reason, that unit is told, and it comes back by the same act', async () => {
  const id = await aDossierInTheSection();
  const { code } = await house.db
    .selectFrom('cases.case')
    .select('code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const unit = async (): Promise<string | null> =>
    (await house.db.selectFrom('cases.case').select('holding_unit').where('id', '=', id).executeTakeFirstOrThrow())
      .holding_unit;
  const from = await unit();
  const chairman = await browse(house, server, { as: { role: 'CT', unit: 'H53.101' } });
  const path = `/can-bo/ho-so/${code}/chuyen-don-vi`;
  expect((await chairman.get(path)).body).toContain('Không có đơn vị nào khác cùng địa bàn');
  // somebody of the role sits in another section for a while
  const other = await sql<{ id: string }>`
    select id from organisation.unit where code = 'H53.101.4' and valid_to is null
  `.execute(house.db);
  const to = other.rows[0]?.id ?? '';
  const positionId = newId();
  await sql`
    insert into organisation.position (id, key, unit_id, role, title) values (${positionId}, 'thu.ht', ${to}, 'HT', '{"vi": "Công chức tư pháp - hộ tịch"}')
  `.execute(house.db);
  await sql`
    insert into organisation.holding (id, account_id, position_id, valid_from) values (${newId()}, ${civil}, ${positionId}, '2026-01-01')
  `.execute(house.db);
  await anAccount(house, { role: 'LP', unit: 'H53.101.4' });
  const form = await chairman.get(path);
  expect((await chairman.press(form, path, { unit: to, reason: '' })).body).toContain('ghi rõ lý do');
  expect((await chairman.press(form, path, { unit: newId(), reason: 'x' })).body).toContain(
    'Chọn một đơn vị cùng địa bàn',
  );
  expect((await chairman.press(form, path, { unit: to, reason: 'Phòng Văn hóa phụ trách việc này' })).status).toBe(303);
  expect(await unit()).toBe(to);
  await house.readJournal();
  const receiver = await browse(house, server, { as: { role: 'LP', unit: 'H53.101.4' } });
  expect((await receiver.get('/thong-bao')).body).toContain(`Hồ sơ ${code} chuyển đến`);
  expect((await receiver.get(`/can-bo/ho-so/${code}`)).body).toContain('Phòng Văn hóa phụ trách việc này');
  const back = await receiver.press(await receiver.get(path), path, {
    unit: from ?? '',
    reason: 'Không thuộc việc của phòng',
  });
  expect(back.status).toBe(303);
  expect(await unit()).toBe(from);
});
