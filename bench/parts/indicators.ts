/** Indicators: how long all those of finished dossiers take to be counted anew, against one query that counts the same by hand on the same rows. */
import { loadavg } from 'node:os';
import { type QueryExecutorProvider, sql } from 'kysely';
import { makePlatform, withDatabase } from '../../src/app.ts';
import { makeDemoAccounts } from '../../src/demo/demo-accounts.ts';
import { addMonths, instantAt, systemClock } from '../../src/platform/calendar/instant.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { countMeasureAnew } from '../../src/platform/indicators/count-anew.ts';
import { recountFrom } from '../../src/platform/indicators/recount.ts';
import { FIRST_DAY } from '../../src/platform/indicators/settle-counts.ts';
import { readIndicator, readTrend } from '../../src/platform/indicators/read-indicator.ts';
import { runSubscribers } from '../../src/platform/journal/subscribers.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { systems } from '../../src/systems.ts';
import { FINISHED, finishedMeasure } from '../../src/systems/statistics/finished-measure.ts';
import { grow } from '../grow.ts';
import type { Bench, BenchRow } from '../program.ts';

const MOST_SIMULATED = 300;
const MONTHS = Array.from({ length: 12 }, (_, month) => ({
  from: addMonths('2026-01-01', month),
  to: addMonths('2026-01-01', month + 1),
}));
const FIGURE = 'decision-766.progress';
const YEAR = { from: '2026-01-01', to: '2027-01-01' } as const;

export async function measurePart(bench: Bench): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: bench.dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened, ownerUrl }) => {
    if (ownerUrl === undefined) throw new Error('the bench needs a database it owns');
    const platform = await makePlatform(config, systemClock, opened);
    await fill(platform, Math.min(bench.dossiers, MOST_SIMULATED));
    const owner = openDatabase({ url: ownerUrl });
    try {
      const dossiers = await grow(owner.db, { mode: platform.mode, wanted: bench.grow, log: bench.log });
      return await measureCounting(platform, owner.db, { dossiers, log: bench.log });
    } finally {
      await owner.close();
    }
  });
}

async function fill(platform: Platform, dossiers: number): Promise<void> {
  const { rows } = await sql<{ any: boolean }>`select exists (select 1 from cases.case) as any`.execute(platform.db);
  if (rows[0]?.any) return;
  await makeDemoAccounts(platform);
  await simulate(platform, {
    from: '2026-01-01',
    until: instantAt('2026-11-20', 1439),
    dossiers,
    seed: '1',
    lanes: 12,
    signs: false,
  });
  const subscribers = systems.flatMap((system) => system.subscribers?.(platform) ?? []);
  while ((await runSubscribers(platform.db, subscribers, platform.clock)) > 0);
}

/** `owner`: the running role may not analyze, and is told so by a warning alone. */
async function measureCounting(
  platform: Platform,
  owner: QueryExecutorProvider,
  { dossiers, log }: { readonly dossiers: number; readonly log: (line: string) => void },
): Promise<readonly BenchRow[]> {
  const { db } = platform;
  const [facts, anew] = await timed(() =>
    db.transaction().execute((trx) => countMeasureAnew(trx, FINISHED, finishedMeasure)),
  );
  log(`${facts} facts counted anew`);
  // what autovacuum would have done by then
  await sql`vacuum analyze indicators.fact`.execute(owner);
  await sql`vacuum analyze indicators.count`.execute(owner);
  const recount = () =>
    db.transaction().execute((trx) => recountFrom(trx, { name: FINISHED, measure: finishedMeasure, from: FIRST_DAY }));
  await forget(db);
  const [, written] = await timed(recount);
  log(`counted again from nothing in ${written.toFixed(1)} s`);
  await sql`vacuum analyze indicators.fact`.execute(owner);
  await sql`vacuum analyze indicators.count`.execute(owner);
  const [, held] = await middle(recount);
  const [query, byHand] = await middle(() => countByHand(platform));
  const [read, reading] = await middle(() => readIndicator(platform, { code: 'one-stop.on-time', ...YEAR }));
  const course = (code: string) => readTrend(platform, { code, periods: MONTHS });
  const [, ofCounts] = await middle(() => course('one-stop.on-time'));
  const [, ofFigures] = await middle(() => course(FIGURE));
  const same = read.numerator === query.timely && read.denominator === query.counted;
  const load = loadavg().map((one) => one.toFixed(1));
  const times = (seconds: number) => `${(seconds / byHand).toFixed(1)} times`;
  return [
    ['load of the machine at the end, over 1, 5 and 15 minutes', load.join(', '), ''],
    ['finished dossiers, of all', `${facts} of ${dossiers}`, ''],
    [
      'the four counts by unit, area and day in one hand-written query that keeps nothing',
      `${byHand.toFixed(2)} s`,
      '',
    ],
    ['the indicators counted again from their facts, and held against what was counted', `${held.toFixed(2)} s`, ''],
    ['that against the query', times(held), 'under 3 times'],
    ['the same where every mark and every count of a day has to be written', `${written.toFixed(2)} s`, ''],
    ['that against the query', times(written), ''],
    [
      'everything anew from the source: every fact written, each definition decided',
      `${anew.toFixed(1)} s, ${Math.round(facts / anew)} facts/s`,
      '',
    ],
    ['a year of one indicator, read', `${(1000 * reading).toFixed(0)} ms`, ''],
    ['twelve months of one indicator, read', `${(1000 * ofCounts).toFixed(0)} ms`, ''],
    ['twelve months of one made of figures, read', `${(1000 * ofFigures).toFixed(0)} ms`, ''],
    ['the two agree', same ? 'yes' : 'NO', 'yes'],
  ];
}

/** As a new version finds its facts: marked by nobody, counted nowhere. */
async function forget(trx: QueryExecutorProvider): Promise<void> {
  await sql`
    delete from indicators.count where definition in (select number from indicators.definition where measure = ${FINISHED})
  `.execute(trx);
  await sql`
    update indicators.fact set numerators = '{}', denominators = '{}', unknowns = '{}' where measure = ${FINISHED}
  `.execute(trx);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const value = await work();
  return [value, (performance.now() - began) / 1000];
}

/** Of five runs the one in the middle. */
async function middle<T>(work: () => Promise<T>): Promise<[T, number]> {
  const runs: [T, number][] = [];
  for (let run = 0; run < 5; run++) runs.push(await timed(work));
  return runs.sort(([, a], [, b]) => a - b)[2] as [T, number];
}

/** What the definitions of `one-stop` over this measure say, written once more by hand. */
async function countByHand({ db }: Platform): Promise<{ readonly timely: number; readonly counted: number }> {
  const found = await sql<{ timely: number; counted: number }>`
    with days as (
      select h.unit_id, u.area_id, (h.finished_at at time zone 'Asia/Ho_Chi_Minh')::date as day,
        count(*) as finished,
        count(*) filter (where h.standing in ('early', 'on-time')) as timely,
        count(*) filter (where h.standing <> 'no-term') as counted,
        count(*) filter (where h.channel = 'online') as online,
        count(*) filter (where h.requests = 0) as unasked
      from statistics.handling h join organisation.unit u on u.id = h.unit_id
      where h.finished_at is not null and h.outcome in ('approved', 'rejected', 'refused', 'silence')
      group by 1, 2, 3
    )
    select sum(timely)::integer as timely, sum(counted)::integer as counted from days
    where day >= ${YEAR.from}::date and day < ${YEAR.to}::date
  `.execute(db);
  return found.rows[0] ?? { timely: 0, counted: 0 };
}
