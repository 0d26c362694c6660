/** Findings: how long the slowest twentieth of their pages takes with a hundred thousand of them, as a head of unit's browser gets them. */
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { makePlatform, withDatabase } from '../../src/app.ts';
import { makeDemoAccounts } from '../../src/demo/demo-accounts.ts';
import { systemClock } from '../../src/platform/calendar/instant.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { manyFindings } from '../../test/harness/findings.ts';
import { DeskClient } from '../desk-client.ts';
import { findLeader } from '../leaders.ts';
import { p95, timesOf } from '../lists.ts';
import type { Bench, BenchRow } from '../program.ts';
import { startProgramOn } from '../running-program.ts';

const FINDINGS = 100_000;
const ROUNDS = 40;
const WARM_UPS = 5;
const PATHS = {
  'open ones': '/can-bo/giam-sat?cua=don-vi&trang=open',
  'all, page by page': '/can-bo/giam-sat?cua=don-vi',
  'of one scenario': '/can-bo/giam-sat?cua=don-vi&kichban=V03',
  'one’s own': '/can-bo/giam-sat',
  'repeats by officer': '/can-bo/giam-sat/lap-lai?theo=officer',
  'repeats by unit': '/can-bo/giam-sat/lap-lai?theo=unit',
  'repeats by procedure': '/can-bo/giam-sat/lap-lai?theo=procedure',
} as const;

export async function measurePart({ dataDir, log }: Bench): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened, ownerUrl }) => {
    if (ownerUrl === undefined) throw new Error('the bench needs a database it owns');
    const platform = await makePlatform(config, systemClock, opened);
    await makeDemoAccounts(platform);
    const count = await manyFindings(opened.db, FINDINGS, systemClock());
    // as a database that has had them for a while knows of itself and has tidied
    const owner = openDatabase({ url: ownerUrl });
    await sql`vacuum analyze supervision.finding, cases.case`.execute(owner.db);
    await owner.close();
    const login = await findLeader(opened.db);
    const program = await startProgramOn(dataDir);
    const desk = new DeskClient(program.url);
    try {
      await desk.signIn(login);
      const rows: BenchRow[] = [];
      for (const [what, path] of Object.entries(PATHS)) {
        let next: string = path;
        const ask = async () => {
          const { status, body } = await desk.get(next);
          if (status !== 200) throw new Error(`${next} was answered with ${status}`);
          const further = /href="([^"]*[?&;]sau=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
          next = what.startsWith('all') ? (further ?? path) : path;
        };
        // the first ones load what a program that has run for a minute has at hand
        await timesOf([ask], WARM_UPS);
        next = path;
        const took = p95(await timesOf([ask], ROUNDS));
        log(`${what}: ${took.toFixed(1)} ms`);
        rows.push([
          `page of ${count} findings, ${what}, of the head of the province, p95`,
          `${took.toFixed(1)} ms`,
          '< 100 ms',
        ]);
      }
      return [
        ...rows,
        [
          'load of the machine at the end, over 1, 5 and 15 minutes',
          loadavg()
            .map((one) => one.toFixed(1))
            .join(', '),
          '',
        ],
      ];
    } finally {
      desk.close();
      await program.stop();
    }
  });
}
