/** `vamco rebuild`: makes every dossier again from the journal, holds it against the tables, and with `--write` repairs them. */
import { makePlatform, withDatabase } from '../app.ts';
import { systemClock } from '../platform/calendar/instant.ts';
import { readConfig } from '../platform/config/config.ts';
import type { Json } from '../platform/db/json.ts';
import { checkRebuild, isWhole, type RebuildReport } from '../rebuild/check-rebuild.ts';
import { repairCases, type RepairReport } from '../rebuild/repair-cases.ts';
import type { CommandAnswer, OperatorCommand } from './command.ts';

export const rebuildCommand: OperatorCommand = {
  name: 'rebuild',
  usage: 'rebuild --check | --write [--yes]',
  about: {
    vi: 'Dựng lại mọi hồ sơ từ nhật ký (trạng thái, bước, người được giao, đồng hồ, tiền, trạng thái quốc gia, số liệu) và đối chiếu với các bảng. --check không sửa gì; --write sửa chỗ khác theo nhật ký, ở hệ thống thật phải thêm --yes. Chạy được khi máy chủ đang chạy.',
    en: 'Makes every dossier again from the journal (status, step, people, clock, money, national status, numbers) and compares it with the tables. --check changes nothing; --write repairs what differs, in production only with --yes. Works beside a running server.',
  },
  options: { check: { type: 'boolean' }, write: { type: 'boolean' }, yes: { type: 'boolean' } },
  positionals: 0,
  async run({ values }) {
    if (values.check && values.write) return refuse('Chọn --check hoặc --write. Choose --check or --write.');
    const config = readConfig();
    return withDatabase(config, async ({ opened }) => {
      const platform = await makePlatform(config, systemClock, opened);
      if (!values.write) {
        const report = await checkRebuild(platform);
        return { exitCode: isWhole(report) ? 0 : 1, text: inWords(report), json: report as unknown as Json };
      }
      if (platform.mode === 'production' && !values.yes)
        return refuse(
          'Đây là hệ thống thật: sao lưu, chạy --check, rồi chạy lại với --write --yes. This is production: back up, run --check, then run again with --write --yes.',
        );
      const repair = await repairCases(platform);
      return {
        exitCode: repair.left.length === 0 && repair.found.faults.length === 0 ? 0 : 1,
        text: repairInWords(repair),
        json: repair as unknown as Json,
      };
    });
  },
};

const refuse = (text: string): CommandAnswer => ({ exitCode: 2, text, json: { error: text } });

function repairInWords({ found, repaired, rows, left }: RepairReport): string {
  return [
    inWords(found),
    repaired === 0
      ? 'Không sửa gì. Nothing was written.'
      : `Đã sửa ${repaired} hồ sơ theo nhật ký: ${JSON.stringify(rows)}. ${repaired} dossiers were repaired from the journal.`,
    ...(left.length > 0
      ? [
          `Còn ${left.length} chỗ không sửa được bằng lệnh này. ${left.length} differences are left that this command does not mend.`,
          ...left.slice(0, 100).map((one) => `  ${JSON.stringify(one)}`),
        ]
      : []),
  ].join('\n');
}

function inWords(report: RebuildReport): string {
  const { dossiers, entries, differing, differences, faults, before, behind, seconds } = report;
  return [
    isWhole(report)
      ? 'Các bảng đúng với nhật ký. The tables are what the journal says.'
      : `Các bảng khác nhật ký ở ${differing} chỗ; nhật ký có ${faults.length} chỗ không đọc được. The tables differ from the journal in ${differing} places; ${faults.length} of its effects cannot be read.`,
    `${dossiers} hồ sơ, ${entries} mục nhật ký, ${seconds} giây. ${dossiers} dossiers, ${entries} entries, ${seconds} s.`,
    ...(before > 0
      ? [
          `${before} hồ sơ, ca trực có thao tác từ trước khi nhật ký giữ hệ quả: không dựng lại được. ${before} dossiers and shifts have acts from before effects were kept and were not rebuilt.`,
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
