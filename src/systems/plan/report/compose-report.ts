/** Quarterly report (báo cáo quý) as a paper: the form of Nghị định 30/2020/NĐ-CP, the sections of the outline, the figures of the page. Pure. */
import type { Paper } from '../../../platform/documents/paper/paper.ts';
import { dayText } from '../../../platform/text/vietnamese-date.ts';
import type { TargetStatus } from '../../../platform/web/components/tag/status-chip.tsx';
import type { Score } from '../read-score.ts';
import { outlineOf } from './outline.ts';
import { type ReportPeriod, recordsUpTo } from './report-period.ts';
import { contentOf, paragraph, STATUS } from './report-sections.ts';

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

/** As official papers count quarters: quý IV. */
const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const;

export function composeReport(whole: Score, frame: ReportFrame): Paper {
  const { period } = frame;
  const { sections, isProposed } = outlineOf(whole.records);
  const score = { ...whole, records: recordsUpTo(whole.records, period) };
  const quarter = ROMAN[period.quarter] ?? '';
  return {
    title: `Báo cáo quý ${quarter} năm ${period.year}`,
    format: 'A4',
    ...(frame.simulated || score.invented ? { warning: 'DỮ LIỆU MÔ PHỎNG – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ' } : {}),
    letterhead: {
      // the name of the province stands on a line of its own
      body: frame.body.replace(/^(ủy ban nhân dân) (?=tỉnh |thành phố )/iu, '$1\n'),
      number: { text: `Số: ${frame.number === '' ? '      /BC-UBND' : frame.number}` },
      placeAndDate: { text: `${score.plan.place}, ${dateText(frame)}` },
    },
    blocks: [
      {
        kind: 'title',
        text: 'BÁO CÁO',
        under: `Kết quả thực hiện ${score.plan.name.vi} quý ${quarter} năm ${period.year}`,
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

function countsSentence({ targets }: Score): string {
  const count = (status: TargetStatus) => targets.filter((one) => one.status === status).length;
  const said = (['met', 'on-track', 'at-risk', 'late', 'no-data'] as const)
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} ${STATUS[status].toLocaleLowerCase('vi')}`);
  return `Trong ${targets.length} chỉ tiêu: ${said.join(', ')}.`;
}
