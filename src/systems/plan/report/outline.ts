/** Outline of the report (đề cương): the sections that the province entered, or a plain one of ours, which says that it is a proposal. Pure. */
import type { PlanRecord } from '../sheets/records.ts';

export type SectionContent = 'text' | 'targets' | 'care' | 'money' | 'milestones' | 'regulations';

export interface Section {
  readonly heading: string;
  readonly content: SectionContent;
  readonly text: string;
}

const PROPOSED: readonly Section[] = [
  {
    heading: 'I. Tình hình thực hiện các chỉ tiêu',
    content: 'targets',
    text: '',
  },
  { heading: 'II. Chỉ tiêu chậm, có nguy cơ không đạt', content: 'care', text: '' },
  { heading: 'III. Tiến độ nhiệm vụ, dự án', content: 'milestones', text: '' },
  { heading: 'IV. Kinh phí', content: 'money', text: '' },
  { heading: 'V. Văn bản đã ban hành', content: 'regulations', text: '' },
  { heading: 'VI. Khó khăn, vướng mắc và kiến nghị', content: 'text', text: '…' },
];

export function outlineOf(records: readonly PlanRecord[]): {
  readonly sections: readonly Section[];
  readonly isProposed: boolean;
} {
  const entered = records
    .filter(({ sheet }) => sheet === 'outline')
    .sort((a, b) => Number(a.cells.place) - Number(b.cells.place))
    .map(({ cells }) => ({
      heading: cells.heading ?? '',
      content: (cells.content ?? 'text') as SectionContent,
      text: cells.text ?? '',
    }));
  return entered.length > 0 ? { sections: entered, isProposed: false } : { sections: PROPOSED, isProposed: true };
}
