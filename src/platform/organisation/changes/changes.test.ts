import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf, type Page, type Visitor } from '../../../../test/harness/browse.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { anAccount } from '../../../../test/harness/people.ts';
import { packFolderOf } from '../../config/project-root.ts';
import { newId } from '../../db/ids.ts';
import type { Organisation } from '../definition.ts';
import { loadOrganisation } from '../load-organisation.ts';
import { readOrganisation } from '../pack.ts';

const ORGANISATION = '/quan-tri/to-chuc';
const COMMITTEE = 'H53.101';

let house: House;
let server: FastifyInstance;
let administrator: Visitor;
beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
  administrator = await browse(house, server, { as: 'administrator' });
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

/** The next day: yesterday's session is over. */
async function at(time: string): Promise<void> {
  house.setClock(time);
  administrator = await browse(house, server, { as: 'administrator' });
}

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly to: string | null;
}

async function unitOf(code: string): Promise<Unit> {
  const found = await sql<Unit>`
    select id, name ->> 'vi' as name, valid_to as to from organisation.unit where code = ${code} and valid_from is not null
    order by valid_from desc limit 1
  `.execute(house.db);
  const [unit] = found.rows;
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
}

/** Puts an item into a draft, a new one unless named, and opens the draft. */
async function put(form: string, query: Record<string, string>, fields: Record<string, string>): Promise<Page> {
  const action = `${ORGANISATION}/viec/${form}`;
  const page = await administrator.get(`${action}?${new URLSearchParams(query)}`);
  const sent = await administrator.press(page, action, { ban: 'moi', ...fields });
  expect(sent.status, sent.body).toBe(303);
  return administrator.get(sent.location ?? '');
}

/** With its decision, from a day. */
async function publish(draft: Page, [day, month, year]: readonly [string, string, string]): Promise<Page> {
  const named = await administrator.press(await administrator.get(draft.path), `${draft.path}/ten`, {
    title: 'Thay đổi thử',
    document: 'Quyết định 12/QĐ-UBND ngày 20/11/2026',
  });
  expect(named.status).toBe(303);
  const fields = { 'from.day': day, 'from.month': month, 'from.year': year };
  return administrator.press(await administrator.get(draft.path), `${draft.path}/cong-bo`, fields);
}

const comeIntoForce = () => house.platform.registry.jobs.get('organisation.come-into-force')?.(house.platform, {});

const entriesOf = async (type: string): Promise<number> =>
  Number(
    (await sql<{ n: string }>`select count(*) as n from journal.entry where type = ${type}`.execute(house.db)).rows[0]
      ?.n,
  );

test('the tree stands as of a day, is found by words, and is saved as a file with who holds what', async () => {
  await anAccount(house, { role: 'TN', unit: 'H53.101.1' });
  const tree = await administrator.get(ORGANISATION);
  expect(tree.body).toContain('Ủy ban nhân dân tỉnh Tây Ninh');
  const found = await administrator.get(`${ORGANISATION}?q=phuong+tan+ninh`);
  expect(found.body).toContain('H53.101.1');
  expect((await administrator.get(`${ORGANISATION}?q=khong+co+gi`)).body).toContain('Không có đơn vị nào như vậy');
  const former = await administrator.get(`${ORGANISATION}?q=thanh+pho+tay+ninh&ngay=2024-05-05`);
  expect(former.body).toContain('Ủy ban nhân dân thành phố Tây Ninh');
  expect((await administrator.get(`${ORGANISATION}?q=thanh+pho+tay+ninh`)).body).not.toContain('Phòng Tư pháp');
  const csv = await administrator.get(`${ORGANISATION}/tai-ve.csv`);
  expect(csv.body).toMatch(/H53\.101\.1,.*,TN,.*can\.bo\./);
  expect((await administrator.get(`${ORGANISATION}/tai-ve.xlsx`)).bytes.subarray(0, 2).toString()).toBe('PK');
});

test('a unit renamed from today has its old name on the days before, and a reload of the pack does not undo it', async () => {
  const { id, name } = await unitOf('H53.101.3');
  const draft = await put('doi-don-vi', { 'don-vi': id }, { ...(await factsOf(id)), name: 'Phòng Kinh tế số' });
  expect(draft.body).toContain('Phòng Kinh tế số');
  expect((await publish(draft, ['23', '11', '2026'])).status).toBe(303);
  expect((await unitOf('H53.101.3')).name).toBe('Phòng Kinh tế số');
  const done = await administrator.get(draft.path);
  expect(done.body).toContain(`Tên: ${name}`);
  expect((await administrator.get(`${ORGANISATION}/don-vi/${id}?ngay=2026-11-22`)).body).toContain(name);

  await reload((organisation) => ({ ...organisation, positions: organisation.positions.slice(0, -1) }));
  expect((await unitOf('H53.101.3')).name).toBe('Phòng Kinh tế số');
});

/** The pack of tomorrow. */
async function reload(change: (organisation: Organisation) => Organisation): Promise<void> {
  const { organisation } = readOrganisation(packFolderOf('tay-ninh'));
  if (!organisation) throw new Error('no organisation');
  const { db, clock } = house.platform;
  expect(await loadOrganisation(db, { organisation: change(organisation), clock })).toMatchObject({ changed: true });
}

/** What the form of a unit holds. */
async function factsOf(id: string): Promise<Record<string, string>> {
  const found = await sql<Record<string, string | null>>`
    select u.name ->> 'vi' as name, u.name ->> 'en' as name_en, u.code, u.kind, u.section, p.code as parent, a.code as area
    from organisation.unit u left join organisation.unit p on p.id = u.parent_id left join organisation.area a on a.id = u.area_id
    where u.id = ${id}
  `.execute(house.db);
  return Object.fromEntries(Object.entries(found.rows[0] ?? {}).map(([name, value]) => [name, value ?? '']));
}

test('a unit of a later day is there on that day, can be taken back before, and its holder is seated by it', async () => {
  await at('2026-11-24T08:00');
  const account = await anAccount(house, { role: 'TN', unit: 'H53.101.1' });
  const login = (
    await house.platform.db
      .selectFrom('identity.account')
      .select('login')
      .where('id', '=', account)
      .executeTakeFirstOrThrow()
  ).login;
  const draft = await put(
    'don-vi-moi',
    {},
    {
      name: 'Phòng Chuyển đổi số',
      name_en: 'Digital Section',
      code: 'h53.101.9',
      kind: 'section',
      section: 'digital',
      parent: COMMITTEE,
      positions: 'CV 2, LP',
    },
  );
  const set = draft.path.split('/').at(-1) ?? '';
  const seats = await administrator.get(`${ORGANISATION}/viec/bo-nhiem?ban=${set}&don-vi=H53.101.9`);
  const seat = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*\(CV\)/.exec(seats.body)?.[1] ?? '';
  const appointing = { ban: set, person: login ?? '', seat, manner: 'full' };
  const appointed = await administrator.press(seats, `${ORGANISATION}/viec/bo-nhiem`, appointing);
  expect(appointed.status, appointed.body).toBe(303);

  expect((await publish(draft, ['22', '11', '2026'])).body).toContain('Ngày áp dụng đã qua');
  expect((await publish(draft, ['1', '12', '2026'])).status).toBe(303);
  const waiting = await administrator.get(draft.path);
  expect(waiting.body).toContain('Chờ ngày áp dụng');
  expect(await comeIntoForce()).toBeUndefined();
  await expect(unitOf('H53.101.9')).rejects.toThrow('no unit');

  expect((await administrator.press(waiting, `${draft.path}/rut-lai`)).status).toBe(303);
  expect((await publish(await administrator.get(draft.path), ['1', '12', '2026'])).status).toBe(303);
  await at('2026-12-01T00:01');
  await comeIntoForce();
  await comeIntoForce();
  expect((await administrator.get(draft.path)).body).toContain('Có hiệu lực');
  const unit = await unitOf('H53.101.9');
  expect((await administrator.get(`${ORGANISATION}/don-vi/${unit.id}`)).body).toContain(login);
  expect(await entriesOf('organisation.change-taken-back')).toBe(1);
  // a pack that gives the same code to a unit of its own loads all the same
  await reload((organisation) => {
    const [first] = organisation.units.filter(({ key }) => key === 'phong-kt-25486');
    if (!first) throw new Error('no such unit');
    return { ...organisation, units: [...organisation.units, { ...first, key: 'phong-la', code: 'H53.101.9' }] };
  });
  expect((await unitOf('H53.101.9')).id).toBe(unit.id);

  const back = await administrator.press(await administrator.get(draft.path), `${draft.path}/dao-nguoc`);
  const reversed = await administrator.get(back.location ?? '');
  expect(reversed.body).toContain('Kết thúc đơn vị');
  expect((await publish(reversed, ['2', '12', '2026'])).status).toBe(303);
  await at('2026-12-02T00:01');
  await comeIntoForce();
  expect((await unitOf('H53.101.9')).to).toBe('2026-12-01');
  expect((await administrator.get(`${ORGANISATION}/don-vi/${unit.id}`)).body).toContain('Đơn vị đã kết thúc');
});

test('a second press adds nothing, an old page changes nothing, and what is wrong stands at its item', async () => {
  await at('2026-12-02T08:00');
  const { id } = await unitOf('H53.101.4');
  const action = `${ORGANISATION}/viec/ket-thuc`;
  const form = await administrator.get(`${action}?don-vi=${id}`);
  const fields = { ban: 'moi', command_id: newId(), into: '', passing: 'by-hand' };
  const [first, second] = [
    await administrator.press(form, action, fields),
    await administrator.press(form, action, fields),
  ];
  expect(second.location).toBe(first.location);
  const draft = await administrator.get(first.location ?? '');
  await put(
    'ket-thuc',
    { 'don-vi': (await unitOf(COMMITTEE)).id },
    { ban: draft.path.split('/').at(-1) ?? '', into: 'H53.102' },
  );
  const faulty = await publish(await administrator.get(draft.path), ['5', '12', '2026']);
  expect(faulty.status).toBe(422);
  expect(faulty.body).toContain('còn hoạt động. Kết thúc hoặc chuyển nó');
  const old = await administrator.press(draft, `${draft.path}/bo-muc`, { no: '1' });
  expect(old.status).toBe(409);
  expect((await administrator.press(await administrator.get(draft.path), `${draft.path}/bo`)).status).toBe(303);
  expect((await administrator.get(ORGANISATION)).status).toBe(200);
});

test('a table of appointments is drafted as a whole or not at all, with the reason of each line', async () => {
  await at('2026-12-02T10:00');
  const account = await anAccount(house, { role: 'HT', unit: 'H53.101.2' });
  const { login } = await house.platform.db
    .selectFrom('identity.account')
    .select('login')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  const path = `${ORGANISATION}/nhap`;
  const head = 'ten_dang_nhap;ma_don_vi;vai_tro;hinh_thuc;den_ngay;quyet_dinh';
  const good = `${login};H53.101.2;VT;giao-quyen;31/12/2027;15/QĐ-UBND`;
  const read = async (text: string) => administrator.press(await administrator.get(path), path, { text });
  expect((await read('')).status).toBe(422);
  expect((await read('a,b\n1,2')).body).toContain('thiếu cột');
  const bad = await read(
    [head, good, 'ai.do;H53.101.2;VT;;;', `${login};H53.101.2;ZZ;;;`, `${login};H53.101.2;LP;;31/02/2027;`].join('\n'),
  );
  expect(bad.status).toBe(422);
  for (const why of ['3 trong 4 dòng', 'Không có cán bộ nào là', 'Không có vai trò ZZ', 'có trong lịch'])
    expect(bad.body).toContain(why);
  const ready = await read([head, good].join('\n'));
  const drafted = await administrator.press(ready, `${path}/lap-nhap`);
  const draft = await administrator.get(drafted.location ?? '');
  expect(draft.body).toContain('15/QĐ-UBND');
  expect((await publish(draft, ['02', '12', '2026'])).status).toBe(303);
  const held = await sql<{ manner: string; document: string; role: string }>`
    select h.manner, h.document, p.role from organisation.holding h join organisation.position p on p.id = h.position_id
    where h.account_id = ${account} and p.role = 'VT'
  `.execute(house.db);
  expect(held.rows).toEqual([{ manner: 'acting', document: '15/QĐ-UBND', role: 'VT' }]);
});
