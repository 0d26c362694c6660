/** What findings are called: levels, where they stand, conclusions. */
import { defineTexts } from '../../../platform/i18n/texts.ts';
import type { Tone } from '../../../platform/web/components/tag/tag.tsx';
import type { Severity } from '../scenario.ts';
import type { ListedFinding } from './list-findings.ts';

export const severityWords = defineTexts({
  low: { vi: 'Thấp', en: 'Low' },
  medium: { vi: 'Trung bình', en: 'Medium' },
  high: { vi: 'Cao', en: 'High' },
  critical: { vi: 'Nghiêm trọng', en: 'Critical' },
});

export const SEVERITY_LOOKS: Readonly<Record<Severity, { readonly tone: Tone; readonly solid?: true }>> = {
  low: { tone: 'neutral' },
  medium: { tone: 'warning' },
  high: { tone: 'danger', solid: true },
  critical: { tone: 'danger', solid: true },
};

export const standingWords = defineTexts({
  open: { vi: 'Chưa kết luận', en: 'Open' },
  answered: { vi: 'Đã giải trình', en: 'Answered' },
  unanswered: { vi: 'Chờ giải trình', en: 'Waits for an answer' },
  upheld: { vi: 'Đúng là vi phạm', en: 'Upheld' },
  excused: { vi: 'Có lý do chính đáng', en: 'Excused' },
  'wrong-rule': { vi: 'Kịch bản sai', en: 'The rule is wrong' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
});

export type Standing = 'answered' | 'unanswered' | 'upheld' | 'excused' | 'wrong-rule' | 'withdrawn';

export function standingOf({ outcome, answeredAt }: Pick<ListedFinding, 'outcome' | 'answeredAt'>): Standing {
  if (outcome !== null) return outcome as Standing;
  return answeredAt === null ? 'unanswered' : 'answered';
}
