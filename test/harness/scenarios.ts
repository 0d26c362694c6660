/** Scenarios for a house under test, in force at once as a pack's are. */
import { sql } from 'kysely';
import { newId } from '../../src/platform/db/ids.ts';
import { loadPackSettings } from '../../src/platform/settings/setting-versions.ts';
import { type Scenario, settingOf } from '../../src/systems/supervision/scenario.ts';
import { supervisionOf } from '../../src/systems/supervision/supervision.ts';
import type { SupervisionTables } from '../../src/systems/supervision/tables.ts';
import type { House } from './house.ts';

/** Without more: found at every step that is done. */
export const aScenario = (more: Partial<Scenario>): Scenario => ({
  code: 'T1',
  title: { vi: 'Thử', en: 'Test' },
  basis: 'Thử',
  kind: 'dossier',
  looks: { acts: ['dossiers.step-completed'] },
  condition: 'dossier.supplements >= 0',
  severity: 'low',
  message: { vi: 'Hồ sơ {dossier.code}.', en: 'Dossier {dossier.code}.' },
  tells: [],
  answerWithin: '3wd',
  effect: 'record',
  lawful: [],
  unlawful: [],
  ...more,
});

export async function publishScenario(house: House<SupervisionTables>, more: Partial<Scenario>): Promise<void> {
  const body = aScenario(more);
  await loadPackSettings(house.db as never, [{ setting: settingOf(body.code), body }], house.acting.clock());
  await supervisionOf(house.platform).kept.renew();
}

/** Publishes one that refuses the act, and has agreed to that. */
export async function publishBlock(
  house: House<SupervisionTables>,
  { by, ...more }: Partial<Scenario> & { readonly code: string; readonly by: string },
): Promise<void> {
  await publishScenario(house, { ...more, effect: 'block' });
  await sql`
    insert into supervision.block_approval (id, scenario, digest, follows, draft_version, decision_number, decision_day, approved_at, approved_by)
    select ${newId()}, ${more.code}, v.digest, 0, 1, '15/QĐ-UBND', '2026-11-20', '2026-11-23T08:00:00+07:00', ${by}
    from settings.version v where v.setting = ${settingOf(more.code)}
  `.execute(house.db);
  // another set of rules in force makes the process look again
  await publishScenario(house, { code: `${more.code}-X`, condition: 'false' });
}
