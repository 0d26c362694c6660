/** Sheet of the log: the same rows as the page, as comma-separated values, in Vietnamese as an office files them. */
import { isoOf } from '../../platform/calendar/instant.ts';
import { csvText } from '../../platform/text/csv.ts';
import type { ListedIncident } from './list-incidents.ts';
import type { CentreRules } from './rules.ts';
import { outcomeText, stageText } from './words.ts';

const HEAD = [
  'Mã',
  'Diễn tập',
  'Mô phỏng',
  'Sự cố',
  'Loại',
  'Cấp',
  'Xã, phường',
  'Chỗ',
  'Xảy ra',
  'Mở lúc',
  'Nhận lúc',
  'Kết thúc lúc',
  'Trạng thái',
  'Ai giữ',
  'Số tín hiệu',
];

export const logAsCsv = (rows: readonly ListedIncident[], kinds: CentreRules['kinds']): string =>
  csvText([HEAD, ...rows.map((row) => lineOf(row, kinds))]);

function lineOf(row: ListedIncident, kinds: CentreRules['kinds']): string[] {
  const time = (at: ListedIncident['closedAt']): string => (at === null ? '' : isoOf(at));
  return [
    row.code,
    row.isDrill ? 'có' : '',
    row.simulated ? 'có' : '',
    row.title.vi,
    kinds.find(({ key }) => key === row.kind)?.name.vi ?? row.kind,
    String(row.severity),
    row.area?.vi ?? '',
    row.place ?? '',
    time(row.firstAt),
    time(row.openedAt),
    time(row.takenAt),
    time(row.closedAt),
    row.outcome ? outcomeText(row.outcome, 'vi') : stageText(row.isUntaken ? 'new' : row.stage, 'vi'),
    row.holder ?? '',
    String(row.signals),
  ];
}
