import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { anAcceptedDossier, completePresentStep, readDossier } from '../../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { createAccount } from '../../../platform/identity/account.ts';
import { programActor } from '../../../platform/identity/signed-in.ts';
import { typedDayOf } from '../../../platform/text/typed-day.ts';
import { tellOfResting } from '../follow-absences.ts';
import type { DossierTables } from '../tables.ts';

const PATH = '/can-bo/vang-mat';
const SECTION = 'H53.101.2';

let house: House<DossierTables>;
let server: FastifyInstance;
let civil: string;
let clerk: string;

beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  civil = await anAccount(house, { role: 'HT', unit: SECTION });
  clerk = await anAccount(house, { role: 'VT', unit: SECTION });
  await anAccount(house, { role: 'TN', unit: 'H53.101.1' });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});
beforeEach(async () => {
  house.setClock('2026-11-23T08:00');
  await sql`update organisation.absence set ended_at = '2026-01-01'`.execute(house.db);
  await sql`update organisation.delegation set ended_at = '2026-01-01'`.execute(house.db);
});

const visit = (role: string, unit: string): Promise<Visitor> => browse(house, server, { as: { role, unit } });

const fieldsFor = (more: Record<string, string> = {}): Record<string, string> => ({
  ...parts('from', '2026-11-23'),
  ...parts('to', '2026-11-25'),
  delegate: clerk,
  reason: 'Nghỉ phép năm',
  ...more,
});

const parts = (name: string, day: string): Record<string, string> =>
  Object.fromEntries(Object.entries(typedDayOf(day)).map(([part, text]) => [`${name}.${part}`, text]));

async function say(visitor: Visitor, more: Record<string, string> = {}) {
  return visitor.press(await visitor.get(PATH), PATH, fieldsFor(more));
}

/** Lies at the step of examining, in the section, after its receipt. */
async function aDossierToExamine(): Promise<string> {
  const id = await anAcceptedDossier(house, { procedure: '1.004873', answers: {} });
  expect((await readDossier(house, id)).step).toBe('examine');
  return id;
}

const give = (id: string, accountId: string) =>
  sql`update cases.case set assignee_id = ${accountId} where id = ${id}`.execute(house.db);

describe('an absence', () => {
  test('sends new work of the step to who stands in, with notice; is said at the top of the queue; and ends by itself', async () => {
    const away = await visit('HT', SECTION);
    expect((await say(away)).location).toBe(PATH);
    const queue = await away.get('/can-bo/ho-so');
    expect(queue.body).toContain('Bạn đang báo vắng đến hết ngày 25/11/2026.');
    const id = await aDossierToExamine();
    await house.readJournal();
    expect((await readDossier(house, id)).assignee).toBe(clerk);
    const standing = await visit('VT', SECTION);
    expect((await standing.get('/thong-bao')).body).toContain('Bạn được giao hồ sơ');
    const mine = await standing.get('/can-bo/ho-so');
    expect(mine.body).toContain('Bạn đang làm thay Cán bộ HT đến hết ngày 25/11/2026.');
    const { code } = await readDossier(house, id);
    const path = `/can-bo/ho-so/${code}/bo-sung`;
    const asked = await standing.press(await standing.get(path), path, { item: 'Thiếu giấy tờ', reason: 'Chưa đủ' });
    expect(asked.status).toBe(303);
    const entry = await sql<{ for: string }>`
      select sealed::jsonb #>> '{actor,for}' as for from journal.entry where subject_id = ${id} and type = 'dossiers.supplement-asked'
    `.execute(house.db);
    expect(entry.rows).toEqual([{ for: civil }]);

    house.setClock('2026-11-26T08:00');
    const later = await aDossierToExamine();
    await house.readJournal();
    expect((await readDossier(house, later)).assignee).toBeNull();
    expect((await (await visit('HT', SECTION)).get('/can-bo/ho-so')).body).not.toContain('báo vắng');
  });

  test('that ends early takes the substitute’s powers at once', async () => {
    const away = await visit('HT', SECTION);
    await say(away);
    const id = await aDossierToExamine();
    const { code } = await readDossier(house, id);
    const standing = await visit('VT', SECTION);
    expect((await standing.get(`/can-bo/ho-so/${code}`)).body).toContain(`/can-bo/ho-so/${code}/xong-buoc`);
    const listed = await away.get(PATH);
    const back = /action="([^"]+da-ve)"/.exec(listed.body)?.[1] ?? '';
    expect((await away.press(listed, back)).location).toBe(PATH);
    expect((await standing.get(`/can-bo/ho-so/${code}`)).body).not.toContain(`/can-bo/ho-so/${code}/xong-buoc`);
    // pressed again, or when it is over
    expect((await away.press(listed, back)).location).toBe(PATH);
    expect((await (await visit('LP', SECTION)).get(PATH)).body).toContain('Bạn chưa báo vắng lần nào');
  });

  test.each([
    ['Ghi lý do hoặc số văn bản', { reason: '' }],
    ['Chọn người làm thay', { delegate: '' }],
    ['Ngày bắt đầu đã qua', parts('from', '2026-11-20')],
    ['từ ngày bắt đầu trở đi', parts('to', '2026-11-20')],
    ['có trong lịch', { 'to.day': '31' }],
  ])('is refused in words: %s', async (sentence, more) => {
    const answer = await say(await visit('HT', SECTION), more);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(sentence);
  });

  test('cannot overlap another of one’s own, nor rest on somebody who is away themselves or on oneself', async () => {
    const away = await visit('HT', SECTION);
    await say(away);
    expect((await say(away)).body).toContain('Bạn đã báo vắng trong những ngày này');
    const other = await visit('VT', SECTION);
    expect((await say(other, { delegate: civil })).body).toContain('báo vắng mặt trong thời gian đó');
    expect((await say(other, { delegate: clerk })).body).toContain('chính mình');
  });
});

describe('what an absent officer still holds', () => {
  test('is offered in one list and handed over with a result for each, once', async () => {
    const away = await visit('HT', SECTION);
    const [first, second] = [await aDossierToExamine(), await aDossierToExamine()];
    await house.readJournal();
    await give(first, civil);
    await give(second, civil);
    expect((await away.get('/can-bo/ban-giao')).body).toContain('Hôm nay bạn không báo vắng');
    await say(away);
    const list = await away.get('/can-bo/ban-giao');
    const csrf = /name="csrf" value="([^"]+)"/.exec(list.body)?.[1] ?? '';
    const command = /name="command_id" value="([^"]+)"/.exec(list.body)?.[1] ?? '';
    const fields = new URLSearchParams([
      ['csrf', csrf],
      ['command_id', command],
      ['chon', first],
      ['chon', second],
    ]);
    const done = await away.send('/can-bo/ban-giao', fields);
    expect(done.body.match(/đã bàn giao/g)).toHaveLength(2);
    expect((await away.send('/can-bo/ban-giao', fields)).body.match(/đã bàn giao/g)).toHaveLength(2);
    expect([(await readDossier(house, first)).assignee, (await readDossier(house, second)).assignee]).toEqual([
      clerk,
      clerk,
    ]);
    const entries =
      await sql`select 1 from journal.entry where subject_id = ${first} and type = 'dossiers.dossier-assigned'`.execute(
        house.db,
      );
    expect(entries.rows).toHaveLength(1);
  });

  test('and what comes while nobody stands in, is told to the one-stop office, once', async () => {
    const away = await visit('HT', SECTION);
    const held = await aDossierToExamine();
    await house.readJournal();
    await give(held, civil);
    await say(away, { delegate: 'none' });
    expect((await away.get('/can-bo/ho-so')).body).toContain('Chưa có người làm thay');
    const { db } = house.platform;
    expect(await tellOfResting(db, house.platform.clock())).toBeGreaterThan(0);
    expect(await tellOfResting(db, house.platform.clock())).toBe(0);
    const comes = await aDossierToExamine();
    await house.readJournal();
    expect((await readDossier(house, comes)).assignee).toBeNull();
    const oneStop = await (await visit('TN', 'H53.101.1')).get('/thong-bao');
    expect(oneStop.body).toContain('còn ở Cán bộ HT, đang vắng mặt');
    expect(oneStop.body).toContain('đến bước không có người làm');
  });

  test('goes to nobody else while a colleague of the same role is there', async () => {
    const positions = await sql<{ id: string; unit: string }>`
      select p.id, p.unit_id as unit from organisation.position p join organisation.unit u on u.id = p.unit_id
      where u.code = ${SECTION} and p.role = 'HT' and u.valid_to is null order by p.key desc limit 1
    `.execute(house.db);
    const seat = positions.rows[0] ?? { id: '', unit: '' };
    const made = await createAccount(house.platform.db, programActor('test'), {
      kind: 'officer',
      name: 'Đồng nghiệp',
      login: 'dong.nghiep',
      positions: [{ positionId: seat.id, unitId: seat.unit }],
      at: house.platform.clock(),
    });
    expect(made.kind).toBe('created');
    await say(await visit('HT', SECTION));
    const id = await aDossierToExamine();
    await house.readJournal();
    expect((await readDossier(house, id)).assignee).toBeNull();
    await completePresentStep(house, id);
  });
});
