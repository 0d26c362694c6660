/** The bench's program: a `bench` database in a folder of its own, filled, grown and measured; answers lines of a table. */
import { generateKeyPairSync } from 'node:crypto';
import { makePlatform, withDatabase } from '../src/app.ts';
import { makeDemoAccounts } from '../src/demo/demo-accounts.ts';
import { instantAt, systemClock } from '../src/platform/calendar/instant.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { verifyJournal } from '../src/platform/journal/verify-journal.ts';
import { simulate } from '../src/simulation/simulate.ts';
import { measureActs } from './acts.ts';
import { grow } from './grow.ts';
import { startProgramOn } from './running-program.ts';
import { measureLists, measureSearch } from './lists.ts';

export interface Bench {
  readonly dataDir: string;
  /** Made by the simulation when the folder is new. */
  readonly dossiers: number;
  /** Multiplied to so many; 0 leaves them. */
  readonly grow: number;
  /** Acts in each of three rounds. */
  readonly acts: number;
  readonly log: (line: string) => void;
}

type Row = readonly [what: string, measured: string, budget: string];

export async function measure({ dataDir, dossiers, grow: wanted, acts, log }: Bench): Promise<readonly Row[]> {
  const config = readConfig({ DATA_DIR: dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened, ownerUrl }) => {
    if (ownerUrl === undefined) throw new Error('the bench needs a database it owns');
    const platform = await makePlatform(config, systemClock, opened);
    const rows: Row[] = [];
    const count = async () =>
      Number(
        (
          await opened.db
            .selectFrom('cases.case')
            .select((eb) => eb.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      );
    if ((await count()) === 0) {
      await makeDemoAccounts(platform);
      const began = performance.now();
      const report = await simulate(platform, {
        from: '2026-01-01',
        until: instantAt('2026-11-20', 1439),
        dossiers,
        seed: '1',
        lanes: 12,
      });
      const seconds = (performance.now() - began) / 1000;
      rows.push([
        `simulate ${report.filed} dossiers, ${report.acts} acts`,
        `${Math.round(seconds)} s, ${(report.filed / seconds).toFixed(1)} dossiers/s`,
        '',
      ]);
    }
    const small = await count();
    log(`${small} dossiers`);
    const before = await measureLists(platform);
    const program = await startProgramOn(dataDir);
    try {
      const rates = await measureActs(platform, { ownerUrl, url: program.url, count: acts });
      const of = (rate: number) =>
        `${(rate / rates.raw).toFixed(2)} (${Math.round(rate)}/s of ${Math.round(rates.raw)}/s, 16 at once)`;
      rows.push(['act over HTTP, of the same rows as separate statements', of(rates.http), '≥ 0.4']);
      rows.push(['act through its verb, of the same', of(rates.verb), '']);
      rows.push(['memory of web and worker together', `${Math.round(program.memory()?.now ?? 0)} MB`, '< 400 MB']);
    } finally {
      await program.stop();
    }
    const search = await measureSearch(platform);
    rows.push([`search over ${search.procedures} procedures, p95`, `${search.p95.toFixed(1)} ms`, '< 30 ms at 5,670']);
    for (const [queue, p95] of before)
      rows.push([`list “${queue}” at ${small}, p95`, `${p95.toFixed(1)} ms`, '< 60 ms']);
    if (wanted > small) {
      const owner = openDatabase({ url: ownerUrl });
      try {
        const began = performance.now();
        const made = await grow(owner.db, platform.mode, wanted);
        rows.push([`grow to ${made} dossiers`, `${Math.round((performance.now() - began) / 1000)} s`, '']);
        for (const [queue, p95] of await measureLists(platform)) {
          const ratio = p95 / (before.get(queue) ?? p95);
          rows.push([
            `list “${queue}” at ${made}, p95`,
            `${p95.toFixed(1)} ms, ${ratio.toFixed(2)} times`,
            '< 60 ms, < 1.3 times',
          ]);
        }
      } finally {
        await owner.close();
      }
    }
    const began = performance.now();
    const keys = generateKeyPairSync('ed25519');
    const journal = await verifyJournal(opened.db, [], keys.publicKey);
    rows.push([
      `verify-journal, ${journal.entries} entries`,
      `${journal.ok ? 'ok' : 'FAULTS'}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
      'ok',
    ]);
    return rows;
  });
}
