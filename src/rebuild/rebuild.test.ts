import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aHouse, type House } from '../../test/harness/house.ts';
import { makeDemoAccounts } from '../demo/demo-accounts.ts';
import { openDatabase } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { migrationSources } from '../migrations.ts';
import { instant } from '../platform/calendar/instant.ts';
import { readEntry, sealEntry } from '../platform/journal/entry.ts';
import { newId } from '../platform/db/ids.ts';
import { writeAct } from '../platform/cases/act.ts';
import { simulate } from '../simulation/simulate.ts';
import { checkRebuild, type RebuildReport } from './check-rebuild.ts';
import { rebuildNumbers } from './rebuild-numbers.ts';
import { repairCases } from './repair-cases.ts';

/** Four weeks of a simulated province, everything read by those who follow the journal. */
let house: House;
beforeAll(async () => {
  house = await aHouse({
    NATIONAL_URL: 'http://127.0.0.1:9',
    NATIONAL_ACCOUNT: 'tay-ninh',
    NATIONAL_SECRET: 'mat-khau',
  });
  await makeDemoAccounts(house.platform);
  house.setClock('2026-05-29T16:00');
  await simulate(house.platform, {
    from: '2026-05-04',
    until: instant('2026-05-29T16:00'),
    arrivalsUntil: '2026-05-26',
    dossiers: 80,
    seed: 'rebuild',
    lanes: 4,
    signs: false,
  });
  await house.readJournal();
}, 240_000);
afterAll(() => house.close());

const told = (report: RebuildReport) => ({ differences: report.differences, faults: report.faults });
const nothing = { differences: [], faults: [] };

test('what the journal gives again is what the tables hold', async () => {
  const report = await checkRebuild(house.platform);
  expect(told(report)).toEqual(nothing);
  // beside the dossiers, what supervision found in the weeks that were simulated
  const { rows } = await sql<{ cases: number }>`select count(*)::integer as cases from cases.case`.execute(house.db);
  expect(rows[0]?.cases).toBeGreaterThanOrEqual(80);
  expect(report).toMatchObject({ dossiers: rows[0]?.cases, before: 0, behind: 0, differing: 0 });
  expect(report.entries).toBeGreaterThan(400);
});

/** With the change undone afterwards. */
async function checkAfter(change: string): Promise<RebuildReport> {
  let report: RebuildReport | undefined;
  const undone = house.db.transaction().execute(async (trx) => {
    await sql.raw(change).execute(trx);
    // a transaction sees its own change: the check's transaction becomes a part of it
    const inside = {
      transaction: () => ({
        setIsolationLevel: () => ({
          setAccessMode: () => ({ execute: (work: (own: unknown) => unknown) => work(trx) }),
        }),
      }),
    };
    report = await checkRebuild({ ...house.platform, db: Object.assign(Object.create(trx) as typeof trx, inside) });
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  if (!report) throw new Error('nothing was reported');
  return report;
}

const ONE = "(select id from cases.case where status = 'closed' and outcome = 'approved' order by id limit 1)";

test.each([
  ['status', `update cases.case set status = 'open' where id = ${ONE}`, ['cases.case', 'status']],
  ['step', `update cases.case set step = 'examine' where id = ${ONE}`, ['cases.case', 'step']],
  ['due time', `update cases.case set due_at = due_at + interval '1 day' where id = ${ONE}`, ['cases.case', 'due_at']],
  [
    'clock',
    `update cases.clock_event set kind = 'paused' where seq = 1 and case_id = ${ONE}`,
    ['cases.clock_event', 'kind'],
  ],
  [
    'money',
    `update dossiers.dossier set fee_paid = fee_paid + 1 where case_id = ${ONE}`,
    ['dossiers.dossier', 'fee_paid'],
  ],
  [
    'numbers',
    `update statistics.handling set standing = 'late' where standing <> 'late' and case_id = ${ONE}`,
    ['statistics.handling', 'standing'],
  ],
  ['a part', `delete from statistics.part where seq = 1 and case_id = ${ONE}`, ['statistics.part', '*']],
  [
    'what the nation was told',
    `update national_portal.message m set status = 4 where case_id = ${ONE} and sequence = (select max(sequence) from national_portal.message o where o.case_id = m.case_id)`,
    ['national_portal.message', 'status'],
  ],
])('a row that was changed past the verbs is named: %s', async (_, change, [table, column]) => {
  const report = await checkAfter(change);
  expect(report.differences.map((one) => [one.table, one.column])).toEqual([[table, column]]);
});

test('what was damaged is written back from the journal with an entry that says so, and a second repair finds nothing', async () => {
  const { rows: before } = await sql<{ id: string }>`
    select id from cases.case where status = 'closed' and outcome = 'approved' order by id limit 3
  `.execute(house.db);
  const [first, second, third] = before.map(({ id }) => id) as [string, string, string];
  for (const damage of [
    sql`update cases.case set status = 'open', step = 'examine', version = version + 7, title = 'Đổi tên' where id = ${first}`,
    sql`update cases.clock_event set kind = 'paused', at = at + interval '1 hour' where seq = 1 and case_id = ${first}`,
    sql`update dossiers.dossier set fee_paid = fee_paid + 1, fee_due = fee_due + 5 where case_id = ${second}`,
    sql`update statistics.handling set standing = 'late', requests = 9 where case_id = ${second}`,
    sql`delete from statistics.part where seq = 1 and case_id = ${third}`,
    sql`delete from statistics.handling where case_id = ${third}`,
    sql`update national_portal.message m set status = 4 where case_id = ${third}
      and sequence = (select max(sequence) from national_portal.message o where o.case_id = m.case_id)`,
  ])
    await damage.execute(house.db);
  const { found, repaired, rows, left } = await repairCases(house.platform);
  expect(found.differing).toBeGreaterThan(8);
  expect(left).toEqual([]);
  expect(repaired).toBe(3);
  expect(Object.keys(rows).sort()).toEqual([
    'cases.case',
    'cases.clock_event',
    'dossiers.dossier',
    'national_portal.message',
    'statistics.handling',
    'statistics.part',
  ]);
  expect(told(await checkRebuild(house.platform))).toEqual(nothing);
  const { rows: entries } = await sql<{ sealed: string }>`
    select sealed from journal.entry where type = 'system.rebuilt'
  `.execute(house.db);
  const [{ cases = [], rows: written = {} } = {}] = entries.map(({ sealed }) => readEntry(sealed).body ?? {});
  expect([...(cases as string[])].sort()).toEqual([first, second, third].sort());
  expect(written).toEqual(rows);
  // a name is content: nobody writes it, not even back
  const { rows: titles } = await sql<{ title: string }>`
    select title from cases.case where id = ${first}
  `.execute(house.db);
  expect(titles).toEqual([{ title: 'Đổi tên' }]);
  expect(await repairCases(house.platform)).toMatchObject({ repaired: 0, rows: {}, left: [] });
});

test('parts that were emptied before the migration that fills them in place are made again from the journal', async () => {
  const owner = openDatabase({ url: house.ownerUrl });
  const { rows: before } = await sql`select * from statistics.part order by case_id, seq`.execute(owner.db);
  // as it stood with the first migration of statistics alone
  for (const step of [
    'alter table statistics.part drop column ended_at',
    `create function statistics.state_at(timestamptz, text, timestamptz[], timestamptz[], timestamptz, timestamptz)
       returns text language sql as 'select null::text'`,
    `delete from db.migration where owner = 'statistics' and number = 2`,
    // what docs/operate/upgrade.md has the operator do
    'truncate statistics.part',
  ])
    await sql.raw(step).execute(owner.db);
  expect(await migrate(house.ownerUrl, migrationSources)).toEqual(['statistics/0002_end_of_parts.sql']);
  expect(await rebuildNumbers(house.platform)).toMatchObject({ measured: 80, written: expect.any(Number) });
  expect((await sql`select * from statistics.part order by case_id, seq`.execute(owner.db)).rows).toEqual(before);
  expect(told(await checkRebuild(house.platform))).toEqual(nothing);
  await owner.close();
});

test('names, answers and words are not rebuilt: with all of them gone the check finds nothing', async () => {
  const kept = await sql<{ sealed: string }>`select sealed from journal.entry where type like 'dossiers.%'`.execute(
    house.db,
  );
  const { rows } = await sql<{
    name: string;
  }>`select distinct person_name as name from cases.case where kind = 'dossier'`.execute(house.db);
  for (const { name } of rows) expect(kept.rows.filter(({ sealed }) => sealed.includes(name))).toEqual([]);
  const { rows: contents } = await sql<{ id: string; subject: string }>`
    select id, subject_id as subject from journal.content where subject_id in (select id from cases.case)
  `.execute(house.db);
  for (const { id, subject } of contents) {
    const order = sealEntry(
      { type: 'dossiers.content-erased', body: { contents: [id] } },
      {
        actor: { kind: 'program', program: 'test' },
        subject: { type: 'dossier', id: subject },
        at: house.platform.clock(),
      },
    );
    await writeAct(house.db, { rows: [], entries: [order] });
    await sql`select journal.erase_content(${id}, ${order.id})`.execute(house.db);
  }
  await sql`update cases.case set title = '', person_name = null, search = ''`.execute(house.db);
  expect(told(await checkRebuild(house.platform))).toEqual(nothing);
});

test('an effect that is not understood is a fault, an act without one is counted, neither is passed over', async () => {
  const { rows } = await sql<{ id: string }>`select id from cases.case order by id limit 2`.execute(house.db);
  const [strange, old] = rows.map(({ id }) => id) as [string, string];
  const context = (id: string) => ({
    actor: { kind: 'program' as const, program: 'test' },
    subject: { type: 'dossier', id },
    at: house.platform.clock(),
    commandId: newId(),
  });
  await writeAct(house.db, {
    rows: [],
    entries: [
      sealEntry(
        { type: 'test.strange' },
        { ...context(strange), effect: [{ table: 'elsewhere.row', values: { id: '1' } }] },
      ),
      sealEntry({ type: 'test.old', dims: { case_version: 9 } }, context(old)),
    ],
  });
  const report = await checkRebuild(house.platform);
  expect(report.faults).toEqual([expect.stringContaining('elsewhere.row, which is not known here')]);
  expect(report.before).toBe(1);
});
