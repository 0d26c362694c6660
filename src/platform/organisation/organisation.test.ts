import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { instant } from '../calendar/instant.ts';
import { projectRoot } from '../config/project-root.ts';
import { type OpenDatabase, openDatabase } from '../db/database.ts';
import type { Organisation } from './definition.ts';
import { areaAt, listAreas, listUnits, oneStopOf, unitAt, unitsUnder } from './find-units.ts';
import { loadOrganisation } from './load-organisation.ts';
import { programActor } from '../identity/signed-in.ts';
import { nameSuccessor } from './name-successor.ts';
import { readOrganisation } from './pack.ts';
import { PROVINCE_NAME } from './province.ts';
import { type Successor, successorOf } from './successor.ts';

const BEFORE = '2025-06-30';
const AFTER = '2025-07-01';
const clock = () => instant('2026-11-23T08:00');
const organisation = readOrganisation(join(projectRoot, 'provinces/tay-ninh')).organisation as Organisation;

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await testDatabase();
  open = openDatabase({ url: database.url });
  await loadOrganisation(open.db, { organisation, clock });
  return async () => {
    await open.close();
    await database.drop();
  };
});

async function unitId(key: string): Promise<string> {
  const found = await open.db.selectFrom('organisation.unit').select('id').where('key', '=', key).executeTakeFirst();
  return found?.id ?? expect.fail(`no unit ${key}`);
}

async function keyOf(successor: Successor | undefined): Promise<string | undefined> {
  if (successor?.kind !== 'unit') return successor?.kind;
  const found = open.db.selectFrom('organisation.unit').select('key').where('id', '=', successor.unitId);
  return (await found.executeTakeFirst())?.key;
}

describe('the organisation of the province', () => {
  it('is loaded once: the same pack again changes nothing and writes no entry', async () => {
    const again = await loadOrganisation(open.db, { organisation, clock });
    expect(again).toMatchObject({ changed: false, units: organisation.units.length });
    const entries = open.db.selectFrom('journal.entry').select('id').where('type', '=', 'organisation.loaded');
    expect(await entries.execute()).toHaveLength(1);
  });

  it('keeps the ids of its rows when the pack changes', async () => {
    const id = await unitId('so-noi-vu');
    const units = organisation.units.map((unit) =>
      unit.key === 'so-noi-vu' ? { ...unit, name: { vi: 'Sở Nội vụ', en: 'Home Affairs' } } : unit,
    );
    expect((await loadOrganisation(open.db, { organisation: { ...organisation, units }, clock })).changed).toBe(true);
    expect(await unitId('so-noi-vu')).toBe(id);
    expect((await unitAt(open.db, 'H53.2', AFTER))?.name.en).toBe('Home Affairs');
    await loadOrganisation(open.db, { organisation, clock });
  });

  it('has nine districts and 94 communes until the end of June 2025, and 96 communes since', async () => {
    expect(await listAreas(open.db, { day: BEFORE, level: 'district' })).toHaveLength(9);
    expect(await listAreas(open.db, { day: BEFORE, level: 'commune' })).toHaveLength(94);
    expect(await listAreas(open.db, { day: AFTER, level: 'district' })).toHaveLength(0);
    expect(await listAreas(open.db, { day: AFTER, level: 'commune' })).toHaveLength(96);
  });

  it('tells a code that was given again apart by the day', async () => {
    expect((await areaAt(open.db, '25459', BEFORE))?.name.vi).toBe('Phường 3');
    expect((await areaAt(open.db, '25459', AFTER))?.name.vi).toBe('Phường Tân Ninh');
    expect((await unitAt(open.db, 'H53.15', BEFORE))?.key).toBe('so-gddt-2020');
    expect((await unitAt(open.db, 'H53.15', AFTER))?.key).toBe('bql-kkt');
    expect(await unitAt(open.db, 'H53.9999', AFTER)).toBeUndefined();
  });

  it('is named by the area of the province that exists', async () => {
    const found = await sql<{ name: string }>`select ${PROVINCE_NAME} as name`.execute(open.db);
    expect(found.rows).toEqual([{ name: 'Tây Ninh' }]);
  });

  it('lists departments in the order of their numbers', async () => {
    const codes = (await listUnits(open.db, { day: AFTER, kind: 'department' })).map((unit) => unit.code);
    expect(codes.indexOf('H53.2')).toBeLessThan(codes.indexOf('H53.10'));
  });

  it('knows what is under a unit, and where the unit receives people', async () => {
    const committee = await unitId('ubnd-25459');
    const under = await unitsUnder(open.db, committee, AFTER);
    expect(under).toContain(committee);
    expect(under).toContain(await unitId('ttpvhcc-25459'));
    expect(under).not.toContain(await unitId('ttpvhcc-25480'));
    expect(await unitsUnder(open.db, await unitId('ubnd-tinh'), AFTER)).toContain(await unitId('vp-25459'));
    expect((await oneStopOf(open.db, await unitId('vp-25459'), AFTER))?.key).toBe('ttpvhcc-25459');
    expect((await oneStopOf(open.db, await unitId('ttpvhcc-25459'), AFTER))?.key).toBe('ttpvhcc-25459');
  });

  it('refuses two units with one code on one day', async () => {
    const twice = open.db.insertInto('organisation.unit').values({
      id: '01936f00-0000-7000-8000-000000000001',
      key: 'planted',
      code: 'H53.2',
      kind: 'department',
      name: '{"vi":"Sở Thử"}',
      valid_from: '2026-01-01',
    });
    await expect(twice.execute()).rejects.toThrow(/unit_code_overlap/);
  });
});

describe('legal succession', () => {
  const successor = async (key: string, place?: string, day = '2026-11-23') =>
    keyOf(await successorOf(open.db, await unitId(key), day, place));

  it('finds the unit itself while it exists', async () => {
    expect(await successor('so-khdt-2020', undefined, '2025-06-30')).toBe('so-khdt-2020');
    expect(await successor('so-tai-chinh')).toBe('so-tai-chinh');
  });

  it('finds the one unit that took over a department or a commune', async () => {
    expect(await successor('so-khdt-2020')).toBe('so-tai-chinh');
    expect(await successor('ubnd-25456-2020')).toBe('ubnd-25459');
  });

  it('needs the place for what a district began, and then finds the commune of that place', async () => {
    expect(await successor('ubnd-705-2020')).toBe('by-place');
    const place = (await areaAt(open.db, '25486', AFTER))?.id;
    expect(await successor('ubnd-705-2020', place)).toBe('ubnd-25486');
    expect(await successor('motcua-705-2020', place)).toBe('ttpvhcc-25486');
    expect(await successor('phong-tp-705-2020', place)).toBe('ubnd-25486');
  });

  it('says between which units the subject decides', async () => {
    const found = await successorOf(open.db, await unitId('so-ldtbxh-2020'), AFTER);
    expect(found).toMatchObject({ kind: 'by-subject' });
    const expected = [await unitId('so-noi-vu'), await unitId('so-y-te')];
    expect(found?.kind === 'by-subject' && [...found.candidates].sort()).toEqual(expected.sort());
  });

  it('goes by the place only where one of them alone holds it: an area around it may stand for another field of work', async () => {
    const place = (await areaAt(open.db, '25459', AFTER))?.id;
    const splitInto = async (...to: string[]) => {
      const units = organisation.units.map((unit) =>
        unit.key === 'so-ldtbxh-2020' ? { ...unit, successor: { kind: 'by-subject' as const, to, day: AFTER } } : unit,
      );
      await loadOrganisation(open.db, { organisation: { ...organisation, units }, clock });
      return successor('so-ldtbxh-2020', place);
    };
    expect(await splitInto('ubnd-25459', 'ubnd-25486')).toBe('ubnd-25459');
    expect(await splitInto('ubnd-25459', 'ubnd-tinh')).toBe('by-subject');
    expect(await splitInto('ubnd-25480', 'ubnd-25486')).toBe('by-subject');
    await loadOrganisation(open.db, { organisation, clock });
  });

  it('does not guess: a commune whose formation is not known has an unknown successor', async () => {
    expect(await successor('ubnd-25489-2020')).toBe('unknown');
  });

  it('of a unit that never was is nothing', async () => {
    expect(await successorOf(open.db, '01936f00-0000-7000-8000-00000000ffff', AFTER)).toBeUndefined();
  });

  it('that is unknown is named by an administrator, once, and a reload of the pack keeps it', async () => {
    const [from, to] = [await unitId('ubnd-25492-2020'), await unitId('ubnd-25489')];
    const at = instant('2026-11-23T08:00');
    const naming = { unitId: from, successorId: to, basis: 'Quyết định 12/QĐ-UBND', at };
    expect(await nameSuccessor(open.db, programActor('test'), naming)).toEqual({ kind: 'named' });
    expect(await successor('ubnd-25492-2020')).toBe('ubnd-25489');
    expect(await nameSuccessor(open.db, programActor('test'), naming)).toMatchObject({
      code: 'organisation.successor-known',
    });
    const units = organisation.units.map((unit) => (unit.key === 'so-noi-vu' ? { ...unit, code: 'H53.2.0' } : unit));
    await loadOrganisation(open.db, { organisation: { ...organisation, units }, clock });
    expect(await successor('ubnd-25492-2020')).toBe('ubnd-25489');
    const entry = open.db.selectFrom('journal.entry').select('type').where('subject_id', '=', from);
    expect(await entry.execute()).toEqual([{ type: 'organisation.successor-named' }]);
  });

  it.each([
    ['so-noi-vu', 'so-y-te', 'organisation.not-ended'],
    ['ubnd-25495-2020', 'so-noi-vu-2020', 'organisation.successor-ended'],
    ['so-khdt-2020', 'so-y-te', 'organisation.successor-known'],
  ])('from %s to %s is refused: %s', async (from, to, code) => {
    const naming = { unitId: await unitId(from), successorId: await unitId(to), basis: '', at: clock() };
    expect(await nameSuccessor(open.db, programActor('test'), naming)).toMatchObject({ code });
  });
});
