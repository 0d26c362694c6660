import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, serverOf } from '../../../test/harness/browse.ts';
import { aBusinessDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { instant } from '../../platform/calendar/instant.ts';
import { fireDueTimers } from '../../platform/cases/timers.ts';
import { newId } from '../../platform/db/ids.ts';
import { loadOrganisation } from '../../platform/organisation/load-organisation.ts';
import { readOrganisation } from '../../platform/organisation/pack.ts';
import { packFolderOf } from '../../platform/config/project-root.ts';
import { withdrawDossier } from './dossiers.ts';
import { assignOrphans, moveOrphans } from './orphans.ts';
import { findBatch, listBatchLines } from './succession-batches.ts';
import { undoBatch, undoMoves } from './undo-moves.ts';
import { setSuccessionTimers } from './succession-timers.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
}, 120_000);
afterAll(() => house.close());

const COMMUNE = '25459';
const OTHER = '25486';

const submit = (areaCode: string): Promise<string> => aBusinessDossier(house, areaCode);

const timerOf = async (caseId: string) =>
  (
    await sql<{ day: string }>`
      select to_char(fire_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as day
      from cases.timer where case_id = ${caseId} and kind = 'dossiers.succession'
    `.execute(house.db)
  ).rows[0]?.day;

const unitOf = async (caseId: string) =>
  (
    await sql<{ key: string }>`
      select u.key from cases.case c join organisation.unit u on u.id = c.competent_unit where c.id = ${caseId}
    `.execute(house.db)
  ).rows[0]?.key;

/** The pack with the people's committee of a commune ending, and another taking over from it, or nobody known. */
async function publishEnd(key: string, end: { to: string; successor?: string } | undefined): Promise<void> {
  const { organisation } = readOrganisation(packFolderOf('tay-ninh'));
  if (!organisation) throw new Error('no organisation');
  const units = organisation.units.map((unit) => {
    if (unit.key !== key || !end) return unit;
    const successor = end.successor
      ? { kind: 'one' as const, to: end.successor, day: end.to }
      : { kind: 'unknown' as const };
    return { ...unit, to: end.to, successor } as typeof unit;
  });
  await loadOrganisation(house.platform.db, { organisation: { ...organisation, units }, clock: house.acting.clock });
}

/** The subscriber asks for the job; the worker runs it. */
async function follow(): Promise<void> {
  await house.readJournal();
  const asked = await sql<{ count: number }>`
    select count(*)::integer as count from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'dossiers.set-successions'
  `.execute(house.db);
  expect(asked.rows[0]?.count).toBe(1);
  await house.platform.registry.jobs.get('dossiers.set-successions')?.(house.platform, {});
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker._private_jobs))`.execute(
    house.db,
  );
}

async function fireAt(time: string): Promise<number> {
  house.setClock(time);
  return fireDueTimers(house.platform, instant(time), (error) => {
    throw error;
  });
}

test('an end published after they were handed in reaches open dossiers, moves when it moves, and falls away', async () => {
  house.setClock('2026-11-23T08:00');
  const caseId = await submit(COMMUNE);
  expect(await timerOf(caseId)).toBeUndefined();
  await publishEnd('ubnd-25459', { to: '2026-12-31', successor: 'ubnd-25486' });
  await follow();
  expect(await timerOf(caseId)).toBe('2027-01-01 00:00');
  await publishEnd('ubnd-25459', { to: '2026-12-15', successor: 'ubnd-25486' });
  await follow();
  expect(await timerOf(caseId)).toBe('2026-12-16 00:00');

  await publishEnd('ubnd-25459', undefined);
  await follow();
  expect(await fireAt('2026-12-16T00:00')).toBe(1);
  expect([await unitOf(caseId), await timerOf(caseId)]).toEqual(['ubnd-25459', undefined]);

  house.setClock('2026-12-16T08:00');
  await publishEnd('ubnd-25459', { to: '2026-12-20', successor: 'ubnd-25486' });
  await follow();
  expect(await fireAt('2026-12-20T23:59')).toBe(0);
  expect(await fireAt('2026-12-21T00:00')).toBe(1);
  expect([await unitOf(caseId), await timerOf(caseId)]).toEqual(['ubnd-25486', undefined]);
  expect(await fireAt('2026-12-21T00:01')).toBe(0);
});

test('where the successor is unknown the timer fires once, and again when a pack knows', async () => {
  house.setClock('2027-01-04T08:00');
  const caseId = await submit(OTHER);
  await publishEnd('ubnd-25486', { to: '2027-01-10' });
  await follow();
  expect(await fireAt('2027-01-11T00:00')).toBeGreaterThan(0);
  expect([await unitOf(caseId), await timerOf(caseId)]).toEqual(['ubnd-25486', undefined]);
  expect(await fireAt('2027-01-11T00:01')).toBe(0);
  await publishEnd('ubnd-25486', { to: '2027-01-10', successor: 'ubnd-25498' });
  await follow();
  await fireAt('2027-01-12T00:00');
  expect(await unitOf(caseId)).toBe('ubnd-25498');
});

test('every one of more dossiers than a page holds gets its timer, is counted and listed by key', async () => {
  house.setClock('2027-02-01T08:00');
  const first = await submit('25498');
  // Like grow.ts of the bench: the case row alone, as often as it takes.
  await sql`
    insert into cases.case select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'code', c.code || '-' || n))).*
    from cases.case c, generate_series(1, 1149) n where c.id = ${first}
  `.execute(house.db);
  await publishEnd('ubnd-25498', { to: '2027-02-10' });
  house.setClock('2027-02-11T08:00');
  const open = Number(
    (
      await sql<{ count: number }>`
        select count(*)::integer as count from cases.case c join organisation.unit u on u.id = c.competent_unit
        where u.key = 'ubnd-25498' and c.closed_at is null
      `.execute(house.db)
    ).rows[0]?.count,
  );
  expect(open).toBeGreaterThan(1149);
  expect(await setSuccessionTimers(house.db)).toBe(open);
  expect(await setSuccessionTimers(house.db)).toBe(0);

  const server = await serverOf(house);
  const administrator = await browse(house, server, { as: 'administrator' });
  let page = await administrator.get('/quan-tri/to-chuc/ke-thua');
  expect(page.body).toContain(`${open} hồ sơ đang mở`);
  const seen = new Set<string>();
  for (let next = /href="(\/quan-tri\/to-chuc\/ke-thua\?don-vi=[^"]+)"/.exec(page.body)?.[1]; next; ) {
    const path = next.replaceAll('&amp;', '&');
    page = await administrator.get(seen.size === 0 ? path.replace(/&sau=.*/, '') : path);
    for (const [, code = ''] of page.body.matchAll(/<li><span class="vc-whole">([^<]+)</g)) seen.add(code);
    next = /href="(\/quan-tri\/to-chuc\/ke-thua\?don-vi=[^"]+)"[^>]* rel="next"/.exec(page.body)?.[1];
  }
  expect(seen.size).toBe(open);
  await server.close();
});

test('naming the unit that goes on moves more dossiers than a batch holds, each once, each an act', async () => {
  house.setClock('2027-03-01T08:00');
  const from = '25525';
  const ids: string[] = [];
  for (let count = 0; count < 105; count++) ids.push(await submit(from));
  await publishEnd(`ubnd-${from}`, { to: '2027-03-10' });
  house.setClock('2027-03-11T08:00');
  const unit = (key: string) =>
    sql<{ id: string }>`select id from organisation.unit where key = ${key}`
      .execute(house.db)
      .then(({ rows }) => rows[0]?.id ?? '');
  const actor = { id: newId(), kind: 'person' as const, account: newId() };
  const naming = { to: await unit('ubnd-25459'), areas: new Map<string, string>() };
  const command = { from: await unit(`ubnd-${from}`), naming, at: house.acting.clock() };
  const commandId = newId();
  await assignOrphans(house.db, actor, { ...command, commandId });
  await assignOrphans(house.db, actor, { ...command, commandId });
  const entries = await sql<{ id: string }>`
    select id from journal.entry where type = 'dossiers.orphans-assigned' and subject_id = ${command.from}
  `.execute(house.db);
  expect(entries.rows).toHaveLength(1);
  const payload = { entry: entries.rows[0]?.id ?? '' };
  await moveOrphans(house.acting, payload);
  await moveOrphans(house.acting, payload);
  const moved = await sql<{ count: number; accounts: string[] }>`
    select count(*)::integer as count, array_agg(distinct account_id) as accounts from journal.entry
    where type = 'dossiers.dossier-moved' and subject_id = any(${ids}::uuid[])
  `.execute(house.db);
  expect(moved.rows).toEqual([{ count: 105, accounts: [actor.account] }]);
  expect(await unitOf(ids.at(-1) ?? '')).toBe('ubnd-25459');
}, 120_000);

test('a move is undone for each dossier nobody has touched since; the others stay, with the reason', async () => {
  house.setClock('2027-04-01T08:00');
  const from = '25552';
  const ids = [await submit(from), await submit(from), await submit(from)];
  const [untouched = '', withdrawn = '', refused = ''] = ids;
  await publishEnd(`ubnd-${from}`, { to: '2027-04-10' });
  house.setClock('2027-04-12T08:00');
  const actor = { id: newId(), kind: 'person' as const, account: newId() };
  const who = { actor, scope: 'all' as const, rolesAt: () => ['TN'] };
  const unitId = async (key: string) =>
    (await sql<{ id: string }>`select id from organisation.unit where key = ${key}`.execute(house.db)).rows[0]?.id ??
    '';
  const old = await unitId(`ubnd-${from}`);
  const at = house.acting.clock();
  const batch = await assignOrphans(house.db, actor, {
    from: old,
    naming: { to: await unitId('ubnd-25459'), areas: new Map() },
    at,
    commandId: newId(),
  });
  await moveOrphans(house.acting, { entry: batch ?? '' });
  expect(await Promise.all(ids.map(unitOf))).toEqual(['ubnd-25459', 'ubnd-25459', 'ubnd-25459']);
  const act = (caseId: string) => ({ commandId: newId(), caseId, reason: 'Nộp nhầm.' });
  expect(await withdrawDossier(house.acting, who, act(withdrawn))).toMatchObject({ kind: 'done' });
  await sql`update cases.case set version = version + 1 where id = ${refused}`.execute(house.db);

  const undoing = { batch: batch ?? '', unit: old, at };
  await undoBatch(house.db, actor, { ...undoing, commandId: newId() });
  const entries = await sql<{ id: string }>`
    select id from journal.entry where type = 'dossiers.moves-undone' and subject_id = ${old}
  `.execute(house.db);
  const payload = { entry: entries.rows[0]?.id ?? '' };
  await undoMoves(house.acting, payload);
  await undoMoves(house.acting, payload);
  expect(await Promise.all(ids.map(unitOf))).toEqual([`ubnd-${from}`, 'ubnd-25459', 'ubnd-25459']);
  expect(await findBatch(house.db, batch ?? '')).toMatchObject({ moved: 3, refused: 0, undone: 1, kept: 2 });
  const lines = await listBatchLines(house.db, { batch: batch ?? '', limit: 10 });
  expect(Object.fromEntries(lines.map(({ caseId, kept }) => [caseId, kept]))).toEqual({
    [untouched]: null,
    [withdrawn]: 'dossiers.already-closed',
    [refused]: 'dossiers.changed-since-move',
  });
}, 120_000);

test('a split unit’s dossiers go to the part that answers for their area, those of no area chosen to the unit named; by pages, with undo', async () => {
  house.setClock('2027-05-03T08:00');
  const day = '2027-05-10';
  const submitted = { north: '25567', south: '25579', other: '25588' };
  const ids = new Map<string, string>();
  for (const area of Object.values(submitted)) ids.set(area, await submit(area));
  const keys = async (areas: readonly string[]) =>
    (
      await sql<{ id: string; key: string }>`
        select id, key from organisation.unit where key = any(${areas.map((area) => `ubnd-${area}`)})`.execute(house.db)
    ).rows;
  const unitId = new Map((await keys([...Object.values(submitted), COMMUNE])).map(({ id, key }) => [key, id]));
  // one office decided for the three communes, and was split into the committees of two of them
  const { organisation } = readOrganisation(packFolderOf('tay-ninh'));
  if (!organisation) throw new Error('no organisation');
  const whole = 'vpdkdd';
  const to = [`ubnd-${submitted.north}`, `ubnd-${submitted.south}`];
  const units = organisation.units.map((unit) =>
    unit.key === whole ? ({ ...unit, to: day, successor: { kind: 'by-subject', to, day } } as typeof unit) : unit,
  );
  const wholeId =
    (await sql<{ id: string }>`select id from organisation.unit where key = ${whole}`.execute(house.db)).rows[0]?.id ??
    '';
  await sql`update cases.case set competent_unit = ${wholeId}, holding_unit = ${wholeId} where id = any(${[...ids.values()]}::uuid[])`.execute(
    house.db,
  );
  await loadOrganisation(house.platform.db, { organisation: { ...organisation, units }, clock: house.acting.clock });
  house.setClock('2027-05-11T08:00');

  const server = await serverOf(house);
  const administrator = await browse(house, server, { as: 'administrator' });
  const path = `/quan-tri/to-chuc/xem-truoc?don-vi=${wholeId}`;
  const preview = await administrator.get(path);
  expect(preview.body).toContain('chia hồ sơ của Văn phòng Đăng ký đất đai tỉnh theo địa bàn');
  const field = (area: string) => `dia-ban.${area}`;
  const partOf = (area: string) => unitId.get(`ubnd-${area}`) ?? '';
  const chosen = {
    [field(submitted.north)]: partOf(submitted.north),
    [field(submitted.south)]: partOf(submitted.south),
  };
  for (const [name, part] of Object.entries(chosen))
    expect(preview.body).toMatch(
      new RegExp(
        `name="${name}"[\\s\\S]*?value="${part}" selected|name="${name}"[\\s\\S]*?selected[^>]*value="${part}"`,
      ),
    );
  const press = (fields: Record<string, string>) =>
    administrator.press(preview, '/quan-tri/to-chuc/ke-thua', { from: wholeId, ...chosen, ...fields });
  expect((await press({ [`unit.${wholeId}`]: 'H53.999', lam: 'chuyen' })).status).toBe(422);
  expect((await press({ [`unit.${wholeId}`]: '', lam: 'xem' })).body).toContain('Chưa rõ, còn ở lại danh sách');
  const code =
    (await sql<{ code: string }>`select code from organisation.unit where key = ${`ubnd-${COMMUNE}`}`.execute(house.db))
      .rows[0]?.code ?? '';
  const done = await press({ [`unit.${wholeId}`]: code, lam: 'chuyen' });
  const batch = /lan-chuyen\/([0-9a-f-]{36})/.exec(done.location ?? '')?.[1] ?? expect.fail(done.body);
  const begun = await administrator.get(`/quan-tri/to-chuc/lan-chuyen/${batch}`);
  expect(begun.body).toContain('việc chuyển đã bắt đầu, chưa hồ sơ nào xong');
  await moveOrphans(house.acting, { entry: batch });
  expect(await Promise.all(Object.values(submitted).map((area) => unitOf(ids.get(area) ?? '')))).toEqual([
    `ubnd-${submitted.north}`,
    `ubnd-${submitted.south}`,
    `ubnd-${COMMUNE}`,
  ]);
  expect((await administrator.get(`/quan-tri/to-chuc/lan-chuyen/${batch}`)).body).toContain('đã chuyển 3 hồ sơ');

  const actor = { id: newId(), kind: 'person' as const, account: newId() };
  await undoBatch(house.db, actor, { batch, unit: wholeId, at: house.acting.clock(), commandId: newId() });
  const undone = await sql<{ id: string }>`
    select id from journal.entry where type = 'dossiers.moves-undone' and subject_id = ${wholeId}`.execute(house.db);
  await undoMoves(house.acting, { entry: undone.rows[0]?.id ?? '' });
  expect(await Promise.all([...ids.values()].map(unitOf))).toEqual([whole, whole, whole]);
  await server.close();
}, 120_000);
