/** `vamco verify-journal`: recomputes every chain and holds it against the checkpoints outside the database. */
import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withDatabase } from '../app.ts';
import { readConfig } from '../platform/config/config.ts';
import { checkpointKey, publicKeyOf, readKeptCheckpoints } from '../platform/journal/checkpoints.ts';
import { verifyJournal } from '../platform/journal/verify-journal.ts';
import type { Json } from '../platform/db/json.ts';
import type { OperatorCommand } from './command.ts';

export const verifyJournalCommand: OperatorCommand = {
  name: 'verify-journal',
  usage: 'verify-journal [--checkpoints FOLDER] [--key journal.public.pem]',
  about: {
    vi: 'Kiểm tra chuỗi nhật ký với các điểm kiểm nằm ngoài cơ sở dữ liệu; --key khi bản cài đặt này không giữ khóa.',
    en: 'Verifies the journal against the checkpoints outside the database; --key where this installation holds no key.',
  },
  options: { checkpoints: { type: 'string' }, key: { type: 'string' } },
  positionals: 0,
  async run({ values }) {
    const config = readConfig();
    const folder = typeof values.checkpoints === 'string' ? values.checkpoints : join(config.dataDir, 'checkpoints');
    const key =
      typeof values.key === 'string'
        ? createPublicKey(await readFile(values.key))
        : publicKeyOf(await checkpointKey(join(config.dataDir, 'keys')));
    const found = await withDatabase(config, async ({ opened }) =>
      verifyJournal(opened.db, await readKeptCheckpoints(folder), key),
    );
    return {
      exitCode: found.ok ? 0 : 1,
      text: inWords(found),
      json: { ...found, faults: found.faults.map((fault) => ({ ...fault })) } as unknown as Json,
    };
  },
};

function inWords(found: Awaited<ReturnType<typeof verifyJournal>>): string {
  const counted = `${found.entries} mục, ${found.checkpoints} điểm kiểm, ${found.unsealed} mục chưa có điểm kiểm. ${found.entries} entries, ${found.checkpoints} checkpoints, ${found.unsealed} entries after the last one.`;
  if (found.ok) return `Nhật ký nguyên vẹn. The journal is whole.\n${counted}`;
  return [
    `Nhật ký có ${found.faults.length} chỗ sai. The journal has ${found.faults.length} faults.`,
    counted,
    ...found.faults.map((fault) => `  ${JSON.stringify(fault)}`),
  ].join('\n');
}
