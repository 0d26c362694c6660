import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBusinessDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { packFolderOf } from '../../platform/config/project-root.ts';
import type { Succession } from '../../platform/organisation/definition.ts';
import { loadOrganisation } from '../../platform/organisation/load-organisation.ts';
import { readOrganisation } from '../../platform/organisation/pack.ts';
import { listParts, listSplitAreas } from './split-areas.ts';
import type { DossierTables } from './tables.ts';

let house: House<DossierTables>;
beforeAll(async () => {
  house = await aHouse<DossierTables>();
}, 120_000);
afterAll(() => house.close());

const WHOLE = 'vpdkdd';

async function submit(areaCode: string, unit: string, openedAt?: string): Promise<void> {
  const caseId = await aBusinessDossier(house, areaCode);
  await sql`
    update cases.case set competent_unit = ${unit}, holding_unit = ${unit}, opened_at = coalesce(${openedAt ?? null}::timestamptz, opened_at)
    where id = ${caseId}
  `.execute(house.db);
}

async function idOf(key: string): Promise<string> {
  const found = await sql<{ id: string }>`select id from organisation.unit where key = ${key}`.execute(house.db);
  return found.rows[0]?.id ?? expect.fail(`no unit ${key}`);
}

async function endUnits(ends: Readonly<Record<string, { to: string; successor: Succession }>>): Promise<void> {
  const { organisation } = readOrganisation(packFolderOf('tay-ninh'));
  if (!organisation) throw new Error('no organisation');
  const units = organisation.units.map((unit) => ({ ...unit, ...ends[unit.key] }) as typeof unit);
  await loadOrganisation(house.platform.db, { organisation: { ...organisation, units }, clock: house.acting.clock });
}

test('a part that has ended since is followed; a code that two eras use is named by both and decided by neither', async () => {
  const unit = await idOf(WHOLE);
  await submit('25459', unit);
  await submit('25459', unit, '2025-06-20T08:00:00+07:00');
  await submit('25486', unit);
  await submit('25567', unit);
  const split = { kind: 'by-subject' as const, day: '2027-05-10' };
  await endUnits({
    [WHOLE]: { to: '2027-05-10', successor: { ...split, to: ['ubnd-25459', 'ubnd-25486', 'ubnd-25567'] } },
    'ubnd-25486': { to: '2027-05-20', successor: { kind: 'one', to: 'ubnd-25480', day: '2027-05-20' } },
    'ubnd-25567': { to: '2027-05-20', successor: { kind: 'unknown' } },
  });
  const asked = { unit, day: '2027-06-01' };
  const ids = await Promise.all(['ubnd-25459', 'ubnd-25480'].map(idOf));
  expect((await listParts(house.db, asked)).map(({ id }) => id).sort()).toEqual([...ids].sort());
  const areas = new Map((await listSplitAreas(house.db, asked)).map((area) => [area.code, area]));
  expect(areas.get('25459')).toMatchObject({ count: 2, part: undefined });
  expect(areas.get('25459')?.names.map(({ vi }) => vi)).toEqual(['Phường 3', 'Phường Tân Ninh']);
  expect(areas.get('25486')).toMatchObject({ count: 1, part: ids[1] });
  expect(areas.get('25567')).toMatchObject({ count: 1, part: undefined });
}, 120_000);
