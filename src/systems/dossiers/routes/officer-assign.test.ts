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
