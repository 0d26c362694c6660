/** Acts that are watched, in a database: act and finding are one commit, and a rule that fails hinders nobody. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBirthDossier, actPastRules, type DossierHouse, readDossier } from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { publishBlock, publishScenario } from '../../../test/harness/scenarios.ts';
import { instant } from '../../platform/calendar/instant.ts';
import type { Command, Outcome } from '../../platform/cases/act.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { newId } from '../../platform/db/ids.ts';
import type { EntryDraft } from '../../platform/journal/entry.ts';
import { handInCounts, keepHeartbeat } from './keep-heartbeat.ts';
import type { Scenario } from './scenario.ts';
import { supervisionOf } from './supervision.ts';
import { watchActs } from './watch-acts.ts';
import type { SupervisionTables } from './tables.ts';
import type { Platform } from '../../platform/system/platform.ts';

let house: House<SupervisionTables>;
let accountId: string;

beforeAll(async () => {
  house = await aHouse<SupervisionTables>();
  accountId = await anAccount(house, 'citizen');
});
afterAll(() => house.close());

const dossiers = (): DossierHouse => house as unknown as DossierHouse;
const aDossier = (): Promise<string> => aBirthDossier(dossiers(), { accountId, stage: 'accepted' });

/** Without the number of its slip: what V02 finds. */
const withoutSlip: EntryDraft = {
  type: 'dossiers.supplement-asked',
  version: 2,
  body: { code: 'x', components: [], before_acceptance: false, at_step: null },
  content: { items: [], reason: 'Thiếu giấy.' },
};
const completed: EntryDraft = { type: 'dossiers.step-completed', body: { code: 'x', step: 'x', next_step: null } };

interface Act {
  readonly entries?: readonly EntryDraft[];
  readonly commutative?: boolean;
  readonly command?: Command;
}

const act = (
  caseId: string,
  { entries = [withoutSlip], commutative = false, command = { commandId: newId(), caseId } }: Act = {},
): Promise<Outcome> =>
  actPastRules(dossiers(), {
    actor: { id: accountId, kind: 'person', account: accountId },
    entries,
    commutative,
    command,
  });

async function findingsOf(caseId: string) {
  const found = await sql<{ code: string; scenario: string; entry: string; officer: string; opened: number }>`
    select c.code, f.scenario, f.entry_id as entry, f.officer_id as officer,
      (select count(*)::integer from journal.entry e where e.subject_id = f.case_id and e.type = 'supervision.finding-opened') as opened
    from supervision.finding f join cases.case c on c.id = f.case_id where f.subject_id = ${caseId} order by c.code
  `.execute(house.db);
  return found.rows;
}

const publish = (more: Partial<Scenario>): Promise<void> => publishScenario(house, more);

const platform = (): Platform<SupervisionTables> => house.platform as unknown as Platform<SupervisionTables>;
const beat = () => keepHeartbeat(platform(), supervisionOf(house.platform), house.acting.clock());

test('the nineteen are in force once the pack is loaded', () => {
  const { all, broken } = supervisionOf(house.platform).kept.current();
  expect(all).toHaveLength(19);
  expect(broken).toEqual([]);
});

test('an act that breaks a rule is done, and its finding stands beside it in the same commit', async () => {
  const caseId = await aDossier();
  const outcome = await act(caseId);
  expect(outcome).toMatchObject({ kind: 'done' });
  const { code, version } = await readDossier(dossiers(), caseId);
  const [finding, ...others] = await findingsOf(caseId);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ scenario: 'V02', code: `V02.${code}.${version}`, officer: accountId, opened: 1 });
  const written = await sql<{ type: string; same: boolean }>`
    select e.type, e.xmin = f.xmin and e.xmin = c.xmin as same
    from journal.entry e, supervision.finding f join cases.case c on c.id = f.case_id where f.subject_id = ${caseId} and e.id = f.entry_id
  `.execute(house.db);
  expect(written.rows).toEqual([{ type: 'dossiers.supplement-asked', same: true }]);
});

test('a lawful act leaves no finding', async () => {
  const caseId = await aDossier();
  await act(caseId, { entries: [completed] });
  expect(await findingsOf(caseId)).toEqual([]);
});

test('an act that leaves two entries breaks a rule once', async () => {
  const caseId = await aDossier();
  await act(caseId, { entries: [withoutSlip, withoutSlip] });
  expect(await findingsOf(caseId)).toHaveLength(1);
});

test('two acts that leave the version as it is are two findings', async () => {
  const caseId = await aDossier();
  await act(caseId, { commutative: true });
  await act(caseId, { commutative: true });
  expect(await findingsOf(caseId)).toHaveLength(2);
});

test('of twenty at once each act that won has its finding, and none that lost', async () => {
  const caseId = await aDossier();
  const { version } = await readDossier(dossiers(), caseId);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => act(caseId, { command: { commandId: newId(), caseId, shownVersion: version } })),
  );
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  expect(await findingsOf(caseId)).toHaveLength(1);
});

test('the same command twice is one finding', async () => {
  const caseId = await aDossier();
  const command = { commandId: newId(), caseId };
  await act(caseId, { command });
  expect(await act(caseId, { command })).toMatchObject({ kind: 'done', repeated: true });
  expect(await findingsOf(caseId)).toHaveLength(1);
});

test('earlier acts are counted, and a cool-down holds a rule back until it is over', async () => {
  await publish({ code: 'T2', condition: 'history.step_completed >= 1', coolDown: '2wd' });
  const caseId = await aDossier();
  const ours = async () => (await findingsOf(caseId)).filter(({ scenario }) => scenario === 'T2').length;
  await act(caseId, { entries: [completed] });
  expect(await ours()).toBe(0);
  await act(caseId, { entries: [completed] });
  await act(caseId, { entries: [completed] });
  expect(await ours()).toBe(1);
  house.setClock('2026-11-26T09:00');
  await act(caseId, { entries: [completed] });
  house.setClock('2026-11-23T08:00');
  expect(await ours()).toBe(2);
  await publish({ code: 'T2', condition: 'false' });
});

test('a rule that blocks, and was approved to, refuses the act, which is then not written', async () => {
  await publishBlock(house, { code: 'T3', looks: { acts: ['dossiers.step-sent-back'] }, by: accountId });
  const caseId = await aDossier();
  const before = (await readDossier(dossiers(), caseId)).version;
  const outcome = await act(caseId, { entries: [{ type: 'dossiers.step-sent-back', body: {} }] });
  expect(outcome).toMatchObject({ kind: 'refusal', code: 'supervision.blocked', values: { scenario: 'T3' } });
  expect((await readDossier(dossiers(), caseId)).version).toBe(before);
  await publish({ code: 'T3', condition: 'false' });
});

test('a second sending of an act that was done is answered as the first, though a rule would block the act now', async () => {
  const caseId = await aDossier();
  const sentBack: EntryDraft = { type: 'dossiers.step-sent-back', body: {} };
  const command = { commandId: newId(), caseId };
  expect(await act(caseId, { entries: [sentBack], command })).toMatchObject({ kind: 'done', repeated: false });
  await publishBlock(house, {
    code: 'T6',
    looks: { acts: [sentBack.type] },
    condition: 'history.step_sent_back >= 1',
    by: accountId,
  });
  expect(await act(caseId, { entries: [sentBack] })).toMatchObject({ kind: 'refusal', code: 'supervision.blocked' });
  expect(await act(caseId, { entries: [sentBack], command })).toMatchObject({ kind: 'done', repeated: true });
  await publish({ code: 'T6', condition: 'false' });
});

test('a rule that fails is noted, hinders nobody, stands still after three times in an hour, and runs again once it is allowed', async () => {
  await publish({ code: 'T4', condition: '1 / dossier.supplements > 0' });
  const { kept, runs } = supervisionOf(house.platform);
  const errors = async () =>
    (await house.db.selectFrom('supervision.rule_error').select('reason').where('scenario', '=', 'T4').execute())
      .length;
  const caseId = await aDossier();
  for (let time = 0; time < 4; time++)
    expect(await act(caseId, { entries: [completed] })).toMatchObject({ kind: 'done' });
  expect(await errors()).toBe(3);
  await beat();
  await beat();
  const off = await house.db.selectFrom('supervision.switched_off').selectAll().where('scenario', '=', 'T4').execute();
  expect(off).toHaveLength(1);
  const told = await sql`select 1 from journal.entry where type = 'supervision.scenario-switched-off'`.execute(
    house.db,
  );
  expect(told.rows).toHaveLength(1);
  await kept.renew();
  expect(kept.current().all.some(({ scenario }) => scenario.code === 'T4')).toBe(false);

  await house.db
    .updateTable('supervision.switched_off')
    .set({ on_again_at: '2026-11-23T08:00:00+07:00' })
    .where('scenario', '=', 'T4')
    .execute();
  await kept.renew();
  expect(kept.current().all.some((one) => one.scenario.code === 'T4' && !runs.isOff(one))).toBe(true);
  await beat();
  expect(kept.current().all.some(({ scenario }) => scenario.code === 'T4')).toBe(true);
  await publish({ code: 'T4', condition: 'false' });
});

test('a heartbeat counts what was looked at, and tries the examples of every rule in force', async () => {
  const caseId = await aDossier();
  await beat();
  const count = async () =>
    Number(
      (
        await house.db
          .selectFrom('supervision.heartbeat')
          .select('evaluations')
          .where('scenario', '=', 'V02')
          .executeTakeFirstOrThrow()
      ).evaluations,
    );
  const before = await count();
  await act(caseId);
  await beat();
  expect(await count()).toBe(before + 1);
  const beats = await house.db.selectFrom('supervision.heartbeat').select(['scenario', 'fits', 'tried_at']).execute();
  expect(beats.filter(({ scenario }) => scenario.startsWith('V'))).toHaveLength(19);
  expect(beats.every(({ fits }) => fits)).toBe(true);
});

test('what another process has looked at is counted too, though only one keeps the heartbeat', async () => {
  const opened = openDatabase({ url: house.config.databaseUrl ?? '', poolSize: 2 });
  try {
    const other = supervisionOf({ ...platform(), db: opened.db as unknown as House<SupervisionTables>['db'] });
    expect(other.runs).not.toBe(supervisionOf(house.platform).runs);
    await other.kept.renew();
    const there = {
      ...dossiers(),
      acting: { ...dossiers().acting, db: opened.db as unknown as DossierHouse['db'], watchers: [watchActs(other)] },
    };
    const read = async () => {
      const { evaluations, evaluated_at } = await house.db
        .selectFrom('supervision.heartbeat')
        .select(['evaluations', 'evaluated_at'])
        .where('scenario', '=', 'V02')
        .executeTakeFirstOrThrow();
      return { evaluations: Number(evaluations), at: Number(evaluated_at) };
    };
    const caseId = await aDossier();
    await beat();
    await handInCounts(house.db, other.runs);
    const before = await read();
    house.setClock('2026-11-23T08:30');
    await actPastRules(there, {
      actor: { id: accountId, kind: 'person', account: accountId },
      entries: [withoutSlip],
      command: { commandId: newId(), caseId },
    });
    await beat();
    expect((await read()).evaluations).toBe(before.evaluations);
    await handInCounts(house.db, other.runs);
    expect(await read()).toEqual({ evaluations: before.evaluations + 1, at: house.acting.clock() });
    await handInCounts(house.db, other.runs);
    expect((await read()).evaluations).toBe(before.evaluations + 1);
    // the time of the last look never goes back
    house.setClock('2026-11-23T08:00');
    await act(caseId);
    await beat();
    expect(await read()).toMatchObject({
      evaluations: before.evaluations + 2,
      at: Number(instant('2026-11-23T08:30')),
    });

    // a version whose heart has not beaten yet loses nothing
    await publish({ code: 'T9', condition: 'false', looks: { acts: ['dossiers.supplement-asked'] } });
    await act(caseId);
    await handInCounts(house.db, supervisionOf(house.platform).runs);
    await beat();
    const ofNew = await house.db
      .selectFrom('supervision.heartbeat')
      .select('evaluations')
      .where('scenario', '=', 'T9')
      .executeTakeFirstOrThrow();
    expect(Number(ofNew.evaluations)).toBe(1);

    // nor does one that is replaced between the look and the heartbeat
    const { runs } = supervisionOf(house.platform);
    runs.putBack([{ scenario: 'T9', version: 1, evaluations: 3, lastAt: house.acting.clock() }]);
    await publish({ code: 'T9', condition: 'true', looks: { acts: ['dossiers.supplement-asked'] } });
    await beat();
    const replaced = await house.db
      .selectFrom('supervision.heartbeat')
      .select('evaluations')
      .where('scenario', '=', 'T9')
      .where('version', '=', 1)
      .executeTakeFirstOrThrow();
    expect(Number(replaced.evaluations)).toBe(4);
  } finally {
    await opened.close();
    house.setClock('2026-11-23T08:00');
  }
});
