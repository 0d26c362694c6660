/** `vamco migrate`: brings the database up to date. */
import { withDatabase } from '../app.ts';
import { readConfig } from '../platform/config/config.ts';
import type { OperatorCommand } from './command.ts';

export const migrateCommand: OperatorCommand = {
  name: 'migrate',
  usage: 'migrate',
  about: { vi: 'Nâng cấp cấu trúc cơ sở dữ liệu.', en: 'Brings the database up to date.' },
  options: {},
  positionals: 0,
  run: () =>
    withDatabase(readConfig(), async ({ applied }) => ({
      exitCode: 0,
      text:
        applied.length === 0
          ? 'Không có gì phải nâng cấp. Nothing to do.'
          : `Đã áp dụng / applied:\n${applied.map((name) => `  ${name}`).join('\n')}`,
      json: { applied },
    })),
};
