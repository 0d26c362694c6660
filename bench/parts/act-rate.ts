/** Act rate: accepting a dossier over HTTP and through its verb against the same rows as separate statements, before and after the database is grown. */
import { loadavg } from 'node:os';
import { makePlatform, withDatabase } from '../../src/app.ts';
import { systemClock } from '../../src/platform/calendar/instant.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import { measureActs } from '../acts.ts';
import { type Bench, type BenchRow, countDossiers, fill, growAsOwner } from '../program.ts';
import { startProgramOn } from '../running-program.ts';

export async function measurePart(bench: Bench): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: bench.dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened, ownerUrl }) => {
    if (ownerUrl === undefined) throw new Error('the bench needs a database it owns');
    const platform = await makePlatform(config, systemClock, opened);
    await fill(platform, bench);
    const rows = await ratesOf(platform, bench, ownerUrl);
    if (bench.grow <= (await countDossiers(platform))) return rows;
    await growAsOwner(ownerUrl, platform, { grow: bench.grow, log: bench.log });
    return [...rows, ...(await ratesOf(platform, bench, ownerUrl))];
  });
}

async function ratesOf(platform: Platform, bench: Bench, ownerUrl: string): Promise<BenchRow[]> {
  const dossiers = await countDossiers(platform);
  const program = await startProgramOn(bench.dataDir);
  try {
    const { http, verb, raw } = await measureActs(platform, { ownerUrl, url: program.url, count: bench.acts });
    const share = (rate: number): string =>
      `${(rate / raw).toFixed(2)} (${Math.round(rate)}/s of ${Math.round(raw)}/s, 16 at once)`;
    const load = loadavg().map((one) => one.toFixed(1));
    const rows: BenchRow[] = [
      [`load of the machine at ${dossiers}, over 1, 5 and 15 minutes`, load.join(', '), ''],
      [`act over HTTP at ${dossiers}, of the same rows as separate statements`, share(http), '≥ 0.4'],
      [`act through its verb at ${dossiers}, of the same`, share(verb), ''],
    ];
    for (const row of rows) bench.log(row.join(' | '));
    return rows;
  } finally {
    await program.stop();
  }
}
