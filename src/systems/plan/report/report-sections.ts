/** Sections of the quarterly report: what the figures and the sheets of the plan say under each heading, as blocks of a paper. Pure. */
import type { Block, Column } from '../../../platform/documents/paper/paper.ts';
import { groupedNumber, moneyText } from '../../../platform/text/money.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import type { TargetStatus } from '../../../platform/web/components/tag/status-chip.tsx';
import { amountWithUnit, partsText, planTexts, targetText } from '../plan-words.ts';
import type { Score } from '../read-score.ts';
import type { MeasureScore, TargetScore } from '../score/score-target.ts';
import { cellText } from '../sheets/cell-text.ts';
import { type MoneyLine, readMoney } from '../sheets/money.ts';
import type { PlanRecord } from '../sheets/records.ts';
import { sheetNamed } from '../sheets/sheet.ts';
import type { Section } from './outline.ts';

export const STATUS: Record<TargetStatus, string> = {
  met: 'Đạt',
  'on-track': 'Đúng tiến độ',
  'at-risk': 'Có nguy cơ',
  late: 'Chậm',
  'no-data': 'Chưa có số liệu',
};
const NONE = 'Chưa có số liệu được nhập.';

export const paragraph = (text: string, align: 'center' | 'justify' = 'justify'): Block => ({
  kind: 'paragraph',
  runs: [{ text }],
  align,
  ...(align === 'justify' ? { indent: true } : {}),
});

/** `records` of the score: as they were at the end of the period. */
export function contentOf({ content }: Section, score: Score): Block[] {
  if (content === 'targets') return [targetTable(score.targets)];
  if (content === 'care') {
    const care = score.targets.filter(({ status }) => status === 'late' || status === 'at-risk');
    return care.length === 0 ? [paragraph('Không có.')] : [careList(care)];
  }
  if (content === 'money') return moneyBlocks(score);
  if (content === 'milestones') return projectBlocks(score);
  return content === 'regulations' ? [regulationTable(score)] : [];
}

type Heads = readonly (readonly [heading: string, weight: number, align?: Column['align']])[];

const table = (heads: Heads, rows: readonly (readonly string[])[]): Block =>
  rows.length === 0
    ? paragraph(NONE)
    : {
        kind: 'table',
        columns: heads.map(([heading, weight, align]) => ({ heading, weight, ...(align && { align }) })),
        rows,
      };

const of = ({ records }: Pick<Score, 'records'>, sheet: string): readonly PlanRecord[] =>
  records.filter((record) => record.sheet === sheet);

function targetTable(targets: readonly TargetScore[]): Block {
  return table(
    [
      ['Mã', 11],
      ['Chỉ tiêu', 25],
      ['Mốc ban đầu', 12],
      ['Mục tiêu', 13],
      ['Thực hiện', 18],
      ['Dự báo', 10],
      ['Trạng thái', 11],
    ],
    targets.map(({ target, measures, lead, status }) => [
      target.id,
      target.name.vi,
      lead.baseline ? amountWithUnit(lead.baseline.amount, lead.measure, 'vi') : '–',
      `${measures.map(({ measure }) => targetText(measure, 'vi')).join(' hoặc ')}, năm ${target.year}`,
      actualText(lead),
      lead.forecast.kind === 'value' ? amountWithUnit(lead.forecast.amount, lead.measure, 'vi') : '–',
      STATUS[status],
    ]),
  );
}

function actualText({ actual, parts, measure }: MeasureScore): string {
  if (actual) return `${amountWithUnit(actual.amount, measure, 'vi')} (${partsText(actual, measure, 'vi')})`;
  return parts ? `Chưa có số liệu (${partsText(parts, measure, 'vi')})` : 'Chưa có số liệu';
}

const careList = (targets: readonly TargetScore[]): Block => ({
  kind: 'list',
  marker: 'dash',
  items: targets.map(({ target, lead, status }) => {
    const { judged, measure } = lead;
    const path =
      judged.expected === undefined ? '' : ` Theo lộ trình phải đạt ${amountWithUnit(judged.expected, measure, 'vi')}.`;
    return `${target.id}, ${target.name.vi}: ${STATUS[status]}. ${planTexts('vi')[judged.reason]}${path}`;
  }),
});

const MONEY_HEADS: Heads = [
  ['Dự kiến (đồng)', 16, 'right'],
  ['Cam kết (đồng)', 16, 'right'],
  ['Thanh toán (đồng)', 16, 'right'],
  ['Cảnh báo', 14],
];
const FLAGS = {
  'paid-over-committed': 'Thanh toán vượt cam kết',
  'committed-over-planned': 'Cam kết vượt dự kiến',
} as const;

function moneyBlocks({ plan, records }: Score): Block[] {
  const money = readMoney(records, plan.funding.total);
  const total = `Tổng kinh phí dự kiến ${moneyText(plan.funding.total)}.`;
  if (money.byProject.length === 0) return [paragraph(`${total} Chưa nhập việc chia kinh phí.`)];
  const { planned, committed, paid } = money.total;
  const left =
    money.overTotal > 0
      ? `vượt tổng kinh phí ${moneyText(money.overTotal)}`
      : `còn ${moneyText(-money.overTotal)} chưa chia`;
  const sums = `Đã chia ${moneyText(planned)}, ${left}; cam kết ${moneyText(committed)}; thanh toán ${moneyText(paid)}.`;
  const row = ({ key, planned: plans, committed: bound, paid: gone, flags }: MoneyLine) => [
    key,
    ...[plans, bound, gone].map((amount) => groupedNumber(amount)),
    flags.map((flag) => FLAGS[flag]).join('; '),
  ];
  const names = namesOf({ records }, 'project');
  return [
    paragraph(`${total} ${sums}`),
    table([['Nguồn', 14], ...MONEY_HEADS], money.bySource.map(row)),
    table([['Năm', 14], ...MONEY_HEADS], money.byYear.map(row)),
    table(
      [['Dự án', 14], ...MONEY_HEADS],
      money.byProject.map((line) => row({ ...line, key: names(line.key) })),
    ),
  ];
}

/** `DA-01, Nâng cấp một cửa`: a code alone tells a reader nothing. */
function namesOf(score: Pick<Score, 'records'>, sheet: string): (code: string) => string {
  const names = new Map(of(score, sheet).map(({ code, cells }) => [code, cells.name ?? '']));
  return (code) => [code, names.get(code) ?? ''].filter((part) => part !== '').join(', ');
}

function projectBlocks(score: Score): Block[] {
  const { task, phase, solution } = score.plan.counts;
  const names = namesOf(score, 'project');
  const state = sheetNamed('project').columns.find(({ key }) => key === 'state');
  return [
    paragraph(`Đề án có ${task} nhiệm vụ, ${phase} giai đoạn, ${solution} nhóm giải pháp.`),
    table(
      [
        ['Dự án', 34],
        ['Chỉ tiêu', 24],
        ['Tình trạng', 14],
      ],
      of(score, 'project').map(({ code, cells }) => [
        names(code),
        cells.targets ?? '',
        state ? cellText(state, cells.state, 'vi') : '',
      ]),
    ),
    table(
      [
        ['Dự án', 22],
        ['Mốc', 22],
        ['Hạn', 12],
        ['Ngày xong', 12],
      ],
      of(score, 'milestone').map(({ cells }) => [
        names(cells.project ?? ''),
        cells.name ?? '',
        dayText(cells.due ?? ''),
        cells.done ? dayText(cells.done) : 'chưa xong',
      ]),
    ),
  ];
}

const regulationTable = (score: Score): Block =>
  table(
    [
      ['Số, ký hiệu', 12],
      ['Trích yếu', 30],
      ['Ngày', 11],
      ['Cơ quan ban hành', 14],
    ],
    of(score, 'regulation').map(({ code, cells }) => [
      code,
      cells.name ?? '',
      dayText(cells.day ?? ''),
      cells.issuer ?? '',
    ]),
  );
