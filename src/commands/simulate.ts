/** `vamco simulate`: days of an invented province, lived through the product's own verbs; refused in production. */
import { makePlatform, packFolder, withDatabase } from '../app.ts';
import { makeDemoAccounts } from '../demo/demo-accounts.ts';
import { findOwners } from '../demo/demo-owners.ts';
import { dayOf, type Instant, instantAt, systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import type { Json } from '../platform/db/json.ts';
import { organisation } from '../platform/organisation/manifest.ts';
import { isDay } from '../platform/text/partial-day.ts';
import { simulate, type SimulationReport } from '../simulation/simulate.ts';
import type { CommandAnswer, OperatorCommand } from './command.ts';

const LAST_MINUTE = 24 * 60 - 1;
/** A signed result takes 40 ms and 260 kB (measured on 200 dossiers, 2026-11): beyond this the papers are one unsigned page. */
const MOST_SIGNED = 1000;

export const simulateCommand: OperatorCommand = {
  name: 'simulate',
  usage: 'simulate --from 2026-01-01 --to 2026-11-20 --dossiers 300 [--seed S] [--lanes 8]',
  about: {
    vi: 'Chạy một tỉnh mô phỏng: hồ sơ do chương trình nghĩ ra, xử lý bằng chính các thao tác của phần mềm; đến 1000 hồ sơ thì kết quả được ký bằng khóa thử nghiệm. Không chạy được ở chế độ chính thức.',
    en: 'Runs a simulated province: invented dossiers, processed by the verbs of the product itself; up to 1000 of them have results signed with test keys. Refused in production.',
  },
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    dossiers: { type: 'string' },
    seed: { type: 'string' },
    lanes: { type: 'string' },
  },
  positionals: 0,
  async run({ values }) {
    const { from = '', to = '', dossiers = '', seed = '1', lanes = '8' } = values as Record<string, string | undefined>;
    const wrong = [
      ...(isDay(from) && isDay(to) && from <= to ? [] : ['--from, --to: YYYY-MM-DD']),
      ...(/^[1-9]\d{0,6}$/.test(dossiers) ? [] : ['--dossiers: 1…9999999']),
      ...(/^[1-9]\d?$/.test(lanes) ? [] : ['--lanes: 1…99']),
    ];
    if (wrong.length > 0) return refused('simulation.usage', `Tham số chưa đúng. Wrong: ${wrong.join('; ')}.`, 2);
    const config = readConfig();
    return withDatabase(config, async ({ opened }) => {
      const platform = await makePlatform(config, systemClock, opened);
      if (platform.mode === 'production') {
        return refused(
          'simulation.production',
          'Không mô phỏng trong hệ thống chính thức. A production database takes no simulated dossier.',
          1,
        );
      }
      await organisation.load?.(platform, packFolder(config));
      await makeDemoAccounts(platform);
      const began = performance.now();
      const now = platform.clock();
      const report = await simulate(platform, {
        from,
        until: Math.min(instantAt(to, LAST_MINUTE), now) as Instant,
        dossiers: Number(dossiers),
        seed,
        lanes: Number(lanes),
        signs: Number(dossiers) <= MOST_SIGNED,
        owners: await findOwners(platform.db, dayOf(now)),
        onProgress: progress(Number(dossiers)),
      });
      return answer(report, (performance.now() - began) / 1000);
    });
  },
};

function answer(report: SimulationReport, seconds: number): CommandAnswer {
  const { filed, acts, timers, notDone } = report;
  const rate = Math.round((filed / seconds) * 10) / 10;
  return {
    exitCode: 0,
    text: [
      `Đã mô phỏng ${filed} hồ sơ, ${acts} thao tác, ${timers} mốc thời hạn trong ${Math.round(seconds)} giây (${rate} hồ sơ/giây).`,
      `Simulated ${filed} dossiers, ${acts} acts, ${timers} legal timers in ${Math.round(seconds)} s (${rate} dossiers/s).`,
      ...Object.entries(notDone).map(([what, count]) => `  ${what}: ${count}`),
    ].join('\n'),
    json: { filed, acts, timers, notDone: notDone as Json, seconds: Math.round(seconds * 10) / 10, perSecond: rate },
  };
}

const refused = (code: string, text: string, exitCode: 1 | 2): CommandAnswer => ({
  exitCode,
  text,
  json: { error: code, message: text },
});

/** A line on the error output each time another tenth has been filed. */
function progress(wanted: number) {
  let told = 0;
  return ({ filed, day }: { filed: number; day: string }) => {
    const tenth = Math.floor((filed * 10) / wanted);
    if (tenth <= told) return;
    told = tenth;
    process.stderr.write(`${day}: ${filed}/${wanted}\n`);
  };
}
