/** `vamco import procedures FILE`: the national catalogue or its records in full, as the portal gives them. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { makePlatform, packFolder, withDatabase } from '../app.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import { organisation } from '../platform/organisation/manifest.ts';
import { importProcedures, type ImportResult } from '../systems/procedures/index.ts';
import type { CommandAnswer, OperatorCommand } from './command.ts';

export const importCommand: OperatorCommand = {
  name: 'import',
  usage: 'import procedures FILE',
  about: {
    vi: 'Nhập danh mục (CSV) hoặc bản ghi đầy đủ (JSON Lines) thủ tục hành chính của Cổng Dịch vụ công quốc gia.',
    en: "Imports the national portal's catalogue (CSV) or records in full (JSON Lines) of procedures.",
  },
  options: {},
  positionals: 2,
  async run({ positionals }) {
    const [what, file] = positionals as [string, string];
    if (what !== 'procedures') {
      return failed(2, `Chỉ nhập được "procedures", không nhập được "${what}". Only "procedures" can be imported.`);
    }
    if (!(await isFile(file))) return failed(1, `Không đọc được tệp ${file}. The file cannot be read.`);
    const config = readConfig();
    return withDatabase(config, async ({ opened }) => {
      const platform = await makePlatform(config, systemClock, opened);
      // beside an installation that never started: whose province it is must be known first
      await organisation.load?.(platform, packFolder(config));
      const actor = { kind: 'program', program: 'vamco.import' } as const;
      const source = { stream: createReadStream(file), name: basename(file), actor, clock: systemClock };
      return answerOf(await importProcedures(opened.db, source));
    });
  },
};

const failed = (exitCode: number, text: string): CommandAnswer => ({ exitCode, text, json: { error: text } });

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

const MOST_LINES = 50;

/** Records that are reported are part of real data, so they alone are no failure; a file of which nothing could be loaded is. */
function answerOf({ loaded, unchanged, changed, flagged, reported }: ImportResult): CommandAnswer {
  const lines = [
    `Đã nạp ${loaded} bản ghi (${unchanged} không đổi, ${changed} thay đổi chờ quyết định, ${flagged} có cờ), báo lại ${reported.length}.`,
    `Loaded ${loaded} records (${unchanged} unchanged, ${changed} changed and to be decided, ${flagged} flagged), reported ${reported.length}.`,
    ...reported
      .slice(0, MOST_LINES)
      .map((one) => `  ${one.record}: ${one.code === null ? '' : `"${one.code}" `}${one.reason} [${one.rule}]`),
    ...(reported.length > MOST_LINES ? [`  … ${reported.length - MOST_LINES} (--json)`] : []),
  ];
  return {
    exitCode: loaded > 0 ? 0 : 1,
    text: lines.join('\n'),
    json: { loaded, unchanged, changed, flagged, reported: reported.map((one) => ({ ...one })) },
  };
}
