import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, type Page, serverOf, type Visitor } from '../../../../test/harness/browse.ts';
import { counterFields, DEATH } from '../../../../test/harness/counter.ts';
import { aHouse, type House } from '../../../../test/harness/house.ts';
import { type Instant, instant, isoOf } from '../../../platform/calendar/instant.ts';
import { newId } from '../../../platform/db/ids.ts';
import { voidForgotten } from '../offline/void-numbers.ts';
import type { DossierTables } from '../tables.ts';

const HOME = '/can-bo/mat-mang';
const DEVICE = newId();

let house: House<DossierTables>;
let server: FastifyInstance;
let counter: Visitor;
let version: string;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
  server = await serverOf(house);
  house.setClock('2026-11-23T20:00');
  counter = await browse(house, server, { as: { role: 'TN', unit: 'H53.101.1' } });
  version = hidden(await counter.get(`${HOME}/nhan/${DEATH}`), 'version_id');
}, 120_000);
afterAll(async () => {
  await server.close();
  await house.close();
});

/** In steps, with a look at the page: a session that nobody uses ends. */
async function until(text: string): Promise<void> {
  for (let at = house.platform.clock(); at < instant(text); at = (at + 20 * 60_000) as Instant) {
    house.setClock(isoOf(at));
    await ask();
  }
  house.setClock(text);
}

const hidden = ({ body }: Page, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';

interface Said {
  readonly token: string;
  readonly numbers: readonly { readonly code: string; readonly day: string }[];
}

const ask = async (visitor = counter): Promise<Said> =>
  JSON.parse((await visitor.get(`${HOME}/so-con-giu?may=${DEVICE}`)).body) as Said;

/** The codes that are held afterwards. */
async function reserve(): Promise<string[]> {
  const sent = await counter.press(await counter.get(HOME), `${HOME}/giu-so`, { device: DEVICE });
  expect(sent, sent.body).toMatchObject({ status: 303 });
  return (await ask()).numbers.map(({ code }) => code);
}

type Fields = Record<string, string>;

const received = (number: string, at: string, more: Fields = {}): Fields => ({
  ...counterFields({ tt: DEATH }),
  version_id: version,
  case_id: newId(),
  command_id: newId(),
  number,
  received_at: `${at}:00+07:00`,
  alike_seen: 'true',
  ...more,
});

async function send(fields: Fields, visitor = counter): Promise<{ status: number; said: Record<string, string> }> {
  const { token } = await ask(visitor);
  const { status, body } = await visitor.post(`${HOME}/gui`, { csrf: token, ...fields });
  return { status, said: JSON.parse(body) as Record<string, string> };
}

const stored = async (code: string) => {
  const rows = await sql<{ status: string; at: string; due: string; version: number }>`
    select status, to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as at,
      to_char(promised_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as due, version
    from cases.case where code = ${code}
  `.execute(house.db);
  return rows.rows[0];
};

const stateOf = async (code: string) =>
  (
    await sql<{ state: string; why: string | null; instead: string | null }>`
      select n.state, n.why, c.code as instead from dossiers.reserved_number n left join cases.case c on c.id = n.case_id where n.code = ${code}
    `.execute(house.db)
  ).rows[0];

const entries = async (type: string) =>
  (
    await sql<{ body: Record<string, unknown>; actor: Record<string, string>; at: string }>`
      select sealed::jsonb -> 'body' as body, sealed::jsonb -> 'actor' as actor, sealed::jsonb ->> 'at' as at
      from journal.entry where type = ${type} order by recorded_at
    `.execute(house.db)
  ).rows;

test('numbers are reserved in one run of the day’s series, and a reception online goes on behind them', async () => {
  const codes = await reserve();
  expect(codes).toHaveLength(10);
  expect(codes[0]).toBe('H53.101.1-261123-0001');
  expect(codes.at(-1)).toBe('H53.101.1-261123-0010');
  const form = await counter.get(`/can-bo/quay?tt=${DEATH}`);
  const online = await counter.press(form, '/can-bo/quay', counterFields());
  expect(online.location).toBe('/can-bo/quay/da-nhan/H53.101.1-261123-0011');
  expect(await entries('dossiers.numbers-reserved')).toMatchObject([{ body: { day: '2026-11-23', codes } }]);
});

test('what was received without a line bears its number and its own time; sent again it is the same dossier', async () => {
  await until('2026-11-23T20:25');
  const fields = received('H53.101.1-261123-0001', '2026-11-23T20:05');
  expect(await send(fields)).toMatchObject({ status: 200, said: { code: 'H53.101.1-261123-0001' } });
  expect(await send(fields)).toMatchObject({ status: 200, said: { code: 'H53.101.1-261123-0001' } });
  expect(await stored('H53.101.1-261123-0001')).toMatchObject({ status: 'open', at: '2026-11-23 20:05' });
  expect(await stateOf('H53.101.1-261123-0001')).toMatchObject({ state: 'used' });
  const told = await entries('dossiers.received-offline');
  expect(told).toMatchObject([
    { body: { received: '2026-11-23T20:05:00+07:00', sent: '2026-11-23T20:25:00+07:00', clock_off: 0 } },
  ]);
  expect((await entries('dossiers.dossier-accepted')).at(-1)?.at).toBe('2026-11-23T20:05:00+07:00');
});

test('two sendings at the same time make one dossier', async () => {
  const fields = received('H53.101.1-261123-0002', '2026-11-23T20:06');
  const { token } = await ask();
  const both = await Promise.all([1, 2].map(() => counter.post(`${HOME}/gui`, { csrf: token, ...fields })));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const found = await sql<{
    n: number;
  }>`select count(*)::integer as n from cases.case where id = ${fields.case_id}`.execute(house.db);
  expect(found.rows[0]?.n).toBe(1);
});

test('two dossiers never share a number', async () => {
  const second = await send(received('H53.101.1-261123-0002', '2026-11-23T20:07'));
  expect(second).toMatchObject({
    status: 409,
    said: { conflict: expect.stringContaining('đã dùng cho một hồ sơ khác') },
  });
});

test('a clock that is off is put right and told in the journal', async () => {
  // the device is an hour ahead: it noted 21:10 for 20:10, and says 21:25 now
  const fields = received('H53.101.1-261123-0003', '2026-11-23T21:10', { device_now: '2026-11-23T21:25:00+07:00' });
  expect(await send(fields)).toMatchObject({ status: 200 });
  expect(await stored('H53.101.1-261123-0003')).toMatchObject({ at: '2026-11-23 20:10' });
  expect((await entries('dossiers.received-offline')).at(-1)).toMatchObject({ body: { clock_off: 3600 } });
});

test.each([
  ['after now', '2026-11-23T21:00'],
  ['before the numbers were reserved', '2026-11-23T19:00'],
  ['on another day', '2026-11-22T20:10'],
])('a time %s is a conflict, and nothing is written', async (_, at) => {
  expect(await send(received('H53.101.1-261123-0004', at))).toMatchObject({
    status: 409,
    said: { conflict: expect.stringContaining('không thể đúng') },
  });
  expect(await stateOf('H53.101.1-261123-0004')).toMatchObject({ state: 'reserved' });
});

test('a number of somebody else is nobody’s to use', async () => {
  const other = await browse(house, server, { as: { role: 'TN', unit: 'H53.103.1' } });
  const { status } = await send(received('H53.101.1-261123-0004', '2026-11-23T20:11'), other);
  expect(status).toBe(409);
});

test('a refused form is a conflict that says why, comes back with all that was typed, and is received when it is mended', async () => {
  const fields = received('H53.101.1-261123-0004', '2026-11-23T20:11', {
    'requester.full_name': '',
    request: 'Chữ đã gõ.',
  });
  expect((await send(fields)).status).toBe(409);
  const { token } = await ask();
  const page = await counter.post(`${HOME}/nhan-lai`, { csrf: token, ...fields });
  expect(page.status).toBe(409);
  expect(page.body).toContain('Chữ đã gõ.');
  expect(page.body).toContain('H53.101.1-261123-0004');
  const mended = await counter.press(page, `${HOME}/nhan-lai`, counterFields({ tt: DEATH }));
  expect(mended, mended.body).toMatchObject({ status: 303, location: `${HOME}?da-nhan=H53.101.1-261123-0004` });
  // the device does not know yet, and sends what it holds once more
  expect(await send(fields)).toMatchObject({ status: 200, said: { code: 'H53.101.1-261123-0004' } });
});

test('a form of an older version of the procedure is a conflict, and is looked at again under the one in force', async () => {
  const fields = received('H53.101.1-261123-0005', '2026-11-23T20:12', { version_id: newId() });
  expect(await send(fields)).toMatchObject({
    status: 409,
    said: { conflict: expect.stringContaining('Thủ tục đã đổi') },
  });
  const { token } = await ask();
  const page = await counter.post(`${HOME}/nhan-lai`, { csrf: token, ...fields });
  expect(hidden(page, 'version_id')).toBe(version);
});

test('closing the day voids what is not used, once, and names it', async () => {
  await until('2026-11-23T20:45');
  const home = await counter.get(HOME);
  const closed = await counter.press(home, `${HOME}/chot-ngay`);
  expect(closed.status).toBe(303);
  expect((await counter.get(closed.location ?? '')).body).toContain('Đã hủy số chưa dùng: H53.101.1-261123-0005');
  expect((await counter.press(home, `${HOME}/chot-ngay`)).location).toBe(closed.location);
  const [entry] = await entries('dossiers.numbers-voided');
  expect(entry).toMatchObject({ actor: { kind: 'person' }, body: { why: 'closed' } });
  expect(entry?.body.codes).toHaveLength(6);
});

test('what comes with a voided number gets a new one by the officer’s choice alone; the old one stays voided and names it', async () => {
  const fields = received('H53.101.1-261123-0006', '2026-11-23T20:13');
  expect(await send(fields)).toMatchObject({ status: 409, said: { conflict: expect.stringContaining('đã bị hủy') } });
  const { token } = await ask();
  const page = await counter.post(`${HOME}/nhan-lai`, { csrf: token, ...fields });
  expect(page.body).toContain('name="renumber"');
  const again = await counter.press(page, `${HOME}/nhan-lai`, { ...counterFields({ tt: DEATH }), renumber: 'true' });
  expect(again).toMatchObject({ status: 303, location: `${HOME}?da-nhan=H53.101.1-261123-0012` });
  expect(await stored('H53.101.1-261123-0012')).toMatchObject({ at: '2026-11-23 20:13' });
  expect(await stateOf('H53.101.1-261123-0006')).toEqual({
    state: 'voided',
    why: 'closed',
    instead: 'H53.101.1-261123-0012',
  });
  expect((await entries('dossiers.received-offline')).at(-1)).toMatchObject({
    body: { reserved: 'H53.101.1-261123-0006' },
  });
});

test('the book of reserved numbers names each number that no dossier bears, with its reason, to the office alone', async () => {
  const book = (await counter.get('/can-bo/so-theo-doi/so-giu-truoc')).body;
  expect(book).toMatch(/0005<\/span>: chốt ngày/);
  expect(book).toMatch(/0006<\/span>: hồ sơ mang số H53\.101\.1-261123-0012/);
  const other = await browse(house, server, { as: { role: 'TN', unit: 'H53.103.1' } });
  expect((await other.get('/can-bo/so-theo-doi/so-giu-truoc')).body).toContain('Chưa có số nào được giữ trước');
});

test('what the counter forgot is voided at night by the program, which says so; today’s numbers stay', async () => {
  const held = await reserve();
  await until('2026-11-24T00:30');
  await reserve();
  expect(await voidForgotten({ acting: house.acting })).toBe(held.length);
  expect((await entries('dossiers.numbers-voided')).at(-1)).toMatchObject({
    actor: { kind: 'program' },
    body: { day: '2026-11-23', why: 'forgotten', codes: held },
  });
  expect((await ask()).numbers).toHaveLength(10);
});

test('nobody holds more than fifty unused numbers', async () => {
  for (let held = 10; held < 50; held += 10) await reserve();
  const refused = await counter.press(await counter.get(HOME), `${HOME}/giu-so`, { device: DEVICE });
  expect(refused.status).toBe(409);
  expect(refused.body).toContain('tối đa 50 số');
});

test('every number of every day is used, voided or still held', async () => {
  const gaps = await sql<{ gaps: number }>`
    select coalesce(sum(s.last - (select count(*) from cases.case c where c.code like s.unit_code || '-' || to_char(s.day, 'YYMMDD') || '-%')
      - (select count(*) from dossiers.reserved_number n join dossiers.number_block b on b.id = n.block_id
         where n.state <> 'used' and b.unit_code = s.unit_code and b.day = s.day)), 0)::integer as gaps
    from cases.number_series s where s.unit_code not like '%:%'
  `.execute(house.db);
  expect(gaps.rows[0]?.gaps).toBe(0);
});
