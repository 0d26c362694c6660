/** Silence that is swept: each is found once, whoever looks and however often. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aBirthDossier,
  aDossierForAnotherOffice,
  anAcceptedDossier,
  apologiseUntil,
  type DossierHouse,
  readDossier,
} from '../../../test/harness/dossiers.ts';
import { aHouse, type House } from '../../../test/harness/house.ts';
import { anAccount } from '../../../test/harness/people.ts';
import { publishScenario } from '../../../test/harness/scenarios.ts';
import { type Instant, instant, isoOf } from '../../platform/calendar/instant.ts';
import { newId } from '../../platform/db/ids.ts';
import type { Platform } from '../../platform/system/platform.ts';
import { withdrawVersion } from './findings/withdraw-version.ts';
import { keepHeartbeat } from './keep-heartbeat.ts';
import { momentsUpTo } from './moment-offset.ts';
import { type Swept, sweepSilence } from './sweep-silence.ts';
import { supervisionOf } from './supervision.ts';
import type { SupervisionTables } from './tables.ts';

let house: DossierHouse;
let accountId: string;

beforeAll(async () => {
  house = await aHouse();
  accountId = await anAccount(house, 'citizen');
});
afterAll(() => house.close());

const sweep = (): Promise<Swept> =>
  sweepSilence(
    house.platform as unknown as Platform<SupervisionTables>,
    supervisionOf(house.platform),
    house.acting.clock(),
  );

/** Whose findings they are: the code of the unit, and whether a person is named. */
async function owedBy(caseId: string, scenario: string): Promise<unknown> {
  const rows = await sql<{ unit: string; officer: string | null }>`
    select u.code as unit, f.officer_id as officer from supervision.finding f join organisation.unit u on u.id = f.unit_id
    where f.subject_id = ${caseId} and f.scenario = ${scenario}
  `.execute(house.db);
  return rows.rows;
}

async function found(caseId: string): Promise<string[]> {
  const rows = await sql<{ scenario: string }>`
    select scenario from supervision.finding where subject_id = ${caseId} order by scenario
  `.execute(house.db);
  return rows.rows.map(({ scenario }) => scenario);
}

/** As if the program had been killed before it wrote how far it had come. */
const forgetHowFar = () => sql`update supervision.sweep set reached = reached - interval '6 days'`.execute(house.db);

test('an online dossier that nobody answers is found when its eight hours are over, and not before; once', async () => {
  house.setClock('2026-11-23T08:00');
  const silent = await aBirthDossier(house, { accountId, stage: 'submitted' });
  const answered = await aBirthDossier(house, { accountId, stage: 'supplement-asked' });
  await sweep();
  expect(await found(silent)).toEqual([]);
  house.setClock('2026-11-24T08:01');
  await sweep();
  expect(await found(silent)).toEqual(['V19']);
  await sweep();
  await forgetHowFar();
  await sweep();
  expect(await found(silent)).toEqual(['V19']);
  expect(await found(answered)).toEqual([]);
});

test('two processes that sweep at the same moment find it once', async () => {
  house.setClock('2026-12-01T08:00');
  const ids = await Promise.all(
    Array.from({ length: 4 }, () => aBirthDossier(house, { accountId, stage: 'submitted' })),
  );
  house.setClock('2026-12-02T08:01');
  const swept = await Promise.all([sweep(), sweep(), sweep()]);
  for (const id of ids) expect(await found(id)).toEqual(['V19']);
  expect(swept.reduce((sum, { found: n }) => sum + n, 0)).toBe(4);
});

test('a term that runs out unexcused is found, and what is found names its moment, its day of answer and its evidence', async () => {
  house.setClock('2026-12-07T08:00');
  const caseId = await anAcceptedDossier(house, { procedure: '1.001193', answers: {} });
  const { dueAt } = await readDossier(house, caseId);
  house.setClock(isoOf(((dueAt ?? 0) + 60_000) as Instant));
  await sweep();
  expect(await found(caseId)).toEqual(['V04']);
  const rows = await sql<{
    act: string;
    entry: string | null;
    due: boolean;
    timer: string;
    clauses: unknown;
    who: string;
  }>`
    select f.act, f.entry_id as entry, c.due_at > c.opened_at as due, t.kind as timer, f.clauses, e.sealed::jsonb #>> '{actor,program}' as who
    from supervision.finding f join cases.case c on c.id = f.case_id join cases.timer t on t.case_id = c.id
      join journal.entry e on e.subject_id = c.id where f.subject_id = ${caseId}
  `.execute(house.db);
  expect(rows.rows).toMatchObject([
    {
      act: '',
      entry: null,
      due: true,
      timer: 'supervision.unanswered',
      clauses: { joined: 'all' },
      who: 'supervision.sweep',
    },
  ]);
});

/** As the program sweeps: again and again, each time from where it stopped. */
async function sweepFromTo(from: string, to: string): Promise<void> {
  for (let at = instant(from); at <= instant(to); at = (at + 30 * 60_000) as Instant) {
    house.setClock(isoOf(at));
    await sweep();
  }
}

test.each([
  ['2026-12-08T10:00', '2026-12-08T16:30', '2026-12-08T17:30'],
  ['2026-12-09T15:30', '2026-12-10T10:30', '2026-12-10T11:30'],
])('papers taken in for another office at %s are still in time at %s, and found by %s', async (taken, inTime, late) => {
  house.setClock(taken);
  const caseId = await aDossierForAnotherOffice(house, 'H53.102.1');
  await sweepFromTo(taken, inTime);
  expect(await found(caseId)).toEqual([]);
  await sweepFromTo(inTime, late);
  expect(await found(caseId)).toContain('V06');
  // the office that holds the papers, not the authority that waits for them
  expect(await owedBy(caseId, 'V06')).toEqual([{ unit: 'H53.102.1', officer: null }]);
});

test('an opinion that is not given is the finding of the unit that was asked, not of the one that waits', async () => {
  house.setClock('2026-12-10T13:30');
  const caseId = await anAcceptedDossier(house, { procedure: '1.001612', answers: {} });
  await sql`update cases.case set assignee_id = ${accountId} where id = ${caseId}`.execute(house.db);
  await sql`
    insert into cases.consultation (id, case_id, unit_id, asked_at, due_at)
    select gen_random_uuid(), ${caseId}, u.id, ${isoOf(house.acting.clock())}, '2026-12-10T15:00:00+07:00'
    from organisation.unit u where u.code = 'H53.102' and u.valid_to is null
  `.execute(house.db);
  await sweepFromTo('2026-12-10T14:30', '2026-12-10T15:30');
  expect(await owedBy(caseId, 'V07')).toEqual([{ unit: 'H53.102', officer: null }]);
});

test('a rule that cools down is not found again on the same case until its time is over, whichever moment comes', async () => {
  await publishScenario(house as unknown as House<SupervisionTables>, {
    code: 'T1',
    looks: { moment: 'consultation', offset: '+0wd' },
    condition: 'dossier.consultations.exists(c, c.due_at <= now)',
    coolDown: '2wd',
  });
  house.setClock('2026-12-11T08:00');
  const caseId = await anAcceptedDossier(house, { procedure: '1.001612', answers: {} });
  for (const due of ['2026-12-11T09:00', '2026-12-14T10:00', '2026-12-16T09:00']) {
    await sql`
      insert into cases.consultation (id, case_id, unit_id, asked_at, due_at)
      select gen_random_uuid(), id, holding_unit, opened_at, ${due + ':00+07:00'} from cases.case where id = ${caseId}
    `.execute(house.db);
  }
  const ours = async () => (await found(caseId)).filter((scenario) => scenario === 'T1').length;
  await sweepFromTo('2026-12-11T08:30', '2026-12-11T09:30');
  expect(await ours()).toBe(1);
  await sweepFromTo('2026-12-14T09:30', '2026-12-14T10:30');
  expect(await ours()).toBe(1);
  await sweepFromTo('2026-12-16T08:30', '2026-12-16T09:30');
  expect(await ours()).toBe(2);
});

test('a dossier that is late again, after the one new date that the law allows, is found again', async () => {
  house.setClock('2026-12-17T08:30');
  const caseId = await anAcceptedDossier(house, { procedure: '1.001193', answers: {} });
  house.setClock('2026-12-17T16:00');
  await apologiseUntil(house, { caseId, until: '2026-12-18T17:00' });
  const late = async () => (await found(caseId)).filter((scenario) => scenario === 'V04').length;
  await sweepFromTo('2026-12-17T16:30', '2026-12-18T16:30');
  expect(await late()).toBe(0);
  await sweepFromTo('2026-12-18T17:00', '2026-12-18T17:30');
  expect(await late()).toBe(1);
});

test('papers that were never scanned are found though the result is handed over the same day; of what is withdrawn nothing is', async () => {
  house.setClock('2026-12-21T08:00');
  const ended = await aDossierForAnotherOffice(house, 'H53.101.1');
  const withdrawn = await aDossierForAnotherOffice(house, 'H53.101.1');
  const close = (id: string, outcome: string) =>
    sql`
      update cases.case set status = 'closed', outcome = ${outcome}, closed_at = ${isoOf(house.acting.clock())}, due_at = null where id = ${id}
    `.execute(house.db);
  await close(ended, 'approved');
  await close(withdrawn, 'withdrawn');
  await sweepFromTo('2026-12-22T07:30', '2026-12-22T08:30');
  expect(await found(ended)).toEqual(['V08']);
  expect(await found(withdrawn)).toEqual([]);
});

test('what a process still finds that has not heard of the withdrawal of its rule is withdrawn within the minute', async () => {
  const own = house as unknown as House<SupervisionTables>;
  const platform = house.platform as unknown as Platform<SupervisionTables>;
  await publishScenario(own, {
    code: 'T2',
    looks: { moment: 'received', offset: '+1h' },
    condition: 'dossier.supplements >= 0',
  });
  const parts = supervisionOf(house.platform);
  const unheard = parts.kept.current().aboutSilence.filter(({ scenario }) => scenario.code === 'T2');
  house.setClock('2026-12-23T08:00');
  const caseId = await anAcceptedDossier(house, { procedure: '1.001193', answers: {} });
  const withdrawn = await withdrawVersion(
    own.acting,
    { id: accountId, kind: 'person', account: accountId },
    { commandId: newId(), scenario: 'T2', version: 1, reason: 'Sai.' },
  );
  expect(withdrawn).toMatchObject({ kind: 'done' });
  await parts.kept.renew();
  house.setClock('2026-12-23T09:30');
  const elsewhere = { ...parts.kept, current: () => ({ ...parts.kept.current(), aboutSilence: unheard }) };
  await sweepSilence(platform, { ...parts, kept: elsewhere }, house.acting.clock());
  const outcomes = async () =>
    (
      await sql<{ outcome: string | null; entries: number }>`
        select c.outcome, (select count(*)::integer from journal.entry e where e.subject_id = c.id and e.type = 'supervision.finding-withdrawn') as entries
        from supervision.finding f join cases.case c on c.id = f.case_id where f.subject_id = ${caseId} and f.scenario = 'T2'
      `.execute(house.db)
    ).rows;
  expect(await outcomes()).toEqual([{ outcome: null, entries: 0 }]);
  await keepHeartbeat(platform, parts, house.acting.clock());
  await keepHeartbeat(platform, parts, house.acting.clock());
  expect(await outcomes()).toEqual([{ outcome: 'withdrawn', entries: 1 }]);
});

test('more than one page of cases with one and the same moment: none is passed over', async () => {
  house.setClock('2026-12-28T08:00');
  const first = await anAcceptedDossier(house, { procedure: '1.001193', answers: {} });
  // five hundred more beside it, as a day of a busy office has them
  await sql`
    insert into cases.case select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'code', c.code || '-' || n))).*
    from cases.case c, generate_series(1, 1100) n where c.id = ${first}
  `.execute(house.db);
  const seen = new Set<string>();
  const parts = supervisionOf(house.platform);
  const moment = parts.supervisable.kinds.get('dossier')?.moments.received;
  let after: { caseId: string; at: never } | undefined;
  for (;;) {
    const page = await moment?.candidates(house.db as never, {
      from: (house.acting.clock() - 1) as never,
      to: house.acting.clock(),
      changedSince: house.acting.clock(),
      after,
      limit: 500,
    });
    for (const { caseId } of page ?? []) seen.add(caseId);
    after = page?.at(-1) as typeof after;
    if (!page || page.length < 500) break;
  }
  expect(seen.size).toBe(1101);
});

test.each([
  ['+0wd', '2026-11-24T10:00:00+07:00'],
  ['+1h', '2026-11-24T09:00:00+07:00'],
  ['+1wd', '2026-11-23T10:00:00+07:00'],
])('with an offset of %s moments up to %s have come', (offset, upTo) => {
  house.setClock('2026-11-24T10:00');
  expect(momentsUpTo(house.acting.clock(), offset, house.acting.legal)).toBe(Date.parse(upTo));
});
