/** `vamco seed`: the dossiers of a demonstration now, instead of in the background of its first start. */
import { makePlatform, withDatabase } from '../app.ts';
import { makeDemoAccounts } from '../demo/demo-accounts.ts';
import { seedDemo } from '../demo/demo-seed.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import type { OperatorCommand } from './command.ts';

export const seedCommand: OperatorCommand = {
  name: 'seed',
  usage: 'seed [--dossiers 300]',
  about: {
    vi: 'Tạo tài khoản và hồ sơ mô phỏng cho bản trình diễn; chạy lại thì không tạo thêm.',
    en: 'Makes the accounts and simulated dossiers of a demonstration; run again it makes no more.',
  },
  options: { dossiers: { type: 'string' } },
  positionals: 0,
  async run({ values }) {
    const config = readConfig();
    const asked = values.dossiers as string | undefined;
    if (asked !== undefined && !/^\d{1,5}$/.test(asked)) {
      const text = '--dossiers là một số từ 0 đến 99999. --dossiers is a number from 0 to 99999.';
      return { exitCode: 2, text, json: { error: 'demo.usage', message: text } };
    }
    return withDatabase(config, async ({ opened }) => {
      const platform = await makePlatform(config, systemClock, opened);
      if (platform.mode !== 'demo') {
        const text = 'Chỉ bản trình diễn mới có dữ liệu mô phỏng. Only a demonstration is seeded.';
        return { exitCode: 1, text, json: { error: 'identity.demo-only', message: text } };
      }
      const accounts = await makeDemoAccounts(platform);
      const dossiers = asked === undefined ? config.demoDossiers : Number(asked);
      const report = await seedDemo(platform, { dossiers, lanes: 8 });
      const [filed, acts] = [report?.filed ?? 0, report?.acts ?? 0];
      return {
        exitCode: 0,
        text: `Đã tạo ${accounts} tài khoản, ${filed} hồ sơ, ${acts} thao tác. Made ${accounts} accounts, ${filed} dossiers, ${acts} acts.`,
        json: { accounts, filed, acts },
      };
    });
  },
};
