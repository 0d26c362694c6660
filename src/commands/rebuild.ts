/** `vamco rebuild`: makes every dossier again from the journal and holds it against the tables. */
import { makePlatform, withDatabase } from '../app.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import type { Json } from '../platform/db/json.ts';
import { checkRebuild, isWhole, type RebuildReport } from '../rebuild/check-rebuild.ts';
import type { OperatorCommand } from './command.ts';

export const rebuildCommand: OperatorCommand = {
  name: 'rebuild',
  usage: 'rebuild --check',
  about: {
    vi: 'Dựng lại mọi hồ sơ từ nhật ký (trạng thái, bước, người được giao, đồng hồ, tiền, trạng thái quốc gia, số liệu) và đối chiếu với các bảng; không sửa gì. Chạy được khi máy chủ đang chạy.',
    en: 'Makes every dossier again from the journal (status, step, people, clock, money, national status, numbers) and compares it with the tables; changes nothing. Works beside a running server.',
  },
  options: { check: { type: 'boolean' } },
  positionals: 0,
  async run() {
    const config = readConfig();
    const report = await withDatabase(config, async ({ opened }) =>
      checkRebuild(await makePlatform(config, systemClock, opened)),
    );
    return { exitCode: isWhole(report) ? 0 : 1, text: inWords(report), json: report as unknown as Json };
  },
};

function inWords(report: RebuildReport): string {
  const { dossiers, entries, differing, differences, faults, before, behind, seconds } = report;
  return [
    isWhole(report)
      ? 'Các bảng đúng với nhật ký. The tables are what the journal says.'
      : `Các bảng khác nhật ký ở ${differing} chỗ; nhật ký có ${faults.length} chỗ không đọc được. The tables differ from the journal in ${differing} places; ${faults.length} of its effects cannot be read.`,
    `${dossiers} hồ sơ, ${entries} mục nhật ký, ${seconds} giây. ${dossiers} dossiers, ${entries} entries, ${seconds} s.`,
    ...(before > 0
      ? [
          `${before} hồ sơ có thao tác từ trước khi nhật ký giữ hệ quả: không dựng lại được. ${before} dossiers have acts from before effects were kept and were not rebuilt.`,
        ]
      : []),
    ...(behind > 0
      ? [
          `${behind} hồ sơ có mục mà thống kê hoặc đồng bộ chưa đọc: chưa đối chiếu số liệu. ${behind} dossiers have entries that statistics or the national portal have not read: their numbers were not compared.`,
        ]
      : []),
    ...faults.slice(0, 100).map((fault) => `  ${fault}`),
    ...differences.map((one) => `  ${JSON.stringify(one)}`),
  ].join('\n');
}
