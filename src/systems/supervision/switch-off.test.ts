/** Scenarios that are switched off by themselves: at once, visibly, and whether or not the acts they failed at were written. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBirthDossier, actPastRules, type DossierHouse } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { publishBlock, publishScenario } from '../../../test/harness/scenarios.ts';
import type { Outcome } from '../../platform/cases/act.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { keepHeartbeat } from './keep-heartbeat.ts';
import { supervisionOf } from './supervision.ts';
import type { SupervisionTables } from './tables.ts';

let house: House<SupervisionTables>;
let accountId: string;
let caseId: string;

beforeAll(async () => {
  house = await aHouse<SupervisionTables>();
  accountId = await anAccount(house, 'citizen');
  caseId = await aBirthDossier(dossiers(), { accountId, stage: 'accepted' });
});
afterAll(() => house.close());

const dossiers = (): DossierHouse => house as unknown as DossierHouse;
const beat = () =>
  keepHeartbeat(
    house.platform as unknown as Platform<SupervisionTables>,
    supervisionOf(house.platform),
    house.acting.clock(),
  );

const completeStep = (code = 'x'): Promise<Outcome> =>
  actPastRules(dossiers(), {
    actor: { id: accountId, kind: 'person', account: accountId },
    entries: [{ type: 'dossiers.step-completed', body: { code, step: 'x', next_step: null } }],
    command: { commandId: newId(), caseId },
  });

async function switchedOff(scenario: string): Promise<{ reason: string; told: number }[]> {
  const found = await sql<{ reason: string; told: number }>`
    select o.reason, (select count(*)::integer from journal.entry e
      where e.type = 'supervision.scenario-switched-off' and e.sealed::jsonb #>> '{body,scenario}' = o.scenario) as told
    from supervision.switched_off o where o.scenario = ${scenario}
  `.execute(house.db);
  return found.rows;
}

test('a run that is too long is switched off after the one act, which is done', async () => {
  await publishScenario(house, { code: 'T1', condition: 'fold(act.body.code) == "x"' });
  expect(await completeStep('Đã kiểm tra '.repeat(400_000))).toMatchObject({ kind: 'done' });
  const { kept, runs } = supervisionOf(house.platform);
  expect(
    kept
      .current()
      .all.filter((one) => runs.isOff(one))
      .map(({ scenario }) => scenario.code),
  ).toEqual(['T1']);
  await beat();
  await beat();
  expect(await switchedOff('T1')).toEqual([{ reason: 'slow', told: 1 }]);
});

test('what stands still because of acts that were never written is switched off where everybody sees it', async () => {
  await publishScenario(house, { code: 'T2', condition: '1 / dossier.supplements > 0' });
  await publishBlock(house, { code: 'T3', by: accountId });
  for (let time = 0; time < 3; time++)
    expect(await completeStep()).toMatchObject({ kind: 'refusal', code: 'supervision.blocked' });
  const noted = await sql`select 1 from supervision.rule_error where scenario = 'T2'`.execute(house.db);
  expect(noted.rows).toHaveLength(0);
  const { kept, runs } = supervisionOf(house.platform);
  expect(kept.current().all.some((one) => one.scenario.code === 'T2' && runs.isOff(one))).toBe(true);
  await beat();
  await beat();
  expect(await switchedOff('T2')).toEqual([{ reason: 'conditions.cannot-compute', told: 1 }]);

  // on again by hand, it is not switched off for what is known already
  await sql`update supervision.switched_off set on_again_at = now() where scenario = 'T2'`.execute(house.db);
  await kept.renew();
  await beat();
  expect(await switchedOff('T2')).toHaveLength(1);
});
