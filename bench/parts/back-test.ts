/** Back-test: how many acts of the past a scenario looks at in a second, at the size the database has, and by that how long a million take. */
import { loadavg } from 'node:os';
import { makePlatform, withDatabase } from '../../src/app.ts';
import { addDays, dayOf, isoOf, systemClock } from '../../src/platform/calendar/instant.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { newId } from '../../src/platform/db/ids.ts';
import type { Platform } from '../../src/platform/system/platform.ts';
import { runBackTest } from '../../src/systems/supervision/back-test/run-back-test.ts';
import type { Scenario } from '../../src/systems/supervision/scenario.ts';
import type { SupervisionTables } from '../../src/systems/supervision/tables.ts';
import { type Bench, type BenchRow, countDossiers, fill, growAsOwner } from '../program.ts';

const MILLION = 1_000_000;

/** Looks at every act there is, reads the clock, and finds what is rare. */
const TRIED: Scenario = {
  code: 'BENCH',
  title: { vi: 'Đo', en: 'Measured' },
  basis: '–',
  kind: 'dossier',
  looks: { acts: ['*'] },
  condition: 'dossier.supplements >= 1 && clock.running && clock.started_at < act.at',
  severity: 'low',
  message: { vi: '{dossier.code}', en: '{dossier.code}' },
  tells: [],
  answerWithin: '3wd',
  effect: 'record',
  lawful: [],
  unlawful: [],
};

export async function measurePart(bench: Bench): Promise<readonly BenchRow[]> {
  const config = readConfig({ DATA_DIR: bench.dataDir, MODE: 'bench', LOG_LEVEL: 'error' });
  return withDatabase(config, async ({ opened, ownerUrl }) => {
    if (ownerUrl === undefined) throw new Error('the bench needs a database it owns');
    const platform = await makePlatform(config, systemClock, opened);
    await fill(platform, bench);
    if (bench.grow > (await countDossiers(platform)))
      await growAsOwner(ownerUrl, platform, { grow: bench.grow, log: bench.log, withJournal: true });
    const { cases, acts, found, seconds } = await tryOnce(platform as unknown as Platform<SupervisionTables>);
    const rate = acts / seconds;
    return [
      [
        'load of the machine at the end, over 1, 5 and 15 minutes',
        loadavg()
          .map((one) => one.toFixed(1))
          .join(', '),
        '',
      ],
      [
        `back-test of one scenario that looks at every act: ${acts} acts of ${cases} dossiers, ${found} found`,
        `${seconds.toFixed(1)} s, ${Math.round(rate)} acts/s: ${Math.round(MILLION / rate)} s a million`,
        '< 60 s a million',
      ],
    ];
  });
}

async function tryOnce(platform: Platform<SupervisionTables>) {
  const { db, clock } = platform;
  const id = newId();
  const today = dayOf(clock());
  await db
    .insertInto('supervision.back_test')
    .values({
      id,
      scenario: TRIED.code,
      first: JSON.stringify(TRIED),
      first_name: 'ban-nhap',
      second: null,
      second_name: null,
      from_day: addDays(today, -1000),
      to_day: today,
      state: 'waiting',
      asked_at: isoOf(clock()),
      asked_by: newId(),
    })
    .execute();
  const began = performance.now();
  await runBackTest(platform, id);
  const seconds = (performance.now() - began) / 1000;
  const done = await db
    .selectFrom('supervision.back_test')
    .select(['cases', 'acts', 'found', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (done.state !== 'done') throw new Error(`the back-test ended as ${done.state}`);
  return { cases: Number(done.cases), acts: Number(done.acts), found: done.found, seconds };
}
