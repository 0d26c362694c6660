/** `vamco rebuild-indicators`: counts every indicator anew from the journal, and says where the counts were other. */
import { makePlatform, withDatabase } from '../app.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import { rebuildIndicators } from '../platform/indicators/rebuild-indicators.ts';
import type { OperatorCommand } from './command.ts';

export const rebuildIndicatorsCommand: OperatorCommand = {
  name: 'rebuild-indicators',
  usage: 'rebuild-indicators [--check]',
  about: {
    vi: 'Đếm lại mọi chỉ số từ nhật ký và nói chỉ số nào trước đó đếm khác. --check không sửa gì. Chạy được khi máy chủ đang chạy.',
    en: 'Counts every indicator anew from the journal and says which were counted otherwise. --check changes nothing. Works beside a running server.',
  },
  options: { check: { type: 'boolean' } },
  positionals: 0,
  async run({ values }) {
    const config = readConfig();
    const write = values.check !== true;
    const rebuilt = await withDatabase(config, async ({ opened }) =>
      rebuildIndicators(await makePlatform(config, systemClock, opened), { write }),
    );
    const { facts, differing, seconds } = rebuilt;
    const found =
      differing.length === 0
        ? 'Số đếm đúng với nhật ký. The counts are what the journal says.'
        : `Đếm khác: ${differing.join(', ')}. Counted otherwise: ${differing.join(', ')}.`;
    return {
      exitCode: write || differing.length === 0 ? 0 : 1,
      text: `${found} ${facts} bản ghi, ${seconds} giây. ${facts} records, ${seconds} s.`,
      json: { ...rebuilt },
    };
  },
};
