/** `vamco rebuild-statistics`: makes every dossier's numbers anew from the journal. */
import { makePlatform, withDatabase } from '../app.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import { rebuildNumbers } from '../rebuild/rebuild-numbers.ts';
import type { OperatorCommand } from './command.ts';

export const rebuildStatisticsCommand: OperatorCommand = {
  name: 'rebuild-statistics',
  usage: 'rebuild-statistics',
  about: {
    vi: 'Tính lại số liệu của mọi hồ sơ từ nhật ký, ghi lại chỗ khác.',
    en: 'Reckons the numbers of every dossier anew from the journal, and writes those that differ.',
  },
  options: {},
  positionals: 0,
  async run() {
    const config = readConfig();
    const rebuilt = await withDatabase(config, async ({ opened }) =>
      rebuildNumbers(await makePlatform(config, systemClock, opened)),
    );
    const { measured, written, seconds } = rebuilt;
    return {
      exitCode: 0,
      text: `Đã tính lại ${measured} hồ sơ, ghi lại ${written} hồ sơ, ${seconds} giây. ${measured} dossiers were measured anew, ${written} of them written, in ${seconds} s.`,
      json: { ...rebuilt },
    };
  },
};
