/** Quarterly report (báo cáo quý) as a paper: the form of Nghị định 30/2020/NĐ-CP, the sections of the outline, the figures of the page. Pure. */
import type { Block, Paper } from '../../../platform/documents/paper/paper.ts';
import { groupedNumber, moneyText } from '../../../platform/text/money.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import type { TargetStatus } from '../../../platform/web/components/tag/status-chip.tsx';
import { amountWithUnit, partsText, planTexts, targetText } from '../plan-words.ts';
import type { Score } from '../read-score.ts';
import type { TargetScore } from '../score/score-target.ts';
import { type MoneyLine, readMoney } from '../sheets/money.ts';
import { outlineOf, type Section } from './outline.ts';
import type { ReportPeriod } from './report-period.ts';

export interface ReportFrame {
  readonly period: ReportPeriod;
  /** `Ủy ban nhân dân tỉnh Tây Ninh`. */
  readonly body: string;
  /** `15/BC-UBND`; empty while the clerk has given none. */
  readonly number: string;
  /** Of the paper; undefined leaves room for it. */
  readonly day: string | undefined;
  readonly addressee: string;
  /** `TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`. */
  readonly signerTitle: readonly string[];
  readonly signer: string;
  readonly recipients: readonly string[];
  readonly simulated: boolean;
}

const STATUS: Record<TargetStatus, string> = {
  met: 'Đạt',
  'on-track': 'Đúng tiến độ',
  'at-risk': 'Có nguy cơ',
  late: 'Chậm',
  'no-data': 'Chưa có số liệu',
};
const NONE = 'Chưa có số liệu được nhập.';

export function composeReport(score: Score, frame: ReportFrame): Paper {
  const { period } = frame;
  const { sections, isProposed } = outlineOf(score.records);
  return {
    title: `Báo cáo quý ${period.quarter} năm ${period.year}`,
    format: 'A4',
    ...(frame.simulated || score.invented ? { warning: 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ' } : {}),
    letterhead: {
      body: frame.body,
      number: { text: `Số: ${frame.number === '' ? '      /BC-UBND' : frame.number}` },
      placeAndDate: { text: `${score.plan.place}, ${dateText(frame)}` },
    },
    blocks: [
      {
        kind: 'title',
        text: 'BÁO CÁO',
        under: `Kết quả thực hiện ${score.plan.name.vi} quý ${period.quarter} năm ${period.year}`,
      },
      paragraph(`Kính gửi: ${frame.addressee === '' ? '…' : frame.addressee}`, 'center'),
      paragraph(`Kỳ báo cáo từ ngày ${dayText(period.from)} đến ngày ${dayText(period.to)}. ${countsSentence(score)}`),
      ...sections.flatMap((section) => [
        { kind: 'heading', text: section.heading } as const,
        ...(section.text === '' ? [] : [paragraph(section.text)]),
        ...contentOf(section, score),
      ]),
      ...(isProposed ? [paragraph('Đề cương là đề xuất, chưa theo mẫu của cơ quan nhận báo cáo.')] : []),
      {
        kind: 'signatures',
        signers: [{ title: frame.signerTitle, ...(frame.signer === '' ? {} : { name: frame.signer }) }],
        recipients: frame.recipients,
      },
    ],
  };
}

function dateText({ day, period }: ReportFrame): string {
  if (day === undefined) return `ngày      tháng      năm ${period.to.slice(0, 4)}`;
  const [year, month = '', date] = day.split('-');
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

const paragraph = (text: string, align: 'center' | 'justify' = 'justify'): Block => ({
  kind: 'paragraph',
  runs: [{ text }],
  align,
  ...(align === 'justify' ? { indent: true } : {}),
});

function countsSentence({ targets }: Score): string {
  const count = (status: TargetStatus) => targets.filter((one) => one.status === status).length;
  const said = (['met', 'on-track', 'at-risk', 'late', 'no-data'] as const)
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} ${STATUS[status].toLocaleLowerCase('vi')}`);
  return `Trong ${targets.length} chỉ tiêu: ${said.join(', ')}.`;
}

function contentOf({ content }: Section, score: Score): Block[] {
  const { records, plan } = score;
  if (content === 'targets') return [targetTable(score.targets)];
  if (content === 'care') {
    const care = score.targets.filter(({ status }) => status === 'late' || status === 'at-risk');
    return care.length === 0 ? [paragraph('Không có.')] : [careList(care)];
  }
  if (content === 'money') return moneyBlocks(score);
  if (content === 'milestones') {
    const { task, phase, solution } = plan.counts;
    const rows = of('milestone').map(({ cells }) => [
      cells.project ?? '',
      cells.name ?? '',
      dayText(cells.due ?? ''),
      cells.done ? dayText(cells.done) : 'chưa xong',
    ]);
    return [
      paragraph(`Đề án có ${task} nhiệm vụ, ${phase} giai đoạn, ${solution} nhóm giải pháp.`),
      table(['Dự án', 'Mốc', 'Hạn', 'Ngày xong'], [10, 30, 10, 10], rows),
    ];
  }
  if (content === 'regulations')
    return [
      table(
        ['Số, ký hiệu', 'Trích yếu', 'Ngày', 'Cơ quan ban hành'],
        [12, 30, 10, 14],
        of('regulation').map(({ code, cells }) => [
          code,
          cells.name ?? '',
          dayText(cells.day ?? ''),
          cells.issuer ?? '',
        ]),
      ),
    ];
  return [];

  function of(sheet: string) {
    return records.filter((record) => record.sheet === sheet);
  }
}

const table = (heads: readonly string[], weights: readonly number[], rows: readonly (readonly string[])[]): Block =>
  rows.length === 0
    ? paragraph(NONE)
    : {
        kind: 'table',
        columns: heads.map((heading, place) => ({ heading, weight: weights[place] ?? 10 })),
        rows,
      };

function targetTable(targets: readonly TargetScore[]): Block {
  return table(
    ['Mã', 'Chỉ tiêu', 'Mục tiêu', 'Thực hiện', 'Trạng thái'],
    [12, 27, 12, 18, 11],
    targets.map(({ target, measures, lead, status }) => [
      target.id,
      target.name.vi,
      measures.map(({ measure }) => targetText(measure, 'vi')).join(' hoặc '),
      lead.actual
        ? `${amountWithUnit(lead.actual.amount, lead.measure, 'vi')} (${partsText(lead.actual, lead.measure, 'vi')})`
        : lead.parts
          ? `Chưa có số liệu (${partsText(lead.parts, lead.measure, 'vi')})`
          : 'Chưa có số liệu',
      STATUS[status],
    ]),
  );
}

const careList = (targets: readonly TargetScore[]): Block => ({
  kind: 'list',
  marker: 'dash',
  items: targets.map(
    ({ target, lead, status }) =>
      `${target.id}, ${target.name.vi}: ${STATUS[status]}. ${planTexts('vi')[lead.judged.reason]}`,
  ),
});

const MONEY_HEADS = ['Dự kiến (đồng)', 'Cam kết (đồng)', 'Thanh toán (đồng)', 'Cảnh báo'] as const;

function moneyBlocks({ plan, records }: Score): Block[] {
  const money = readMoney(records, plan.funding.total);
  const total = `Tổng kinh phí dự kiến ${moneyText(plan.funding.total)}.`;
  if (money.byProject.length === 0) return [paragraph(`${total} Chưa nhập việc chia kinh phí.`)];
  const row = ({ key, planned, committed, paid, flags }: MoneyLine) => [
    key,
    groupedNumber(planned),
    groupedNumber(committed),
    groupedNumber(paid),
    flags
      .map((flag) => (flag === 'paid-over-committed' ? 'Thanh toán vượt cam kết' : 'Cam kết vượt dự kiến'))
      .join('; '),
  ];
  return [
    paragraph(total),
    table(['Nguồn', ...MONEY_HEADS], [14, 16, 16, 16, 14], money.bySource.map(row)),
    table(['Dự án', ...MONEY_HEADS], [14, 16, 16, 16, 14], money.byProject.map(row)),
  ];
}
