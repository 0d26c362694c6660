/** `vamco rebuild-results`: makes the register of results anew from the journal. */
import { makePlatform, withDatabase } from '../app.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import { rebuildResults } from '../systems/results/index.ts';
import type { OperatorCommand } from './command.ts';

export const rebuildResultsCommand: OperatorCommand = {
  name: 'rebuild-results',
  usage: 'rebuild-results',
  about: {
    vi: 'Lập lại kho kết quả và giấy tờ từ nhật ký.',
    en: 'Makes the register of results and papers anew from the journal.',
  },
  options: {},
  positionals: 0,
  async run() {
    const config = readConfig();
    const read = await withDatabase(config, async ({ opened }) => {
      const { db } = await makePlatform(config, systemClock, opened);
      return rebuildResults(db);
    });
    return {
      exitCode: 0,
      text: `Đã đọc lại ${read} mục nhật ký. ${read} entries were read again.`,
      json: { read },
    };
  },
};
