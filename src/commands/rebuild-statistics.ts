/** `vamco rebuild-statistics`: makes every dossier's numbers anew from the journal. */
import { makePlatform, withDatabase } from '../app.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import { rebuildHandlings } from '../systems/statistics/index.ts';
import type { OperatorCommand } from './command.ts';

export const rebuildStatisticsCommand: OperatorCommand = {
  name: 'rebuild-statistics',
  usage: 'rebuild-statistics',
  about: {
    vi: 'Tính lại số liệu của mọi hồ sơ từ nhật ký.',
    en: 'Reckons the numbers of every dossier anew from the journal.',
  },
  options: {},
  positionals: 0,
  async run() {
    const config = readConfig();
    const measured = await withDatabase(config, async ({ opened }) => {
      const { db, acting } = await makePlatform(config, systemClock, opened);
      return rebuildHandlings(db, acting.legal);
    });
    return {
      exitCode: 0,
      text: `Đã tính lại ${measured} hồ sơ. ${measured} dossiers were measured anew.`,
      json: { measured },
    };
  },
};
