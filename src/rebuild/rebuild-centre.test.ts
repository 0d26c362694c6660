import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { browse, serverOf, type Visitor } from '../../test/harness/browse.ts';
import { anAccount } from '../../test/harness/people.ts';
import { aHouse, type House } from '../../test/harness/house.ts';
import { instant } from '../platform/calendar/instant.ts';
import { writeAct } from '../platform/cases/act.ts';
import type { RowChange } from '../platform/cases/decision.ts';
import { fireDueTimers } from '../platform/cases/timers.ts';
import { openDatabase } from '../platform/db/database.ts';
import { newId } from '../platform/db/ids.ts';
import { sealEntry } from '../platform/journal/entry.ts';
import { checkRebuild } from './check-rebuild.ts';
import { repairCases } from './repair-cases.ts';

const CENTRE = '/can-bo/trung-tam';
const INCIDENTS = `${CENTRE}/su-co`;

let house: House;
let server: FastifyInstance;
let province: Visitor;
let ward: Visitor;

/** Everything that a centre does: signals, acts on an incident, passing it down and up, a drill, shifts, and what the clock says. */
beforeAll(async () => {
  house = await aHouse();
  server = await serverOf(house);
  house.setClock('2026-11-23T08:00');
  province = await browse(house, server, { as: { role: 'CT', unit: 'H53' } });
  ward = await browse(house, server, { as: { role: 'CT', unit: 'H53.101' } });
}, 120_000);
afterAll(async () => {
  await server?.close();
  await house?.close();
});

async function aBadRating(unitCode: string, at: string): Promise<void> {
  const unit = await sql<{ id: string }>`
    select id from organisation.unit where code = ${unitCode} and valid_to is null
  `.execute(house.db);
  const body = { code: 'H53.101.1-261123-0001', score: 1, reasons: ['late'] };
  const entry = sealEntry(
    { type: 'feedback.dossier-rated', dims: { unit: unit.rows[0]?.id }, body },
    { actor: { kind: 'program', program: 'test' }, subject: { type: 'feedback.rating', id: newId() }, at: instant(at) },
  );
  await writeAct(house.platform.db, { rows: [], entries: [entry] });
}

async function open(who: Visitor, title: string, more: Record<string, string> = {}): Promise<string> {
  const form = await who.get(`${CENTRE}/mo-su-co`);
  const typed = { chuyen: title, loai: 'fire', cap: '4', xa: '25459', gio: '07:30', ngay: '23/11/2026', ...more };
  const made = await who.press(form, `${CENTRE}/mo-su-co`, typed);
  expect(made.status).toBe(303);
  return made.location ?? '';
}

async function press(who: Visitor, path: string, act: string, fields: Record<string, string> = {}): Promise<void> {
  const pressed = await who.press(await who.get(path), `${path}/${act}`, fields);
  expect(`${act} ${pressed.status}`).toBe(`${act} 303`);
}

const ring = () =>
  fireDueTimers(house.platform, house.platform.clock(), (error) => {
    throw error;
  });

test('an incident is passed up to the province, down to a former district and back into the commune; each time somebody there has to take it, and the log says so', async () => {
  const path = await open(ward, 'Cháy kho ở Tân Ninh');
  await press(ward, path, 'nhan');
  await press(ward, path, 'viec', { viec: 'call-fire-service', xong: 'co' });
  const held = await ward.get(path);
  await press(ward, path, 'chuyen-trung-tam', { 'trung-tam': 'tinh', 'loi-nhan': 'Cần xe thang của tỉnh.' });
  // seen where it happened, in the hands of the province
  const seen = await ward.get(path);
  expect(seen.body).toContain('Cần xe thang của tỉnh.');
  expect(seen.body).toContain('Chưa ai nhận');
  expect(seen.body).not.toContain(`action="${path}/nhan"`);
  expect((await ward.press(held, `${path}/ghi-chu`, { 'ghi-chu': 'Còn cháy.' })).status).toBe(404);
  const shown = await province.get(path);
  for (const [fields, sentence] of [
    [{ 'trung-tam': '25459', 'loi-nhan': ' ' }, 'Hãy ghi vài lời.'],
    [{ 'trung-tam': 'tinh', 'loi-nhan': 'x' }, 'Hãy chọn trung tâm nhận.'],
    [{ 'trung-tam': 'tan-bien', 'loi-nhan': 'x' }, 'Hãy chọn trung tâm nhận.'],
  ] as const)
    expect((await province.press(shown, `${path}/chuyen-trung-tam`, fields)).body).toContain(sentence);
  await press(province, path, 'chuyen-trung-tam', { 'trung-tam': 'tp-tay-ninh', 'loi-nhan': 'Trực cụm xử lý.' });
  expect((await province.get(path)).body).toMatch(/cho Thành phố Tây Ninh[^<]*Trực cụm xử lý/);
  await press(province, path, 'chuyen-trung-tam', { 'trung-tam': '25459', 'loi-nhan': 'Đã có xe, phường tiếp tục.' });
  await press(ward, path, 'nhan');
  const entries = await sql<{ count: number }>`
    select count(*)::integer as count from journal.entry where type = 'operations-centre.incident-passed'
  `.execute(house.db);
  expect(entries.rows[0]?.count).toBe(3);
});

test('after all that a centre does the tables are what the journal gives again', async () => {
  const path = await open(ward, 'Cháy chợ');
  await press(ward, path, 'ket-thuc', { 'ket-qua': 'resolved', 'da-lam': 'Xong.' });
  await press(ward, path, 'mo-lai', { 'vi-sao': 'Bùng lại' });
  await open(ward, 'Cháy bãi rác', { cap: '2' });
  for (const at of ['07:00', '07:10', '07:20']) await aBadRating('H53.104', `2026-11-23T${at}`);
  await house.readJournal();
  const made = await sql<{ code: string; signal: string }>`
    select c.code, s.id as signal from operations_centre.signal s join cases.case c on c.id = s.case_id order by s.at desc limit 1
  `.execute(house.db);
  const { code = '', signal = '' } = made.rows[0] ?? {};
  await press(province, `${INCIDENTS}/${code}`, 'tach', { 'tin-hieu': signal });
  const duty = `${CENTRE}/ca-truc`;
  await ward.press(await ward.get(duty), `${duty}/vao`);
  await anAccount(house, { role: 'LP', unit: 'H53.101.2' });
  const follows = /<option value="([0-9a-f-]{36})"/.exec((await ward.get(duty)).body)?.[1] ?? '';
  expect(follows).not.toBe('');
  await press(ward, duty, 'giao', { 'can-biet': 'Theo dõi lửa.', nguoi: follows });
  const drills = `${CENTRE}/dien-tap`;
  await ward.press(await ward.get(drills), `${drills}/bat-dau`, { ten: 'Vỡ đê', gio: '1' });
  await open(ward, 'Vỡ đê giả định', { 'dien-tap': 'co', loai: 'flood' });
  house.setClock('2026-11-23T08:20');
  await ring();
  const report = await checkRebuild(house.platform);
  expect({ differences: report.differences, faults: report.faults }).toEqual({ differences: [], faults: [] });
  expect(report.dossiers).toBe(6);
  expect(report.duties).toBe(3);
});

test.each([
  [
    'operations_centre.incident',
    'severity',
    'update operations_centre.incident set severity = 5 where kind = $$fire$$ and severity = 2',
  ],
  [
    'operations_centre.incident',
    'unit_id',
    `update operations_centre.incident set unit_id = (select id from organisation.unit where code = 'H53.102' and valid_to is null) where severity = 2`,
  ],
  [
    'operations_centre.step',
    'done_at',
    `update operations_centre.step set done_at = null, done_by = null where done_at is not null`,
  ],
  [
    'cases.timer',
    'fire_at',
    `update cases.timer set fire_at = fire_at + interval '1 hour' where kind = 'operations-centre.step-due' and case_id = (select case_id from operations_centre.incident where severity = 2)`,
  ],
  [
    'operations_centre.signal',
    'count',
    `delete from operations_centre.signal where id = (select id from operations_centre.signal order by at limit 1)`,
  ],
  [
    'operations_centre.shift',
    'ended_at',
    `update operations_centre.shift set ended_at = ended_at + interval '1 hour' where ended_at is not null`,
  ],
  ['operations_centre.drill', 'ends_at', `update operations_centre.drill set ends_at = ends_at + interval '1 hour'`],
])('a row of %s that was changed past the verbs is named, %s', async (table, column, change) => {
  const owner = openDatabase({ url: house.ownerUrl });
  const undone = owner.db.transaction().execute(async (trx) => {
    await sql.raw(change).execute(trx);
    const inside = {
      transaction: () => ({
        setIsolationLevel: () => ({
          setAccessMode: () => ({ execute: (work: (own: unknown) => unknown) => work(trx) }),
        }),
      }),
    };
    const db = Object.assign(Object.create(trx) as typeof trx, inside);
    const { differences } = await checkRebuild({ ...house.platform, db: db as never });
    expect(differences.map((one) => [one.table, one.column])).toContainEqual([table, column]);
    throw new Error('undo');
  });
  try {
    await expect(undone).rejects.toThrow('undo');
  } finally {
    await owner.close();
  }
});

test('what was damaged is written back: incidents, steps, a shift, a drill', async () => {
  for (const damage of [
    'update operations_centre.incident set severity = 1, closed_at = now() where severity = 4',
    `update operations_centre.step set due_at = due_at + interval '1 day' where key = 'call-fire-service'`,
    `update operations_centre.shift set account_id = handed_to where ended_at is not null`,
    `update operations_centre.drill set ended_at = now()`,
  ])
    await sql.raw(damage).execute(house.db);
  const { repaired, rows, left } = await repairCases(house.platform);
  expect(left).toEqual([]);
  expect(repaired).toBeGreaterThan(1);
  expect(Object.keys(rows).sort()).toEqual([
    'operations_centre.drill',
    'operations_centre.incident',
    'operations_centre.shift',
    'operations_centre.step',
  ]);
  expect((await checkRebuild(house.platform)).differences).toEqual([]);
});

/** A shift in the ward of who receives dossiers in that unit. */
async function aShift(of: string): Promise<{ readonly id: string; readonly unit: string; readonly account: string }> {
  const account = await anAccount(house, { role: 'TN', unit: of });
  const unit = (
    await sql<{ id: string }>`select id from organisation.unit where code = 'H53.101' and valid_to is null`.execute(
      house.db,
    )
  ).rows[0]?.id;
  return { id: newId(), unit: unit ?? '', account };
}

const shiftRow = ({ id, unit, account }: Awaited<ReturnType<typeof aShift>>, at: string): RowChange => ({
  table: 'operations_centre.shift',
  op: 'insert',
  values: { id, unit_id: unit, account_id: account, began_at: at },
});

const ended = (id: string, version: number, at: string, to: string | null = null): RowChange => ({
  table: 'operations_centre.shift',
  op: 'update',
  key: { id },
  version,
  values: { ended_at: at, handed_to: to, version: version + 1 },
});

const told = (type: string, shift: Awaited<ReturnType<typeof aShift>>, at: string, more: Record<string, string> = {}) =>
  sealEntry(
    { type: `operations-centre.${type}`, body: { unit: shift.unit, ...more } },
    {
      actor: { kind: 'person', account: shift.account },
      subject: { type: 'operations-centre.shift', id: shift.id },
      at: instant(at),
    },
  );

test('a shift that an old entry began without naming it is not compared, and stands in the way of nothing', async () => {
  const [first, second] = [await aShift('H53.102.1'), await aShift('H53.103.1')];
  const [began, handed, over] = ['2026-11-20T07:00+07:00', '2026-11-20T15:00+07:00', '2026-11-20T22:00+07:00'];
  const before = (await checkRebuild(house.platform)).before;
  await writeAct(house.platform.db, {
    rows: [shiftRow(first, began)],
    entries: [told('shift-begun', first, '2026-11-20T07:00')],
  });
  await writeAct(house.platform.db, {
    rows: [ended(first.id, 1, handed, second.account), shiftRow(second, handed)],
    entries: [told('shift-ended', first, '2026-11-20T15:00', { to: second.account })],
  });
  await writeAct(house.platform.db, {
    rows: [ended(second.id, 1, over)],
    entries: [told('shift-ended', second, '2026-11-20T22:00')],
  });
  const report = await checkRebuild(house.platform);
  expect({ differences: report.differences, before: report.before }).toEqual({ differences: [], before: before + 1 });
  await sql`update operations_centre.shift set ended_at = null, handed_to = null where id = ${first.id}`.execute(
    house.db,
  );
  const { rows, left } = await repairCases(house.platform);
  expect({ rows, left }).toEqual({ rows: { 'operations_centre.shift': 1 }, left: [] });
});

test('a shift that is ended while it is repaired stays ended', async () => {
  const shift = await aShift('H53.105.1');
  const began = '2026-11-21T07:00+07:00';
  await writeAct(house.platform.db, {
    rows: [shiftRow(shift, began)],
    entries: [told('shift-begun', shift, '2026-11-21T07:00')],
  });
  await sql`update operations_centre.shift set began_at = began_at - interval '1 hour' where id = ${shift.id}`.execute(
    house.db,
  );
  const repairing = await house.platform.db.transaction().execute(async (trx) => {
    await writeAct(trx, {
      rows: [ended(shift.id, 1, '2026-11-21T15:00+07:00')],
      entries: [told('shift-ended', shift, '2026-11-21T15:00')],
    });
    const begun = repairCases(house.platform);
    await vi.waitFor(async () => {
      const waiting = await sql`
        select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()
      `.execute(house.db);
      expect(waiting.rows.length).toBeGreaterThan(0);
    }, 20_000);
    return { begun };
  });
  expect((await repairing.begun).left).toEqual([]);
  const { differences } = await checkRebuild(house.platform);
  expect(differences).toEqual([]);
});
