/** `vamco backup`: saves a running or stopped installation into a folder, and its keys into another. */
import { join, resolve } from 'node:path';
import { withDatabase } from '../app.ts';
import { backUp } from '../platform/backup/back-up.ts';
import { backupFault } from '../platform/backup/backup-fault.ts';
import { keyFolderBeside } from '../platform/backup/key-folder.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import { createDiskStore } from '../platform/files/disk-store.ts';
import { checkpointKey } from '../platform/journal/checkpoints.ts';
import type { OperatorCommand } from './command.ts';
import { refusedAnswer } from './restore.ts';

export const backupCommand: OperatorCommand = {
  name: 'backup',
  usage: 'backup DIR [--keys KEYDIR]',
  about: {
    vi: 'Sao lưu trong khi chương trình vẫn chạy: dữ liệu và tệp vào DIR, khóa vào KEYDIR (mặc định DIR.keys) để cất riêng.',
    en: 'Backs up while the program runs: data and files into DIR, keys into KEYDIR (DIR.keys by default), to be kept apart.',
  },
  options: { keys: { type: 'string' } },
  positionals: 1,
  async run({ positionals, values }) {
    const config = readConfig();
    const folder = resolve(positionals[0] as string);
    const keys = typeof values.keys === 'string' ? resolve(values.keys) : keyFolderBeside(folder);
    const keyFolder = join(config.dataDir, 'keys');
    const result = await withDatabase(config, async ({ opened, ownerUrl }) => {
      if (ownerUrl === undefined) return { fault: backupFault('backup.owner-needed') };
      const keeper = { folder: join(config.dataDir, 'checkpoints'), key: await checkpointKey(keyFolder) };
      const files = createDiskStore(join(config.dataDir, 'files'));
      return backUp({ db: opened.db, ownerUrl, files, keeper, keyFolder, clock: systemClock }, { folder, keys });
    });
    if (result.fault) return refusedAnswer(result.fault);
    const { at, tables, files } = result.manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      exitCode: 0,
      text: [
        `Đã sao lưu vào ${folder}: ${tables.length} bảng, ${rows} dòng, ${files.count} tệp. Hãy cất ${keys} ở nơi khác.`,
        `Backed up into ${folder}: ${tables.length} tables, ${rows} rows, ${files.count} files. Keep ${keys} somewhere else.`,
      ].join('\n'),
      json: { folder, keys, at, tables: tables.length, rows, files: files.count, fileBytes: files.bytes },
    };
  },
};
