/** The bench's program: a `bench` database in a folder of its own, filled, grown and measured; answers lines of a table. */
import { generateKeyPairSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { makePlatform, withDatabase } from '../src/app.ts';
import { makeDemoAccounts } from '../src/demo/demo-accounts.ts';
import { instantAt, systemClock } from '../src/platform/calendar/instant.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { runSubscribers } from '../src/platform/journal/subscribers.ts';
import { verifyJournal } from '../src/platform/journal/verify-journal.ts';
import type { Platform } from '../src/platform/system/platform.ts';
import { simulate } from '../src/simulation/simulate.ts';
import { systems } from '../src/systems.ts';
import { MOST_TRIED } from '../src/systems/statistics/what-if/ask-what-if.ts';
import { importProcedures } from '../src/systems/procedures/index.ts';
import { measureActs } from './acts.ts';
import { measureFigures } from './figures.ts';
import { grow, type Growth } from './grow.ts';
import { measureLists, measureSearch } from './lists.ts';
import { loadRow } from './load-row.ts';
import { measurePages } from './pages.ts';
import { measureRebuild } from './rebuild.ts';
import { startProgramOn } from './running-program.ts';
import { soak } from './soak.ts';
import { spike } from './spike.ts';
import { findTriedMonth, measureWhatIf } from './what-if.ts';

export interface Bench {
  readonly dataDir: string;
  /** Made by the simulation when the folder is new. */
  readonly dossiers: number;
  /** Multiplied to so many; 0 leaves them. */
  readonly grow: number;
  /** Acts in each of five rounds. */
  readonly acts: number;
  /** Folder with the national catalogue, procedures-catalog.csv. */
  readonly samples?: string | undefined;
  readonly log: (line: string) => void;
}

export type BenchRow = readonly [what: string, measured: string, budget: string];

export async function measure(bench: Bench): Promise<readonly BenchRow[]> {
  const { dataDir } = bench;
  const config = readConfig({ DATA_DIR: dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened, ownerUrl }) => {
    if (ownerUrl === undefined) throw new Error('the bench needs a database it owns');
    const platform = await makePlatform(config, systemClock, opened);
    const rows: BenchRow[] = await fill(platform, bench);
    const small = await measureServed(platform, { ...bench, ownerUrl });
    rows.push(...small.rows);
    const search = await measureSearch(platform);
    rows.push([`search over ${search.procedures} procedures, p95`, milliseconds(search.p95), '< 30 ms at 5,670']);
    if (bench.grow > small.dossiers) {
      const began = performance.now();
      const made = await growAsOwner(ownerUrl, platform, { grow: bench.grow, log: bench.log });
      rows.push([`grow to ${made} dossiers`, seconds(began), '']);
      rows.push(...(await measureServed(platform, { ...bench, ownerUrl }, small.lists)).rows);
    }
    const began = performance.now();
    const journal = await verifyJournal(opened.db, [], generateKeyPairSync('ed25519').publicKey);
    rows.push([
      `verify-journal, ${journal.entries} entries`,
      `${journal.ok ? 'ok' : 'FAULTS'}, ${seconds(began)}`,
      'ok',
    ]);
    return rows;
  });
}

export async function growAsOwner(
  url: string,
  { mode }: Platform,
  { grow: wanted, log, ...more }: Pick<Bench, 'grow' | 'log'> & Pick<Growth, 'withJournal' | 'of'>,
): Promise<number> {
  const owner = openDatabase({ url });
  try {
    return await grow(owner.db, { mode, wanted, log, ...more });
  } finally {
    await owner.close();
  }
}

/** How long the journal takes to give everything again, at the size the bench is grown to, and by that at a province's. */
export async function measureRebuilding(bench: Bench): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: bench.dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened, ownerUrl }) => {
    if (ownerUrl === undefined) throw new Error('the bench needs a database it owns');
    const platform = await makePlatform(config, systemClock, opened);
    await fill(platform, bench);
    await catchUp(platform);
    if (bench.grow > (await countDossiers(platform)))
      await growAsOwner(ownerUrl, platform, { grow: bench.grow, log: bench.log, withJournal: true });
    const { dossiers, entries, differing, check, unchanged, anew, written } = await measureRebuild(platform, {
      ownerUrl,
      log: bench.log,
    });
    const row = (what: string, took: number, budget = ''): BenchRow => [
      what,
      `${took.toFixed(1)} s, ${Math.round(dossiers / Math.max(took, 0.1))} dossiers/s: ${Math.round(((took / dossiers) * PROVINCE) / 60)} min at ${PROVINCE}`,
      budget,
    ];
    return [
      loadRow(),
      row(`\`vamco rebuild --check\`, ${dossiers} dossiers, ${entries} entries`, check),
      ['places where the tables are not what the journal gives', `${differing}`, '0'],
      row('`vamco rebuild-statistics`, nothing differs', unchanged, `< 10 min at ${PROVINCE}`),
      row(`\`vamco rebuild-statistics\` into empty tables, ${written} written`, anew, `< 10 min at ${PROVINCE}`),
    ];
  });
}

/** Dossiers of a province in a year or two. */
const PROVINCE = 1_200_000;

/** How long another term is tried on a month of one procedure. */
export async function measureTrying(bench: Bench): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: bench.dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened, ownerUrl }) => {
    if (ownerUrl === undefined) throw new Error('the bench needs a database it owns');
    const platform = await makePlatform(config, systemClock, opened);
    await fill(platform, bench);
    await catchUp(platform);
    const month = await findTriedMonth(opened.db);
    const wanted = Math.min(bench.grow, MOST_TRIED);
    await growAsOwner(ownerUrl, platform, { grow: wanted, log: bench.log, of: month, withJournal: true });
    const { tried, seconds: took, memory, blocked } = await measureWhatIf(platform, month);
    return [
      [`another term on ${tried} dossiers of ${month.procedure} ended in ${month.month}`, `${took.toFixed(1)} s`, ''],
      ['memory above what was held before, at most', `${memory} MB`, ''],
      ['longest that nothing else had its turn', `${blocked} ms`, ''],
      loadRow(),
    ];
  });
}

/** The simulation leaves what follows the acts to a worker; there is none here. */
async function catchUp(platform: Platform): Promise<void> {
  const subscribers = systems.flatMap((system) => system.subscribers?.(platform) ?? []);
  for (let left = true; left; ) {
    await runSubscribers(platform.db, subscribers, platform.clock);
    const { rows } = await sql<{ left: boolean }>`
      select (select count(*) from journal.entry) > (select position from journal.sequencer)
        or exists (select 1 from journal.cursor c, journal.sequencer s where c.position < s.position) as left
    `.execute(platform.db);
    left = rows[0]?.left ?? false;
  }
}

/** What the program holds after so long a load. */
export async function measureSoak(bench: Bench, length: number): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: bench.dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened }) => {
    const platform = await makePlatform(config, systemClock, opened);
    await fill(platform, bench);
    const program = await startProgramOn(bench.dataDir);
    try {
      const { requests, acts, failed, memory, peak } = await soak(platform, program, {
        seconds: length,
        log: bench.log,
      });
      return [
        [`requests in ${length} s, of which acts`, `${requests}, ${acts}; ${failed} failed`, '0 failed'],
        ['memory of web and worker together, after each twelfth', `${memory.join(', ')} MB`, '< 400 MB'],
        ['its peak', `${peak} MB`, ''],
      ];
    } finally {
      await program.stop();
    }
  });
}

/** How the program bears a rush, minute by minute. */
export async function measureSpike(bench: Bench, length: number): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: bench.dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened }) => {
    const platform = await makePlatform(config, systemClock, opened);
    await fill(platform, bench);
    const program = await startProgramOn(bench.dataDir);
    try {
      const { minutes, lives, requests, askedBack, errors, lost, acts } = await spike(platform, {
        url: program.url,
        seconds: length,
        log: bench.log,
      });
      for (const error of new Set(errors)) bench.log(error);
      return [
        loadRow(),
        ...minutes.map(({ rate, p95, askedBack: back, calmAfter }, index): BenchRow => {
          const calm = calmAfter === undefined ? 'not calm again' : `calm after ${calmAfter} s`;
          const fell = index > 0 && rate < (minutes[index - 1]?.rate ?? 0);
          return [
            `minute ${index + 1}: ${rate} lives begun a second`,
            `p95 ${milliseconds(p95)}, ${back} asked to come back${fell ? `, ${calm}` : ''}`,
            fell ? 'calm (1.5 times the first p95) within 30 s' : '',
          ];
        }),
        ['lives, requests answered, requests asked to come back', `${lives}, ${requests}, ${askedBack}`, ''],
        ['errors', `${errors.length}`, '0'],
        ['acknowledged acts that are not in the journal exactly once', `${lost} of ${acts}`, '0'],
      ];
    } finally {
      await program.stop();
    }
  });
}

/** What a citizen's first page costs and how it does, on the pages people come in by. */
export async function measureFirstPages(bench: Bench): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: bench.dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened }) => {
    const platform = await makePlatform(config, systemClock, opened);
    await fill(platform, bench);
    const { code } = await opened.db.selectFrom('cases.case').select('code').limit(1).executeTakeFirstOrThrow();
    const program = await startProgramOn(bench.dataDir);
    try {
      return await measurePages({ url: program.url, code: code ?? '', log: bench.log });
    } finally {
      await program.stop();
    }
  });
}

const seconds = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
const milliseconds = (time: number): string => `${time.toFixed(1)} ms`;

export async function countDossiers({ db }: Platform): Promise<number> {
  const counted = db.selectFrom('cases.case').select((eb) => eb.fn.countAll<number>().as('count'));
  return (await counted.executeTakeFirstOrThrow()).count;
}

/** A new database gets the simulated province, and the national catalogue where there is one. */
export async function fill(platform: Platform, { dossiers, samples }: Bench): Promise<BenchRow[]> {
  if ((await countDossiers(platform)) > 0) return [];
  await makeDemoAccounts(platform);
  if (samples !== undefined) {
    const stream = createReadStream(join(samples, 'procedures-catalog.csv'));
    const actor = { kind: 'program', program: 'bench' } as const;
    await importProcedures(platform.db, { stream, name: 'procedures-catalog.csv', actor, clock: systemClock });
  }
  const began = performance.now();
  const run = {
    from: '2026-01-01',
    until: instantAt('2026-11-20', 1439),
    dossiers,
    seed: '1',
    lanes: 12,
    signs: false,
  } as const;
  const { filed, acts } = await simulate(platform, run);
  const rate = (filed * 1000) / (performance.now() - began);
  return [[`simulate ${filed} dossiers, ${acts} acts`, `${seconds(began)}, ${rate.toFixed(1)} dossiers/s`, '']];
}

type Lists = ReadonlyMap<string, number>;

/** What the running product does at the size the database has: its lists, its acts, its memory. */
async function measureServed(
  platform: Platform,
  { dataDir, ownerUrl, acts, log }: Bench & { readonly ownerUrl: string },
  before?: Lists,
): Promise<{ readonly dossiers: number; readonly lists: Lists; readonly rows: readonly BenchRow[] }> {
  const dossiers = await countDossiers(platform);
  log(`${dossiers} dossiers`);
  const program = await startProgramOn(dataDir);
  try {
    const lists = await measureLists(platform, program.url);
    const figures = await measureFigures(platform, program.url);
    const rates = await measureActs(platform, { ownerUrl, url: program.url, count: acts });
    const share = (rate: number): string =>
      `${(rate / rates.raw).toFixed(2)} (${Math.round(rate)}/s of ${Math.round(rates.raw)}/s, 16 at once)`;
    const rows: BenchRow[] = [
      ...[...lists].map(([queue, p95]) => listRow({ queue, dossiers, p95, before: before?.get(queue) })),
      ...[...figures].map(([what, time]): BenchRow => [`figures at ${dossiers}: ${what}`, milliseconds(time), '']),
      [`act over HTTP at ${dossiers}, of the same rows as separate statements`, share(rates.http), '≥ 0.4'],
      [`act through its verb at ${dossiers}, of the same`, share(rates.verb), ''],
      [`memory of web and worker together at ${dossiers}`, `${Math.round(program.memory()?.now ?? 0)} MB`, '< 400 MB'],
    ];
    return { dossiers, lists, rows };
  } finally {
    await program.stop();
  }
}

interface MeasuredList {
  readonly queue: string;
  readonly dossiers: number;
  readonly p95: number;
  readonly before: number | undefined;
}

function listRow({ queue, dossiers, p95, before }: MeasuredList): BenchRow {
  const what = `page of list “${queue}” at ${dossiers}, p95`;
  if (before === undefined) return [what, milliseconds(p95), '< 60 ms'];
  return [what, `${milliseconds(p95)}, ${(p95 / before).toFixed(2)} times`, '< 60 ms, < 1.3 times'];
}
