/** `vamco restore`: brings a backup back into an empty installation and verifies its journal. */
import { join, resolve } from 'node:path';
import { withDatabase } from '../app.ts';
import { migrationSources } from '../migrations.ts';
import { type BackupFault, backupFault } from '../platform/backup/backup-fault.ts';
import { keyFolderBeside } from '../platform/backup/key-folder.ts';
import { restore } from '../platform/backup/restore.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import type { Json } from '../platform/db/json.ts';
import { createDiskStore } from '../platform/files/disk-store.ts';
import type { CommandAnswer, OperatorCommand } from './command.ts';

export const restoreCommand: OperatorCommand = {
  name: 'restore',
  usage: 'restore DIR [--keys KEYDIR]',
  about: {
    vi: 'Phục hồi bản sao lưu vào một bản cài đặt trống (DATA_DIR hoặc DATABASE_URL mới) rồi kiểm tra nhật ký.',
    en: 'Restores a backup into an empty installation (a new DATA_DIR or DATABASE_URL), then verifies the journal.',
  },
  options: { keys: { type: 'string' } },
  positionals: 1,
  async run({ positionals, values }) {
    const config = readConfig();
    const folder = resolve(positionals[0] as string);
    const keys = typeof values.keys === 'string' ? resolve(values.keys) : keyFolderBeside(folder);
    const result = await withDatabase(config, async ({ opened, ownerUrl }) => {
      if (ownerUrl === undefined) return { fault: backupFault('backup.owner-needed') };
      const to = {
        db: opened.db,
        ownerUrl,
        sources: migrationSources,
        files: createDiskStore(join(config.dataDir, 'files')),
        keyFolder: join(config.dataDir, 'keys'),
        checkpointFolder: join(config.dataDir, 'checkpoints'),
        clock: systemClock,
      };
      return restore(to, { folder, keys });
    });
    if (result.fault) return refusedAnswer(result.fault);
    const { manifest, journal } = result;
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return {
      exitCode: journal.ok ? 0 : 1,
      text: [
        `Đã phục hồi bản sao lưu lúc ${manifest.at}: ${rows} dòng, ${manifest.files.count} tệp; nhật ký ${journal.ok ? 'nguyên vẹn' : `có ${journal.faults.length} chỗ sai, xem vamco verify-journal`}.`,
        `Restored the backup of ${manifest.at}: ${rows} rows, ${manifest.files.count} files; the journal ${journal.ok ? 'is whole' : `has ${journal.faults.length} faults, see vamco verify-journal`}.`,
      ].join('\n'),
      json: {
        at: manifest.at,
        tables: manifest.tables.length,
        rows,
        files: manifest.files.count,
        journal: journal as unknown as Json,
      },
    };
  },
};

export function refusedAnswer({ code, message }: BackupFault): CommandAnswer {
  return {
    exitCode: 1,
    text: `${message.vi}\n${message.en}`,
    json: { error: { code, vi: message.vi, en: message.en } },
  };
}
