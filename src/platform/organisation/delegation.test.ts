import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browse, serverOf, type Visitor } from '../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { addDays, dayOf, instantAt } from '../calendar/instant.ts';
import { newId } from '../db/ids.ts';
import { programActor } from '../identity/signed-in.ts';
import { typedDayOf } from '../text/typed-day.ts';
import { type DelegationToGive, endDelegation, giveDelegation } from './delegation.ts';

const OWN = '/can-bo/uy-quyen';
const ALL = '/quan-tri/uy-quyen';
const SECTION = 'H53.101.2';
const actor = programActor('test');

let house: House;
let server: FastifyInstance;
let head: string;
let civil: string;
let clerk: string;

beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
  [head, civil, clerk] = await Promise.all([
    anAccount(house, { role: 'LP', unit: SECTION }),
    anAccount(house, { role: 'HT', unit: SECTION }),
    anAccount(house, { role: 'VT', unit: SECTION }),
  ]);
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

async function positionOf(accountId: string): Promise<string> {
  const held = house.db as unknown as typeof house.platform.db;
  const row = await held
    .selectFrom('organisation.holding')
    .select('position_id')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.position_id;
}

const parts = (name: string, day: string): Record<string, string> =>
  Object.fromEntries(Object.entries(typedDayOf(day)).map(([part, text]) => [`${name}.${part}`, text]));

async function fieldsFor(more: Record<string, string> = {}, days: [string, string] = ['2026-11-23', '2026-11-27']) {
  const position = await positionOf(head);
  return {
    position,
    delegate: civil,
    ...parts('from', days[0]),
    ...parts('to', days[1]),
    document: '12/QĐ-UBND ngày 20/11/2026',
    ...more,
  };
}

const entriesOf = async (type: string): Promise<number> => {
  const rows = await sql<{ n: number }>`select count(*)::integer as n from journal.entry where type = ${type}`.execute(
    house.db,
  );
  return rows.rows[0]?.n ?? 0;
};

async function endAll(): Promise<void> {
  await sql`update organisation.delegation set ended_at = '2026-01-01' where ended_at is null or ended_at > '2026-01-01'`.execute(
    house.db,
  );
}

const visit = (who: { role: string; unit: string } | 'administrator'): Promise<Visitor> =>
  browse(house, server, { as: who });

describe('a leader', () => {
  it('delegates their own position for some days: an open session gains it on its day and loses it after the last, or at once when it is ended', async () => {
    house.setClock('2026-11-23T08:00');
    const leader = await visit({ role: 'LP', unit: SECTION });
    const delegate = await visit({ role: 'HT', unit: SECTION });
    expect((await delegate.get('/can-bo/ky')).status).toBe(404);
    const fields = await fieldsFor({}, ['2026-11-24', '2026-11-25']);
    const form = await leader.get(OWN);
    expect((await leader.press(form, OWN, fields)).location).toBe(OWN);
    // the same press again is the same delegation
    expect((await leader.press(form, OWN, fields)).location).toBe(OWN);
    expect(await entriesOf('organisation.delegation-given')).toBe(1);
    expect((await leader.get(OWN)).body).toContain('12/QĐ-UBND ngày 20/11/2026');
    await house.readJournal();
    expect((await delegate.get('/thong-bao')).body).toContain('Ủy quyền ở vị trí');

    expect((await delegate.get('/can-bo/ky')).status).toBe(404);
    await seenAt('2026-11-24T00:01');
    expect((await delegate.get('/can-bo/ky')).status).toBe(200);
    await seenAt('2026-11-25T23:59');
    expect((await delegate.get('/can-bo/ky')).status).toBe(200);
    await seenAt('2026-11-26T00:00');
    expect((await delegate.get('/can-bo/ky')).status).toBe(404);

    await seenAt('2026-11-24T10:00');
    expect((await delegate.get('/can-bo/ky')).status).toBe(200);
    const listed = await leader.get(OWN);
    const end = /action="([^"]+cham-dut)"/.exec(listed.body)?.[1] ?? '';
    expect((await leader.press(listed, end)).location).toBe(OWN);
    expect((await delegate.get('/can-bo/ky')).status).toBe(404);
    expect(await entriesOf('organisation.delegation-ended')).toBe(1);
    expect((await leader.press(listed, end)).location).toBe(OWN);
    expect(await entriesOf('organisation.delegation-ended')).toBe(1);
    house.setClock('2026-11-23T08:00');
  });

  it.each([
    ['organisation.delegation-to-oneself', 'chính mình', async () => ({ delegate: head })],
    ['organisation.delegate-unknown', 'Chọn một cán bộ', async () => ({ delegate: newId() })],
    ['a citizen', 'Chọn một cán bộ', async () => ({ delegate: await anAccount(house, 'citizen') })],
    ['organisation.delegation-past', 'Ngày bắt đầu đã qua', async () => parts('from', '2026-11-22')],
    ['organisation.delegation-days', 'từ ngày bắt đầu trở đi', async () => parts('to', '2026-11-22')],
    ['organisation.day-unreadable', 'có trong lịch', async () => ({ 'from.day': '31', 'from.month': '2' })],
    ['organisation.delegation-unfounded', 'Ghi số, ngày', async () => ({ document: '', reason: '' })],
    ['organisation.position-needed', 'Chọn vị trí', async () => ({ position: '' })],
    ['organisation.not-held', 'không giữ vị trí', async () => ({ position: await positionOf(clerk) })],
  ])('is refused %s, with everything typed still there', async (_, sentence, changed) => {
    const leader = await visit({ role: 'LP', unit: SECTION });
    const sent = await fieldsFor({ reason: 'đi họp tỉnh', ...(await changed()) });
    await endAll();
    const answer = await leader.press(await leader.get(OWN), OWN, sent);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(sentence);
    if ('reason' in sent) expect(answer.body).toContain(sent.reason);
  });

  it('cannot end what another gave, and an officer without the permission finds no such page', async () => {
    await endAll();
    const given = await giveDelegation(house.platform.db, actor, await askedOf({}));
    const other = await visit({ role: 'CT', unit: 'H53.101' });
    const csrf = /name="csrf" value="([^"]+)"/.exec((await other.get(OWN)).body)?.[1] ?? '';
    const id = given.kind === 'given' ? given.id : '';
    expect((await other.post(`${OWN}/${id}/cham-dut`, { csrf, command_id: newId() })).status).toBe(404);
    expect((await (await visit({ role: 'VT', unit: SECTION })).get(OWN)).status).toBe(404);
    await endAll();
  });
});

async function askedOf(more: Partial<DelegationToGive>): Promise<DelegationToGive> {
  return {
    commandId: newId(),
    from: head,
    to: civil,
    positionId: await positionOf(head),
    firstDay: '2026-11-23',
    lastDay: '2026-11-27',
    document: '12/QĐ-UBND',
    reason: '',
    at: house.platform.clock(),
    ...more,
  };
}

const give = async (more: Partial<DelegationToGive>): Promise<string> => {
  const outcome = await giveDelegation(house.platform.db, actor, await askedOf(more));
  return outcome.kind === 'refusal' ? outcome.code : outcome.kind;
};

describe('the rules', () => {
  it('one power goes to one delegate at a time, unless the province says otherwise', async () => {
    await endAll();
    expect(await give({})).toBe('given');
    expect(await give({ to: clerk, firstDay: '2026-11-27', lastDay: '2026-11-30' })).toBe(
      'organisation.second-delegate',
    );
    expect(await give({ firstDay: '2026-11-27', lastDay: '2026-11-30' })).toBe('organisation.second-delegate');
    expect(await give({ to: clerk, firstDay: '2026-11-28', lastDay: '2026-11-30' })).toBe('given');
    await sql`delete from organisation.office_rule where rule = 'second-delegate'`.execute(house.db);
    await sql`insert into organisation.office_rule values ('second-delegate', '2020-01-01', 'allow', null, 'thử', null)`.execute(
      house.db,
    );
    expect(await give({ to: clerk })).toBe('given');
    await sql`delete from organisation.office_rule where basis = 'thử'`.execute(house.db);
    expect(await give({ to: clerk, firstDay: '2026-12-01', lastDay: '2026-12-02' })).toBe('given');
    await endAll();
  });

  it('two who give at once leave one delegation', async () => {
    await endAll();
    const both = await Promise.all([give({}), give({ to: clerk })]);
    expect(both.sort()).toEqual(['given', 'organisation.second-delegate']);
    await endAll();
  });

  it('what is delegated is not delegated further, and nobody acts for who acts for them', async () => {
    await endAll();
    expect(await give({})).toBe('given');
    expect(await give({ from: civil, to: clerk })).toBe('organisation.sub-delegation');
    const own = await positionOf(civil);
    expect(await give({ from: civil, to: head, positionId: own })).toBe('organisation.delegation-circular');
    expect(await give({ from: civil, to: clerk, positionId: own })).toBe('given');
    expect(await give({ from: clerk, to: head, positionId: await positionOf(clerk) })).toBe(
      'organisation.delegation-circular',
    );
    await endAll();
  });

  it('not beyond the end of the position, of its unit or of its holding', async () => {
    await endAll();
    await sql`update organisation.holding set valid_to = '2026-11-26' where account_id = ${head}`.execute(house.db);
    expect(await give({})).toBe('organisation.delegation-beyond');
    expect(await give({ firstDay: '2026-11-27' })).toBe('organisation.not-held');
    await sql`update organisation.holding set valid_to = null where account_id = ${head}`.execute(house.db);
    await sql`update organisation.position set valid_to = '2026-11-25' where id = ${await positionOf(head)}`.execute(
      house.db,
    );
    expect(await give({})).toBe('organisation.delegation-beyond');
    await sql`update organisation.position set valid_to = null where id = ${await positionOf(head)}`.execute(house.db);
    expect(await give({ lastDay: '2026-11-26' })).toBe('given');
    await endAll();
  });

  it('at no moment does a power have two delegates, whatever is given and ended', async () => {
    await endAll();
    const positions = {
      [head]: await positionOf(head),
      [civil]: await positionOf(civil),
      [clerk]: await positionOf(clerk),
    };
    const people = [head, civil, clerk];
    const act = fc.record({
      what: fc.constantFrom('give', 'give', 'end'),
      from: fc.constantFrom(...people),
      to: fc.constantFrom(...people),
      first: fc.integer({ min: 0, max: 8 }),
      long: fc.integer({ min: 0, max: 5 }),
      pick: fc.nat(20),
    });
    const start = dayOf(house.platform.clock());
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 14 }), async (acts) => {
        await endAll();
        const given: string[] = [];
        for (const [index, { what, from, to, first, long, pick }] of acts.entries()) {
          const at = instantAt(addDays(start, Math.floor(index / 3)), 600 + index);
          if (what === 'end') {
            const id = given[pick % Math.max(1, given.length)];
            if (id) await endDelegation(house.platform.db, actor, { commandId: newId(), id, reason: '', at });
            continue;
          }
          const firstDay = addDays(start, first);
          const asked = { from, to, positionId: positions[from] ?? '', firstDay, lastDay: addDays(firstDay, long), at };
          const outcome = await giveDelegation(house.platform.db, actor, { ...(await askedOf({})), ...asked });
          if (outcome.kind === 'given') given.push(outcome.id);
        }
        for (let day = 0; day < 16; day++)
          for (const minute of [0, 605, 1439]) {
            const at = new Date(instantAt(addDays(start, day), minute)).toISOString();
            const contradictions = await sql`
              with active as (select * from organisation.delegation d where d.id = any(${given}::uuid[])
                and daterange(d.valid_from, d.valid_to, '[]') @> (${at}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date
                and (d.ended_at is null or d.ended_at > ${at}::timestamptz))
              select 'two delegates' from active group by from_account, position_id having count(*) > 1
              union all select 'a circle' from active a join active b on a.to_account = b.from_account and b.to_account = a.from_account
              union all select 'not held' from active a where not exists (
                select 1 from organisation.holding h where h.account_id = a.from_account and h.position_id = a.position_id)
            `.execute(house.db);
            expect(contradictions.rows).toEqual([]);
          }
      }),
      { numRuns: 15 },
    );
    await endAll();
  });
});

describe('the administrator', () => {
  it('records a delegation for an officer, finds it by name, and ends it', async () => {
    await endAll();
    const admin = await visit('administrator');
    const login = await sql<{ login: string }>`select login from identity.account where id = ${head}`.execute(house.db);
    const unknown = await admin.get(`${ALL}/moi?tu=khong.co.ai`);
    expect(unknown.status).toBe(422);
    const form = await admin.get(`${ALL}/moi?tu=${login.rows[0]?.login}`);
    expect(form.status).toBe(200);
    const past = await admin.press(form, `${ALL}/moi`, await fieldsFor(parts('from', '2026-11-01')));
    expect(past.status).toBe(422);
    expect((await admin.press(form, `${ALL}/moi`, await fieldsFor())).location).toBe(ALL);
    const listed = await admin.get(`${ALL}?q=can bo ht&tinh-trang=in-force`);
    expect(listed.body).toContain('Cán bộ LP');
    const end = /action="([^"]+cham-dut)"/.exec(listed.body)?.[1] ?? '';
    expect((await admin.press(listed, end)).location).toBe(ALL);
    expect((await admin.get(`${ALL}?tinh-trang=in-force`)).body).toContain('Không có ủy quyền nào như vậy');
    await house.readJournal();
    expect((await (await visit({ role: 'LP', unit: SECTION })).get('/thong-bao')).body).toContain('Chấm dứt ủy quyền');
    expect((await (await visit({ role: 'LP', unit: SECTION })).get(ALL)).status).toBe(404);
  });
});

/** Days pass without the person: the session stays awake. */
async function seenAt(time: string): Promise<void> {
  house.setClock(time);
  await sql`update identity.session set last_seen_at = ${`${time}:00+07:00`}, expires_at = '2026-12-31'`.execute(
    house.db,
  );
}

describe('the position acted in', () => {
  it('is chosen by a form once there are two, and names for whom and until when', async () => {
    await endAll();
    const delegate = await visit({ role: 'HT', unit: SECTION });
    expect((await delegate.get('/tai-khoan/vi-tri')).body).toContain('Bạn giữ một vị trí');
    expect(await give({})).toBe('given');
    const form = await delegate.get('/tai-khoan/vi-tri');
    expect(form.body).toContain('Thừa ủy quyền của Cán bộ LP, đến hết ngày 27/11/2026');
    const position = await positionOf(head);
    const chosen = await delegate.press(form, '/tai-khoan/vi-tri', { position, tiep: '/tai-khoan/vi-tri' });
    expect(chosen.location).toBe('/tai-khoan/vi-tri');
    expect((await delegate.press(form, '/tai-khoan/vi-tri', { position: await positionOf(clerk) })).status).toBe(404);
    expect((await (await browse(house, server, { as: 'citizen' })).get('/tai-khoan/vi-tri')).status).toBe(404);
    await endAll();
  });
});

describe('an acting head', () => {
  it('is given the position by the administrator until a day, on a decision, and it ends by itself', async () => {
    await endAll();
    const admin = await visit('administrator');
    const page = `/quan-tri/tai-khoan/${clerk}`;
    const asked = { role: 'LP', unit: SECTION, manner: 'acting', ...parts('to', '2026-11-25') };
    const unfounded = await admin.press(await admin.get(page), `${page}/giao-vi-tri`, asked);
    expect(unfounded.status).toBe(422);
    expect(unfounded.body).toContain('phải ghi số, ngày của quyết định');
    const given = await admin.press(await admin.get(page), `${page}/giao-vi-tri`, { ...asked, document: '15/QĐ-UBND' });
    expect(given.status).toBe(303);
    const officer = await visit({ role: 'VT', unit: SECTION });
    expect((await officer.get('/tai-khoan/vi-tri')).body).toContain('Giữ quyền, đến hết ngày 25/11/2026');
    expect((await officer.get('/can-bo/ky')).status).toBe(200);
    await seenAt('2026-11-26T00:00');
    expect((await officer.get('/can-bo/ky')).status).toBe(404);
    house.setClock('2026-11-23T08:00');
  });
});
